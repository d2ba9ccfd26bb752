//! The rules of a save, as sentences.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::values::{Zone, ZoneName};

fn zones() -> Zones {
    Zones::new(vec![Zone::new(ZoneName::parse("Europe/Moscow").unwrap(), 180)])
}

fn stored() -> Draft {
    let mut draft: Draft = Field::ALL.into_iter().map(|field| (field, String::new())).collect();
    for (field, text) in [
        (Field::Name, "New ways company"),
        (Field::Email, "info@newways.test"),
        (Field::CreditLimit, "5000.00"),
        (Field::TimeZone, "Europe/Moscow"),
        (Field::MaxDialogs, "3000"),
        (Field::RequireSecondFactor, "false"),
        (Field::Comply230Fz, "false"),
    ] {
        draft.insert(field, text.to_owned());
    }
    draft
}

fn with(changes: &[(Field, &str)]) -> (Draft, BTreeSet<Field>) {
    let mut draft = stored();
    draft.extend(changes.iter().map(|(field, text)| (*field, (*text).to_owned())));
    (draft, changes.iter().map(|(field, _)| *field).collect())
}

fn checked(changes: &[(Field, &str)]) -> Result<Draft, Invalid> {
    let (draft, changed) = with(changes);
    check(&draft, &changed, &zones(), &BankRecord::default()).map(|checked| checked.fields().clone())
}

#[test]
fn a_change_is_stored_in_its_plain_form() {
    let stored = checked(&[
        (Field::Name, "  New   ways "),
        (Field::Phone, "8 (912) 345-67-89"),
        (Field::CreditLimit, "1\u{a0}234,50"),
        (Field::Account, "4070 2810 1000 0000 0017"),
    ])
    .unwrap();
    assert_eq!(stored[&Field::Name], "New ways");
    assert_eq!(stored[&Field::Phone], "+79123456789");
    assert_eq!(stored[&Field::CreditLimit], "1234.50");
    assert_eq!(stored[&Field::Account], "40702810100000000017");
}

#[test]
fn all_refused_fields_are_told_at_once() {
    let invalid =
        checked(&[(Field::Name, " "), (Field::CreditLimit, "10.005"), (Field::MaxDialogs, "1.5")]).unwrap_err();
    assert_eq!(invalid.fields().collect::<Vec<_>>(), ["credit_limit", "max_dialogs", "name"]);
}

#[test]
fn a_kpp_beside_a_persons_inn_is_refused_whichever_of_them_was_changed() {
    for changes in [[(Field::Inn, "001700000150"), (Field::Kpp, "001701001")]] {
        assert_eq!(checked(&changes).unwrap_err().first("kpp"), Some(&Problem::KppForPerson));
    }
    let mut draft = stored();
    draft.insert(Field::Kpp, "001701001".to_owned());
    draft.insert(Field::Inn, "001700000150".to_owned());
    let invalid = check(&draft, &BTreeSet::from([Field::Inn]), &zones(), &BankRecord::default()).unwrap_err();
    assert_eq!(invalid.first("kpp"), Some(&Problem::KppForPerson));
}

#[test]
fn an_old_fault_of_another_field_does_not_stop_a_save() {
    let mut draft = stored();
    draft.insert(Field::TimeZone, "Europe/Gone".to_owned());
    draft.insert(Field::Inn, "0017000010".to_owned());
    assert!(check(&draft, &BTreeSet::from([Field::Name]), &zones(), &BankRecord::default()).is_ok());
}

fn theirs(edits: &[(Field, &str)]) -> BTreeMap<Field, Theirs> {
    let edit = |original: &str| Theirs { original: original.to_owned(), by: "Anna".to_owned(), at: 7 };
    edits.iter().map(|(field, original)| (*field, edit(original))).collect()
}

fn yours(changes: &[(Field, &str)]) -> Draft {
    changes.iter().map(|(field, text)| (*field, (*text).to_owned())).collect()
}

#[test]
fn different_fields_of_two_people_both_hold() {
    let merge = merge(&stored(), &theirs(&[(Field::Name, "Old ways")]), &yours(&[(Field::Email, "new@newways.test")]));
    assert_eq!(merge.apply, yours(&[(Field::Email, "new@newways.test")]));
    assert!(merge.conflicts.is_empty());
    assert_eq!(merge.kept, [OthersEdit { field: Field::Name, by: "Anna".to_owned() }]);
}

