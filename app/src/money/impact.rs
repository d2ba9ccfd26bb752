//! What moving a limit or a threshold would bring about, before it is saved: the same rules on the same facts.

use serde::{Deserialize, Serialize};

use super::{Access, Account, CreditTurn, Level, Pool, Slot, Watch, settle};
use crate::values::{Kopecks, Lang};

/// The facts that an impact is computed from, as they were at an instant (Unix milliseconds).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    pub account: Account,
    /// Who is told of thresholds, and who of suspensions; the company's own address is the first of both.
    pub told_of_thresholds: Vec<Receiver>,
    pub told_of_suspensions: Vec<Receiver>,
    /// Whether whoever edits is of another company, so that this one is told of a new limit.
    pub is_by_another: bool,
    /// The reseller's, where it has a cap and the editor is bound by it.
    pub pool: Option<Pool>,
    pub at: i64,
}

/// Where a letter would go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receiver {
    pub email: String,
    pub lang: Lang,
}

/// What a letter would tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tidings {
    ThresholdReached,
    Suspended,
    Resumed,
    LimitChanged,
}

/// The outcome of an edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Impact {
    pub access_before: Access,
    pub access_after: Access,
    pub available_before: Kopecks,
    pub available_after: Kopecks,
    pub letters: Vec<(Tidings, Receiver)>,
    /// What the reseller could still grant; negative where the edit is refused for it.
    pub pool_free: Option<Kopecks>,
    /// A threshold lies below the suspension: its letter comes after that.
    pub warns_too_late: bool,
}

impl Ground {
    /// The company's own address.
    pub fn email(&self) -> &str {
        self.told_of_suspensions.first().map_or("", |company| &company.email)
    }

    /// The account with another limit or threshold; `None` leaves the one that there is.
    pub fn edited(&self, limit: Option<Kopecks>, threshold: Option<Option<Kopecks>>) -> Account {
        let mut account = self.account.clone();
        account.limit = limit.unwrap_or(account.limit);
        if let Some(threshold) = threshold
            && threshold != main_threshold(&account)
        {
            account.watches.retain(|watch| watch.slot != Slot::MAIN);
            let armed = threshold.map(|amount| Watch::new(Slot::MAIN, Level::Amount(amount)));
            account.watches.extend(armed);
        }
        account
    }

    /// What such an edit would bring about; `email` is the company's address after it.
    pub fn impact(&self, limit: Option<Kopecks>, threshold: Option<Option<Kopecks>>, email: &str) -> Impact {
        self.outcome(&self.edited(limit, threshold), email)
    }

    /// What it would bring about if the account were so from now on.
    pub fn outcome(&self, after: &Account, email: &str) -> Impact {
        let effects = settle(after, self.at);
        let mut letters = Vec::new();
        let mut tell = |tidings, receivers: &[Receiver]| {
            let (company, others) = receivers.split_at(receivers.len().min(1));
            let company = company.iter().map(|company| Receiver { email: email.to_owned(), lang: company.lang });
            // One letter for each address.
            let others = others.iter().filter(|other| other.email.to_lowercase() != email.to_lowercase()).cloned();
            letters.extend(company.chain(others).map(|receiver| (tidings, receiver)));
        };
        if after.limit != self.account.limit && self.is_by_another {
            tell(Tidings::LimitChanged, self.told_of_suspensions.get(..1).unwrap_or_default());
        }
        if !effects.reached.is_empty() {
            tell(Tidings::ThresholdReached, &self.told_of_thresholds);
        }
        match effects.turn {
            Some(CreditTurn::Suspends) => tell(Tidings::Suspended, &self.told_of_suspensions),
            Some(CreditTurn::Resumes) => tell(Tidings::Resumed, &self.told_of_suspensions),
            None => {}
        }
        let growth = after.effective_limit(self.at).value() - self.account.effective_limit(self.at).value();
        let limit = after.effective_limit(self.at);
        let comes_too_late = |watch: &Watch| watch.level.balance(limit).value() < limit.value().saturating_neg();
        Impact {
            access_before: self.account.access(self.at),
            access_after: after.access(self.at),
            available_before: self.account.available(self.at),
            available_after: after.available(self.at),
            letters,
            pool_free: self.pool.map(|pool| Kopecks::new(pool.free().value().saturating_sub(growth))),
            warns_too_late: after.watches.iter().any(comes_too_late),
        }
    }
}

