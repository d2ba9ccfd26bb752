//! How often one token may call. Counted in memory: the limit keeps one server well, and counting costs no write.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

/// Calls within any second, by one token at one server.
pub(crate) const CALLS_A_SECOND: usize = 60;
const SECOND_MS: i64 = 1000;
/// From so many tokens on, those that are silent are forgotten.
const TIDIED_FROM: usize = 1024;

/// The instants of the last calls, Unix milliseconds, by the ID of the token.
#[derive(Default)]
pub struct CallLimit(Mutex<HashMap<String, VecDeque<i64>>>);

impl CallLimit {
    /// Counts a call; whole seconds to wait where it is one too many. Such a call does not count.
    pub fn count(&self, token_id: &str, now: i64) -> Option<u32> {
        let mut calls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if calls.len() >= TIDIED_FROM {
            calls.retain(|_, instants| instants.back().is_some_and(|last| *last > now - SECOND_MS));
        }
        let instants = calls.entry(token_id.to_owned()).or_default();
        // After the clock was set back, what was called then would never leave the second.
        if instants.back().is_some_and(|last| *last > now + SECOND_MS) {
            instants.clear();
        }
        while instants.front().is_some_and(|first| *first <= now - SECOND_MS) {
            instants.pop_front();
        }
        if instants.len() >= CALLS_A_SECOND {
            return Some(1);
        }
        instants.push_back(now);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_calls_fit_into_any_second() {
        let limit = CallLimit::default();
        for call in 0..60 {
            assert_eq!(limit.count("a", call), None);
        }
        assert_eq!(limit.count("a", 999), Some(1));
        assert_eq!(limit.count("b", 999), None, "each token has its own");
        assert_eq!(limit.count("a", 1000), None, "the first has left the second");
        assert_eq!(limit.count("a", 1000), Some(1));
    }

    #[test]
    fn a_clock_that_is_set_back_locks_nobody_out() {
        let limit = CallLimit::default();
        let hour = 3600 * SECOND_MS;
        assert_eq!(limit.count("a", hour), None);
        for call in 0..60 {
            assert_eq!(limit.count("a", call), None, "call {call}");
        }
        assert_eq!(limit.count("a", 60), Some(1));
    }

    #[test]
    fn silent_tokens_are_forgotten() {
        let limit = CallLimit::default();
        for token in 0..TIDIED_FROM {
            limit.count(&token.to_string(), 0);
        }
        limit.count("late", SECOND_MS);
        assert_eq!(limit.0.lock().unwrap().len(), 1);
    }
}
