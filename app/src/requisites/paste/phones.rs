//! Phone numbers in a line.

use std::ops::Range;

use super::Slot;
use super::found::{Found, Weight};
use super::groups::is_digit;
use super::line::{Line, is_dash};
use crate::values::Phone;

/// How far behind its label a number may begin.
const FARTHEST: usize = 25;
/// The fewest digits that are worth being called a wrong phone.
const FEWEST: usize = 5;

/// The number that follows a label, right or wrong.
pub(super) fn phone_after(line: &Line, range: Range<usize>) -> Option<Range<usize>> {
    let mut reach = range.start..range.end.min(range.start + FARTHEST);
    let start = reach.find(|index| begins(line, *index) && !line.used[*index])?;
    let run = run_from(line, start, range.end);
    let end = run.end + line.chars[run.end..range.end].iter().take_while(|ch| is_digit(**ch)).count();
    (count(line, start..end) >= FEWEST).then_some(start..end)
}

/// Numbers without a label that look like nothing else: with a plus, or grouped the Russian way.
pub(super) fn take_unlabelled(line: &mut Line, range: Range<usize>, found: &mut Found) {
    let mut at = range.start;
    while at < range.end {
        if line.used[at] || !begins(line, at) || is_inside(line, at) {
            at += 1;
            continue;
        }
        let run = run_from(line, at, range.end);
        let is_cut = line.chars.get(run.end).is_some_and(|ch| ch.is_alphanumeric());
        let phone = Phone::parse(&line.text(run.clone())).ok().filter(|_| !is_cut);
        match (phone, look(line, run.clone())) {
            (Some(phone), Some(weight)) => {
                found.add(Slot::Phone, phone.as_str(), weight);
                line.mark_used(run.clone());
                at = run.end;
            }
            _ => at = line.skip(at + 1, is_digit).unwrap_or(range.end),
        }
    }
}

/// How sure a run of digits without a label is a phone, if it may be one.
fn look(line: &Line, run: Range<usize>) -> Option<Weight> {
    let chars = &line.chars[run.clone()];
    let digits = count(line, run.clone());
    let area = chars.iter().skip_while(|ch| !matches!(ch, '7' | '8')).skip(1).skip_while(|ch| !is_digit(**ch));
    let area_digits = area.take_while(|ch| is_digit(**ch)).count();
    match chars.first()? {
        '+' => (digits >= 10).then_some(Weight::Shown),
        '(' => (digits == 10).then_some(Weight::Shown),
        '7' | '8' if digits == 11 && chars.len() == 11 => Some(Weight::Doubtful),
        '7' | '8' if digits == 11 && (area_digits == 3 || chars.contains(&'(')) => Some(Weight::Shown),
        _ => None,
    }
}

/// From here as far as one number can go.
fn run_from(line: &Line, start: usize, to: usize) -> Range<usize> {
    let is_plus = line.chars[start] == '+';
    let first_digit = line.chars[start..to].iter().find(|ch| is_digit(**ch));
    let most = match first_digit {
        Some('7') => 11,
        Some('8') if !is_plus => 11,
        _ if is_plus => 15,
        _ => 10,
    };
    let (mut digits, mut end, mut gap) = (0, start, 0);
    for index in start..to {
        let ch = line.chars[index];
        gap = if is_digit(ch) { 0 } else { gap + 1 };
        if line.used[index]
            || gap > 3
            || digits == most
            || !(is_digit(ch) || is_part(ch) || ch == '+' && index == start)
        {
            break;
        }
        if is_digit(ch) {
            digits += 1;
            end = index + 1;
        }
    }
    start..end
}

fn begins(line: &Line, at: usize) -> bool {
    let is_followed = line.chars.get(at + 1).copied().is_some_and(is_digit);
    let is_first = at == 0 || !line.chars[at - 1].is_alphanumeric();
    is_first && (is_digit(line.chars[at]) || matches!(line.chars[at], '+' | '(') && is_followed)
}

/// Whether a digit here goes on with what stands before it, as in a date.
fn is_inside(line: &Line, at: usize) -> bool {
    let before = at.checked_sub(1).map(|index| line.chars[index]);
    is_digit(line.chars[at]) && before.is_some_and(|ch| ch == '.' || is_dash(ch))
}

fn count(line: &Line, range: Range<usize>) -> usize {
    line.chars[range].iter().filter(|ch| is_digit(**ch)).count()
}

fn is_part(ch: char) -> bool {
    matches!(ch, '(' | ')' | '-' | '.') || is_dash(ch) || ch.is_whitespace() && ch != '\t'
}
