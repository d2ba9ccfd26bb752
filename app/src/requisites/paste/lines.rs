//! A text line by line: first what is announced, then what shows by itself.

use super::emails;
use super::found::Found;
use super::label::Label;
use super::labelled;
use super::line::Line;
use super::loose::{self, Place};
use super::segments::{has_words, segments};

pub(super) fn read(text: &str) -> Found {
    let mut found = Found::default();
    let mut pending = None;
    for line in text.split(is_break) {
        if line.trim().is_empty() {
            // A text label at the end of a paragraph names what stood above it.
            pending = pending.filter(|label: &Label| label.is_of_number());
            continue;
        }
        let mut line = Line::new(line);
        pending = read_line(&mut line, pending, &mut found);
        found.rest.extend(line.rest());
    }
    found
}

/// Gives back the label that ends the line, if its value must be in the next one.
fn read_line(line: &mut Line, pending: Option<Label>, found: &mut Found) -> Option<Label> {
    emails::take(line, found);
    let mut is_after_account = false;
    for segment in segments(line, pending) {
        let is_last = segment.next.is_none();
        let Some(label) = segment.label else {
            loose::take(line, segment.text, &Place { is_after_account, next: segment.next }, found);
            continue;
        };
        let is_empty = !has_words(line, segment.text.clone()) && label != Label::Email;
        if is_empty {
            line.mark_used(segment.start..segment.text.start);
            if is_last {
                return Some(label);
            }
            continue;
        }
        let left = labelled::take(line, label, &segment, found);
        is_after_account = left.is_some() && matches!(label, Label::Account | Label::AnyAccount);
        let left = left.unwrap_or(segment.start..segment.text.end);
        loose::take(line, left, &Place { is_after_account, next: segment.next }, found);
    }
    None
}

fn is_break(ch: char) -> bool {
    matches!(ch, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
