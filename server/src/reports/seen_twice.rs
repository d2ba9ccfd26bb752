//! A clock that was set forward by mistake must not end a month: a time counts as past once a check has seen it so, and
//! another one ten minutes later still does.

use app::values::MINUTE_MS;

/// What the checks have seen, Unix milliseconds. Kept where every server finds it, so that one whose clock runs ahead of
/// the others convinces nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeenTwice {
    /// Seen by a check, and at least [`APART_MS`](Self::APART_MS) later still past.
    pub settled: i64,
    /// Seen by the latest check that counts.
    pub seen: i64,
}

impl SeenTwice {
    /// So far apart are two checks that count: ten minutes.
    pub const APART_MS: i64 = 10 * MINUTE_MS;

    /// Before the first check nothing is past.
    pub fn nothing() -> Self {
        Self { settled: i64::MIN, seen: i64::MIN }
    }

    /// One more check.
    #[must_use]
    pub fn check(self, now: i64) -> Self {
        if now < self.seen {
            // What was seen has not happened yet after all.
            return Self { settled: self.settled.min(now), seen: now };
        }
        if self.seen.checked_add(Self::APART_MS).is_some_and(|again| now < again) {
            return self;
        }
        Self { settled: self.seen, seen: now }
    }

    /// Whether both checks agree that the instant is past; a half-open period that ends at it has ended.
    pub fn has_passed(self, instant: i64) -> bool {
        instant <= self.settled
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn checks(times: &[i64]) -> SeenTwice {
        times.iter().fold(SeenTwice::nothing(), |seen, minutes| seen.check(minutes * MINUTE_MS))
    }

    #[test]
    fn one_check_ends_nothing_and_a_second_one_ten_minutes_later_does() {
        let end = 100 * MINUTE_MS;
        for (times, ended) in [
            (&[100][..], false),
            (&[100, 109], false),
            (&[100, 101, 109, 110], true),
            (&[99, 109], false),
            (&[99, 109, 119], true),
            (&[500, 510], true),
        ] {
            assert_eq!(checks(times).has_passed(end), ended, "{times:?}");
        }
    }

    #[test]
    fn a_clock_set_forward_and_back_ends_nothing() {
        assert!(!checks(&[50, 900, 901, 52, 62, 72]).has_passed(100 * MINUTE_MS));
        assert!(!checks(&[50, 900, 51, 901, 52, 911, 53, 921]).has_passed(100 * MINUTE_MS));
    }

    #[test]
    fn what_was_settled_before_the_clock_was_set_back_is_settled_no_more() {
        assert!(checks(&[900, 910]).has_passed(900 * MINUTE_MS));
        assert!(!checks(&[900, 910, 50]).has_passed(900 * MINUTE_MS));
    }

    proptest! {
        #[test]
        fn checks_every_few_minutes_settle_a_time_within_the_half_hour(
            steps in prop::collection::vec(1..=5_i64, 30..60), end in 0..60_i64,
        ) {
            let (mut seen, mut now) = (SeenTwice::nothing(), 0);
            for step in steps {
                now += step;
                seen = seen.check(now * MINUTE_MS);
                let passed = seen.has_passed(end * MINUTE_MS);
                prop_assert!(!passed || now >= end + 10);
                prop_assert!(passed || now < end + 30);
            }
        }
    }
}
