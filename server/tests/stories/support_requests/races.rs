//! Many at once: whatever the order, the outcome is one that some order could have had.

use serde_json::json;
use tokio::task::JoinSet;

use super::own::withdraw;
use super::{complete, decline, request};
use crate::support::{Browser, Engine, Kontora, demo, stories};

stories![
    Demo;
    two_resellers_requests_for_one_company_attach_it_to_one,
    two_operators_completing_one_request_complete_it_once,
    completing_and_declining_at_once_leave_one_of_both,
    completing_and_withdrawing_at_once_leave_one_of_both,
    one_pair_asked_for_many_times_at_once_is_one_request,
    requests_that_name_each_other_the_other_way_round_do_not_wait_for_ever,
];

/// SQLite has one writer: there is less to find.
fn rounds(kontora: &Kontora) -> i64 {
    if kontora.database.engine == Engine::Postgres { 30 } else { 8 }
}

/// Makes the company stand alone again.
async fn release(kontora: &Kontora) {
    let release = "UPDATE company SET kind = 'stand_alone', reseller_id = NULL, reseller_kind = NULL WHERE id = 27";
    kontora.database.execute(release).await.unwrap();
}

async fn in_parallel(browser: &Browser, ids: impl IntoIterator<Item = i64>) -> Vec<u16> {
    let mut completions = JoinSet::new();
    for id in ids {
        let mut browser = browser.clone();
        completions.spawn(async move { complete(&mut browser, id).await.status });
    }
    let mut outcomes = completions.join_all().await;
    outcomes.sort_unstable();
    outcomes
}

async fn two_resellers_requests_for_one_company_attach_it_to_one(kontora: Kontora) {
    let operator = kontora.signed_in("operator").await;
    for _ in 0..rounds(&kontora) {
        let one = request(&kontora, "reseller", demo::NEW_WAYS, 27).await;
        let other = request(&kontora, "sibir", demo::SIBIR, 27).await;
        assert_eq!(in_parallel(&operator, [one, other]).await, [200, 422]);
        let loser = "SELECT COUNT(*) FROM company JOIN support_request ON company_id = company.id \
                     WHERE company.id = 27 AND state = 'completed' AND support_request.reseller_id = company.reseller_id";
        assert!(kontora.database.number(loser).await >= 1);
        let open = kontora.database.number("SELECT MIN(id) FROM support_request WHERE state = 'new'").await;
        decline(&mut operator.clone(), open, "Поздно.").await.ok();
        release(&kontora).await;
    }
}

async fn two_operators_completing_one_request_complete_it_once(kontora: Kontora) {
    let operator = kontora.signed_in("operator").await;
    for _ in 0..rounds(&kontora) {
        let id = request(&kontora, "reseller", demo::NEW_WAYS, 27).await;
        kontora.letters().await;
        assert_eq!(in_parallel(&operator, [id, id, id]).await, [200; 3]);
        assert_eq!(kontora.letters_to("reseller@demo.test").await.len(), 1);
        release(&kontora).await;
    }
}

async fn completing_and_declining_at_once_leave_one_of_both(kontora: Kontora) {
    let operator = kontora.signed_in("operator").await;
    for _ in 0..rounds(&kontora) {
        let id = request(&kontora, "reseller", demo::NEW_WAYS, 27).await;
        kontora.letters().await;
        let (mut one, mut other) = (operator.clone(), operator.clone());
        let completing = tokio::spawn(async move { complete(&mut one, id).await });
        let declining = tokio::spawn(async move { decline(&mut other, id, "Нет.").await });
        let (completed, declined) = (completing.await.unwrap(), declining.await.unwrap());
        let mut outcomes = [completed.status, declined.status];
        outcomes.sort_unstable();
        assert_eq!(outcomes, [200, 422]);
        let loser = if completed.status == 200 { declined } else { completed };
        let reached = loser.problems()["form"][0].clone();
        assert!(reached == json!("request_completed") || reached == json!("request_declined"), "{reached}");
        assert_eq!(kontora.letters_to("reseller@demo.test").await.len(), 1);
        release(&kontora).await;
    }
}

async fn completing_and_withdrawing_at_once_leave_one_of_both(kontora: Kontora) {
    let operator = kontora.signed_in("operator").await;
    let reseller = kontora.signed_in("reseller").await;
    for _ in 0..rounds(&kontora) {
        let id = request(&kontora, "reseller", demo::NEW_WAYS, 27).await;
        let (mut one, mut other) = (operator.clone(), reseller.clone());
        let completing = tokio::spawn(async move { complete(&mut one, id).await });
        let withdrawing = tokio::spawn(async move { withdraw(&mut other, id).await });
        let (completed, withdrawn) = (completing.await.unwrap(), withdrawing.await.unwrap());
        let (loser, reached) = match (completed.status, withdrawn.status) {
            (200, 422) => (withdrawn, "request_completed"),
            (422, 200) => (completed, "request_withdrawn"),
            both => panic!("{both:?}"),
        };
        assert_eq!(loser.problems(), json!({"form": [reached]}));
        release(&kontora).await;
    }
}

async fn one_pair_asked_for_many_times_at_once_is_one_request(kontora: Kontora) {
    let reseller = kontora.signed_in("reseller").await;
    for round in 0..rounds(&kontora) {
        let mut presses = JoinSet::new();
        for _ in 0..4 {
            let mut browser = reseller.clone();
            let company = (1000 + round).to_string();
            presses.spawn(async move { super::ask(&mut browser, "2", &company).await.ok() });
        }
        let numbers = presses.join_all().await;
        assert!(numbers.iter().all(|number| number == &numbers[0]), "{numbers:?}");
        assert_eq!(kontora.letters_to("reseller@demo.test").await.len(), 1);
    }
}

async fn requests_that_name_each_other_the_other_way_round_do_not_wait_for_ever(kontora: Kontora) {
    let operator = kontora.signed_in("operator").await;
    for _ in 0..rounds(&kontora) {
        let one = request(&kontora, "reseller", demo::NEW_WAYS, demo::SIBIR).await;
        let other = request(&kontora, "sibir", demo::SIBIR, demo::NEW_WAYS).await;
        assert_eq!(in_parallel(&operator, [one, other]).await, [422, 422]);
    }
}
