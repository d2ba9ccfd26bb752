//! The notices, rule by rule.

use super::NoticeKind as N;
use super::*;
use crate::requisites::RequisitesDraft;
use crate::requisites::check::draft;
use crate::requisites::sample::{DAY, record, record_with};
use Level::{Alarm, Neutral, Warning};

mod words;

const CORRESPONDENT: &str = "correspondent_account";

/// All notices but those of an absent directory.
fn of(typed: &RequisitesDraft, record: &BankRecord) -> Vec<(&'static str, Level, NoticeKind)> {
    let notices = typed.check(record).unwrap().notices(record).into_iter();
    notices.filter(|one| one.kind != N::BankUnchecked).map(|one| (one.field, one.level, one.kind)).collect()
}

fn at_bank(bic: &str, correspondent: &str) -> RequisitesDraft {
    draft("", "", bic, "", correspondent)
}

#[test]
fn a_complete_set_passes_without_a_notice() {
    let typed = draft("0017000016", "001701001", "040613746", "40702810100000000017", "30101810300000000746");
    assert_eq!(of(&typed, &record("040613746")), []);
    assert_eq!(of(&typed, &BankRecord::default()), []);
}

#[test]
fn doubtful_sets_are_saved_with_a_notice() {
    for (typed, expected) in [
        (draft("0017000016", "", "", "", ""), ("kpp", Warning, N::KppMissing)),
        (draft("", "", "", "40702810100000000017", ""), ("account", Warning, N::KeyUnchecked)),
        (at_bank("", "30101810300000000746"), (CORRESPONDENT, Warning, N::KeyUnchecked)),
        (
            at_bank("040613747", "30101810300000000746"),
            (CORRESPONDENT, Warning, N::OtherBankEnding { expected: "747".to_owned() }),
        ),
        (
            draft("001700000150", "", "040613746", "40702810100000000017", ""),
            ("account", Warning, N::OrganizationAccountOfPerson),
        ),
        (
            draft("0017000016", "001701001", "040613746", "40802810500000000041", ""),
            ("account", Warning, N::PersonAccountOfOrganization),
        ),
        (
            draft("", "", "040613746", "40702840900000000041", ""),
            ("account", Neutral, N::ForeignCurrency { code: "840".to_owned() }),
        ),
        (
            draft("0017000016", "774301001", "", "", ""),
            ("kpp", Neutral, N::OtherRegion { inn: "00".to_owned(), kpp: "77".to_owned() }),
        ),
    ] {
        assert_eq!(of(&typed, &BankRecord::default()), [expected]);
    }
}

#[test]
fn a_largest_taxpayer_is_registered_at_no_region() {
    assert_eq!(of(&draft("0017000016", "990150001", "", "", ""), &BankRecord::default()), []);
    assert_eq!(of(&draft("0017000016", "990101001", "", "", ""), &BankRecord::default()).len(), 1);
}

#[test]
fn a_wrong_key_is_noticed_where_it_does_not_refuse() {
    let typed = draft("", "", "010613900", "40702810200000000017", "40102810500000000001");
    let noticed = of(&typed, &record("010613900"));
    assert_eq!(noticed, [("account", Warning, N::KeyDoubtful { expected: 7, position: 9 })]);
}

#[test]
fn an_account_that_is_not_the_directorys_is_offered_the_directorys() {
    for typed in ["30101810300000000746", "30101810500002000748"] {
        let record = record("040613748");
        let noticed = of(&at_bank("040613748", typed), &record);
        let kind = N::OtherThanDirectory { accounts: vec!["30101810900000000748".to_owned()] };
        assert_eq!(noticed, [(CORRESPONDENT, Warning, kind.clone())], "{typed}");
        assert_eq!(Notice::warning(CORRESPONDENT, kind).offers(), ["30101810900000000748"]);
    }
    assert_eq!(of(&at_bank("040613748", "30101810900000000748"), &record("040613748")), []);
}

