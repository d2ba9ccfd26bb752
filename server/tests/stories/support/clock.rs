//! Time and chance of a story: the clock stands still until the story moves it, chance repeats itself.

use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

use server::clock::{Chance, Clock};

/// Milliseconds.
pub const SECOND: i64 = 1000;
pub const MINUTE: i64 = 60 * SECOND;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;

/// Monday, 16 November 2026, 09:00 UTC.
const BEGINNING: i64 = 1_794_819_600_000;

pub struct StoryClock(AtomicI64);

impl StoryClock {
    pub fn new() -> Self {
        Self(AtomicI64::new(BEGINNING))
    }

    pub fn pass(&self, milliseconds: i64) {
        self.0.fetch_add(milliseconds, Ordering::SeqCst);
    }
}

impl Clock for StoryClock {
    fn now(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

pub struct SeededChance(Mutex<fastrand::Rng>);

impl SeededChance {
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(fastrand::Rng::with_seed(seed)))
    }
}

impl Chance for SeededChance {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.lock().unwrap().fill(bytes);
    }
}
