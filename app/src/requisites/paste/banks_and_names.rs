//! Banks and companies that are named without a label, by their legal form.

use std::ops::Range;

use super::Slot;
use super::found::{Found, Weight};
use super::label::Label;
use super::labelled::trimmed;
use super::line::Line;
use super::loose::Place;

/// Legal forms that a name begins with, in lower case, with bars between them.
const FORMS: &str = "ооо|оао|зао|ао|пао|нао|нпао|ип|нко|ано|гуп|муп|фгуп|фгбу|фгау|фгбоу|гбу|мбу|гку|мку|фку|тсж|тсн|\
                     снт|кфх|спк|пк|нп|фонд|общество с ограниченной|акционерное общество|публичное акционерное|\
                     закрытое акционерное|открытое акционерное|индивидуальный предприниматель|\
                     автономная некоммерческая|некоммерческая|llc|jsc|pjsc|cjsc";
/// What the name of a bank begins with besides.
const BANK_BEGINNINGS: [&str; 10] =
    ["банк", "филиал", "ф-л", "отделение", "кб ", "акб ", "уфк", "операционный офис", "bank", "branch"];
/// Words that only look like a bank.
const NO_BANKS: [&str; 6] = ["банкет", "банкрот", "банкнот", "банкомат", "bankrupt", "banknote"];
/// A piece of more words is a sentence.
const MOST_WORDS: usize = 8;

pub(super) fn begins_with_legal_form(folded: &[char]) -> bool {
    FORMS.split('|').any(|form| begins_with_word(folded, form))
}

pub(super) fn take(line: &mut Line, range: Range<usize>, place: &Place, found: &mut Found) {
    for piece in pieces(line, range.clone()) {
        let is_last = place.next.is_none() || piece.end < range.end;
        let piece = trimmed(line, piece, is_last);
        let bank = past_preposition(line, piece.clone());
        if is_bank(line, bank.clone(), place) {
            found.add(Slot::Bank, line.text(bank), Weight::Secondary);
            line.mark_used(piece);
        } else if is_name(line, piece.clone()) {
            let name = piece.start..before_comma(line, piece);
            found.add(Slot::Name, line.text(name.clone()), Weight::Shown);
            line.mark_used(name);
        }
    }
}

/// What is not used, cut at tabs and the like.
fn pieces(line: &Line, range: Range<usize>) -> Vec<Range<usize>> {
    let is_cut = |index: usize| line.used[index] || matches!(line.chars[index], '\t' | ';' | '|');
    let mut pieces = Vec::new();
    let mut start = range.start;
    for index in range.clone().filter(|index| is_cut(*index)).chain([range.end]) {
        if start < index {
            pieces.push(start..index);
        }
        start = index + 1;
    }
    pieces
}

/// "в ПАО …" after an account.
fn past_preposition(line: &Line, piece: Range<usize>) -> Range<usize> {
    let preposition = ["в ", "in ", "at "].into_iter().find(|word| begins(&line.folded[piece.clone()], word));
    let start = preposition.map_or(piece.start, |word| piece.start + word.chars().count());
    line.skip(start, |ch| ch == ' ').unwrap_or(start).min(piece.end)..piece.end
}

fn is_bank(line: &Line, piece: Range<usize>, place: &Place) -> bool {
    let folded = &line.folded[piece.clone()];
    let text: String = folded.iter().collect();
    let words = text.split_whitespace().count();
    let names_bank = ["банк", "bank"].into_iter().any(|word| text.contains(word) && text.trim() != word);
    let names_bank = names_bank && !NO_BANKS.into_iter().any(|word| text.contains(word));
    let has_form = begins_with_legal_form(folded);
    let begins_as_bank = has_form || BANK_BEGINNINGS.into_iter().any(|beginning| begins(folded, beginning));
    let is_beside_number = place.is_after_account || place.next == Some(Label::Bic);
    let is_short = (1..=MOST_WORDS).contains(&words);
    names_bank && (begins_as_bank || is_beside_number && is_short)
        || has_form && is_beside_number && line.folded[..piece.start].iter().any(|ch| ch.is_alphanumeric())
}

fn is_name(line: &Line, piece: Range<usize>) -> bool {
    let is_first = line.folded[..piece.start].iter().all(|ch| !ch.is_alphanumeric());
    let words = line.text(piece.clone());
    is_first && words.split_whitespace().count() > 1 && begins_with_legal_form(&line.folded[piece])
}

/// Up to the first comma that is not in quotation marks, or the end of the sentence after them.
fn before_comma(line: &Line, piece: Range<usize>) -> usize {
    let mut is_quoted = false;
    for index in piece.clone() {
        let next = line.chars.get(index + 1);
        match line.chars[index] {
            '«' | '“' => is_quoted = true,
            '»' | '”' => is_quoted = false,
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => return index,
            '.' if !is_quoted && matches!(line.chars[index - 1], '»' | '"' | '”') && next.is_some() => return index,
            _ => {}
        }
    }
    piece.end
}

fn begins_with_word(folded: &[char], word: &str) -> bool {
    begins(folded, word) && !folded.get(word.chars().count()).is_some_and(|ch| ch.is_alphanumeric())
}

fn begins(folded: &[char], beginning: &str) -> bool {
    let mut chars = folded.iter();
    beginning.chars().all(|ch| chars.next() == Some(&ch))
}
