//! The words for each way in which a number can be malformed or fail its check.

use super::super::normalise;
use super::{correspondent, settlement};
use crate::values::{Lang, Problem, message};

fn said(problem: &Problem, russian: &str, english: &str) {
    assert_eq!(message(problem, Lang::Ru), russian);
    assert_eq!(message(problem, Lang::En), english);
}

#[test]
fn each_malformed_number_is_told_what_it_lacks() {
    for (field, typed, russian, english) in [
        (
            "inn",
            "07151408877",
            "В ИНН 11 цифр: нужно 10 (организация) или 12 (предприниматель, физическое лицо)",
            "The INN has 11 digits: 10 (organization) or 12 (sole proprietor, person) are needed",
        ),
        ("inn", "0000000000", "Одни нули: такого номера не бывает", "Only zeros: there is no such number"),
        (
            "inn",
            "77O7083893",
            "Символ «O» на месте 3 не подходит: нужны только цифры, возможно, это 0",
            "Character “O” at position 3 does not fit: only digits are allowed, perhaps it is 0",
        ),
        (
            "inn",
            "8827004526",
            "Контрольная цифра не сходится: ожидается 8, если остальные цифры верны",
            "Control digit does not match: 8 expected, if the other digits are right",
        ),
        (
            "inn",
            "860307073214",
            "Контрольные цифры не сходятся: ожидается …88, если остальные цифры верны",
            "Control digits do not match: …88 expected, if the other digits are right",
        ),
        (
            "ogrn",
            "12345678901234",
            "В номере 14 цифр: нужно 13 (ОГРН) или 15 (ОГРНИП)",
            "The number has 14 digits: 13 (OGRN) or 15 (OGRNIP) are needed",
        ),
        (
            "ogrn",
            "304500116000154",
            "Контрольная цифра не сходится: ожидается 7, если остальные цифры верны",
            "Control digit does not match: 7 expected, if the other digits are right",
        ),
        ("kpp", "00170100", "В КПП 8 символов: нужно 9", "The KPP has 8 characters: 9 are needed"),
        (
            "kpp",
            "A01701001",
            "Символ «A» на месте 1 не подходит: буквы бывают только на 5-м и 6-м местах, латинские",
            "Character “A” at position 1 does not fit: letters stand only at positions 5 and 6, in Latin",
        ),
        (
            "kpp",
            "0017АВ001",
            "Кириллица здесь не подходит: введите «АВ» латинскими буквами",
            "Cyrillic letters do not fit here: type “АВ” in Latin letters",
        ),
        ("bic", "04061374", "В БИК 8 цифр: нужно 9", "The BIC has 8 digits: 9 are needed"),
        (
            "account",
            "4070281013825012301",
            "В номере счета 19 символов: нужно 20",
            "The account has 19 characters: 20 are needed",
        ),
        (
            "account",
            "40702D10138250123017",
            "Символ «D» на месте 6 не подходит: здесь бывает цифра или одна из букв A B C E H K M P T X",
            "Character “D” at position 6 does not fit: a digit or one of the letters A B C E H K M P T X belongs here",
        ),
    ] {
        said(&normalise(field, typed).unwrap_err(), russian, english);
    }
}

#[test]
fn an_account_that_does_not_fit_its_bank_leaves_both_open() {
    for (problem, expected) in
        [(settlement("40702810938250123017", "044525225"), 1), (correspondent("30101810500000000225", "044525225"), 4)]
    {
        said(
            &problem.unwrap_err(),
            &format!(
                "Счет не подходит к этому БИК: на 9-м месте ожидается {expected}, если остальные цифры верны; либо \
                 неверен БИК"
            ),
            &format!(
                "The account does not fit this BIC: {expected} expected at position 9, if the other digits are right; \
                 or the BIC is wrong"
            ),
        );
    }
}

#[test]
fn a_kpp_beside_a_persons_inn_is_told_why() {
    said(
        &Problem::KppForPerson,
        "КПП бывает только у организаций: при ИНН из 12 цифр оставьте поле пустым",
        "Only organizations have a KPP: leave it empty with an INN of 12 digits",
    );
}
