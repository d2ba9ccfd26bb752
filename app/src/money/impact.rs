//! What moving a limit or a threshold would bring about, before it is saved: the same rules on the same facts.

use serde::{Deserialize, Serialize};

use super::{Access, Account, CreditChange, CreditTurn, Level, Pool, Slot, Temporary, Watch, settle};
use crate::companies::{Draft, Field};
use crate::values::{Kopecks, Lang};

/// The facts that an impact is computed from, as they were at an instant (Unix milliseconds).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    pub account: Account,
    /// Who is told of thresholds, and who of suspensions; the company's own address is the first of both, and may be there
    /// once more.
    pub told_of_thresholds: Vec<Receiver>,
    pub told_of_suspensions: Vec<Receiver>,
    /// Whether whoever edits is of another company, so that this one is told of a new limit.
    pub is_by_another: bool,
    /// The reseller's, where it has a cap.
    pub pool: Option<Pool>,
    /// Who reads that an operator goes beyond it; whoever else edits is bound by it.
    pub told_of_pool: Vec<Receiver>,
    pub at: i64,
    /// The dates of the account, to be told in the company's zone.
    pub ends: Vec<Until>,
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
    PoolOverCap,
}

/// A grant for a time that bears on the access. Without its end where that is only being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Granted {
    /// Counted in what is available.
    TemporaryLimit(Kopecks, Option<Until>),
    /// The rule would suspend otherwise.
    Postponement(Option<Until>),
}

/// An instant that is told in the company's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Until {
    /// Unix milliseconds.
    pub at: i64,
    /// Minutes east of UTC.
    pub offset_minutes: i16,
}

/// The outcome of an edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Impact {
    pub access_before: Access,
    pub access_after: Access,
    pub available_before: Kopecks,
    pub available_after: Kopecks,
    pub letters: Vec<(Tidings, Receiver)>,
    /// What plays in.
    #[serde(default)]
    pub granted: Vec<Granted>,
    /// What the reseller could still grant; negative where more is granted than its cap. An edit that adds to that is
    /// refused, but for an operator.
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
    pub fn edited(&self, change: CreditChange) -> Account {
        let mut account = self.account.clone();
        account.limit = change.limit.unwrap_or(account.limit);
        if let Some(threshold) = change.threshold
            && threshold != main_threshold(&account)
        {
            account.watches.retain(|watch| watch.slot != Slot::MAIN);
            let armed = threshold.map(|amount| Watch::new(Slot::MAIN, Level::Amount(amount)));
            account.watches.extend(armed);
        }
        account
    }

    /// What such an edit would bring about; `email` is the company's address after it.
    pub fn impact(&self, change: CreditChange, email: &str) -> Impact {
        self.outcome(&self.edited(change), email)
    }

    /// What saving these fields would bring about; nothing where none of them is about credit, or one is no amount.
    pub fn impact_of(&self, changes: &Draft) -> Option<Impact> {
        let change = CreditChange::of(changes).ok().filter(|change| change.is_any())?;
        Some(self.impact(change, changes.get(&Field::Email).map_or(self.email(), String::as_str)))
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
        let (limit, before) = (after.effective_limit(self.at), self.account.effective_limit(self.at));
        let growth = limit.value() - before.value();
        let pool_free = self.pool.map(|pool| Kopecks::new(pool.free().value().saturating_sub(growth)));
        if growth > 0 && pool_free.is_some_and(Kopecks::is_negative) {
            letters.extend(self.told_of_pool.iter().map(|receiver| (Tidings::PoolOverCap, receiver.clone())));
        }
        let comes_too_late = |watch: &Watch| watch.level.balance(limit).value() < limit.value().saturating_neg();
        Impact {
            access_before: self.account.access(self.at),
            access_after: after.access(self.at),
            available_before: self.account.available(self.at),
            available_after: after.available(self.at),
            letters,
            granted: self.granted(after),
            pool_free,
            warns_too_late: after.watches.iter().any(comes_too_late),
        }
    }

    fn granted(&self, account: &Account) -> Vec<Granted> {
        let temporary = account.temporary.filter(|temporary| self.at < temporary.until);
        let temporary = temporary.map(|Temporary { amount, until }| Granted::TemporaryLimit(amount, self.known(until)));
        let postponed = account.postponed_until.filter(|until| self.at < *until);
        let postponed = postponed.filter(|_| account.available(self.at).is_negative());
        temporary.into_iter().chain(postponed.map(|until| Granted::Postponement(self.known(until)))).collect()
    }

    /// A date of the account as it is.
    fn known(&self, at: i64) -> Option<Until> {
        self.ends.iter().copied().find(|end| end.at == at)
    }
}

/// What was promised by showing an impact: the status after it, and who is told of what.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Promise<'a> {
    access: Access,
    letters: Vec<(Tidings, &'a str)>,
}

impl Impact {
    /// Whether the edit changes nothing but numbers.
    pub fn is_quiet(&self) -> bool {
        self.access_before == self.access_after && self.letters.is_empty() && !self.warns_too_late
    }

