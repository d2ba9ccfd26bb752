use std::fmt::Write as _;
use std::{env, fs};

use super::*;
use crate::values::Lang;
use crate::words::rights as words;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/rights.md");

#[test]
fn the_strongest_role_counts_and_an_operator_is_one_at_the_platform_only() {
    use Role::{Administrator as A, ChatOperator as C, Operator as O};
    for (roles, kind, standing) in [
        (&[C, A, O][..], Kind::Platform, Some(Standing::Operator)),
        (&[A], Kind::Platform, Some(Standing::Administrator)),
        (&[C, A], Kind::Reseller, Some(Standing::ResellerAdministrator)),
        (&[A], Kind::Affiliate, Some(Standing::Administrator)),
        (&[C], Kind::Reseller, Some(Standing::ChatOperator)),
        (&[O, C], Kind::StandAlone, Some(Standing::ChatOperator)),
        (&[O], Kind::StandAlone, None),
        (&[], Kind::Platform, None),
    ] {
        assert_eq!(Standing::of(roles, kind), standing, "{roles:?} at {kind:?}");
    }
}

#[test]
fn every_right_is_read_back_by_its_name_and_the_standings_are_the_columns() {
    for right in Right::ALL {
        assert_eq!(Right::parse(right.as_str()), Some(right));
    }
    assert_eq!(Right::parse("administrator"), None);
    assert!(Standing::ALL.iter().enumerate().all(|(column, standing)| *standing as usize == column));
}

/// `INSTA_UPDATE=always` writes the page anew, as it does with snapshots.
#[test]
fn the_page_of_rights_is_this_table() {
    let page = page();
    if env::var("INSTA_UPDATE").is_ok_and(|wish| wish == "always") {
        fs::write(PAGE, &page).unwrap();
    }
    assert_eq!(fs::read_to_string(PAGE).unwrap_or_default(), page, "docs/rights.md is out of date");
}

fn page() -> String {
    let mut page = String::from(
        "# Who may do what\n\nMade from `app/src/people/rights.rs`, which the pages and the operations decide by. \
         A person stands by the strongest of their roles; rights are read at each request.\n\n| Right |",
    );
    for standing in Standing::ALL {
        let _ = write!(page, " {} |", words::standing(standing, Lang::En));
    }
    page.push_str("\n|---|---|---|---|---|\n");
    for right in Right::ALL {
        let name = words::right(right, Lang::En);
        let _ = write!(page, "| {} (`{}`) |", name, right.as_str());
        for standing in Standing::ALL {
            let extent = right.extent(standing).map_or("–", |extent| words::extent(extent, Lang::En));
            let _ = write!(page, " {extent} |");
        }
        page.push('\n');
    }
    page
}
