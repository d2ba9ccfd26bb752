//! Whether the server lives, whether it is ready, and its figures for Prometheus.

mod metrics;
mod panics;

use std::sync::atomic::AtomicU64;

use axum::extract::State;
use axum::http::StatusCode;
use tokio::sync::Mutex;

pub use metrics::{count, metrics};
pub use panics::{answer_for_panic, log_panics};

use crate::AppState;
use crate::house::House;
use crate::store::Store;

/// Probes of the mail server are remembered so long.
const LOOK_EVERY_MS: i64 = 10_000;

/// What is measured while the server runs.
#[derive(Default)]
pub struct Vitals {
    /// Answers by class of status, 1xx to 5xx.
    answers: [AtomicU64; 5],
    last_look: Mutex<Option<Look>>,
}

struct Look {
    at: i64,
    outcome: Result<(), &'static str>,
}

/// `GET /healthz`: the process answers.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: 503 while the database or the mail server cannot be reached. Looks at most every ten seconds.
pub async fn readyz(State(AppState { house, store }): State<AppState>) -> (StatusCode, &'static str) {
    match readiness(&house, &*store).await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(missing) => (StatusCode::SERVICE_UNAVAILABLE, missing),
    }
}

/// Requests that come while a look is under way wait for it and share its outcome.
async fn readiness(house: &House, store: &dyn Store) -> Result<(), &'static str> {
    let mut last = house.vitals.last_look.lock().await;
    let now = house.now();
    if let Some(look) = last.as_ref()
        && (0..LOOK_EVERY_MS).contains(&(now - look.at))
    {
        return look.outcome;
    }
    let outcome = look(house, store).await;
    *last = Some(Look { at: now, outcome });
    outcome
}

async fn look(house: &House, store: &dyn Store) -> Result<(), &'static str> {
    if !store.is_ready().await {
        return Err("the database does not answer\n");
    }
    if let Err(reason) = house.post.probe().await {
        tracing::warn!(reason, "letters cannot leave");
        return Err("letters cannot leave\n");
    }
    Ok(())
}
