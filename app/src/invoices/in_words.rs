//! A sum in words, roubles in words and kopecks in digits, as invoices and payment documents write it.

mod english;
mod russian;

use crate::values::{Kopecks, Lang};

/// The sum beginning with a capital letter: `Одна тысяча двести пятьдесят рублей 50 копеек`,
/// `One thousand two hundred fifty roubles 50 kopecks`. A negative one begins with the word for minus.
///
/// ```
/// use app::invoices::in_words;
/// use app::values::{Kopecks, Lang};
/// let sum = Kopecks::new(125_050);
/// assert_eq!(in_words(sum, Lang::Ru), "Одна тысяча двести пятьдесят рублей 50 копеек");
/// assert_eq!(in_words(sum, Lang::En), "One thousand two hundred fifty roubles 50 kopecks");
/// ```
pub fn in_words(sum: Kopecks, lang: Lang) -> String {
    let magnitude = sum.value().unsigned_abs();
    let (roubles, kopecks) = (magnitude / 100, magnitude % 100);
    let (minus, words) = match lang {
        Lang::Ru => ("минус ", russian::words(roubles, kopecks)),
        Lang::En => ("minus ", english::words(roubles, kopecks)),
    };
    capitalised(if sum.is_negative() { format!("{minus}{words}") } else { words })
}

fn capitalised(text: String) -> String {
    let mut rest = text.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

/// The groups of three digits of a number, the highest first, each with its place: 0 for units, 1 for thousands.
fn groups(number: u64) -> Vec<(usize, u64)> {
    let mut groups = Vec::new();
    let (mut rest, mut place) = (number, 0);
    while rest > 0 {
        groups.push((place, rest % 1000));
        rest /= 1000;
        place += 1;
    }
    groups.reverse();
    groups
}

/// The word at this place of a table; callers index by a digit.
fn word<const N: usize>(table: [&'static str; N], index: u64) -> &'static str {
    usize::try_from(index).ok().and_then(|index| table.get(index).copied()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
