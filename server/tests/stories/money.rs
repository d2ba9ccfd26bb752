//! Money: what is written to a ledger, who is suspended by it, and who is told.

mod chart;
mod credit;
mod entries;
mod examples;
mod faults;
mod further;
mod holds;
mod notices;
mod preview;
mod repetition;
mod time;

use app::values::Kopecks;
use axum::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Browser, Client, Kontora, demo};

/// An affiliate of New ways partner whose ledger holds nothing but what the story writes.
const EMPTY: i64 = demo::EXAMPLE;

/// Gives a company a balance of nothing and a limit, and reads away what that caused.
async fn begin_with(kontora: &Kontora, reseller: &mut Browser, limit: &str, threshold: &str) {
    settle_to(reseller, "0").await;
    edit(reseller, json!({"credit_limit": limit, "notification_threshold": threshold})).await.ok();
    kontora.letters().await;
}

/// A correction that brings the balance to this.
async fn settle_to(reseller: &mut Browser, balance: &str) {
    let now = billing(reseller).await["account"]["balance"].as_i64().unwrap();
    let wanted = Kopecks::parse_amount(balance).unwrap().value();
    if wanted != now {
        let amount = Kopecks::new(wanted - now).to_string();
        write(reseller, "correction", &amount).await.ok();
    }
}

async fn edit(browser: &mut Browser, changes: Value) -> Answer {
    let form = browser.call("company", json!({"id": EMPTY})).await.ok();
    let body = json!({"id": EMPTY, "version": form["version"], "changes": changes});
    browser.call("save_company", body).await
}

async fn billing(browser: &mut Browser) -> Value {
    browser.call("company_billing", json!({"company": EMPTY, "filter": {}, "before": null})).await.ok()
}

/// What the page's form sends; every press has a key of its own.
async fn write(browser: &mut Browser, kind: &str, amount: &str) -> Answer {
    let key = format!("{kind} {amount} {}", fastrand::u64(..));
    let fields = json!({"kind": kind, "amount": amount, "description": "By the story", "key": key});
    browser.call("write_entry", json!({"company": EMPTY, "fields": fields})).await
}

/// A call of the ledger by another system.
async fn post(client: &mut Client, company: i64, call: &str, key: &str, body: &Value) -> Answer {
    let path = format!("/api/v1/companies/{company}/{call}");
    client.with("idempotency-key", key).send(Method::POST, &path, Some("application/json"), &body.to_string()).await
}

fn rub(amount: &str) -> Value {
    json!({"amount": amount, "currency": "RUB"})
}

async fn access(client: &mut Client, company: i64) -> Value {
    client.get(&format!("/api/v1/companies/{company}/access")).await.ok()
}

fn allowed() -> Value {
    json!({"allowed": true, "reason": null})
}

fn refused(reason: &str) -> Value {
    json!({"allowed": false, "reason": reason})
}

/// Whatever a person, another system or a worker does goes through statements of the desk.
#[test]
fn no_statement_changes_or_removes_a_ledger_entry() {
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    let mut writing = Vec::new();
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
            if file.is_dir() {
                folders.push(file);
                continue;
            }
            let Ok(text) = std::fs::read_to_string(&file) else { continue };
            let text = text.replace('\\', " ");
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(!text.contains("UPDATE ledger_entry"), "{}", file.display());
            assert!(!text.contains("DELETE FROM ledger_entry"), "{}", file.display());
            if text.contains("INSERT INTO ledger_entry") {
                writing.push(file.file_stem().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    writing.sort();
    assert_eq!(writing, ["ledger", "rows"], "the ledger itself, and the demo's beginning");
}
