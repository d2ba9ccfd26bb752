//! What runs beside the requests: the sending of letters, and the tidying up.
//!
//! A worker never ends the server: a failed or panicking pass is followed by the next one. A failure that lasts is
//! logged when it begins and when it ends.

use std::sync::Arc;
use std::time::Duration;

use server::AppState;
use server::failure::{Failure, Outcome};
use server::store::Store;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::sleep;

/// The bell calls for new letters; this is for retries, and for letters that other servers wrote.
const LOOK_FOR_LETTERS: Duration = Duration::from_secs(1);
const TIDY: Duration = Duration::from_secs(60);
/// The end of a limit is on record within this.
const KEEP_TIME: Duration = Duration::from_secs(10);
/// A month's report is there within an hour: two looks ten minutes apart have to see that the month is over.
const LOOK_FOR_REPORTS: Duration = Duration::from_secs(60);

/// Runs the workers until `stop` becomes true.
pub fn begin(state: &AppState, stop: &watch::Receiver<bool>) -> JoinSet<()> {
    let mut workers = JoinSet::new();
    workers.spawn(letters(state.clone(), stop.clone()));
    workers.spawn(every(TIDY, "tidy", state.clone(), stop.clone(), |store| async move { store.tidy().await }));
    workers.spawn(every(
        KEEP_TIME,
        "time",
        state.clone(),
        stop.clone(),
        |store| async move { store.keep_time().await },
    ));
    workers.spawn(every(LOOK_FOR_REPORTS, "reports", state.clone(), stop.clone(), |store| async move {
        store.make_reports().await
    }));
    workers
}

async fn letters(state: AppState, mut stop: watch::Receiver<bool>) {
    let mut health = Health::new("letters");
    loop {
        let store = Arc::clone(&state.store);
        let tried = isolated(async move { store.send_letters().await }).await;
        let may_be_more = matches!(tried, Ok(1..)) && !*stop.borrow();
        health.note(tried);
        if may_be_more {
            continue;
        }
        tokio::select! {
            () = state.house.post.rung(LOOK_FOR_LETTERS) => {}
            _ = stop.wait_for(|stop| *stop) => break,
        }
    }
}

/// A pass again and again, with a pause between.
async fn every<F: Future<Output = Outcome<()>> + Send + 'static>(
    pause: Duration,
    worker: &'static str,
    state: AppState,
    mut stop: watch::Receiver<bool>,
    pass: impl Fn(Arc<dyn Store>) -> F + Send + 'static,
) {
    let mut health = Health::new(worker);
    loop {
        health.note(isolated(pass(Arc::clone(&state.store))).await);
        tokio::select! {
            () = sleep(pause) => {}
            _ = stop.wait_for(|stop| *stop) => break,
        }
    }
}

/// In a task of its own, so that a panic stays there.
async fn isolated<T: Send + 'static>(pass: impl Future<Output = Outcome<T>> + Send + 'static) -> Outcome<T> {
    tokio::spawn(pass).await.unwrap_or_else(|panic| Err(Failure::Broken(panic.to_string())))
}

/// Whether the last pass of a worker failed.
struct Health {
    worker: &'static str,
    is_failing: bool,
}

impl Health {
    fn new(worker: &'static str) -> Self {
        Self { worker, is_failing: false }
    }

    fn note<T>(&mut self, outcome: Outcome<T>) {
        match outcome {
            Err(error) if !self.is_failing => {
                tracing::error!(worker = self.worker, %error, "worker fails, goes on trying");
                self.is_failing = true;
            }
            Ok(_) if self.is_failing => {
                tracing::info!(worker = self.worker, "worker is well again");
                self.is_failing = false;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn defect() -> Outcome<()> {
        panic!("a defect")
    }

    #[tokio::test]
    async fn a_pass_that_panics_is_a_failed_pass() {
        assert!(isolated(defect()).await.is_err());
    }

    #[test]
    fn a_lasting_failure_is_noted_until_it_ends() {
        let mut health = Health::new("test");
        health.note::<()>(Err(Failure::Broken("first".to_owned())));
        assert!(health.is_failing);
        health.note(Ok(()));
        assert!(!health.is_failing);
    }
}
