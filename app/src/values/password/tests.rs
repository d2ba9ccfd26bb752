//! The password rules, each refusal by its reason.

use super::*;
use crate::values::common_passwords::is_common;

fn parse(raw: &str) -> Result<NewPassword, Problem> {
    let context = ["New ways company", "Анна Ёлкина-Мар", "anna.m"];
    NewPassword::parse(raw, &context, is_common)
}

#[test]
fn length_counts_characters_from_8_to_256() {
    assert_eq!(parse(""), Err(Problem::Required));
    assert_eq!(parse("Zq7#kß!"), Err(Problem::TooShort { min: 8, actual: 7 }));
    assert!(parse("пр0ст☂ до").is_ok());
    assert!(parse(&"пx4 ".repeat(64)).is_ok());
    assert_eq!(parse(&"x".repeat(257)), Err(Problem::TooLong { max: 256, actual: 257 }));
}

#[test]
fn nothing_is_trimmed_and_no_kind_of_character_is_demanded() {
    let long = " сорок белых лошадей идут по мосту and then some more letters x ";
    assert_eq!(parse(long).unwrap().reveal(), long);
    assert!(parse("correcthorsebatterystaple").is_ok());
    assert!(parse("83051749264").is_ok());
}

#[test]
fn common_passwords_are_refused() {
    for raw in ["12345678", "password1", "Password1", "qwertyuiop", "йцукенгш", "parol123", "1q2w3e4r"] {
        assert_eq!(parse(raw), Err(Problem::PasswordCommon), "{raw}");
    }
}

#[test]
fn what_anyone_could_know_plus_digits_is_refused() {
    for (raw, word) in [
        ("kontora2026", "kontora"),
        ("Контора-2026", "контора"),
        ("newwayscompany1", "newwayscompany"),
        ("New ways company 1", "newwayscompany"),
        ("2026companyways", "company"),
        ("annaKontora7", "anna"),
        ("анна1990елкина", "анна"),
        ("company company", "company"),
    ] {
        let refused = parse(raw).unwrap_err();
        assert!(matches!(&refused, Problem::PasswordFromContext { .. }), "{raw}: {refused}");
        let Problem::PasswordFromContext { word: named } = refused else {
            continue;
        };
        assert!(named == word || word.starts_with(&named), "{raw}: {named}");
    }
    assert!(parse("kontora-demo-2026").is_ok());
    assert!(parse("annaxylophone").is_ok());
}

#[test]
fn a_password_is_not_printed() {
    assert_eq!(format!("{:?}", parse("correct horse").unwrap()), "NewPassword(…)");
}