    pub fn promise(&self) -> Promise<'_> {
        let letters = self.letters.iter().map(|(tidings, to)| (*tidings, to.email.as_str())).collect();
        Promise { access: self.access_after, letters }
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
            told_of_pool: Vec::new(),
            at: 0,
            ends: Vec::new(),
        }
    }

    fn limit(text: &str) -> CreditChange {
        CreditChange { limit: Some(amount(text)), threshold: None }
    }

    fn threshold(text: &str) -> CreditChange {
        CreditChange { limit: None, threshold: Some((!text.is_empty()).then(|| amount(text))) }
    }

    #[test]
    fn lowering_the_limit_below_the_debt_suspends_and_says_who_is_told() {
        let impact = ground("-500", "1000").impact(limit("100"), "info@company.test");
        assert!(impact.access_before.is_allowed() && !impact.access_after.is_allowed());
        assert_eq!(impact.available_after, amount("-400"));
        let told: Vec<Tidings> = impact.letters.iter().map(|(tidings, _)| *tidings).collect();
        assert_eq!(told, [Tidings::LimitChanged, Tidings::Suspended, Tidings::Suspended]);
    }

    #[test]
    fn a_letter_to_the_company_goes_to_the_address_that_is_typed() {
        let impact = ground("-500", "1000").impact(limit("100"), "new@company.test");
        let told: Vec<&str> = impact.letters.iter().map(|(_, to)| to.email.as_str()).collect();
        assert_eq!(told, ["new@company.test", "new@company.test", "anna@reseller.test"]);
    }

    #[test]
    fn a_threshold_at_the_balance_fires_and_the_same_one_does_not() {
        let mut ground = ground("100", "0");
        assert_eq!(ground.impact(threshold("100"), "info@company.test").letters.len(), 1);
        let fired = Watch { has_fired: true, ..Watch::new(Slot::MAIN, Level::Amount(amount("100"))) };
        ground.account.watches = vec![fired];
        assert!(ground.impact(threshold("100"), "info@company.test").is_quiet());
        assert!(ground.impact(threshold(""), "info@company.test").is_quiet());
    }

    #[test]
    fn a_threshold_below_the_suspension_is_warned_about() {
        assert!(ground("0", "100").impact(threshold("-100.01"), "info@company.test").warns_too_late);
        assert!(!ground("0", "100").impact(threshold("-100"), "info@company.test").warns_too_late);
    }

    #[test]
    fn the_pool_shows_what_would_be_left() {
        let mut ground = ground("0", "2600");
        ground.pool = Some(Pool { cap: amount("10000"), allocated: amount("9600") });
        assert_eq!(ground.impact(limit("3000"), "info@company.test").pool_free, Some(Kopecks::ZERO));
        assert_eq!(ground.impact(limit("3000.01"), "info@company.test").pool_free, Some(amount("-0.01")));
    }
    #[test]
    fn beyond_the_cap_an_operator_is_told_who_reads_of_it_and_lowering_tells_nobody() {
        let mut ground = ground("0", "2600");
        ground.pool = Some(Pool { cap: amount("10000"), allocated: amount("9600") });
        ground.told_of_pool = vec![receiver("anna@reseller.test")];
        let told = |change| {
            let impact = ground.impact(change, "info@company.test");
            impact.letters.iter().filter(|(tidings, _)| *tidings == Tidings::PoolOverCap).count()
        };
        assert_eq!((told(limit("3000")), told(limit("3000.01")), told(limit("100"))), (0, 1, 0));
    }

    #[test]
    fn what_is_granted_for_a_time_is_told_where_it_plays_in() {
        let mut ground = ground("-1100", "1000");
        let granted = |ground: &Ground, text| ground.impact(limit(text), "info@company.test").granted;
        assert!(granted(&ground, "500").is_empty());
        ground.ends = [60_000, 90_000].map(|at| Until { at, offset_minutes: 180 }).to_vec();
        ground.account.temporary = Some(Temporary { amount: amount("200"), until: 60_000 });
        ground.account.postponed_until = Some(90_000);
        let lent = Granted::TemporaryLimit(amount("200"), Some(Until { at: 60_000, offset_minutes: 180 }));
        assert_eq!(granted(&ground, "1000"), [lent], "enough is available: nothing is held off");
        let held = Granted::Postponement(Some(Until { at: 90_000, offset_minutes: 180 }));
        assert_eq!(granted(&ground, "500"), [lent, held]);
        ground.at = 90_000;
        assert!(granted(&ground, "500").is_empty());
    }

    #[test]
    fn fields_that_are_typed_have_an_impact_once_they_are_amounts() {
        let ground = ground("-500", "1000");
        let of = |field, text: &str| ground.impact_of(&Draft::from([(field, text.to_owned())]));
        assert_eq!(of(Field::CreditLimit, "100"), Some(ground.impact(limit("100"), "info@company.test")));
        assert_eq!(of(Field::NotificationThreshold, ""), Some(ground.impact(threshold(""), "info@company.test")));
        assert_eq!((of(Field::CreditLimit, "1e3"), of(Field::Name, "New")), (None, None));
    }
}
