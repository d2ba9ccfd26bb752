//! The search rule once more, in the plainest way, to compare with; and texts to try it on.

use proptest::prelude::*;
use search::Column;
use unicode_normalization::UnicodeNormalization;

#[derive(Clone, Debug)]
pub(crate) enum Cell {
    Text(String),
    Choice(String),
    Code(String),
    Phone(String),
    Amount(String),
}

impl Cell {
    pub(crate) fn column(&self) -> Column<'_> {
        match self {
            Self::Text(text) => Column::Text(text),
            Self::Choice(text) => Column::Choice(text),
            Self::Code(text) => Column::Code(text),
            Self::Phone(text) => Column::Phone(text),
            Self::Amount(text) => Column::Amount(text),
        }
    }

    /// All texts that a word may occur in, and all digits that bare digits may.
    fn read(&self) -> (String, Vec<String>) {
        let folded = fold(self.column().text());
        let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
        match self {
            Self::Text(_) | Self::Choice(_) => (folded, vec![]),
            Self::Phone(_) if digits.len() == 11 && digits.starts_with(['7', '8']) => {
                (folded, vec![format!("7{}", &digits[1..]), format!("8{}", &digits[1..])])
            }
            Self::Code(_) | Self::Phone(_) => (folded, vec![digits]),
            Self::Amount(_) => {
                let letters: Vec<char> = folded.chars().collect();
                let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
                let points =
                    (1..letters.len()).filter(|&at| letters[at] == '.' && is_digit(at - 1) && is_digit(at + 1));
                let last = points.max();
                let canonical = (0..letters.len())
                    .filter(|&at| is_digit(at) || letters[at] == '-' || Some(at) == last)
                    .map(|at| letters[at]);
                (canonical.collect(), vec![])
            }
        }
    }
}

const QUOTES: &str = "\"'`«»‹›´‘’‚‛“”„‟′″‴ʼ＂＇";
const DASHES: &str = "-‐‑‒–—―−⁃";

/// Whole text at a time, until nothing changes.
pub(crate) fn fold(text: &str) -> String {
    let lower = |c: char| c.to_lowercase().collect::<Vec<_>>();
    let once = |text: &str| -> String {
        text.chars()
            .filter(|c| !QUOTES.contains(*c) && !is_invisible(*c))
            .nfkc()
            .flat_map(lower)
            .filter(|c| !QUOTES.contains(*c) && !is_invisible(*c))
            .map(|c| match c {
                'ё' => 'е',
                c if c.is_whitespace() => ' ',
                c if DASHES.contains(c) => '-',
                c => c,
            })
            .collect()
    };
    let mut text = text.to_owned();
    loop {
        let next = once(&text);
        if next == text {
            break;
        }
        text = next;
    }
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let point = |at: usize| letters[at] == ',' && at > 0 && is_digit(at - 1) && is_digit(at + 1);
    (0..letters.len()).map(|at| if point(at) { '.' } else { letters[at] }).collect()
}

fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' | '\u{fe0f}')
}

fn words(typed: &str) -> Vec<String> {
    let cut: String = typed.chars().take(200).collect();
    let split = fold(&cut).replace([';', '/', ','], " ");
    let words = split.split(' ').map(|word| word.trim_end_matches(['.', ':']).to_owned());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    let telling: Vec<String> = words.iter().filter(|word| !is_legal_form(word)).cloned().collect();
    if telling.is_empty() { words } else { telling }
}

fn is_legal_form(word: &str) -> bool {
    "ооо оао зао пао ао нао ип нко ано гуп муп фгуп тоо llc ltd inc plc gmbh jsc pjsc"
        .split(' ')
        .any(|form| form == word)
}

fn bare(text: &str) -> Option<String> {
    let is_number = text.chars().all(|c| " +-()".contains(c) || c.is_ascii_digit());
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (is_number && !digits.is_empty()).then_some(digits)
}

fn joined(typed: &str) -> Option<String> {
    let cut: String = typed.chars().take(200).collect();
    bare(&fold(&cut)).filter(|digits| digits.len() >= 4)
}

fn holds(cell: &Cell, word: &str) -> bool {
    let (text, digits) = cell.read();
    text.contains(word) || bare(word).is_some_and(|bare| digits.iter().any(|digits| digits.contains(&bare)))
}

