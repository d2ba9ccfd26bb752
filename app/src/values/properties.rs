//! What holds for any input whatever: nothing panics, and a parsed value parses to itself.

use proptest::prelude::*;

use super::{
    Address, BankName, CompanyId, CompanyName, CreditLimit, Email, FullName, Kopecks, Lang, MaxDialogs, NewPassword,
    Phone, Problem, Slug, Strength, Threshold, ZoneName, Zones, message,
};
use crate::requisites::{BankRecord, Bic, CorrespondentAccount, Inn, Kpp, Ogrn, RequisitesDraft, SettlementAccount};

/// Text near enough to real input to get past the first check, mixed with anything.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9+() .,\u{a0}\u{2212}-]{0,24}",
        "[A-Za-zА-яЁё0-9 @._+/-]{0,40}",
        "[a\u{0}\u{202e}\u{200b}\u{feff}\u{301}🦌\u{200d}\n\r\t ]{0,20}",
        "[a-z0-9.]{1,9}@[a-zа-я0-9.-]{1,12}",
    ]
}

/// The messages of a refusal are words in both languages; a value parses to itself.
fn holds<T: PartialEq + std::fmt::Debug + ToString>(parse: impl Fn(&str) -> Result<T, Problem>, raw: &str) {
    match parse(raw) {
        Ok(value) => assert_eq!(parse(&value.to_string()).as_ref(), Ok(&value), "{raw:?}"),
        Err(problem) => {
            assert!(message(&problem, Lang::Ru).chars().count() > 10, "{problem:?}");
            assert!(message(&problem, Lang::En).chars().count() > 10, "{problem:?}");
            let json = serde_json::to_string(&problem).unwrap();
            assert_eq!(serde_json::from_str::<Problem>(&json).unwrap(), problem);
        }
    }
}

/// A threshold as its field would show it again.
#[derive(Debug, PartialEq)]
struct Shown(Option<Kopecks>);

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.map_or(Ok(()), |amount| amount.fmt(f))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn parsing_never_panics_and_is_idempotent(raw in hostile()) {
        holds(Address::parse, &raw);
        holds(BankName::parse, &raw);
        holds(CompanyName::parse, &raw);
        holds(FullName::parse, &raw);
        holds(Email::parse, &raw);
        holds(Phone::parse, &raw);
        holds(Slug::parse, &raw);
        holds(ZoneName::parse, &raw);
        holds(MaxDialogs::parse, &raw);
        holds(CompanyId::parse, &raw);
        holds(|raw| CreditLimit::parse(raw).map(CreditLimit::kopecks), &raw);
        holds(|raw| Threshold::parse(raw).map(|threshold| Shown(threshold.kopecks())), &raw);
        holds(Kopecks::parse_amount, &raw);
        holds(Inn::parse, &raw);
        holds(Kpp::parse, &raw);
        holds(Ogrn::parse, &raw);
        holds(Bic::parse, &raw);
        holds(SettlementAccount::parse, &raw);
        holds(CorrespondentAccount::parse, &raw);
    }

    #[test]
    fn the_helpers_take_any_text(raw in hostile(), other in hostile()) {
        let _ = Lang::from_accept_language(&raw);
        let _ = super::email::typo_hint(&raw);
        let _ = Strength::of(&raw);
        let _ = NewPassword::parse(&raw, &[&other, "New ways"], super::common_passwords::is_common);
        let _ = Zones::default().matches(&raw).count();
        let draft = RequisitesDraft { inn: raw.clone(), bic: other, account: raw, ..Default::default() };
        let _ = draft.check(&BankRecord::default()).map(|requisites| requisites.notices(&BankRecord::default()));
    }

    #[test]
    fn money_survives_every_way_it_is_shown(kopecks in -i64::MAX..=i64::MAX) {
        let amount = Kopecks::new(kopecks);
        for lang in [Lang::Ru, Lang::En] {
            prop_assert_eq!(Kopecks::parse_amount(&amount.shown(lang).to_string()), Ok(amount));
            prop_assert_eq!(Kopecks::parse_amount(&amount.editable(lang)), Ok(amount));
        }
        prop_assert_eq!(Kopecks::parse_amount(&amount.to_string()), Ok(amount));
    }

    #[test]
    fn a_shown_phone_is_the_same_phone(digits in "[1-9][0-9]{6,14}") {
        if let Ok(phone) = Phone::parse(&format!("+{digits}")) {
            prop_assert_eq!(Phone::parse(&phone.shown()), Ok(phone));
        }
    }

    #[test]
    fn any_phrase_of_fifteen_characters_may_be_a_password(phrase in "[абвгд]{5} [xyz#!]{5} [QWZ]{3}") {
        prop_assert!(NewPassword::parse(&phrase, &["New ways"], super::common_passwords::is_common).is_ok());
    }
}

#[test]
fn a_megabyte_is_refused_quickly_by_every_field() {
    let megabyte = "a1 ".repeat(350_000);
    assert!(CompanyName::parse(&megabyte).is_err());
    assert!(FullName::parse(&megabyte).is_err());
    assert!(Email::parse(&megabyte).is_err());
    assert!(Phone::parse(&megabyte).is_err());
    assert!(Address::parse(&megabyte).is_err());
    assert!(NewPassword::parse(&megabyte, &[], |_| false).is_err());
    assert!(Inn::parse(&megabyte).is_err());
    assert!(Kopecks::parse_amount(&"1".repeat(1_000_000)).is_err());
}
