//! The words, read as a person reads them.

use super::*;
use crate::requisites::Inn;
use crate::values::{CompanyName, CreditLimit, Email, MaxDialogs, Phone, Slug};

#[test]
fn russian_messages_say_what_is_wrong_and_what_is_expected() {
    for (problem, words) in [
        (CompanyName::parse("").unwrap_err(), "Заполните это поле"),
        (CompanyName::parse(&"а".repeat(260)).unwrap_err(), "Слишком длинно: можно не больше 255 символов, сейчас 260"),
        (
            CompanyName::parse("a\u{202e}b").unwrap_err(),
            "Невидимый знак U+202E на месте 2 меняет направление текста: удалите его",
        ),
        (MaxDialogs::parse("0").unwrap_err(), "Нужно число от 1 до 100\u{a0}000"),
        (CreditLimit::parse("-1").unwrap_err(), "Нужна сумма от 0,00 до 999\u{a0}999\u{a0}999,99"),
        (Email::parse("a@localhost").unwrap_err(), "В домене «localhost» нет точки: ожидается, например, example.ru"),
        (Phone::parse("+7912").unwrap_err(), "После +7 нужно 10 цифр, сейчас 3"),
        (
            Inn::parse("07151408877").unwrap_err(),
            "В ИНН 11 цифр: нужно 10 (организация) или 12 (предприниматель, физическое лицо)",
        ),
        (
            Inn::parse("77O7083893").unwrap_err(),
            "Символ «O» на месте 3 не подходит: нужны только цифры, возможно, это 0",
        ),
        (
            Inn::parse("500100732269").unwrap_err(),
            "Контрольные цифры не сходятся: ожидается …59, если остальные цифры верны",
        ),
    ] {
        assert_eq!(message(&problem, Lang::Ru), words);
    }
}

#[test]
fn english_messages_say_the_same() {
    for (problem, words) in [
        (Slug::parse("ab").unwrap_err(), "Too short: at least 3 characters needed, 2 now"),
        (CreditLimit::parse("-1").unwrap_err(), "An amount from 0.00 to 999,999,999.99 is needed"),
        (
            Inn::parse("8827004526").unwrap_err(),
            "Control digit does not match: 8 expected, if the other digits are right",
        ),
        (
            Inn::parse("1").unwrap_err(),
            "The INN has 1 digit: 10 (organization) or 12 (sole proprietor, person) are needed",
        ),
        (
            Phone::parse("+7\u{7}").unwrap_err(),
            "Character U+0007 at position 3 does not fit: a number such as +7 912 345-67-89 is needed",
        ),
    ] {
        assert_eq!(message(&problem, Lang::En), words);
    }
}

#[test]
fn russian_numbers_take_their_case() {
    let digits = |digits| message(&Problem::BicLength { digits }, Lang::Ru);
    assert_eq!(digits(1), "В БИК 1 цифра: нужно 9");
    assert_eq!(digits(3), "В БИК 3 цифры: нужно 9");
    assert_eq!(digits(11), "В БИК 11 цифр: нужно 9");
    assert_eq!(digits(22), "В БИК 22 цифры: нужно 9");
}
