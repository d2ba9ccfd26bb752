//! Answers of the last minute: who asks the same again gets the same answer, and the service no request.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

use app::requisites::{Bank, Bic, Inn, LookUp};
use app::values::MINUTE_MS;

const KEPT_MS: i64 = MINUTE_MS;
/// Each is a few hundred bytes; what comes beyond is simply not remembered.
const MOST: usize = 10_000;

pub type RecentLookUps = Recent<Inn, LookUp>;
/// Nothing for a BIC that the service does not know.
pub type RecentBanks = Recent<Bic, Option<Bank>>;

/// By what was asked: when, and the answer.
pub struct Recent<Asked, Answer>(Mutex<HashMap<Asked, (i64, Answer)>>);

impl<Asked, Answer> Default for Recent<Asked, Answer> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<Asked: Eq + Hash, Answer: Clone> Recent<Asked, Answer> {
    /// The answer to the same question, if it was given within the last minute. `now` in Unix milliseconds.
    pub fn find(&self, asked: &Asked, now: i64) -> Option<Answer> {
        let (at, answer) = self.lock().get(asked).cloned()?;
        is_recent(at, now).then_some(answer)
    }

    pub fn keep(&self, asked: Asked, answer: Answer, now: i64) {
        let mut kept = self.lock();
        kept.retain(|_, (at, _)| is_recent(*at, now));
        if kept.len() < MOST {
            kept.insert(asked, (now, answer));
        }
    }

    /// After the directory has changed by another way.
    pub fn forget_all(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Asked, (i64, Answer)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_recent(at: i64, now: i64) -> bool {
    (0..KEPT_MS).contains(&(now - at))
}
