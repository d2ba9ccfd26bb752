//! Look-ups of the last minute: who presses the button again gets the same answer, and the service no request.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use app::requisites::{Inn, LookUp};

const KEPT_MS: i64 = 60_000;
/// Each is a few hundred bytes; what comes beyond is simply not remembered.
const MOST: usize = 10_000;

#[derive(Default)]
pub struct RecentLookUps(Mutex<HashMap<Inn, (i64, LookUp)>>);

impl RecentLookUps {
    /// The answer to the same INN, if it was given within the last minute. `now` in Unix milliseconds.
    pub fn find(&self, inn: &Inn, now: i64) -> Option<LookUp> {
        let (at, answer) = self.lock().get(inn).cloned()?;
        is_recent(at, now).then_some(answer)
    }

    pub fn keep(&self, inn: Inn, answer: LookUp, now: i64) {
        let mut kept = self.lock();
        kept.retain(|_, (at, _)| is_recent(*at, now));
        if kept.len() < MOST {
            kept.insert(inn, (now, answer));
        }
    }

    /// After the directory has changed by another way.
    pub fn forget_all(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Inn, (i64, LookUp)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_recent(at: i64, now: i64) -> bool {
    (0..KEPT_MS).contains(&(now - at))
}
