//! How a company stands: its balance, what it was granted, and who holds it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Cause, Level, Slot, Watch};
use crate::values::Kopecks;

/// What decides whether a company may use the services, and which notices are due.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub balance: Kopecks,
    /// The permanent credit limit, never negative.
    pub limit: Kopecks,
    pub temporary: Option<Temporary>,
    /// Until this instant (Unix milliseconds) the credit rule suspends nobody.
    pub postponed_until: Option<i64>,
    /// The causes that are on record: those by hand count as they are, [`Cause::Credit`] is what the rule said last.
    pub recorded: BTreeSet<Cause>,
    pub is_confirmed: bool,
    pub watches: Vec<Watch>,
}

/// A limit that ends by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Temporary {
    /// On top of the permanent one.
    pub amount: Kopecks,
    /// Unix milliseconds; at that instant it is over.
    pub until: i64,
}

/// What suspends a company, as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Suspended {
    pub cause: Cause,
    /// Unix milliseconds.
    pub since: i64,
    /// Of the company's zone at that instant, minutes east of UTC.
    pub offset_minutes: i16,
}

/// May this company use the services now?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    Allowed,
    Suspended(Cause),
    /// Its registration awaits confirmation.
    Unconfirmed,
}

impl Account {
    /// What watches it once its further thresholds are these. One that stays keeps whether it has fired.
    pub fn watched_by(&self, further: &[(Slot, Level)]) -> Vec<Watch> {
        let main = self.watches.iter().copied().filter(|watch| watch.slot == Slot::MAIN);
        let watch = |(slot, level): &(Slot, Level)| {
            let same = self.watches.iter().find(|watch| (watch.slot, watch.level) == (*slot, *level));
            same.copied().unwrap_or_else(|| Watch::new(*slot, *level))
        };
        main.chain(further.iter().map(watch)).collect()
    }

    /// The permanent limit and the temporary one that runs at this instant.
    pub fn effective_limit(&self, now: i64) -> Kopecks {
        let increase = self.running_increase(now).unwrap_or(Kopecks::ZERO);
        self.limit.checked_add(increase).unwrap_or(Kopecks::new(i64::MAX))
    }

    /// What is granted on top of the permanent limit at this instant.
    pub fn running_increase(&self, now: i64) -> Option<Kopecks> {
        self.temporary.filter(|temporary| now < temporary.until).map(|temporary| temporary.amount)
    }

    /// What can still be spent; negative beyond the limit.
    pub fn available(&self, now: i64) -> Kopecks {
        let available = self.balance.checked_add(self.effective_limit(now));
        available.unwrap_or(Kopecks::new(if self.balance.is_negative() { i64::MIN } else { i64::MAX }))
    }

    /// The rule: suspended when `balance < −effective limit`, unless that is postponed. A debt equal to it is allowed.
    pub fn is_suspended_by_credit(&self, now: i64) -> bool {
        self.available(now).is_negative() && !self.is_postponed(now)
    }

    pub fn is_postponed(&self, now: i64) -> bool {
        self.postponed_until.is_some_and(|until| now < until)
    }

    /// Everything that suspends the company at this instant, whatever was recorded of the credit rule.
    pub fn causes(&self, now: i64) -> BTreeSet<Cause> {
        let mut causes = self.recorded.clone();
        if self.is_suspended_by_credit(now) {
            causes.insert(Cause::Credit);
        } else {
            causes.remove(&Cause::Credit);
        }
        causes
    }

    pub fn access(&self, now: i64) -> Access {
        match self.causes(now).first() {
            Some(cause) => Access::Suspended(*cause),
            None if !self.is_confirmed => Access::Unconfirmed,
            None => Access::Allowed,
        }
    }

    /// The exact payment that ends the suspension by credit.
    pub fn sum_to_resume(&self, now: i64) -> Option<Kopecks> {
        let available = self.available(now);
        available.is_negative().then(|| Kopecks::new(available.value().saturating_neg()))
    }
}

