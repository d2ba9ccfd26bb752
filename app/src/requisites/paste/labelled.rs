//! Values that a label announces.

use std::ops::Range;

use super::Slot;
use super::found::{Found, Weight};
use super::groups::{is_digit, number_after, run_end};
use super::label::Label;
use super::line::{Line, is_dash};
use super::phones::phone_after;
use super::segments::Segment;
use crate::values::Email;

/// Takes the value of a segment's label and gives back what is left of the segment's text. Nothing: it is no value, the
/// label included.
pub(super) fn take(line: &mut Line, label: Label, segment: &Segment, found: &mut Found) -> Option<Range<usize>> {
    let text = segment.text.clone();
    let taken = match label {
        Label::Phone => take_phone(line, text, found)?,
        Label::Email => take_email(line, text, found)?,
        Label::OtherText => return Some(text.end..text.end),
        Label::OtherNumber => return Some(number_for(line, label, text.clone())?.end..text.end),
        Label::InnKpp => take_inn_and_kpp(line, text, found)?,
        number if number.is_of_number() => take_number(line, number, text, found)?,
        label => take_text(line, label, segment, found)?,
    };
    line.mark_used(segment.start..taken);
    Some(taken..segment.text.end)
}

/// Where the number stands that this label announces.
pub(super) fn number_for(line: &Line, label: Label, text: Range<usize>) -> Option<Range<usize>> {
    let valid = |slot: Slot| move |number: &str| slot.canonical(number).is_ok();
    let account = || number_after(line, text.clone(), &[20], valid(Slot::Account));
    match label {
        Label::Inn | Label::InnKpp => number_after(line, text, &[10, 12], valid(Slot::Inn)),
        Label::Kpp => number_after(line, text, &[9], valid(Slot::Kpp)),
        Label::Bic => number_after(line, text, &[9], valid(Slot::Bic)),
        Label::Ogrn => number_after(line, text, &[13, 15], valid(Slot::Ogrn)),
        Label::Account | Label::CorrespondentAccount => account(),
        Label::AnyAccount => account().filter(|range| (16..=24).contains(&characters(line, range.clone()))),
        _ => number_after(line, text, &[1, 20], |_| false),
    }
}

/// `301…` is the account of a bank at the Bank of Russia, by the chart of accounts.
pub(super) fn account_slot(number: &str) -> Slot {
    if number.starts_with("301") { Slot::CorrespondentAccount } else { Slot::Account }
}

/// Without what joins values to each other at either end; a dot may belong to the last value of a line.
pub(super) fn trimmed(line: &Line, range: Range<usize>, is_last: bool) -> Range<usize> {
    let joins = |ch: char| ch.is_whitespace() || is_dash(ch) || matches!(ch, ',' | ';' | ':' | '|' | '=');
    let before =
        |index: &usize| joins(line.chars[*index]) || matches!(line.chars[*index], '.' | ')') || line.used[*index];
    let after = |index: &usize| {
        joins(line.chars[*index])
            || line.used[*index]
            || line.chars[*index] == '('
            || !is_last && line.chars[*index] == '.'
    };
    let start = range.start + range.clone().take_while(before).count();
    let end = range.end - (start..range.end).rev().take_while(after).count();
    start..end
}

fn take_number(line: &Line, label: Label, text: Range<usize>, found: &mut Found) -> Option<usize> {
    let range = number_for(line, label, text)?;
    let number = line.text(range.clone());
    let slot = match label {
        Label::Inn => Slot::Inn,
        Label::Kpp => Slot::Kpp,
        Label::Bic => Slot::Bic,
        Label::Ogrn => Slot::Ogrn,
        Label::CorrespondentAccount => Slot::CorrespondentAccount,
        Label::AnyAccount => account_slot(&number),
        _ => Slot::Account,
    };
    found.state(slot, number);
    Some(range.end)
}

/// `0017000023/001701002`; a sole proprietor has but the INN.
fn take_inn_and_kpp(line: &Line, text: Range<usize>, found: &mut Found) -> Option<usize> {
    let inn = number_for(line, Label::Inn, text.clone())?;
    found.state(Slot::Inn, line.text(inn.clone()));
    let next = inn.end..text.end;
    let gap = next.clone().take_while(|index| !line.chars[*index].is_alphanumeric()).count();
    let start = inn.end + gap;
    let end = run_end(line, start, text.end);
    if end - start == 9 && line.chars[start..end].iter().copied().any(is_digit) {
        found.state(Slot::Kpp, line.text(start..end));
        return Some(end);
    }
    Some(inn.end)
}

fn take_phone(line: &Line, text: Range<usize>, found: &mut Found) -> Option<usize> {
    let range = phone_after(line, text)?;
    found.state(Slot::Phone, line.text(range.clone()));
    Some(range.end)
}

/// Addresses that are one were taken before; here it is the label of such a one, or of something else.
fn take_email(line: &Line, text: Range<usize>, found: &mut Found) -> Option<usize> {
    let value = after_punctuation(line, text.clone());
    if line.used.get(value).copied().unwrap_or(true) {
        return Some(value);
    }
    let end = value + line.chars[value..text.end].iter().take_while(|ch| !ch.is_whitespace()).count();
    let typed = line.text(value..end);
    Email::parse(&typed).err()?;
    found.state(Slot::Email, typed);
    Some(end)
}

fn after_punctuation(line: &Line, text: Range<usize>) -> usize {
    let joins = |index: &usize| !line.used[*index] && !line.chars[*index].is_alphanumeric();
    text.start + text.clone().take_while(joins).count()
}

fn take_text(line: &Line, label: Label, segment: &Segment, found: &mut Found) -> Option<usize> {
    let start = line.after_brackets(segment.text.start).min(segment.text.end);
    let is_address =
        matches!(label, Label::LegalAddress | Label::PostalAddress | Label::BothAddresses | Label::AnyAddress);
    let end = if is_address { segment.text.end } else { before_long_number(line, start..segment.text.end) };
    let range = trimmed(line, start..end, segment.next.is_none());
    let value = line.text(range.clone());
    if !value.chars().any(char::is_alphanumeric) {
        return None;
    }
    match label {
        Label::Name => found.state(Slot::Name, value),
        Label::FullName => found.add(Slot::Name, value, Weight::Secondary),
        Label::Bank => found.state(Slot::Bank, value),
        Label::PostalAddress => found.state(Slot::PostalAddress, value),
        Label::AnyAddress => found.add(Slot::LegalAddress, value, Weight::Doubtful),
        Label::BothAddresses => {
            found.state(Slot::LegalAddress, value.clone());
            found.state(Slot::PostalAddress, value);
        }
        _ => found.state(Slot::LegalAddress, value),
    }
    Some(range.end)
}

/// A name holds no number of nine digits or more: there something else begins.
fn before_long_number(line: &Line, range: Range<usize>) -> usize {
    let is_start = |index: &usize| {
        is_digit(line.chars[*index]) && (*index == range.start || !line.chars[*index - 1].is_alphanumeric())
    };
    let is_long = |index: &usize| run_end(line, *index, range.end) - index >= 9;
    range.clone().find(|index| is_start(index) && is_long(index)).unwrap_or(range.end)
}

fn characters(line: &Line, range: Range<usize>) -> usize {
    line.chars[range].iter().filter(|ch| ch.is_alphanumeric()).count()
}
