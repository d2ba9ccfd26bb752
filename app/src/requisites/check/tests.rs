//! The checks across fields.

use super::*;
use crate::requisites::{Level, NoticeKind};

fn draft(inn: &str, kpp: &str, bic: &str, account: &str, correspondent: &str) -> RequisitesDraft {
    RequisitesDraft {
        inn: inn.to_owned(),
        kpp: kpp.to_owned(),
        correspondent_account: correspondent.to_owned(),
        bic: bic.to_owned(),
        account: account.to_owned(),
    }
}

fn kinds(draft: &RequisitesDraft) -> Vec<(&'static str, Level, NoticeKind)> {
    let notices = draft.check().unwrap().notices();
    notices.into_iter().map(|notice| (notice.field, notice.level, notice.kind)).collect()
}

#[test]
fn everything_may_be_empty() {
    assert_eq!(RequisitesDraft::default().check().unwrap(), Requisites::default());
    assert!(Requisites::default().notices().is_empty());
}

#[test]
fn a_complete_set_passes_without_a_notice() {
    let typed = draft("0017000016", "001701001", "040613746", "40702810100000000017", "30101810300000000746");
    assert_eq!(kinds(&typed), []);
    let json = serde_json::to_string(&typed.check().unwrap()).unwrap();
    assert_eq!(serde_json::from_str::<Requisites>(&json).unwrap(), typed.check().unwrap());
}

#[test]
fn a_kpp_beside_a_persons_inn_is_refused_even_while_the_inn_is_wrong() {
    for inn in ["001700000150", "001700000151"] {
        let invalid = draft(inn, "001701001", "", "", "").check().unwrap_err();
        assert_eq!(invalid.problems("kpp"), [Problem::KppForPerson], "{inn}");
    }
    assert!(draft("001700000150", "", "", "", "").check().is_ok());
}

#[test]
fn every_refusal_is_reported_at_once() {
    let typed = draft("8827004526", "A01701001", "04061374", "1", "30101810300000000746");
    let invalid = typed.check().unwrap_err();
    assert_eq!(invalid.fields().collect::<Vec<_>>(), ["account", "bic", "inn", "kpp"]);
}

#[test]
fn keys_are_checked_against_the_bic() {
    let typed = draft("", "", "040613747", "40702810100000000017", "30101810300000000746");
    let invalid = typed.check().unwrap_err();
    assert!(matches!(invalid.first("account"), Some(Problem::AccountKey { .. })));
    assert_eq!(invalid.first("correspondent_account"), None, "one unit serves both banks");
    let wrong = draft("", "", "040613746", "", "30101810400000000746");
    let invalid = wrong.check().unwrap_err();
    let expected = Problem::AccountKey { expected: 3, position: 9 };
    assert_eq!(invalid.first("correspondent_account"), Some(&expected));
}

#[test]
fn doubtful_sets_are_saved_with_a_notice() {
    use Level::{Neutral, Warning};
    for (typed, expected) in [
        (draft("0017000016", "", "", "", ""), ("kpp", Warning, NoticeKind::KppMissing)),
        (draft("", "", "", "40702810100000000017", ""), ("account", Warning, NoticeKind::KeyUnchecked)),
        (draft("", "", "", "", "30101810300000000746"), ("correspondent_account", Warning, NoticeKind::KeyUnchecked)),
        (
            draft("", "", "040613747", "", "30101810300000000746"),
            ("correspondent_account", Warning, NoticeKind::OtherBankEnding { expected: "747".to_owned() }),
        ),
        (
            draft("001700000150", "", "040613746", "40702810100000000017", ""),
            ("account", Warning, NoticeKind::OrganizationAccountOfPerson),
        ),
        (
            draft("0017000016", "001701001", "040613746", "40802810500000000041", ""),
            ("account", Warning, NoticeKind::PersonAccountOfOrganization),
        ),
        (
            draft("", "", "040613746", "40702840900000000041", ""),
            ("account", Neutral, NoticeKind::ForeignCurrency { code: "840".to_owned() }),
        ),
        (
            draft("0017000016", "774301001", "", "", ""),
            ("kpp", Neutral, NoticeKind::OtherRegion { inn: "00".to_owned(), kpp: "77".to_owned() }),
        ),
    ] {
        assert_eq!(kinds(&typed), [expected]);
    }
}
