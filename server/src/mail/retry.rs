//! When a letter that did not leave is tried again, and when it is given up on.

use crate::clock::Chance;

/// Tries in all. With the waits below they stretch over some 41 hours.
const ATTEMPTS: i64 = 12;
const FIRST_WAIT_MS: i64 = 30 * 1000;
const LONGEST_WAIT_MS: i64 = 8 * 60 * 60 * 1000;

/// The moment of the next attempt after the failed one numbered `attempt` (from 1), Unix milliseconds;
/// `None` when that was the last.
///
/// Waits treble from 30 seconds up to 8 hours; up to a quarter is taken off at random, so that letters that
/// failed together do not all come back together.
pub fn next_attempt_at(chance: &dyn Chance, attempt: i64, now: i64) -> Option<i64> {
    if attempt >= ATTEMPTS {
        return None;
    }
    let trebled = u32::try_from(attempt - 1).ok().and_then(|times| 3_i64.checked_pow(times));
    let wait = trebled.map_or(LONGEST_WAIT_MS, |factor| factor.saturating_mul(FIRST_WAIT_MS).min(LONGEST_WAIT_MS));
    Some(now + wait - jitter(chance, wait / 4))
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
        assert_eq!(next_attempt_at(&Bytes(0), 1, 1_000), Some(31_000));
        assert_eq!(next_attempt_at(&Bytes(255), 1, 1_000), Some(23_500));
    }

    #[test]
    fn a_letter_is_tried_for_more_than_a_day_and_given_up_within_two() {
        for (chance, least, most) in [(Bytes(0), 40, 42), (Bytes(255), 30, 31)] {
            let mut now = 0;
            let mut attempt = 1;
            while let Some(next) = next_attempt_at(&chance, attempt, now) {
                now = next;
                attempt += 1;
            }
            let hours = now / 3_600_000;
            assert_eq!(attempt, 12);
            assert!((least..=most).contains(&hours), "{hours} hours");
        }
    }

    proptest! {
        #[test]
        fn the_next_attempt_is_later_but_never_beyond_the_longest_wait(byte: u8, attempt in 1_i64..12, now in 0_i64..1 << 50) {
            let next = next_attempt_at(&Bytes(byte), attempt, now).unwrap();
            prop_assert!(next > now);
            prop_assert!(next <= now + LONGEST_WAIT_MS);
        }
    }
}