#[test]
fn the_same_field_of_two_people_is_a_choice_between_both_values() {
    let merge = merge(&stored(), &theirs(&[(Field::Name, "Old ways")]), &yours(&[(Field::Name, "My ways")]));
    assert!(merge.apply.is_empty());
    let conflict = &merge.conflicts[0];
    assert_eq!((conflict.theirs.as_str(), conflict.yours.as_str()), ("New ways company", "My ways"));
    assert_eq!((conflict.original.as_str(), conflict.by.as_str()), ("Old ways", "Anna"));
}

#[test]
fn the_same_value_of_two_people_is_no_conflict() {
    let merge = merge(&stored(), &theirs(&[(Field::Name, "Old ways")]), &yours(&[(Field::Name, "New ways company")]));
    assert!(merge.apply.is_empty() && merge.conflicts.is_empty());
}

#[test]
fn halves_of_requisites_are_chosen_together() {
    let mut current = stored();
    current.insert(Field::Bic, "040613746".to_owned());
    let merge =
        merge(&current, &theirs(&[(Field::Bic, "040613748")]), &yours(&[(Field::Account, "40702810400000000025")]));
    let fields: Vec<_> = merge.conflicts.iter().map(|conflict| conflict.field).collect();
    assert_eq!(fields, [Field::Bic, Field::Account]);
    assert_eq!((merge.conflicts[0].theirs.as_str(), merge.conflicts[0].yours.as_str()), ("040613746", "040613748"));
    assert!(merge.apply.is_empty() && merge.kept.is_empty());
}

#[test]
fn a_requisite_that_both_set_alike_stays_so_whoever_is_chosen() {
    let mut current = stored();
    current.insert(Field::Bic, "040613748".to_owned());
    current.insert(Field::Account, "40702810400000000025".to_owned());
    let merge = merge(
        &current,
        &theirs(&[(Field::Bic, "040613746"), (Field::Account, "")]),
        &yours(&[(Field::Bic, "040613748"), (Field::Account, "40702810900000000017")]),
    );
    let sides = |index: usize| {
        let conflict = &merge.conflicts[index];
        (conflict.field, conflict.theirs.as_str(), conflict.yours.as_str(), conflict.original.as_str())
    };
    assert_eq!(sides(0), (Field::Bic, "040613748", "040613748", "040613746"));
    assert_eq!(sides(1), (Field::Account, "40702810400000000025", "40702810900000000017", ""));
    assert!(merge.apply.is_empty() && merge.kept.is_empty());
}

proptest! {
    /// Whatever two people change, nothing is lost: each of your changes is written, already so, or asked about.
    #[test]
    fn no_change_is_ever_dropped_silently(
        mine in proptest::collection::btree_map(0..16usize, "[ab]", 0..6),
        others in proptest::collection::btree_map(0..16usize, "[ab]", 0..6),
    ) {
        let field = |index: &usize| Field::ALL[*index];
        let original: Draft = Field::ALL.into_iter().map(|field| (field, "o".to_owned())).collect();
        let mut current = original.clone();
        current.extend(others.iter().map(|(index, text)| (field(index), text.clone())));
        let theirs: BTreeMap<_, _> = others
            .keys()
            .map(|index| (field(index), Theirs { original: "o".to_owned(), by: "Anna".to_owned(), at: 0 }))
            .collect();
        let yours: Draft = mine.iter().map(|(index, text)| (field(index), text.clone())).collect();
        let merge = merge(&current, &theirs, &yours);
        for (field, value) in &yours {
            let is_written = merge.apply.get(field) == Some(value);
            let is_so_already = current[field] == *value;
            let is_asked = merge.conflicts.iter().any(|conflict| conflict.field == *field);
            prop_assert_eq!(u8::from(is_written) + u8::from(is_so_already) + u8::from(is_asked && !is_so_already), 1);
        }
        for conflict in &merge.conflicts {
            let own = yours.get(&conflict.field).unwrap_or(&original[&conflict.field]);
            prop_assert_eq!(&conflict.yours, own);
        }
        for edit in &merge.kept {
            prop_assert!(theirs.contains_key(&edit.field) && !merge.apply.contains_key(&edit.field));
        }
    }
}

#[test]
fn a_legal_address_in_another_region_than_the_inn_is_worth_a_look() {
    let draft =
        |address: &str| Draft::from([(Field::Inn, "7707083893".to_owned()), (Field::LegalAddress, address.to_owned())]);
    let at_address = |address| {
        let notices = notices(&draft(address), &BankRecord::default());
        notices.iter().any(|notice| notice.field == Field::LegalAddress.wire())
    };
    assert!(at_address("170000, Тверская обл., г. Тверь"));
    assert!(!at_address("г. Москва, ул. Тверская, 1"));
}
