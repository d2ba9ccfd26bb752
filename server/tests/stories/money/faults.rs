//! The database goes away in the middle of the work: what was acknowledged is there, nothing is counted twice.

use std::collections::BTreeSet;

use serde_json::json;
use tokio::task::JoinSet;

use super::{EMPTY, begin_with, billing, post, rub};
use crate::support::{Answer, Client, Engine, Kontora, stories};

stories![
    Demo;
    connections_that_break_under_load_lose_and_double_nothing,
];

const CHARGES: usize = 200;

async fn connections_that_break_under_load_lose_and_double_nothing(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "100000", "").await;
    let client = Client::of_company(&kontora, "reseller", "money").await;
    let mut calls = JoinSet::new();
    for number in 0..CHARGES {
        if number % 40 == 0 {
            kontora.pass(2000);
            break_connections(&kontora).await;
        }
        let client = client.clone();
        calls.spawn(async move { (number, charge(&client, number).await) });
        if number % 4 == 3 {
            tokio::task::yield_now().await;
        }
    }
    break_connections(&kontora).await;
    let mut acknowledged = BTreeSet::new();
    while let Some(call) = calls.join_next().await {
        let (number, answer) = call.unwrap();
        match answer.status {
            201 => drop(acknowledged.insert(number)),
            // Over the calls of a second, or the database was gone.
            429 | 503 => assert!(!answer.header("retry-after").is_empty()),
            other => panic!("{other}: {}", answer.text()),
        }
    }
    kontora.pass(2000);
    for number in 0..CHARGES {
        kontora.pass(50);
        let answer = charge(&client, number).await;
        let is_replayed = answer.is(201).header("idempotent-replayed") == "true";
        assert!(is_replayed || !acknowledged.contains(&number), "charge {number} was lost");
    }
    let page = billing(&mut reseller).await;
    assert_eq!(page["account"]["balance"], json!(-100_i64 * i64::try_from(CHARGES).unwrap()));
}

async fn charge(client: &Client, number: usize) -> Answer {
    post(&mut client.clone(), EMPTY, "charges", &number.to_string(), &rub("1")).await
}

/// As a restart of PostgreSQL does. SQLite is in the process itself.
async fn break_connections(kontora: &Kontora) {
    if kontora.database.engine == Engine::Postgres {
        let broken = "SELECT COUNT(pg_terminate_backend(pid)) \
                      FROM pg_stat_activity \
                      WHERE datname = current_database() \
                        AND pid <> pg_backend_pid()";
        kontora.database.number(broken).await;
    }
}
