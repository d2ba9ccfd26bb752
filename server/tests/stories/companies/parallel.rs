//! Many who save at once: nobody waits for what another holds.

use serde_json::json;
use tokio::task::JoinSet;

use super::{open, save};
use crate::support::{Kontora, demo, stories};

stories![
    Demo;
    more_saves_at_once_than_there_are_connections_all_succeed,
];

async fn more_saves_at_once_than_there_are_connections_all_succeed(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let mut opened = Vec::new();
    for id in demo::PLATFORM..demo::NOBODY {
        opened.push(open(&mut operator, id).await);
    }
    let mut saves = JoinSet::new();
    for company in opened {
        let mut tab = operator.clone();
        saves.spawn(async move { save(&mut tab, &company, json!({"postal_address": "Примерск"})).await.status });
    }
    let statuses = saves.join_all().await;
    assert_eq!(statuses, vec![200; statuses.len()]);
    assert!(statuses.len() > 16);
}
