//! Finding labels in a line.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::label::{LABELS, Label};
use super::line::{Line, is_dash};
use super::loose::begins_with_legal_form;

/// The spellings by their first letter: most words of a text begin none.
static BY_LETTER: LazyLock<BTreeMap<char, Vec<(Label, &str)>>> = LazyLock::new(|| {
    let mut by_letter: BTreeMap<char, Vec<_>> = BTreeMap::new();
    for (label, spellings) in LABELS {
        for spelling in spellings.split('|') {
            by_letter.entry(spelling.chars().next().unwrap_or_default()).or_default().push((label, spelling));
        }
    }
    by_letter
});

/// The label whose longest spelling begins at this character, and the character after it.
pub(super) fn label_at(line: &Line, at: usize) -> Option<(Label, usize)> {
    if line.used[at] || !line.folded[at].is_alphabetic() || at > 0 && line.folded[at - 1].is_alphabetic() {
        return None;
    }
    let spellings = BY_LETTER.get(&line.folded[at])?.iter().copied();
    let matches = spellings.filter_map(|(label, spelling)| Some((label, spelling, end_of(line, at, spelling)?)));
    let (label, spelling, end) = matches.max_by_key(|(_, _, end)| *end)?;
    let announces = !label.is_of_text() || announces_text(line, at, end, spelling.contains(' '));
    announces.then_some((label, end))
}

/// Where this spelling ends, if it stands here as a word of its own. Digits may follow at once.
fn end_of(line: &Line, at: usize, spelling: &str) -> Option<usize> {
    let mut end = at;
    for wanted in spelling.chars() {
        end = match wanted {
            ' ' => line.skip(end, |ch| ch == ' ' || ch == '.').filter(|after| *after > end)?,
            '/' => line.skip(end, |ch| matches!(ch, ' ' | '.' | '/')).filter(|after| line.has_divider(end, *after))?,
            '-' => line.skip(end, |ch| ch == ' ' || is_dash(ch))?,
            letter => line.folded.get(end).filter(|ch| **ch == letter).map(|_| end + 1)?,
        };
    }
    if line.folded.get(end) == Some(&'.') {
        end += 1;
    }
    let is_inside_word = line.folded.get(end).is_some_and(|ch| ch.is_alphabetic());
    (!is_inside_word).then_some(end)
}

/// A word such as "банк" or "организация" may be anything: it announces a value where a colon, a dash, a tab or the end
/// of the line follows, or a legal form. Several words do where a piece of the line begins with them.
fn announces_text(line: &Line, at: usize, end: usize, has_several_words: bool) -> bool {
    if line.quoted[at] {
        return false;
    }
    let after = line.after_brackets(end);
    let mark = line.skip(after, |ch| ch == ' ').unwrap_or(after);
    match line.folded.get(mark) {
        Some(':' | '=') => return true,
        Some('\t') => return line.begins_piece(at),
        Some(ch) if is_dash(*ch) && mark > after => return line.begins_piece(at),
        None => return line.begins_piece(at),
        Some(_) => {}
    }
    line.begins_piece(at) && (has_several_words || begins_with_legal_form(&line.folded[mark..]))
}
