//! The banks of a loaded directory, ready to be looked up and searched as one types.

use std::collections::BTreeMap;

use app::requisites::{Bank, Bic};
use search::{fold, order_key};

/// The longest list of results.
const FOUND: usize = 20;
/// What is read of a query: no bank's name needs more.
const ASKED_CHARACTERS: usize = 100;
const ASKED_WORDS: usize = 10;

#[derive(Default)]
pub(crate) struct Banks {
    business_day: String,
    banks: BTreeMap<Bic, Shelved>,
}

struct Shelved {
    bank: Bank,
    /// The name, folded, without punctuation; the words of name and city.
    name: String,
    words: Vec<String>,
    order: Vec<u8>,
}

/// Where in a name and a city a word was found.
struct Place {
    at: usize,
    is_whole: bool,
}

/// How well a bank answers a query: the less, the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    BeginsSo,
    /// How many of the words are merely begun, and the place in the name of the first of them.
    HasWords {
        begun: usize,
        place: usize,
    },
}

impl Banks {
    pub(crate) fn new(business_day: String, banks: impl Iterator<Item = Bank>) -> Self {
        let banks = banks.map(|bank| (bank.bic.clone(), Shelved::of(bank)));
        Self { business_day, banks: banks.collect() }
    }

    /// `YYYY-MM-DD`.
    pub(crate) fn business_day(&self) -> &str {
        &self.business_day
    }

    pub(crate) fn find(&self, bic: &Bic) -> Option<&Bank> {
        self.banks.get(bic).map(|shelved| &shelved.bank)
    }

    /// By the beginning of the BIC, then by name: banks that begin with the text, then those that have a word
    /// beginning with each of its words; of these first those with whole words, then those with them near the front.
    pub(crate) fn search(&self, text: &str) -> Vec<Bank> {
        let text: String = text.chars().take(ASKED_CHARACTERS).collect();
        let mut asked = words(&text);
        asked.truncate(ASKED_WORDS);
        if asked.is_empty() {
            return Vec::new();
        }
        let (digits, beginning) = (asked.concat(), asked.join(" "));
        let by_bic = self.banks.values().filter(|shelved| shelved.bank.bic.as_str().starts_with(&digits));
        let mut found: Vec<&Shelved> = by_bic.take(FOUND).collect();
        let mut by_name: Vec<(Rank, &Shelved)> =
            self.banks.values().filter_map(|shelved| Some((shelved.rank(&asked, &beginning)?, shelved))).collect();
        by_name.sort_by(|(rank, one), (other_rank, other)| (rank, &one.order).cmp(&(other_rank, &other.order)));
        for (_, shelved) in by_name {
            if found.len() < FOUND && !found.iter().any(|one| one.bank.bic == shelved.bank.bic) {
                found.push(shelved);
            }
        }
        found.into_iter().map(|shelved| shelved.bank.clone()).collect()
    }
}

impl Shelved {
    fn of(bank: Bank) -> Self {
        let name = words(&bank.name);
        Self { name: name.join(" "), words: [name, words(&bank.city)].concat(), order: order_key(&bank.name), bank }
    }

    /// `beginning` is all that is asked, as one text.
    fn rank(&self, asked: &[String], beginning: &str) -> Option<Rank> {
        if self.name.starts_with(beginning) {
            return Some(Rank::BeginsSo);
        }
        let places: Option<Vec<Place>> = asked.iter().map(|word| self.place(word)).collect();
        let places = places?;
        let begun = places.iter().filter(|place| !place.is_whole).count();
        places.iter().map(|place| place.at).min().map(|place| Rank::HasWords { begun, place })
    }

    /// Where a word stands, a whole one rather than one that begins so.
    fn place(&self, word: &str) -> Option<Place> {
        let whole = self.words.iter().position(|own| own == word).map(|at| Place { at, is_whole: true });
        let begun = || self.words.iter().position(|own| own.starts_with(word));
        whole.or_else(|| begun().map(|at| Place { at, is_whole: false }))
    }
}

/// Letters and digits in a row, folded: quotes are gone, ё is е.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    fn banks() -> Banks {
        let directory = read(include_bytes!("../demo_data/ed807.xml")).unwrap();
        Banks::new(directory.business_day, directory.entries.iter().map(Bank::from))
    }

    fn found(text: &str) -> Vec<String> {
        banks().search(text).iter().map(|bank| bank.bic.to_string()).collect()
    }

    #[test]
    fn a_bank_is_found_by_the_beginning_of_a_word_whatever_its_case_and_quotes() {
        for text in ["тестб", "ТЕСТБАНК", "«тестбанк»", "ао тест", "тестбанк ао", " Тестбанк, "]
        {
            assert_eq!(found(text)[0], "040613746", "{text}");
        }
        assert_eq!(found("тестб"), ["040613746", "040613747"], "whose name it is before whose parent's");
        assert_eq!(found("счёта"), ["040613752"]);
        assert_eq!(found("пример-банк"), ["040613748", "040613001"], "whole words before their beginnings");
        assert_eq!(found("естбанк"), [""; 0]);
    }

    #[test]
    fn the_city_narrows_a_name() {
        assert_eq!(found("тестбанк образцов"), ["040613747"]);
        assert_eq!(found("бывший примерск"), ["040613749"]);
    }

    #[test]
    fn the_beginning_of_a_bic_finds_its_banks_in_their_order() {
        assert_eq!(found("0406137"), ["040613746", "040613747", "040613748", "040613749", "040613752"]);
        assert_eq!(found("040 613 746"), ["040613746"]);
        assert_eq!(found("0406137460"), [""; 0]);
    }

    #[test]
    fn of_a_long_query_the_first_ten_words_and_hundred_characters_are_read() {
        assert_eq!(found(&format!("{}нет", "ао ".repeat(9))).len(), 0);
        assert_eq!(found(&format!("{}нет", "ао ".repeat(10))), ["040613746", "040613747"]);
        let padded = |spaces: usize| found(&format!("тестб{}нет", " ".repeat(spaces)));
        assert_eq!(padded(94).len(), 0);
        assert_eq!(padded(95), ["040613746", "040613747"]);
    }

    #[test]
    fn at_most_twenty_are_found_and_nothing_by_nothing() {
        let directory = read(include_bytes!("../demo_data/ed807.xml")).unwrap();
        let bank = Bank::from(&directory.entries[2]);
        let many =
            (0..50).map(|number| Bank { bic: Bic::parse(&format!("0406130{number:02}")).unwrap(), ..bank.clone() });
        let many = Banks::new(String::new(), many);
        assert_eq!(many.search("0406").len(), 20);
        assert_eq!(many.search("тестбанк").len(), 20);
        assert_eq!(many.search(" «» ").len(), 0);
    }
}