impl Access {
    pub fn is_allowed(self) -> bool {
        self == Self::Allowed
    }

    /// As other systems are told; nothing while it is allowed.
    pub fn reason(self) -> Option<&'static str> {
        match self {
            Self::Allowed => None,
            Self::Suspended(cause) => Some(cause.access_reason()),
            Self::Unconfirmed => Some("unconfirmed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Kopecks {
        Kopecks::parse_amount(text).unwrap()
    }

    fn account(limit: &str, balance: &str) -> Account {
        Account { balance: amount(balance), limit: amount(limit), is_confirmed: true, ..Account::default() }
    }

    fn with_temporary(limit: &str, increase: &str, until: i64, balance: &str) -> Account {
        Account { temporary: Some(Temporary { amount: amount(increase), until }), ..account(limit, balance) }
    }

    #[test]
    fn the_effective_limit_decides_to_the_kopeck_and_to_the_millisecond() {
        for (case, account, available, is_allowed) in [
            ("a", account("1000", "-1000"), "0", true),
            ("b", account("1000", "-1000.01"), "-0.01", false),
            ("c", with_temporary("1000", "200", 101, "-1000.01"), "199.99", true),
            ("d", with_temporary("1000", "200", 100, "-1000.01"), "-0.01", false),
            ("e", account("0", "0"), "0", true),
            ("f", account("0", "-0.01"), "-0.01", false),
            ("g, before", account("0", "-5"), "-5", false),
            ("g, after", account("5", "-5"), "0", true),
        ] {
            assert_eq!(account.available(100), amount(available), "{case}");
            assert_eq!(account.access(100).is_allowed(), is_allowed, "{case}");
            assert_eq!(account.access(100).reason(), (!is_allowed).then_some("credit_limit"), "{case}");
        }
    }

    #[test]
    fn of_several_causes_the_highest_is_told_and_payment_lifts_none_by_hand() {
        let mut held = account("0", "-1");
        held.recorded = BTreeSet::from([Cause::Reseller, Cause::Cascade, Cause::Credit]);
        assert_eq!(held.access(0).reason(), Some("suspended_by_reseller"));
        held.recorded.insert(Cause::Operator);
        assert_eq!(held.access(0).reason(), Some("suspended_by_operator"));
        held.balance = Kopecks::ZERO;
        assert_eq!(held.causes(0), BTreeSet::from([Cause::Operator, Cause::Reseller, Cause::Cascade]));
        held.recorded = BTreeSet::from([Cause::Cascade]);
        assert_eq!(held.access(0).reason(), Some("reseller_suspended"));
    }

    #[test]
    fn a_registration_that_waits_is_told_as_such() {
        let waiting = Account::default();
        assert_eq!(waiting.access(0).reason(), Some("unconfirmed"));
    }

    #[test]
    fn postponing_ends_at_its_instant() {
        let debtor = Account { postponed_until: Some(100), ..account("0", "-1") };
        assert!(debtor.access(99).is_allowed());
        assert_eq!(debtor.access(100), Access::Suspended(Cause::Credit));
    }

    #[test]
    fn the_sum_to_resume_resumes_and_a_kopeck_less_does_not() {
        let debtor = account("1000", "-1250");
        assert_eq!(debtor.sum_to_resume(0), Some(amount("250")));
        assert!(account("1000", "-1000").access(0).is_allowed());
        assert!(!account("1000", "-1000.01").access(0).is_allowed());
        assert_eq!(account("1000", "-1000").sum_to_resume(0), None);
    }

    #[test]
    fn the_ends_of_the_range_do_not_overflow() {
        let (min, max) = (Kopecks::new(i64::MIN), Kopecks::new(i64::MAX));
        let rich = Account { balance: max, limit: max, ..Account::default() };
        assert_eq!(rich.available(0), max);
        let poor = Account { balance: min, ..Account::default() };
        assert_eq!((poor.available(0), poor.sum_to_resume(0)), (min, Some(max)));
    }
}