fn holds_joined(cell: &Cell, typed: &str) -> bool {
    joined(typed).is_some_and(|joined| cell.read().1.iter().any(|digits| digits.contains(&joined)))
}

pub(crate) fn matches(row: &[Cell], typed: &str) -> bool {
    words(typed).iter().all(|word| row.iter().any(|cell| holds(cell, word)))
        || row.iter().any(|cell| holds_joined(cell, typed))
}

pub(crate) fn holds_any(cell: &Cell, typed: &str) -> bool {
    words(typed).iter().any(|word| holds(cell, word)) || holds_joined(cell, typed)
}

/// A marked part of a cell by itself; what the rest of the cell tells of it is made up for.
pub(crate) fn alone(cell: &Cell, marked: &str) -> Vec<Cell> {
    let pointed = marked.replace(',', ".");
    match cell {
        Cell::Text(_) | Cell::Choice(_) => vec![Cell::Text(pointed)],
        Cell::Amount(_) => vec![Cell::Text(pointed.replace(char::is_whitespace, ""))],
        Cell::Code(_) => vec![Cell::Code(pointed)],
        Cell::Phone(_) => {
            let (first, rest) = pointed.split_at(1);
            let other = if first == "7" { "8" } else { "7" };
            vec![Cell::Code(format!("{other}{rest}")), Cell::Code(pointed)]
        }
    }
}

pub(crate) fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>().prop_filter("outside the plain rule's short lists", |text| text.chars().all(is_listed)),
        "[eеЁёйи\u{301}\u{306}\u{308}'«\u{200d}\u{ad}İΣǅﬁ①½K\u{1100}\u{1161}\u{11a8}각ㄱㅏ]{0,12}",
        "[0-9,.;'\u{a0} -]{0,12}",
        "[\0\u{202e}\u{200f}👩👧\u{200d}\u{1f3fb}<a>]{0,8}",
    ]
}

/// The crate knows more quotes, dashes and invisible characters than the plain rule does.
fn is_listed(c: char) -> bool {
    let folded = search::fold(&c.to_string());
    folded == fold(&c.to_string())
}

pub(crate) fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        12 => tidy_cell(),
        1 => hostile().prop_map(Cell::Text),
        1 => "[-\u{2212}]?[0-2]{1,2}[\u{a0} ]?[0-2]{3}[.,][0-2]{2}( ₽| руб\\.)?".prop_map(Cell::Amount),
    ]
}

/// Cells of which every piece finds them: of a formatted amount, a space does not.
pub(crate) fn tidy_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        name().prop_map(Cell::Text),
        name().prop_map(Cell::Choice),
        "[0-2]{0,12}".prop_map(Cell::Code),
        "[0-2 -]{0,8}".prop_map(Cell::Code),
        "-?[0-2]{1,5}\\.[0-2]{2}".prop_map(Cell::Amount),
        "(\\+7|8)[ (]?[0-2]{3}[) ]?[0-2]{3}-?[0-2]{2}-?[0-2]{2}".prop_map(Cell::Phone),
        "[0-2]{0,6}".prop_map(Cell::Phone),
    ]
}

fn name() -> impl Strategy<Value = String> {
    "((ООО|АО|ИП|Ltd\\.?) )?[«\"']?[абёЁен]{1,5}[-– ,/][abAB]{0,3}[»\"’]?( [0-2]{1,3}([,.][0-2])?)?"
}

pub(crate) fn cells() -> impl Strategy<Value = Vec<Cell>> {
    prop::collection::vec(cell(), 1..5)
}

pub(crate) fn query_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[абеёенАБЕab]{1,3}",
        3 => "[0-2]{1,4}",
        2 => "[+(-]?[0-2]{1,3}[)-]?( ?[0-2-]{1,3}){0,3}",
        1 => "-?[0-2]{1,4}[.,][0-2]{0,2}",
        2 => "(ооо |ип |ltd )?[абеёab]{1,2}[ ,;/:.][абеab0-2]{1,2}[.:]?",
        1 => "(ооо|ип|АО|ltd\\.)( ип)?",
        1 => hostile(),
        1 => name(),
    ]
}

/// A part of `text` on character boundaries.
pub(crate) fn piece(text: &str, from: u16, len: u16) -> &str {
    let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let from = usize::from(from) % boundaries.len();
    let to = (from + 1 + usize::from(len) % 12).min(boundaries.len() - 1);
    &text[boundaries[from]..boundaries[to]]
}
