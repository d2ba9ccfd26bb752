//! Text made safe to stand in HTML, with its matches marked.

use std::ops::Range;

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

pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape(text, &mut html);
    html
}

/// The part of `text` between two bytes with the marks that fall into it.
pub(super) fn marked_part(text: &str, part: Range<usize>, marks: &[Range<usize>], html: &mut String) {
    let mut at = part.start;
    for mark in marks {
        let (start, end) = (mark.start.max(at), mark.end.min(part.end));
        if start >= end {
            continue;
        }
        escape(&text[at..start], html);
        html.push_str("<mark>");
        escape(&text[start..end], html);
        html.push_str("</mark>");
        at = end;
    }
    escape(&text[at..part.end], html);
}

pub(super) fn marked(text: &str, marks: &[Range<usize>]) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    marked_part(text, 0..text.len(), marks, &mut html);
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_can_never_become_markup() {
        assert_eq!(
            escaped(r#"<script>alert("&'")</script>"#),
            "&lt;script&gt;alert(&quot;&amp;&#39;&quot;)&lt;/script&gt;"
        );
        assert_eq!(marked("<b>", &[0..1]), "<mark>&lt;</mark>b&gt;");
    }

    #[test]
    fn a_mark_over_a_border_is_cut_at_it() {
        let (text, border) = ("1,250.00", 5);
        let mut html = String::new();
        marked_part(text, 0..border, &[1..7], &mut html);
        html.push('|');
        marked_part(text, border..text.len(), &[1..7], &mut html);
        assert_eq!(html, "1<mark>,250</mark>|<mark>.0</mark>0");
    }
}
