//! The rule for free text that people type and others read: no control characters, nothing that
//! turns the direction of the text, nothing that cannot be seen.

use super::Problem;

/// One line: trimmed, every run of spaces (tabs, line breaks, no-break spaces) a single space.
pub(super) fn one_line(raw: &str, max: u32) -> Result<String, Problem> {
    checked(&collapse(raw), max)
}

/// Trimmed, otherwise as written.
pub(super) fn as_written(raw: &str, max: u32) -> Result<String, Problem> {
    checked(raw.trim(), max)
}

/// Joins the words of a text with single spaces.
pub(super) fn collapse(raw: &str) -> String {
    let mut line = String::with_capacity(raw.len());
    for word in raw.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Several lines as one text; only the breaks between them may be control characters.
pub(super) fn checked_lines(lines: &[String], max: u32) -> Result<String, Problem> {
    let line_feeds_aside = |ch: char| ch != '\n';
    check(&lines.join("\n"), max, line_feeds_aside)
}

fn checked(text: &str, max: u32) -> Result<String, Problem> {
    check(text, max, |_| true)
}

/// Refuses what is empty, too long, or hostile among the characters that `counts` selects.
fn check(text: &str, max: u32, counts: impl Fn(char) -> bool) -> Result<String, Problem> {
    let actual = length(text);
    if actual > max {
        return Err(Problem::TooLong { max, actual });
    }
    for (index, ch) in text.chars().enumerate() {
        if counts(ch) {
            refuse_hostile(ch, position(index))?;
        }
    }
    if !text.chars().any(is_seen) {
        return Err(Problem::Required);
    }
    Ok(text.to_owned())
}

/// Characters, as a person counts them in a message.
pub(super) fn length(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// A count or an index as a position from 1.
pub(crate) fn position(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1)
}

fn refuse_hostile(ch: char, position: u32) -> Result<(), Problem> {
    if ch.is_control() || matches!(ch, '\u{2028}' | '\u{2029}') {
        return Err(Problem::ControlCharacter { ch, position });
    }
    if is_direction_mark(ch) {
        return Err(Problem::DirectionMark { ch, position });
    }
    if is_invisible(ch) {
        return Err(Problem::InvisibleCharacter { ch, position });
    }
    Ok(())
}

/// The marks of the Unicode bidirectional algorithm (UAX 9, table 4).
pub(super) fn is_direction_mark(ch: char) -> bool {
    matches!(ch, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters without a look of their own. The two joiners are left out: emoji and Persian need them.
pub(super) fn is_invisible(ch: char) -> bool {
    matches!(
        ch,
        '\u{AD}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}'
            | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}'
    )
}

/// What a message names by its code, since it would show nothing.
pub(super) fn is_unseen(ch: char) -> bool {
    ch.is_whitespace() || ch.is_control() || is_direction_mark(ch) || is_invisible(ch)
}

/// Joiners and variation selectors only modify what stands before them.
fn is_seen(ch: char) -> bool {
    let modifies = matches!(ch, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
    !modifies && !ch.is_whitespace()
}
