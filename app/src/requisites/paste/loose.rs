//! What stands without a label: phones, numbers that show what they are, banks and names.

use std::ops::Range;

use super::Slot;
use super::banks_and_names;
use super::found::{Found, Weight};
use super::groups::{groups_from, is_digit, run_end};
use super::label::Label;
use super::labelled::account_slot;
use super::line::Line;
use super::phones;
use crate::requisites::{Inn, Kpp, Ogrn, SettlementAccount};

pub(super) use super::banks_and_names::begins_with_legal_form;

/// Where a piece of text stands.
pub(super) struct Place {
    /// An account was read just before it.
    pub(super) is_after_account: bool,
    /// The label that follows.
    pub(super) next: Option<Label>,
}

pub(super) fn take(line: &mut Line, range: Range<usize>, place: &Place, found: &mut Found) {
    phones::take_unlabelled(line, range.clone(), found);
    let mut at = range.start;
    while at < range.end {
        let is_start = line.chars[at].is_alphanumeric() && !line.used[at];
        let end = run_end(line, at, range.end).max(at + 1);
        if is_start && line.chars[at..end].iter().copied().any(is_digit) {
            let taken = number(line, at..end, range.end, found);
            line.mark_used(taken.clone());
            at = taken.end.max(end);
        } else {
            at = end;
        }
    }
    banks_and_names::take(line, range, place, found);
}

/// The part of the line that was a number of the requisites, empty if it was not.
fn number(line: &Line, run: Range<usize>, to: usize, found: &mut Found) -> Range<usize> {
    let nothing = run.start..run.start;
    if is_of_something_else(line, run.clone()) {
        return nothing;
    }
    let groups = groups_from(line, run.clone(), to);
    let whole = run.start..groups.last().map_or(run.end, |group| group.end);
    let grouped = line.text(whole.clone());
    if groups.len() > 1 && run.len() < 9 && is_account(&grouped) {
        found.add(account_slot(&grouped), grouped, Weight::Shown);
        return whole;
    }
    let text = line.text(run.clone());
    let has_letters = !text.chars().all(is_digit);
    match run.len() {
        9 if has_letters && Kpp::parse(&text).is_ok() => found.add(Slot::Kpp, text, Weight::Shown),
        20 if is_account(&text) => found.add(account_slot(&text), text, Weight::Shown),
        _ if has_letters => return nothing,
        9 => found.kpps_or_bics.push(text),
        10 | 12 if Inn::parse(&text).is_ok() => found.add(Slot::Inn, text, Weight::Shown),
        10 | 12 => found.add(Slot::Inn, text, Weight::Doubtful),
        13 | 15 if Ogrn::parse(&text).is_ok() => found.add(Slot::Ogrn, text, Weight::Shown),
        _ => return nothing,
    }
    run
}

/// Twenty characters that begin as accounts of clients and banks do, or of the treasury.
fn is_account(text: &str) -> bool {
    let begins = ["40", "42", "47", "301", "302", "303", "03"].into_iter().any(|class| text.starts_with(class));
    begins && SettlementAccount::parse(text).is_ok()
}

/// How far before a number the word may stand that says what it is of.
const LOOK_BACK: usize = 20;

/// Sums, and the numbers of documents.
fn is_of_something_else(line: &Line, run: Range<usize>) -> bool {
    const DOCUMENTS: &str = "сумм|итого|договор|заказ|наклад|паспорт|номер|order|sum|total|amount|contract";
    const MONEY: [&str; 6] = ["руб", "₽", "коп", "rub", "usd", "eur"];
    let before: String = line.folded[run.start.saturating_sub(LOOK_BACK)..run.start].iter().collect();
    let before = before.trim_end();
    let word = before.rsplit(' ').next().unwrap_or_default();
    let is_document = DOCUMENTS.split('|').any(|document| word.starts_with(document)) || matches!(word, "n" | "no");
    let after: String = line.folded[run.end..].iter().take(4).collect();
    let is_money = MONEY.into_iter().any(|money| after.trim_start().starts_with(money));
    let mut next = after.chars();
    let has_decimals = matches!(next.next(), Some('.' | ',')) && next.next().is_some_and(is_digit);
    let is_marked = before.ends_with(['№', '#', '+']);
    is_document || is_money || has_decimals || is_marked
}
