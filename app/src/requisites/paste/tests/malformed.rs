//! Values that are wrong, with the words for it.

use super::*;

#[test]
fn malformed_numbers_after_a_label_say_what_is_wrong() {
    for (text, field, value, ru, en) in [
        (
            "ИНН 07151408877",
            "inn",
            "07151408877",
            "В ИНН 11 цифр: нужно 10 (организация) или 12 (предприниматель, физическое лицо)",
            "The INN has 11 digits: 10 (organization) or 12 (sole proprietor, person) are needed",
        ),
        (
            "ИНН 77O7083893",
            "inn",
            "77O7083893",
            "Символ «O» на месте 3 не подходит: нужны только цифры, возможно, это 0",
            "Character “O” at position 3 does not fit: only digits are allowed, perhaps it is 0",
        ),
        (
            "ИНН 0000000000",
            "inn",
            "0000000000",
            "Одни нули: такого номера не бывает",
            "Only zeros: there is no such number",
        ),
        (
            "ИНН 5001 0073 2258",
            "inn",
            "500100732258",
            "Контрольные цифры не сходятся: ожидается …59, если остальные цифры верны",
            "Control digits do not match: …59 expected, if the other digits are right",
        ),
        (
            "КПП 0017010011",
            "kpp",
            "0017010011",
            "В КПП 10 символов: нужно 9",
            "The KPP has 10 characters: 9 are needed",
        ),
        (
            "КПП 0017АВ001",
            "kpp",
            "0017АВ001",
            "Кириллица здесь не подходит: введите «АВ» латинскими буквами",
            "Cyrillic letters do not fit here: type “АВ” in Latin letters",
        ),
        (
            "КПП A01701001",
            "kpp",
            "A01701001",
            "Символ «A» на месте 1 не подходит: буквы бывают только на 5-м и 6-м местах, латинские",
            "Character “A” at position 1 does not fit: letters stand only at positions 5 and 6, in Latin",
        ),
        (
            "ИНН 001700000150",
            "kpp",
            "001701001",
            "КПП бывает только у организаций: при ИНН из 12 цифр оставьте поле пустым",
            "Only organizations have a KPP: leave it empty with an INN of 12 digits",
        ),
        (
            "ОГРН 1027812400869",
            "ogrn",
            "1027812400869",
            "Контрольная цифра не сходится: ожидается 8, если остальные цифры верны",
            "Control digit does not match: 8 expected, if the other digits are right",
        ),
        (
            "ОГРН 12345678901234",
            "ogrn",
            "12345678901234",
            "В номере 14 цифр: нужно 13 (ОГРН) или 15 (ОГРНИП)",
            "The number has 14 digits: 13 (OGRN) or 15 (OGRNIP) are needed",
        ),
        ("БИК 04061374", "bic", "04061374", "В БИК 8 цифр: нужно 9", "The BIC has 8 digits: 9 are needed"),
        (
            "р/с 4070 2810 1382 5012 301",
            "account",
            "4070281013825012301",
            "В номере счета 19 символов: нужно 20",
            "The account has 19 characters: 20 are needed",
        ),
        (
            "к/с 30101810400000000225 БИК 044030225",
            "correspondent_account",
            "30101810400000000225",
            "Счет не подходит к этому БИК: на 9-м месте ожидается 2, если остальные цифры верны; либо неверен БИК",
            "The account does not fit this BIC: 2 expected at position 9, if the other digits are right; or the BIC is wrong",
        ),
        (
            "тел. 345-67-89",
            "phone",
            "345-67-89",
            "Нет кода страны: начните с +, например +7 912 345-67-89",
            "No country code: start with +, as in +7 912 345-67-89",
        ),
        (
            "тел. +7 912 345-67-890",
            "phone",
            "+7 912 345-67-890",
            "После +7 нужно 10 цифр, сейчас 11",
            "After +7 there must be 10 digits, 11 now",
        ),
        (
            "E-mail: info(at)romashka",
            "email",
            "info(at)romashka",
            "Нет знака @: нужен адрес вида name@example.ru",
            "There is no @: an address such as name@example.com is needed",
        ),
    ] {
        let text = if field == "kpp" { format!("{text} КПП 001701001") } else { text.to_owned() };
        let read = proposals(&text, &Known::default());
        let proposal = read.iter().find(|proposal| proposal.field == field && proposal.problem.is_some());
        let proposal = proposal.unwrap_or_else(|| panic!("{text}: {read:?}"));
        assert_eq!(proposal.value, value);
        let problem = proposal.problem.as_ref().unwrap();
        assert_eq!((message(problem, Lang::Ru).as_str(), message(problem, Lang::En).as_str()), (ru, en));
    }
}

#[test]
fn texts_that_no_field_takes_say_why() {
    let long = "ж".repeat(501);
    for (text, field, max) in [
        (format!("Полное наименование: {long}"), "name", 255),
        (format!("Банк: {long}"), "bank", 200),
        (format!("Юр. адрес: {long}"), "legal_address", 500),
    ] {
        assert_eq!(proposals(&text, &Known::default()), [bad(field, &long, Problem::TooLong { max, actual: 501 })]);
    }
}
