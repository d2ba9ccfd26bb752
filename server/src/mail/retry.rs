//! When a letter that did not leave is tried again, and when it is given up on.

use app::values::{HOUR_MS, MINUTE_MS};

use crate::clock::Chance;

/// The first waits; an hour from then on. The very first is a little less than a minute, so that the attempt is made within
/// one, whenever the worker looks.
const FIRST_WAITS_MS: [i64; 4] = [MINUTE_MS - 5_000, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS];
/// Three days of hourly tries.
const HOURLY: usize = 72;

/// The moment of the next attempt after the failed one numbered `attempt` (from 1), Unix milliseconds;
/// `None` when that was the last.
///
/// Waits are 1 (less five seconds), 5, 15 and 60 minutes, then an hour each for three days; up to a twentieth is taken off at random, so
/// that letters that failed together do not all come back together.
pub fn next_attempt_at(chance: &dyn Chance, attempt: i64, now: i64) -> Option<i64> {
    let failed = usize::try_from(attempt - 1).ok()?;
    let hourly = || (failed < FIRST_WAITS_MS.len() + HOURLY).then_some(HOUR_MS);
    let wait = FIRST_WAITS_MS.get(failed).copied().or_else(hourly)?;
    Some(now + wait - jitter(chance, wait / 20))
}

/// From 0 up to `most` milliseconds.
fn jitter(chance: &dyn Chance, most: i64) -> i64 {
    let mut bytes = [0; 2];
    chance.fill(&mut bytes);
    most * i64::from(u16::from_le_bytes(bytes)) / i64::from(u16::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    struct Bytes(u8);

    impl Chance for Bytes {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    #[test]
    fn the_first_retry_comes_within_a_minute() {
        assert_eq!(next_attempt_at(&Bytes(0), 1, 1_000), Some(56_000));
        assert_eq!(next_attempt_at(&Bytes(255), 1, 1_000), Some(53_250));
    }

    #[test]
    fn waits_grow_to_an_hour_and_end_after_three_days_of_those() {
        let mut waits = Vec::new();
        while let Some(next) = next_attempt_at(&Bytes(0), waits.len() as i64 + 1, 0) {
            waits.push((next + 5_000) / MINUTE_MS);
        }
        assert_eq!(waits[..5], [1, 5, 15, 60, 60]);
        assert_eq!(waits.len(), 4 + 72);
    }

    proptest! {
        #[test]
        fn the_next_attempt_is_later_but_never_beyond_the_longest_wait(byte: u8, attempt in 1_i64..76, now in 0_i64..1 << 50) {
            let next = next_attempt_at(&Bytes(byte), attempt, now).unwrap();
            prop_assert!(next > now);
            prop_assert!(next <= now + HOUR_MS);
        }
    }
}
