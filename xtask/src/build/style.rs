//! One style sheet out of many: `style/main.css` lists the files by `@import`, in cascade order.

use std::path::Path;

use anyhow::{Context, bail};

use crate::fresh::read;

/// Reads the sheet, puts each imported file in its place and strips comments and needless blanks.
pub(crate) fn bundle(sheet: &Path) -> anyhow::Result<String> {
    Ok(squeeze(&inline(sheet)?))
}

fn inline(sheet: &Path) -> anyhow::Result<String> {
    let text = String::from_utf8(read(sheet)?).with_context(|| format!("{} is not UTF-8", sheet.display()))?;
    let mut whole = String::new();
    for line in text.lines() {
        let Some(import) = line.trim().strip_prefix("@import") else {
            whole.push_str(line);
            whole.push('\n');
            continue;
        };
        let Some((file, layer)) = parse_import(import) else {
            bail!(
                "{}: not understood: {line}\nwrite `@import \"file.css\";`, with `layer(name)` before the semicolon if need be",
                sheet.display()
            );
        };
        let inner = inline(&sheet.with_file_name(file))?;
        match layer {
            Some(layer) => whole.extend(["@layer ", layer, " {\n", &inner, "}\n"]),
            None => whole.push_str(&inner),
        }
    }
    Ok(whole)
}

/// The file and, if given, the layer of ` "file.css" layer(name);`, the file also within `url(…)`.
fn parse_import(import: &str) -> Option<(&str, Option<&str>)> {
    let (import, _comment) = import.split_once(';')?;
    let import = import.trim();
    let import = import.strip_prefix("url(").unwrap_or(import);
    let quote = import.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    let (file, rest) = import[1..].split_once(quote)?;
    match rest.trim_start_matches(')').trim() {
        "" => Some((file, None)),
        rest => Some((file, Some(rest.strip_prefix("layer(")?.strip_suffix(')')?))),
    }
}

/// Removes comments, runs of blanks, and blanks beside `{ } ; ,`; strings stay as they are.
fn squeeze(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(first) = rest.chars().next() {
        let taken = if rest.starts_with("/*") {
            push_blank(&mut out);
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if matches!(first, '"' | '\'') {
            let end = string_end(rest, first);
            out.push_str(&rest[..end]);
            end
        } else if first.is_ascii_whitespace() {
            push_blank(&mut out);
            first.len_utf8()
        } else {
            if matches!(first, '{' | '}' | ';' | ',') && out.ends_with(' ') {
                out.pop();
            }
            if first == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(first);
            first.len_utf8()
        };
        rest = &rest[taken..];
    }
    out.trim_end().to_owned()
}

fn push_blank(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',']) {
        out.push(' ');
    }
}

/// Where the string that `text` begins with ends, its closing quote included.
fn string_end(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{parse_import, squeeze};

    #[test]
    fn comments_and_needless_blanks_go() {
        assert_eq!(
            squeeze("/* why */\na ,\n b > c {\n  color: red; /* no */\n  margin: 0 1px;\n}\n"),
            "a,b > c{color: red;margin: 0 1px}"
        );
    }

    #[test]
    fn a_blank_that_means_something_stays() {
        assert_eq!(squeeze("nav :hover{width:calc(1px + 2px)}"), "nav :hover{width:calc(1px + 2px)}");
        assert_eq!(squeeze("a/**/b{}"), "a b{}");
    }

    #[test]
    fn strings_stay_as_they_are() {
        assert_eq!(squeeze(r#"a::after { content: "/*  ; \"  */" }"#), r#"a::after{content: "/*  ; \"  */"}"#);
    }

    #[test]
    fn an_import_may_name_a_layer() {
        assert_eq!(parse_import(r#" "table.css";"#), Some(("table.css", None)));
        assert_eq!(parse_import(" url('table.css') layer(parts);"), Some(("table.css", Some("parts"))));
        assert_eq!(parse_import(r#" "table.css" print;"#), None);
    }
}
