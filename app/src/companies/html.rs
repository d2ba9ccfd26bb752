//! Text made safe to stand in HTML.

/// Text between tags or inside a quoted attribute.
pub(super) fn escape(text: &str, html: &mut String) {
    for ch in text.chars() {
        match ch {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(ch),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn a_name_can_never_become_markup() {
        let mut html = String::new();
        escape(r#"<script>alert("&'")</script>"#, &mut html);
        assert_eq!(html, "&lt;script&gt;alert(&quot;&amp;&#39;&quot;)&lt;/script&gt;");
    }
}
