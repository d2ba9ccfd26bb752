//! Sums in words, by example and against a reader that was written on its own.

use proptest::prelude::*;

use super::*;

#[test]
fn sums_read_as_accountants_write_them() {
    for (kopecks, ru, en) in [
        (0, "Ноль рублей 00 копеек", "Zero roubles 00 kopecks"),
        (1, "Ноль рублей 01 копейка", "Zero roubles 01 kopeck"),
        (102, "Один рубль 02 копейки", "One rouble 02 kopecks"),
        (211, "Два рубля 11 копеек", "Two roubles 11 kopecks"),
        (500, "Пять рублей 00 копеек", "Five roubles 00 kopecks"),
        (1_121, "Одиннадцать рублей 21 копейка", "Eleven roubles 21 kopecks"),
        (2_200, "Двадцать два рубля 00 копеек", "Twenty-two roubles 00 kopecks"),
        (4_000, "Сорок рублей 00 копеек", "Forty roubles 00 kopecks"),
        (10_100, "Сто один рубль 00 копеек", "One hundred one roubles 00 kopecks"),
        (100_000, "Одна тысяча рублей 00 копеек", "One thousand roubles 00 kopecks"),
        (125_050, "Одна тысяча двести пятьдесят рублей 50 копеек", "One thousand two hundred fifty roubles 50 kopecks"),
        (200_200, "Две тысячи два рубля 00 копеек", "Two thousand two roubles 00 kopecks"),
        (1_200_000, "Двенадцать тысяч рублей 00 копеек", "Twelve thousand roubles 00 kopecks"),
        (2_100_100, "Двадцать одна тысяча один рубль 00 копеек", "Twenty-one thousand one roubles 00 kopecks"),
        (100_000_000, "Один миллион рублей 00 копеек", "One million roubles 00 kopecks"),
        (200_000_000_100, "Два миллиарда один рубль 00 копеек", "Two billion one roubles 00 kopecks"),
        (-250, "Минус два рубля 50 копеек", "Minus two roubles 50 kopecks"),
        (
            99_999_999_999_999,
            "Девятьсот девяносто девять миллиардов девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять рублей 99 копеек",
            "Nine hundred ninety-nine billion nine hundred ninety-nine million nine hundred ninety-nine thousand nine hundred ninety-nine roubles 99 kopecks",
        ),
    ] {
        assert_eq!(in_words(Kopecks::new(kopecks), Lang::Ru), ru);
        assert_eq!(in_words(Kopecks::new(kopecks), Lang::En), en);
    }
}

#[test]
fn no_sum_is_beyond_words() {
    for kopecks in [i64::MIN, i64::MAX] {
        assert!(in_words(Kopecks::new(kopecks), Lang::Ru).contains("квадриллион"));
        assert!(in_words(Kopecks::new(kopecks), Lang::En).contains("quadrillion"));
    }
}

/// The value of a numeral. Feminine forms and all cases that occur.
fn value(word: &str) -> Option<u64> {
    let ru = [
        ("ноль", 0),
        ("один", 1),
        ("одна", 1),
        ("два", 2),
        ("две", 2),
        ("три", 3),
        ("четыре", 4),
        ("пять", 5),
        ("шесть", 6),
        ("семь", 7),
        ("восемь", 8),
        ("девять", 9),
        ("десять", 10),
        ("одиннадцать", 11),
        ("двенадцать", 12),
        ("тринадцать", 13),
        ("четырнадцать", 14),
        ("пятнадцать", 15),
        ("шестнадцать", 16),
        ("семнадцать", 17),
        ("восемнадцать", 18),
        ("девятнадцать", 19),
        ("двадцать", 20),
        ("тридцать", 30),
        ("сорок", 40),
        ("пятьдесят", 50),
        ("шестьдесят", 60),
        ("семьдесят", 70),
        ("восемьдесят", 80),
        ("девяносто", 90),
        ("сто", 100),
        ("двести", 200),
        ("триста", 300),
        ("четыреста", 400),
        ("пятьсот", 500),
        ("шестьсот", 600),
        ("семьсот", 700),
        ("восемьсот", 800),
        ("девятьсот", 900),
    ];
    let en = [
        ("zero", 0),
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
        ("thirteen", 13),
        ("fourteen", 14),
        ("fifteen", 15),
        ("sixteen", 16),
        ("seventeen", 17),
        ("eighteen", 18),
        ("nineteen", 19),
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("seventy", 70),
        ("eighty", 80),
        ("ninety", 90),
    ];
    ru.into_iter().chain(en).find(|(name, _)| *name == word).map(|(_, value)| value)
}

fn scale(word: &str) -> Option<u64> {
    let scales = [("тысяч", 1000), ("миллион", 1_000_000), ("миллиард", 1_000_000_000)];
    let english = [("thousand", 1000), ("million", 1_000_000), ("billion", 1_000_000_000)];
    // The longest that fits: "миллиард" does not begin with "миллион", nor the other way round.
    scales.into_iter().chain(english).find(|(stem, _)| word.starts_with(stem)).map(|(_, value)| value)
}

/// What the words say, in kopecks.
fn read(text: &str) -> u64 {
    let text = text.to_lowercase().replace('-', " ");
    let words: Vec<&str> = text.split(' ').collect();
    let end = words.iter().position(|word| word.starts_with("руб") || word.starts_with("rouble")).unwrap();
    let (mut sum, mut group) = (0, 0);
    for word in &words[..end] {
        if let Some(scale) = scale(word) {
            sum += group * scale;
            group = 0;
        } else if *word == "hundred" {
            group *= 100;
        } else {
            group += value(word).unwrap_or_else(|| panic!("{word} in {text}"));
        }
    }
    (sum + group) * 100 + words[end + 1].parse::<u64>().unwrap()
}

/// Which form goes with a number, told by its digits as a school book does.
fn school_form(number: u64) -> usize {
    let digits = format!("{number:02}");
    let (tens, ones) = digits[digits.len() - 2..].split_at(1);
    match (tens, ones) {
        ("1", _) => 2,
        (_, "1") => 0,
        (_, "2" | "3" | "4") => 1,
        _ => 2,
    }
}

proptest! {
    #[test]
    fn the_words_say_the_sum(kopecks in 0..=99_999_999_999_999_i64) {
        for lang in [Lang::Ru, Lang::En] {
            let text = in_words(Kopecks::new(kopecks), lang);
            prop_assert_eq!(read(&text), kopecks.unsigned_abs(), "{}", text);
            prop_assert!(!text.contains("  ") && text.trim() == text, "{}", text);
        }
    }

    /// Small sums meet the irregular forms more often.
    #[test]
    fn roubles_and_kopecks_agree_with_their_number(roubles in 0..3000_u64, kopecks in 0..100_u64) {
        let sum = Kopecks::new(i64::try_from(roubles * 100 + kopecks).unwrap());
        let text = in_words(sum, Lang::Ru);
        let rouble = ["рубль", "рубля", "рублей"][school_form(roubles)];
        let kopeck = ["копейка", "копейки", "копеек"][school_form(kopecks)];
        let end = format!(" {rouble} {kopecks:02} {kopeck}");
        prop_assert!(text.ends_with(&end), "{}", text);
        prop_assert_eq!(read(&text), roubles * 100 + kopecks);
        let is_feminine = text.split(' ').any(|word| ["одна", "Одна", "две", "Две"].contains(&word));
        prop_assert_eq!(is_feminine, [1, 2].contains(&(roubles / 1000)), "{}", text);
    }
}
