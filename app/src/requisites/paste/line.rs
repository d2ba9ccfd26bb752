//! One line of a text, and what has been made use of in it.

use std::ops::Range;

pub(super) struct Line {
    pub(super) chars: Vec<char>,
    /// The same characters in lower case, with е for ё, plain spaces and slashes.
    pub(super) folded: Vec<char>,
    /// Which of them have become part of a value or its label.
    pub(super) used: Vec<bool>,
    /// Which of them stand in quotation marks that are closed after them.
    pub(super) quoted: Vec<bool>,
}

impl Line {
    pub(super) fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let folded = chars.iter().copied().map(fold).collect();
        let used = vec![false; chars.len()];
        let quoted = quoted(&chars);
        Self { chars, folded, used, quoted }
    }

    pub(super) fn text(&self, range: Range<usize>) -> String {
        self.chars[range].iter().collect()
    }

    pub(super) fn mark_used(&mut self, range: Range<usize>) {
        self.used[range].fill(true);
    }

    /// The first character from here that is none of these; it may be the end.
    pub(super) fn skip(&self, from: usize, is_skipped: impl Fn(char) -> bool) -> Option<usize> {
        let rest = self.folded.get(from..)?;
        Some(from + rest.iter().take_while(|ch| is_skipped(**ch)).count())
    }

    /// Whether a slash or dot stands in between.
    pub(super) fn has_divider(&self, from: usize, to: usize) -> bool {
        self.folded[from..to].iter().any(|ch| matches!(ch, '/' | '.'))
    }

    /// Past a remark in brackets, as in "Р/с (руб.):".
    pub(super) fn after_brackets(&self, from: usize) -> usize {
        const LONGEST: usize = 30;
        let Some(open) = self.skip(from, |ch| ch == ' ').filter(|open| self.folded.get(*open) == Some(&'(')) else {
            return from;
        };
        let inside = self.folded[open..].iter().take(LONGEST);
        inside.clone().position(|ch| *ch == ')').map_or(from, |length| open + length + 1)
    }

    /// Whether only spaces stand between here and the beginning, a number, something used, or a mark that ends a piece
    /// of text.
    pub(super) fn begins_piece(&self, at: usize) -> bool {
        let before = (0..at).rev().find(|index| self.folded[*index] != ' ');
        before.is_none_or(|index| self.used[index] || self.folded[index].is_numeric() || ends_piece(self.folded[index]))
    }

    /// The pieces that were not used, as one line; nothing where they hold no word.
    pub(super) fn rest(&self) -> Option<String> {
        let pieces = self.used.chunk_by(|a, b| a == b).scan(0, |start, piece| {
            let range = *start..*start + piece.len();
            *start = range.end;
            Some((piece[0], range))
        });
        let texts = pieces.filter(|(is_used, _)| !is_used).map(|(_, range)| self.text(range));
        let words: Vec<String> =
            texts.map(|text| trimmed(&text).to_owned()).filter(|text| says_something(text)).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }
}

pub(super) fn is_dash(ch: char) -> bool {
    matches!(ch, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Without spaces and what joins values to each other at the ends.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|ch: char| ch.is_whitespace() || is_dash(ch) || matches!(ch, ',' | ';' | ':' | '|' | '='))
}

fn quoted(chars: &[char]) -> Vec<bool> {
    let last = |mark: char| chars.iter().rposition(|ch| *ch == mark).unwrap_or(0);
    let (last_straight, last_closing) = (last('"'), last('»'));
    let (mut is_straight_open, mut open) = (false, 0_usize);
    let states = chars.iter().enumerate().map(|(index, ch)| {
        match ch {
            '"' => is_straight_open = !is_straight_open,
            '«' => open += 1,
            '»' => open = open.saturating_sub(1),
            _ => {}
        }
        is_straight_open && index < last_straight || open > 0 && index < last_closing
    });
    states.collect()
}

fn ends_piece(ch: char) -> bool {
    is_dash(ch) || matches!(ch, ',' | ';' | ':' | '.' | '|' | '\t' | '(' | ')' | '/' | '•' | '*')
}

/// Not a mere "в" or "и", or the number of a point.
fn says_something(text: &str) -> bool {
    let letters = text.chars().filter(|ch| ch.is_alphabetic()).count();
    let digits = text.chars().filter(|ch| ch.is_numeric()).count();
    letters > 2 || digits > 2
}

fn fold(ch: char) -> char {
    match ch {
        '\t' => '\t',
        'ё' | 'Ё' => 'е',
        '\\' => '/',
        ch if ch.is_whitespace() => ' ',
        ch => ch.to_lowercase().next().unwrap_or(ch),
    }
}
