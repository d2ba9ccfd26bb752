//! Folding: the one form in which queries and columns are compared.
//! NFKC, lower case, ё = е, no quotes, one dash, one space, and a comma between digits is a point.

mod characters;
mod nfkc;

use characters::{is_removed, joins_previous, simple};
use std::ops::Range;

/// More rounds than any text needs until folding changes nothing more.
const ROUNDS: usize = 8;

/// The folded form of `text`. Folding a folded text changes nothing.
///
/// Beyond Unicode NFKC and lower case: ё becomes е; quotes, apostrophes and invisible characters
/// (controls, direction marks, zero-width spaces, soft hyphens) go; every dash and the minus sign
/// become `-`; every white space becomes a plain space; a comma between two digits becomes a
/// point, so that `1250,00` and `1250.00` are the same amount.
///
/// ```
/// assert_eq!(search::fold("ООО «Ёлка – О’Нил», 1250,00"), "ооо елка - онил, 1250.00");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Like [`fold`], into a string that is emptied first and can be used again.
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    for c in text.chars().filter(|&c| !is_removed(c)) {
        match simple(c) {
            Some(c) => push(folded, c),
            None => return fold_pieces(text, folded, |_, _| {}),
        }
    }
}

/// A folded text that remembers where each of its bytes came from.
pub(crate) struct Traced {
    pub text: String,
    /// For each byte of `text`, the bytes of the original that it stands for.
    pub origins: Vec<Range<usize>>,
}

/// Like [`fold`], with the way back to the original. For what is on the screen only.
pub(crate) fn fold_traced(text: &str) -> Traced {
    let mut folded = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len());
    fold_pieces(text, &mut folded, |origin, folded_len| {
        origins.resize(folded_len, origin);
    });
    Traced { text: folded, origins }
}

/// Folds piece by piece: a piece is a character and the marks that may combine with it. After
/// each, `done` gets the piece's bytes in `text` and the length of `folded` so far.
fn fold_pieces(text: &str, folded: &mut String, mut done: impl FnMut(Range<usize>, usize)) {
    folded.clear();
    let mut characters = text.char_indices().filter(|&(_, c)| !is_removed(c)).peekable();
    let mut cluster = String::new();
    while let Some((start, first)) = characters.next() {
        let mut end = start + first.len_utf8();
        cluster.clear();
        cluster.push(first);
        while let Some((at, c)) = characters.next_if(|&(_, c)| joins_previous(c)) {
            cluster.push(c);
            end = at + c.len_utf8();
        }
        match simple(first) {
            Some(c) if cluster.len() == first.len_utf8() => push(folded, c),
            _ => fold_cluster(&cluster).chars().for_each(|c| push(folded, c)),
        }
        done(start..end, folded.len());
    }
}

/// Lower-casing and removing can make new compositions possible, so it goes on until all is calm.
fn fold_cluster(cluster: &str) -> String {
    let mut calm = cluster.to_owned();
    for _ in 0..ROUNDS {
        let next = lower(&nfkc::nfkc(&calm));
        if next == calm {
            break;
        }
        calm = next;
    }
    calm
}

fn lower(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter(|&c| !is_removed(c)).map(|c| simple(c).unwrap_or(c)).collect()
}

fn push(folded: &mut String, c: char) {
    if c.is_ascii_digit() && ends_with_digit_and_comma(folded) {
        folded.pop();
        folded.push('.');
    }
    folded.push(c);
}

fn ends_with_digit_and_comma(text: &str) -> bool {
    matches!(text.as_bytes(), [.., digit, b','] if digit.is_ascii_digit())
}
