//! Which form of a word goes with a number.

/// The Russian form for a number: 1 `one`, 2–4 `few`, the others `many`; 11–14 are `many`.
pub fn russian(number: u64, one: &'static str, few: &'static str, many: &'static str) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

/// The English form for a number.
pub fn english(number: u64, one: &'static str, other: &'static str) -> &'static str {
    if number == 1 { one } else { other }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_counts_by_the_last_two_digits() {
        let forms = [0, 1, 2, 5, 11, 12, 21, 101, 111, 122].map(|number| russian(number, "1", "2", "5"));
        assert_eq!(forms, ["5", "1", "2", "5", "5", "5", "1", "1", "5", "2"]);
    }
}