#[test]
fn what_cannot_be_filled_in_from_the_directory_is_told() {
    assert_eq!(of(&at_bank("040613752", ""), &record("040613752")), [(CORRESPONDENT, Neutral, N::NoDirectoryAccount)]);
    let treasury = of(&at_bank("010613900", ""), &record("010613900"));
    let kind = N::TreasuryAccount { account: "40102810500000000001".to_owned() };
    assert_eq!(treasury, [(CORRESPONDENT, Neutral, kind)]);
    assert_eq!(of(&at_bank("010613900", "40102810500000000001"), &record("010613900")), []);
    assert_eq!(of(&at_bank("040613748", ""), &record("040613748")), []);
}

#[test]
fn an_account_closed_since_is_noticed() {
    let closed = record_with("040613746", |bank| bank.accounts.iter_mut().for_each(|one| one.is_open = false));
    let noticed = of(&at_bank("040613746", "30101810300000000746"), &closed);
    assert_eq!(noticed, [(CORRESPONDENT, Warning, N::AccountClosed)]);
}

#[test]
fn a_bic_is_looked_for_in_the_directory_that_is_loaded() {
    let typed = at_bank("040613799", "");
    let missing = N::BicNotInDirectory { day: DAY.to_owned() };
    assert_eq!(of(&typed, &record("040613799")), [("bic", Warning, missing)]);
    assert_eq!(of(&typed, &record("040613746")), [], "an answer about another BIC");
    let unchecked = typed.notices(&BankRecord::default());
    assert_eq!(unchecked, [Notice::neutral("bic", N::BankUnchecked)]);
}

#[test]
fn a_bank_that_can_hardly_be_paid_is_an_alarm() {
    let typed = at_bank("040613746", "30101810300000000746");
    let changed = |change: &dyn Fn(&mut crate::requisites::Bank)| of(&typed, &record_with("040613746", change));
    assert_eq!(changed(&|bank| bank.participant_type = "90".to_owned()), [("bic", Alarm, N::InLiquidation)]);
    assert_eq!(changed(&|bank| bank.participant_type = "99".to_owned()), [("bic", Alarm, N::OutsidePaymentSystem)]);
    assert_eq!(changed(&|bank| bank.restrictions = vec!["LWRS".to_owned()]), [("bic", Alarm, N::LicenceRevoked)]);
    let gone = N::EntryEnded { day: "2026-11-23".to_owned() };
    assert_eq!(changed(&|bank| bank.date_out = Some("2026-11-23".to_owned())), [("bic", Alarm, gone)]);
    assert_eq!(changed(&|bank| bank.date_out = Some("2026-11-24".to_owned())), [], "today it still stands");
    let revoked = of(&at_bank("040613749", "30101810200000000749"), &record("040613749"));
    assert_eq!(revoked, [("bic", Alarm, N::LicenceRevoked), ("bic", Alarm, N::InLiquidation)]);
}

#[test]
fn other_restrictions_are_named_as_they_stand() {
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    let record = record_with("040613746", |bank| {
        bank.restrictions = codes(&["URRS", "LWRS", "FOCL"]);
        bank.accounts[0].restrictions = codes(&["CLRS"]);
    });
    let noticed = of(&at_bank("040613746", "30101810300000000746"), &record);
    assert_eq!(
        noticed,
        [
            ("bic", Alarm, N::LicenceRevoked),
            ("bic", Warning, N::Restricted { codes: codes(&["URRS", "FOCL"]) }),
            (CORRESPONDENT, Warning, N::Restricted { codes: codes(&["CLRS"]) }),
        ]
    );
}

#[test]
fn a_restriction_of_the_account_itself_stands_at_the_account() {
    let record = record_with("040613747", |bank| bank.accounts[1].restrictions = vec!["FOCL".to_owned()]);
    let noticed = of(&draft("", "", "040613747", "40503810800000000750", ""), &record);
    assert_eq!(noticed, [("account", Warning, N::Restricted { codes: vec!["FOCL".to_owned()] })]);
}
