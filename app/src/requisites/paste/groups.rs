//! Numbers in a line: runs of digits, perhaps in groups, as in "4080 2810 5000 0000 0041".

use std::ops::Range;

use super::line::{Line, is_dash};

/// No number of requisites comes near it, even mistyped.
const LONGEST: usize = 30;
/// How far behind its label a number may begin: "БИК банка получателя: …".
const FARTHEST: usize = 30;

/// The number that begins soon after a label. Its groups are joined while that gives one of the lengths, rather one
/// that `is_valid`; where none fits, as far as the longest. Not a date, nor anything of less than half the length.
pub(super) fn number_after(
    line: &Line,
    range: Range<usize>,
    lengths: &[usize],
    is_valid: impl Fn(&str) -> bool,
) -> Option<Range<usize>> {
    let groups = groups_after(line, range, lengths)?;
    if is_date(line, &groups) {
        return None;
    }
    let start = groups[0].start;
    let joined: Vec<(usize, Range<usize>)> = groups
        .iter()
        .scan(0, |length, group| {
            *length += group.len();
            Some((*length, start..group.end))
        })
        .collect();
    let fitting = || joined.iter().filter(|(length, _)| lengths.contains(length)).map(|(_, range)| range);
    let longest = lengths.iter().copied().max()?;
    let shortest = lengths.iter().copied().min()?;
    let nearest = || joined.iter().enumerate().filter(|(index, (length, _))| *index == 0 || *length <= longest);
    let valid = fitting().find(|range| is_valid(&line.text((*range).clone())));
    let chosen = valid.or_else(|| fitting().next()).or_else(|| nearest().next_back().map(|(_, (_, range))| range))?;
    let length = joined.iter().find(|(_, range)| range == chosen).map_or(0, |(length, _)| *length);
    (length * 2 >= shortest && length <= LONGEST).then(|| chosen.clone())
}

/// The end of the run of letters and digits that begins here.
pub(super) fn run_end(line: &Line, start: usize, to: usize) -> usize {
    let run = line.chars[start..to].iter().zip(&line.used[start..to]);
    start + run.take_while(|(ch, is_used)| ch.is_alphanumeric() && !**is_used).count()
}

/// Further runs of digits, each one separator behind the one before.
pub(super) fn groups_from(line: &Line, first: Range<usize>, to: usize) -> Vec<Range<usize>> {
    let mut groups = vec![first];
    while let Some(last) = groups.last() {
        let start = last.end + 1;
        if start >= to || line.used[last.end] || !is_separator(line.chars[last.end]) {
            break;
        }
        let end = run_end(line, start, to);
        if start == end || !line.chars[start..end].iter().copied().all(is_digit) || groups.len() > LONGEST {
            break;
        }
        groups.push(start..end);
    }
    groups
}

/// ASCII or full-width.
pub(super) fn is_digit(ch: char) -> bool {
    matches!(ch, '0'..='9' | '\u{FF10}'..='\u{FF19}')
}

fn groups_after(line: &Line, range: Range<usize>, lengths: &[usize]) -> Option<Vec<Range<usize>>> {
    let reach = range.start..range.end.min(range.start + FARTHEST);
    let digit = reach.clone().find(|index| is_digit(line.chars[*index]) && !line.used[*index])?;
    let word = (reach.start..digit).rev().take_while(|index| line.chars[*index].is_alphanumeric()).last();
    let end = run_end(line, digit, range.end);
    let digits = line.chars[digit..end].iter().take_while(|ch| is_digit(**ch)).count();
    let has_next_label = lengths.contains(&digits) && lengths.iter().all(|length| *length < end - digit);
    let end = if has_next_label { digit + digits } else { end };
    let with_letters = word.filter(|start| lengths.contains(&(end - start)));
    Some(groups_from(line, with_letters.unwrap_or(digit)..end, range.end))
}

/// `01.10.2026`, `1.10.26`.
fn is_date(line: &Line, groups: &[Range<usize>]) -> bool {
    let [day, month, year, ..] = groups else { return false };
    let lengths = [day.len(), month.len(), year.len()];
    line.chars[day.end] == '.' && line.chars[month.end] == '.' && matches!(lengths, [1 | 2, 1 | 2, 2 | 4])
}

fn is_separator(ch: char) -> bool {
    ch == '.' || is_dash(ch) || ch.is_whitespace() && ch != '\t'
}
