//! Counting what passed and failed, as the test programs themselves say it.

use std::ops::AddAssign;

use serde_json::Value;

/// How many checks passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: u64,
    pub(super) failed: u64,
}

impl Tally {
    /// One check that has no tests of its own, such as formatting.
    pub(super) fn of_one(is_passed: bool) -> Self {
        Self { passed: u64::from(is_passed), failed: u64::from(!is_passed) }
    }

    /// Adds what one line of a Rust test program says, if it is the line that sums up:
    /// `test result: ok. 5 passed; 0 failed; 1 ignored; …`.
    pub(super) fn add_libtest_line(&mut self, line: &str) {
        let Some((_, counts)) = line.split_once("test result: ") else {
            return;
        };
        let count = |what: &str| {
            counts.split(['.', ';']).find_map(|part| part.trim().strip_suffix(what)?.trim().parse::<u64>().ok())
        };
        self.passed += count(" passed").unwrap_or(0);
        self.failed += count(" failed").unwrap_or(0);
    }

    /// What Playwright's JSON report says; a test that passed only at a second try has failed.
    pub(super) fn of_playwright(report: &Value) -> Self {
        let count = |what: &str| report["stats"][what].as_u64().unwrap_or(0);
        Self { passed: count("expected"), failed: count("unexpected") + count("flaky") }
    }

    /// A program that ended badly without naming a failed test (it did not compile, it crashed) counts as one failure.
    pub(super) fn and_ended(mut self, well: bool) -> Self {
        if !well && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn the_lines_of_several_test_programs_add_up() {
        let mut tally = Tally::default();
        tally.add_libtest_line(
            "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
        );
        tally.add_libtest_line("test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out");
        tally.add_libtest_line("test companies::a_name_is_kept ... ok");
        assert_eq!(tally, Tally { passed: 7, failed: 3 });
    }

    #[test]
    fn a_test_that_passed_at_a_second_try_has_failed() {
        let report = serde_json::json!({"stats": {"expected": 4, "unexpected": 1, "flaky": 1, "skipped": 2}});
        assert_eq!(Tally::of_playwright(&report), Tally { passed: 4, failed: 2 });
    }

    #[test]
    fn a_crash_is_a_failure_even_if_no_test_failed() {
        assert_eq!(Tally { passed: 3, failed: 0 }.and_ended(false), Tally { passed: 3, failed: 1 });
        assert_eq!(Tally { passed: 3, failed: 2 }.and_ended(false), Tally { passed: 3, failed: 2 });
    }
}
