//! A line cut at its labels.

use std::ops::Range;

use super::label::Label;
use super::label_at::label_at;
use super::labelled::number_for;
use super::line::Line;
use super::phones::phone_after;

/// A label, if any, and what follows it up to the next one.
pub(super) struct Segment {
    pub(super) label: Option<Label>,
    /// Where the label begins.
    pub(super) start: usize,
    pub(super) text: Range<usize>,
    pub(super) next: Option<Label>,
}

/// `pending` is the label of the line before, whose value this line may be.
pub(super) fn segments(line: &Line, pending: Option<Label>) -> Vec<Segment> {
    let labels = labels(line);
    let first = labels.first().map_or(line.chars.len(), |(_, range)| range.start);
    let mut segments = Vec::new();
    if has_words(line, 0..first) {
        let next = labels.first().map(|(label, _)| *label);
        segments.push(Segment { label: pending, start: 0, text: 0..first, next });
    }
    for (index, (label, range)) in labels.iter().enumerate() {
        let following = labels.get(index + 1);
        let to = following.map_or(line.chars.len(), |(_, range)| range.start);
        let next = following.map(|(label, _)| *label);
        segments.push(Segment { label: Some(*label), start: range.start, text: range.end..to, next });
    }
    segments
}

/// Whether a letter or digit stands there that is not part of a value yet.
pub(super) fn has_words(line: &Line, range: Range<usize>) -> bool {
    range.into_iter().any(|index| line.chars[index].is_alphanumeric() && !line.used[index])
}

fn labels(line: &Line) -> Vec<(Label, Range<usize>)> {
    let mut labels = Vec::new();
    let mut at = 0;
    while at < line.chars.len() {
        match label_at(line, at).filter(|(label, end)| is_meant(line, *label, *end)) {
            Some((label, end)) => {
                labels.push((label, at..end));
                at = end;
            }
            None => at += 1,
        }
    }
    labels
}

/// Whether the word is a label here: its value follows, or another label at once, or nothing in this line.
fn is_meant(line: &Line, label: Label, end: usize) -> bool {
    let rest = end..line.chars.len();
    let next = rest.clone().find(|index| line.chars[*index].is_alphanumeric());
    let Some(next) = next else { return true };
    if label.is_of_text() {
        return true;
    }
    let is_colon = line.skip(end, |ch| ch == ' ').is_some_and(|at| line.folded.get(at) == Some(&':'));
    match label {
        Label::Email => line.used[next] || is_colon,
        Label::Phone => phone_after(line, rest).is_some(),
        number => number_for(line, number, rest).is_some() || label_at(line, next).is_some(),
    }
}
