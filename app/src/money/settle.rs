//! What a changed account brings about: the one function behind every entry, every edit, every preview and the timer.

use serde::{Deserialize, Serialize};

use super::{Account, Cause, Watch};
use crate::values::Kopecks;

/// What the credit rule does to a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CreditTurn {
    Suspends,
    Resumes,
}

/// What follows from how an account stands now, beside what was recorded of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effects {
    pub turn: Option<CreditTurn>,
    /// Every watch as it is from now on.
    pub watches: Vec<Watch>,
    /// The thresholds that are reached by this, as balances, the highest first.
    pub reached: Vec<Kopecks>,
}

impl Effects {
    /// Whether nothing has to be recorded.
    pub fn change_nothing_of(&self, account: &Account) -> bool {
        self.turn.is_none() && self.watches == account.watches
    }
}

/// Holds the account against the rules at an instant (Unix milliseconds).
///
/// Every threshold that one step crosses is among [`Effects::reached`], so that one letter names them all; a threshold
/// fires while the company is suspended too.
pub fn settle(account: &Account, now: i64) -> Effects {
    let effective_limit = account.effective_limit(now);
    let watches: Vec<Watch> =
        account.watches.iter().map(|watch| watch.step(account.balance, effective_limit)).collect();
    let fires = |(before, after): &(&Watch, &Watch)| after.has_fired && !before.has_fired;
    let mut reached: Vec<Kopecks> = (account.watches.iter().zip(&watches))
        .filter(fires)
        .map(|(watch, _)| watch.level.balance(effective_limit))
        .collect();
    reached.sort_unstable_by(|one, other| other.cmp(one));
    reached.dedup();
    Effects { turn: turn(account, now), watches, reached }
}

fn turn(account: &Account, now: i64) -> Option<CreditTurn> {
    match (account.recorded.contains(&Cause::Credit), account.is_suspended_by_credit(now)) {
        (false, true) => Some(CreditTurn::Suspends),
        (true, false) => Some(CreditTurn::Resumes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::super::Level;
    use super::*;
    use crate::money::Slot;

    fn amount(text: &str) -> Kopecks {
        Kopecks::parse_amount(text).unwrap()
    }

    fn account(limit: &str, thresholds: &[&str]) -> Account {
        let watch = |(number, text): (u8, &&str)| Watch::new(Slot::new(number).unwrap(), Level::Amount(amount(text)));
        Account {
            limit: amount(limit),
            is_confirmed: true,
            watches: (0..).zip(thresholds).map(watch).collect(),
            ..Account::default()
        }
    }

    /// What the step to a balance brings, and the account after it.
    fn step(account: &Account, balance: &str) -> (Effects, Account) {
        let mut after = Account { balance: amount(balance), ..account.clone() };
        let effects = settle(&after, 0);
        match effects.turn {
            Some(CreditTurn::Suspends) => after.recorded.insert(Cause::Credit),
            Some(CreditTurn::Resumes) => after.recorded.remove(&Cause::Credit),
            None => false,
        };
        after.watches.clone_from(&effects.watches);
        (effects, after)
    }

    #[test]
    fn each_step_of_a_balance_brings_what_the_table_says() {
        use CreditTurn::{Resumes, Suspends};
        for (limit, thresholds, before, after, turn, reached) in [
            ("1000", &[][..], "-999.99", "-1000", None, 0),
            ("1000", &[], "-1000", "-1000.01", Some(Suspends), 0),
            ("1000", &[], "-1000.01", "-1000", Some(Resumes), 0),
            ("0", &[], "0.01", "0", None, 0),
            ("0", &[], "0", "-0.01", Some(Suspends), 0),
            ("0", &["500"], "500.01", "500", None, 1),
            ("0", &["500"], "500", "400", None, 0),
            ("1000", &["-800"], "-799.99", "-800", None, 1),
            ("1000", &["500"], "600", "-1400", Some(Suspends), 1),
            ("100", &["500", "200", "0"], "600", "-50", None, 3),
        ] {
            let (_, start) = step(&account(limit, thresholds), before);
            let (effects, _) = step(&start, after);
            assert_eq!(effects.turn, turn, "{before} → {after}");
            assert_eq!(effects.reached.len(), reached, "{before} → {after}");
        }
    }

    #[test]
    fn several_thresholds_crossed_at_once_are_told_together_the_highest_first() {
        let (effects, after) = step(&account("100", &["200", "500", "0"]), "-50");
        assert_eq!(effects.reached, [amount("500"), amount("200"), Kopecks::ZERO]);
        assert!(after.watches.iter().all(|watch| watch.has_fired));
    }

    #[test]
    fn what_holds_a_company_by_hand_is_none_of_the_rule() {
        let held = Account { recorded: BTreeSet::from([Cause::Operator]), ..account("0", &[]) };
        assert_eq!(settle(&held, 0).turn, None);
    }

    proptest! {
        #[test]
        fn settled_once_nothing_is_left_to_settle(
            balance in -1_000_000_i64..1_000_000,
            limit in 0_i64..1_000_000,
            threshold in -1_000_000_i64..1_000_000,
        ) {
            let start = Account {
                balance: Kopecks::new(balance),
                limit: Kopecks::new(limit),
                watches: vec![Watch::new(Slot::MAIN, Level::Amount(Kopecks::new(threshold)))],
                ..Account::default()
            };
            let (_, after) = step(&start, &start.balance.to_string());
            let again = settle(&after, 0);
            prop_assert!(again.change_nothing_of(&after));
            prop_assert!(again.reached.is_empty());
        }
    }
}
