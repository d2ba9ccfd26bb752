//! What a person typed, taken apart into words that must all be found.

use crate::column::digits;
use crate::fold::fold;

/// Characters of a query that count; what is longer is cut.
const MAX_CHARACTERS: usize = 200;

/// The fewest digits that are also searched for as one number, spaces left out.
const MIN_JOINED_DIGITS: usize = 4;

/// Say little about a company, so they count only when nothing else is asked.
const LEGAL_FORMS: [&str; 20] = [
    "ооо", "оао", "зао", "пао", "ао", "нао", "ип", "нко", "ано", "гуп", "муп", "фгуп", "тоо", "llc", "ltd", "inc",
    "plc", "gmbh", "jsc", "pjsc",
];

/// A query: every word must occur somewhere in a row. Every character is literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    pub(crate) words: Vec<Word>,
    /// The digits of a query of digits, spaces and `+ - ( )`, where its words are several.
    pub(crate) joined: Option<String>,
    exact_id: Option<u64>,
}

/// One word, folded and never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub text: String,
    /// The bare digits of a word of digits and `+ - ( )`, compared with digits alone.
    pub digits: Option<String>,
}

impl Query {
    /// Reads what was typed; anything is a query.
    ///
    /// ```
    /// use search::Query;
    /// assert_eq!(Query::parse("ООО «Ромашка»"), Query::parse("РОМАШКА;"));
    /// assert!(Query::parse(" , ").is_empty());
    /// ```
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let cut = typed.char_indices().nth(MAX_CHARACTERS).map_or(typed, |(at, _)| &typed[..at]);
        let folded = fold(cut);
        let words = words(&folded);
        let joined = digits_of_number(&folded).filter(|digits| words.len() > 1 && digits.len() >= MIN_JOINED_DIGITS);
        Self { words, joined, exact_id: id(folded.trim()) }
    }

    /// Whether nothing is asked for, so that every row is found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The joined digits hold the digits of every word, so only a word without digits, as a lone
    /// dash, can be missing where they are found.
    pub(crate) fn joined_if_it_may_find_more(&self) -> Option<&str> {
        let joined = self.joined.as_deref();
        joined.filter(|_| self.words.iter().any(|word| word.digits.is_none()))
    }

    /// The id that the query is, if it is one: its row comes first.
    #[must_use]
    pub fn exact_id(&self) -> Option<u64> {
        self.exact_id
    }
}

/// A comma between digits is a point once folded, so every comma still there parts words.
fn words(folded: &str) -> Vec<Word> {
    let all = || {
        folded.split([' ', '/', ';', ',']).map(|word| word.trim_end_matches([':', '.'])).filter(|word| !word.is_empty())
    };
    let telling: Vec<Word> = all().filter(|word| !LEGAL_FORMS.contains(word)).map(Word::new).collect();
    if telling.is_empty() { all().map(Word::new).collect() } else { telling }
}

impl Word {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), digits: digits_of_number(text) }
    }
}

fn digits_of_number(text: &str) -> Option<String> {
    let is_number = text.chars().all(|c| matches!(c, '0'..='9' | ' ' | '+' | '-' | '(' | ')'));
    Some(digits(text)).filter(|digits| is_number && !digits.is_empty())
}

fn id(text: &str) -> Option<u64> {
    let id = text.parse::<u64>().ok()?;
    (id.to_string() == text).then_some(id)
}
