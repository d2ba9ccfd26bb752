//! Digits in groups of three: no-break spaces in Russian, commas in English.

use super::Lang;

pub(super) fn grouped(number: u64, lang: Lang) -> String {
    let separator = match lang {
        Lang::Ru => '\u{a0}',
        Lang::En => ',',
    };
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_counted_from_the_right() {
        for (number, expected) in [(0, "0"), (999, "999"), (1250, "1,250"), (1_000_000, "1,000,000")] {
            assert_eq!(grouped(number, Lang::En), expected);
        }
        assert_eq!(grouped(12_345, Lang::Ru), "12\u{a0}345");
    }
}
