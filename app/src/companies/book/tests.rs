//! The search rule and the orders, on the five companies of the rule's own table.

use search::Query;

use super::*;
use crate::companies::sort::SortKey;
use crate::companies::testing::{company_id, fixture};
use crate::companies::{CompanyForm, Draft, Field, Kind};
use crate::money::{Cause, Suspended};
use crate::values::Version;

fn book() -> Book {
    Book::new(fixture(), company_id(420))
}

fn ids(book: &Book, typed: &str, sort: Option<Sort>) -> Vec<i64> {
    let rows = book.view(&Query::parse(typed), sort);
    rows.into_iter().map(|row| book.list().row(row as usize).id().value()).collect()
}

#[test]
fn ones_own_company_is_first_only_in_the_default_order() {
    let book = book();
    assert_eq!(ids(&book, "", None), [420, 142, 42, 7, 1000]);
    assert_eq!(ids(&book, "", Some(Sort::ascending(SortKey::Company))), [142, 420, 42, 7, 1000]);
    assert_eq!(ids(&book, "", Some(Sort::descending(SortKey::Company))), [1000, 7, 42, 420, 142]);
}

#[test]
fn every_column_sorts_by_its_value_and_ties_stand_by_id() {
    let book = book();
    for (sort, expected) in [
        ("id", [7, 42, 142, 420, 1000]),
        ("-id", [1000, 420, 142, 42, 7]),
        ("balance", [142, 7, 42, 1000, 420]),
        ("-balance", [420, 42, 1000, 7, 142]),
        ("limit", [42, 420, 1000, 7, 142]),
        ("-limit", [142, 7, 42, 420, 1000]),
        ("status", [7, 42, 420, 1000, 142]),
        ("-status", [142, 7, 42, 420, 1000]),
        ("zone", [1000, 7, 420, 142, 42]),
        ("employees", [7, 42, 142, 420, 1000]),
        ("-employees", [1000, 420, 142, 42, 7]),
        ("inn", [1000, 420, 7, 42, 142]),
        ("runway", [42, 142, 1000, 420, 7]),
        ("-runway", [7, 420, 42, 142, 1000]),
    ] {
        assert_eq!(ids(&book, "", sort.parse().ok()), expected, "{sort}");
    }
}

#[test]
fn a_company_whose_id_is_the_query_comes_first_in_any_order() {
    let book = book();
    for sort in [None, Some(Sort::ascending(SortKey::Id)), Some(Sort::descending(SortKey::Balance))] {
        assert_eq!(ids(&book, "42", sort)[0], 42, "{sort:?}");
        assert_eq!(ids(&book, "42", sort).len(), 3);
    }
}

#[test]
fn every_searchable_column_is_found() {
    let book = book();
    for (typed, expected) in [
        ("new", &[7][..]),
        ("info@newways", &[7]),
        ("+7 (912) 345-67-89", &[7]),
        ("0017000016", &[7]),
        ("0017000016/001701001", &[7]),
        ("040613748", &[42]),
        ("пример банк", &[42, 7]),
        ("30101810900000000748", &[42]),
        ("40702810100000000017", &[7]),
        ("Зелёная, д. 5", &[42]),
        ("а/я 17 Образцов", &[420]),
        ("1250,00", &[7]),
        ("приостановлена", &[142]),
        ("suspended", &[142]),
        ("samara", &[142]),
        ("владивосток", &[42]),
        ("x1000@nothing", &[1000]),
        ("_", &[]),
    ] {
        assert_eq!(ids(&book, typed, None), expected, "{typed}");
    }
}

#[test]
fn another_keyboard_layout_is_offered_but_not_applied() {
    let book = book();
    assert_eq!(ids(&book, "hjvfirf", None), [0_i64; 0]);
    assert_eq!(book.suggestion("hjvfirf"), Some(Suggestion { query: "ромашка".to_owned(), count: 1 }));
    assert_eq!(book.suggestion("romantic"), None);
}

#[test]
fn the_totals_are_those_of_the_rows_shown() {
    let book = book();
    let totals = |typed: &str| book.totals(&book.view(&Query::parse(typed), None));
    assert_eq!(totals(""), Totals { balance: Kopecks::new(-995_050), credit_limit: Kopecks::new(1_300_000) });
    assert_eq!(totals("new").balance, Kopecks::new(-125_000));
    assert_eq!(totals("_"), Totals::default());
}

#[test]
fn a_saved_company_is_found_by_its_new_values_and_moves_to_its_new_place() {
    let mut book = book();
    let fields = Draft::from([
        (Field::Name, "Ёжик".to_owned()),
        (Field::NotificationThreshold, String::new()),
        (Field::TimeZone, "UTC".to_owned()),
    ]);
    book.saved(&CompanyForm {
        id: company_id(7),
        version: Version::FIRST,
        kind: Kind::Affiliate,
        is_own: false,
        is_confirmed: true,
        balance: Kopecks::new(-951),
        credit_limit: Kopecks::new(950),
        effective_limit: Kopecks::ZERO,
        suspended: Some(Suspended { cause: Cause::Credit, since: 0, offset_minutes: 0 }),
        ground: None,
        fields,
        administrators: Vec::new(),
    });
    assert_eq!(ids(&book, "", None), [420, 142, 7, 42, 1000]);
    assert_eq!(ids(&book, "ежик", None), [7]);
    assert_eq!(ids(&book, "new company", None), [0_i64; 0]);
    assert_eq!(ids(&book, "suspended utc", None), [7]);
    assert_eq!(ids(&book, "info@newways", None), [7], "what the form does not hold stays");
    assert_eq!(ids(&book, "", Some(Sort::ascending(SortKey::Balance)))[..2], [142, 7]);
    assert!(CompanyList::decode(&book.list().encode()).is_some_and(|list| list == *book.list()));
}

#[test]
fn reading_in_slices_gives_the_same_book() {
    let mut building = Building::new(fixture(), company_id(420));
    while !building.advance(2) {}
    let sliced = building.finish();
    for typed in ["", "пример", "42"] {
        assert_eq!(ids(&sliced, typed, None), ids(&book(), typed, None));
    }
}
