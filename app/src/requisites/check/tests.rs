//! What refuses a save, and what does not, alone and against the directory.

use super::*;
use crate::requisites::NoticeKind as N;
use crate::requisites::sample::{record, record_with};

pub(in crate::requisites) fn draft(
    inn: &str,
    kpp: &str,
    bic: &str,
    account: &str,
    correspondent: &str,
) -> RequisitesDraft {
    RequisitesDraft {
        inn: inn.to_owned(),
        kpp: kpp.to_owned(),
        correspondent_account: correspondent.to_owned(),
        bic: bic.to_owned(),
        account: account.to_owned(),
    }
}

fn refused(typed: &RequisitesDraft, record: &BankRecord) -> Vec<String> {
    let invalid = typed.check(record).err().unwrap_or_default();
    invalid.fields().map(str::to_owned).collect()
}

#[test]
fn everything_may_be_empty() {
    assert_eq!(RequisitesDraft::default().check(&BankRecord::default()).unwrap(), Requisites::default());
    assert_eq!(Requisites::default().notices(&BankRecord::default()), []);
}

#[test]
fn a_kpp_beside_a_persons_inn_is_refused_even_while_the_inn_is_wrong() {
    for inn in ["001700000150", "001700000151"] {
        let invalid = draft(inn, "001701001", "", "", "").check(&BankRecord::default()).unwrap_err();
        assert_eq!(invalid.problems("kpp"), [Problem::KppForPerson], "{inn}");
    }
    assert_eq!(refused(&draft("001700000150", "", "", "", ""), &BankRecord::default()), [""; 0]);
}

#[test]
fn every_refusal_is_reported_at_once() {
    let typed = draft("8827004526", "A01701001", "04061374", "1", "30101810300000000746");
    assert_eq!(refused(&typed, &BankRecord::default()), ["account", "bic", "inn", "kpp"]);
}

#[test]
fn keys_are_checked_against_the_bic() {
    let typed = draft("", "", "040613747", "40702810100000000017", "30101810300000000746");
    let invalid = typed.check(&BankRecord::default()).unwrap_err();
    assert!(matches!(invalid.first("account"), Some(Problem::AccountKey { .. })));
    assert_eq!(invalid.first("correspondent_account"), None, "one unit serves both banks");
    let wrong = draft("", "", "040613746", "", "30101810400000000746");
    let invalid = wrong.check(&BankRecord::default()).unwrap_err();
    let expected = Problem::AccountKey { expected: 3, position: 9 };
    assert_eq!(invalid.first("correspondent_account"), Some(&expected));
}

#[test]
fn a_wrong_key_refuses_at_credit_organizations_and_unknown_bics_alone() {
    let typed = draft("", "", "040613746", "40702810200000000017", "");
    let refused_at = |kind: &str| {
        let record = record_with("040613746", |bank| bank.participant_type = kind.to_owned());
        !refused(&typed, &record).is_empty()
    };
    for kind in ["20", "30"] {
        assert!(refused_at(kind), "{kind}");
    }
    for kind in ["00", "10", "12", "15", "40", "51", "52", "65", "71", "75", "90", "99", "16", "??"] {
        assert!(!refused_at(kind), "{kind}");
    }
    for unknown in [BankRecord::default(), record("040613799"), record("040613001")] {
        assert_eq!(refused(&typed, &unknown), ["account"], "a record of another BIC is no record of this one");
    }
}

#[test]
fn a_wrong_key_of_a_correspondent_account_refuses_whatever_the_bank_is() {
    let typed = draft("", "", "040613749", "", "30101810300000000749");
    assert_eq!(refused(&typed, &record("040613749")), ["correspondent_account"]);
}

#[test]
fn the_unit_that_the_directory_names_decides_the_key() {
    let held_at_unit = draft("", "", "040613747", "40503810800000000750", "40503810800000000750");
    assert_eq!(refused(&held_at_unit, &record("040613747")), [""; 0]);
    assert_eq!(refused(&held_at_unit, &BankRecord::default()), ["account", "correspondent_account"]);
    let unit_not_told = record_with("040613747", |bank| bank.accounts.iter_mut().for_each(|one| one.unit = None));
    let invalid = held_at_unit.check(&unit_not_told).unwrap_err();
    assert_eq!(invalid.first("account"), Some(&Problem::AccountKey { expected: 9, position: 9 }));
}

#[test]
fn a_bank_of_a_revoked_licence_still_saves() {
    let typed = draft("", "", "040613749", "", "30101810200000000749");
    assert!(typed.check(&record("040613749")).is_ok());
}

#[test]
fn notices_stand_beside_refusals_but_not_at_a_refused_field() {
    let kinds = |typed: &RequisitesDraft| -> Vec<N> {
        typed.notices(&record(&typed.bic)).into_iter().map(|notice| notice.kind).collect()
    };
    let typed = draft("0017000017", "00170100", "040613749", "", "");
    assert_eq!(kinds(&typed), [N::LicenceRevoked, N::InLiquidation]);
    let typed = draft("0017000016", "00170100", "04061374", "40702810100000000017", "");
    assert_eq!(kinds(&typed), [], "neither is missing: both are wrong");
}
