//! What the demo promises, seen by those who sign in to it.

use std::collections::BTreeSet;

use app::companies::list::Status;
use serde_json::json;

use super::companies::{list, open, row};
use crate::support::{Kontora, demo, stories};

stories![
    Empty;
    everybody_who_is_promised_can_sign_in,
    the_reseller_has_affiliates_in_every_standing_and_zone,
    the_promised_companies_are_where_they_should_be,
    the_same_seed_gives_the_same_data_and_another_one_others,
    demo_data_are_made_once,
    every_record_of_the_demo_can_be_saved_as_it_is,
];

async fn everybody_who_is_promised_can_sign_in(kontora: Kontora) {
    kontora.store().fill_demo(30, 1).await.unwrap();
    let sibir = 33;
    for (who, company) in
        [("operator", 1), ("reseller", 2), ("affiliate", 3), ("chat", 2), ("sibir", sibir), ("single", sibir + 11)]
    {
        let me = kontora.signed_in(who).await.call("me", json!({})).await.ok();
        assert_eq!(me["company_id"], company, "{who}");
        assert_eq!(me["warn_of_demo"], false, "the address is local");
    }
}

async fn the_reseller_has_affiliates_in_every_standing_and_zone(kontora: Kontora) {
    kontora.store().fill_demo(300, 1).await.unwrap();
    let list = list(&mut kontora.signed_in("reseller").await).await;
    assert_eq!(list.len(), 301);
    let count = |status| list.rows().filter(|row| row.numbers().status() == status).count();
    assert!(
        count(Status::Suspended) >= 4 && count(Status::LowBalance) >= 1 && count(Status::AwaitingConfirmation) >= 1
    );
    assert!(list.rows().any(|row| row.numbers().balance.value() < 0 && row.numbers().status() == Status::Active));
    let offsets: BTreeSet<i16> = list.rows().map(|row| row.zone().offset_minutes).collect();
    assert!(offsets.len() >= 8, "{offsets:?}");
    let affiliates = list.rows().filter(|row| row.id().value() != 2);
    let employees: BTreeSet<u32> = affiliates.map(|row| row.numbers().employees).collect();
    assert_eq!((employees.first(), employees.last()), (Some(&1), Some(&12)));
    let is_cyrillic = |name: &str| name.chars().any(|letter| ('а'..='я').contains(&letter));
    let cyrillic = list.rows().filter(|row| is_cyrillic(row.name())).count();
    assert!((50..250).contains(&cyrillic), "{cyrillic} Russian names of 301");
}

async fn the_promised_companies_are_where_they_should_be(kontora: Kontora) {
    kontora.store().fill_demo(demo::AFFILIATES, 7).await.unwrap();
    let list = list(&mut kontora.signed_in("operator").await).await;
    assert_eq!(list.len(), 28);
    let name = |id| row(&list, id).name().to_owned();
    assert_eq!((name(demo::NEW_WAYS).as_str(), name(demo::SIBIR).as_str()), ("New ways partner", "Sibir Connect"));
    assert_eq!(list.rows().filter(|row| row.name() == "New ways company").count(), 1);
    for (slug, name) in [("newways", "New ways partner"), ("sibir", "Sibir Connect")] {
        assert!(kontora.browser_at(slug).get("/register/").await.is(200).text().contains(name));
    }
}

async fn the_same_seed_gives_the_same_data_and_another_one_others(kontora: Kontora) {
    kontora.store().fill_demo(demo::AFFILIATES, 42).await.unwrap();
    let first = list(&mut kontora.signed_in("operator").await).await;
    for (seed, is_same) in [(42, true), (43, false)] {
        for table in [
            "DELETE FROM audit_event",
            "DELETE FROM bank_import",
            "DELETE FROM bank_account",
            "DELETE FROM bank",
            "DELETE FROM session",
            "DELETE FROM known_device",
            "DELETE FROM person_role",
            "DELETE FROM person",
            "DELETE FROM ledger_entry",
            "DELETE FROM threshold",
            "DELETE FROM suspension",
            "DELETE FROM suspension_event",
            "DELETE FROM counter WHERE name = 'demo'",
            "DELETE FROM party",
            "DELETE FROM company WHERE reseller_id IS NOT NULL",
            "DELETE FROM company",
            "UPDATE counter SET value = 0",
        ] {
            kontora.database.execute(table).await.unwrap();
        }
        kontora.store().fill_demo(demo::AFFILIATES, seed).await.unwrap();
        let again = kontora.restarted().await;
        assert_eq!(list(&mut again.signed_in("operator").await).await == first, is_same, "seed {seed}");
        again.store().close().await;
    }
}

async fn demo_data_are_made_once(kontora: Kontora) {
    kontora.store().fill_demo(demo::AFFILIATES, 1).await.unwrap();
    assert!(kontora.store().fill_demo(demo::AFFILIATES, 1).await.is_err());
    for size in [0, 1_000_001] {
        assert!(kontora.store().fill_demo(size, 1).await.is_err());
    }
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM company").await, 28);
}

async fn every_record_of_the_demo_can_be_saved_as_it_is(kontora: Kontora) {
    kontora.store().fill_demo(40, 3).await.unwrap();
    let mut operator = kontora.signed_in("operator").await;
    for id in 1..=56 {
        let record = open(&mut operator, id).await;
        let changes = json!({"id": id, "version": record["version"], "changes": record["fields"]});
        let saved = operator.call("save_company", changes).await.ok();
        assert_eq!(saved["form"], record, "nothing has changed");
    }
}