impl Impact {
    /// Whether the edit changes nothing but numbers.
    pub fn is_quiet(&self) -> bool {
        self.access_before == self.access_after && self.letters.is_empty() && !self.warns_too_late
    }

    /// Whether an outcome that was shown still holds: the status after it, and who is told of what.
    pub fn keeps_the_promise_of(&self, shown: &Self) -> bool {
        let told =
            |impact: &Self| impact.letters.iter().map(|(tidings, to)| (*tidings, to.email.clone())).collect::<Vec<_>>();
        self.access_after == shown.access_after && told(self) == told(shown)
    }
}

fn main_threshold(account: &Account) -> Option<Kopecks> {
    let main = account.watches.iter().find(|watch| watch.slot == Slot::MAIN)?;
    match main.level {
        Level::Amount(amount) => Some(amount),
        Level::Share(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Kopecks {
        Kopecks::parse_amount(text).unwrap()
    }

    fn receiver(email: &str) -> Receiver {
        Receiver { email: email.to_owned(), lang: Lang::Ru }
    }

    fn ground(balance: &str, limit: &str) -> Ground {
        let account =
            Account { balance: amount(balance), limit: amount(limit), is_confirmed: true, ..Account::default() };
        Ground {
            account,
            told_of_thresholds: vec![receiver("info@company.test")],
            told_of_suspensions: vec![receiver("info@company.test"), receiver("anna@reseller.test")],
            is_by_another: true,
            pool: None,
            at: 0,
        }
    }

    #[test]
    fn lowering_the_limit_below_the_debt_suspends_and_says_who_is_told() {
        let impact = ground("-500", "1000").impact(Some(amount("100")), None, "info@company.test");
        assert!(impact.access_before.is_allowed() && !impact.access_after.is_allowed());
        assert_eq!(impact.available_after, amount("-400"));
        let told: Vec<Tidings> = impact.letters.iter().map(|(tidings, _)| *tidings).collect();
        assert_eq!(told, [Tidings::LimitChanged, Tidings::Suspended, Tidings::Suspended]);
    }

    #[test]
    fn a_letter_to_the_company_goes_to_the_address_that_is_typed() {
        let impact = ground("-500", "1000").impact(Some(amount("100")), None, "new@company.test");
        let told: Vec<&str> = impact.letters.iter().map(|(_, to)| to.email.as_str()).collect();
        assert_eq!(told, ["new@company.test", "new@company.test", "anna@reseller.test"]);
    }

    #[test]
    fn a_threshold_at_the_balance_fires_and_the_same_one_does_not() {
        let mut ground = ground("100", "0");
        assert_eq!(ground.impact(None, Some(Some(amount("100"))), "info@company.test").letters.len(), 1);
        let fired = Watch { has_fired: true, ..Watch::new(Slot::MAIN, Level::Amount(amount("100"))) };
        ground.account.watches = vec![fired];
        assert!(ground.impact(None, Some(Some(amount("100"))), "info@company.test").is_quiet());
        assert!(ground.impact(None, Some(None), "info@company.test").is_quiet());
    }

    #[test]
    fn a_threshold_below_the_suspension_is_warned_about() {
        assert!(ground("0", "100").impact(None, Some(Some(amount("-100.01"))), "info@company.test").warns_too_late);
        assert!(!ground("0", "100").impact(None, Some(Some(amount("-100"))), "info@company.test").warns_too_late);
    }

    #[test]
    fn the_pool_shows_what_would_be_left() {
        let mut ground = ground("0", "2600");
        ground.pool = Some(Pool { cap: amount("10000"), allocated: amount("9600") });
        assert_eq!(ground.impact(Some(amount("3000")), None, "info@company.test").pool_free, Some(Kopecks::ZERO));
        assert_eq!(ground.impact(Some(amount("3000.01")), None, "info@company.test").pool_free, Some(amount("-0.01")));
    }
}
