//! The sums of a period: opening balance, what moved it, closing balance.

use std::collections::BTreeMap;

use app::money::EntryKind;
use app::values::Kopecks;

use super::Entry;

/// Every amount is signed, so that the opening balance and all that follows add up to the closing one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    opening: Kopecks,
    charges: BTreeMap<String, Kopecks>,
    payments: Kopecks,
    corrections: Kopecks,
    reversals: Kopecks,
    closing: Kopecks,
    count: usize,
}

/// An entry does not continue the one before it: the ledger is damaged, or not all of it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("ledger entry {number} does not continue the balance before it")]
pub struct Uneven {
    pub number: i64,
}

impl Summary {
    /// Sums up the entries of a period, all of them, by ascending number. `opening` is the balance before the first.
    pub fn of<'a>(opening: Kopecks, entries: impl IntoIterator<Item = &'a Entry>) -> Result<Self, Uneven> {
        let mut summary = Self::without_entries(opening);
        for entry in entries {
            summary.add(entry).ok_or(Uneven { number: entry.number })?;
        }
        Ok(summary)
    }

    /// The same from sums that were added up elsewhere: of each kind and service the sum and the number of entries.
    /// `None` where they do not lead from the opening to the closing balance.
    pub fn of_sums<'a>(
        opening: Kopecks,
        sums: impl IntoIterator<Item = (EntryKind, &'a str, Kopecks, usize)>,
        closing: Kopecks,
    ) -> Option<Self> {
        let mut summary = Self::without_entries(opening);
        for (kind, service, sum, count) in sums {
            summary.closing = summary.closing.checked_add(sum)?;
            summary.add_to_kind(kind, service, sum)?;
            summary.count += count;
        }
        (summary.closing == closing).then_some(summary)
    }

    fn without_entries(opening: Kopecks) -> Self {
        Self {
            opening,
            charges: BTreeMap::new(),
            payments: Kopecks::ZERO,
            corrections: Kopecks::ZERO,
            reversals: Kopecks::ZERO,
            closing: opening,
            count: 0,
        }
    }

    fn add(&mut self, entry: &Entry) -> Option<()> {
        self.closing = self.closing.checked_add(entry.amount).filter(|closing| *closing == entry.balance_after)?;
        self.add_to_kind(entry.kind, &entry.service, entry.amount)?;
        self.count += 1;
        Some(())
    }

    fn add_to_kind(&mut self, kind: EntryKind, service: &str, amount: Kopecks) -> Option<()> {
        let sum = match kind {
            EntryKind::Charge => self.charges.entry(service.to_owned()).or_default(),
            EntryKind::Payment => &mut self.payments,
            EntryKind::Correction => &mut self.corrections,
            EntryKind::Reversal => &mut self.reversals,
        };
        *sum = sum.checked_add(amount)?;
        Some(())
    }

    pub fn opening(&self) -> Kopecks {
        self.opening
    }

    /// By service, in the order of their names.
    pub fn charges(&self) -> impl Iterator<Item = (&str, Kopecks)> {
        self.charges.iter().map(|(service, sum)| (service.as_str(), *sum))
    }

    pub fn all_charges(&self) -> Kopecks {
        Kopecks::new(self.charges.values().map(|sum| sum.value()).sum())
    }

    pub fn payments(&self) -> Kopecks {
        self.payments
    }

    pub fn corrections(&self) -> Kopecks {
        self.corrections
    }

    pub fn reversals(&self) -> Kopecks {
        self.reversals
    }

    pub fn closing(&self) -> Kopecks {
        self.closing
    }

    /// How many entries there were.
    pub fn count(&self) -> usize {
        self.count
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A ledger with these movements, from the balance.
    pub fn ledger(opening: i64, movements: &[(EntryKind, i64, &str)]) -> Vec<Entry> {
        let mut balance = opening;
        let entries = movements.iter().zip(1..).map(|((kind, amount, service), number)| {
            balance += amount;
            Entry {
                number,
                kind: *kind,
                amount: Kopecks::new(*amount),
                balance_after: Kopecks::new(balance),
                service: (*service).to_owned(),
                recorded_at: 1_793_480_399_999 + number,
                occurred_at: 1_793_480_399_999,
                description: String::new(),
                reference: String::new(),
            }
        });
        entries.collect()
    }

    #[test]
    fn charges_are_told_by_service_and_reversals_apart() {
        let entries = ledger(
            10_000,
            &[
                (EntryKind::Charge, -700, "voice"),
                (EntryKind::Charge, -50, "sms"),
                (EntryKind::Payment, 2_000, ""),
                (EntryKind::Charge, -300, "voice"),
                (EntryKind::Reversal, 700, "voice"),
                (EntryKind::Correction, -1, ""),
            ],
        );
        let summary = Summary::of(Kopecks::new(10_000), &entries).unwrap();
        let charges: Vec<_> = summary.charges().collect();
        assert_eq!(charges, [("sms", Kopecks::new(-50)), ("voice", Kopecks::new(-1_000))]);
        assert_eq!(summary.all_charges(), Kopecks::new(-1_050));
        assert_eq!(summary.payments(), Kopecks::new(2_000));
        assert_eq!((summary.reversals(), summary.corrections()), (Kopecks::new(700), Kopecks::new(-1)));
        assert_eq!((summary.closing(), summary.count()), (Kopecks::new(11_649), 6));
    }

    #[test]
    fn a_period_without_entries_ends_as_it_began() {
        let summary = Summary::of(Kopecks::new(-5), &[]).unwrap();
        assert_eq!((summary.opening(), summary.closing(), summary.count()), (Kopecks::new(-5), Kopecks::new(-5), 0));
    }

    #[test]
    fn an_entry_that_is_missing_or_changed_is_noticed() {
        let entries =
            ledger(0, &[(EntryKind::Payment, 100, ""), (EntryKind::Charge, -1, "sms"), (EntryKind::Charge, -1, "sms")]);
        assert_eq!(Summary::of(Kopecks::ZERO, [&entries[0], &entries[2]]), Err(Uneven { number: 3 }));
        assert_eq!(Summary::of(Kopecks::new(1), &entries), Err(Uneven { number: 1 }));
    }

    #[test]
    fn an_impossible_balance_is_refused_and_not_wrapped() {
        let mut entries = ledger(0, &[(EntryKind::Payment, 1, "")]);
        entries[0].amount = Kopecks::new(i64::MAX);
        assert_eq!(Summary::of(Kopecks::new(1), &entries), Err(Uneven { number: 1 }));
    }

    fn movements() -> impl Strategy<Value = Vec<(EntryKind, i64, &'static str)>> {
        let kind = prop::sample::select(vec![
            EntryKind::Charge,
            EntryKind::Payment,
            EntryKind::Correction,
            EntryKind::Reversal,
        ]);
        let service = prop::sample::select(vec!["voice", "sms", "dialog", ""]);
        prop::collection::vec((kind, -99_999_999_999..=99_999_999_999_i64, service), 0..60)
    }

    proptest! {
        #[test]
        fn opening_and_all_movements_make_the_closing_balance(
            opening in -999_999_999_999_999..=999_999_999_999_999_i64, movements in movements(),
        ) {
            let entries = ledger(opening, &movements);
            let summary = Summary::of(Kopecks::new(opening), &entries).unwrap();
            let parts = [summary.all_charges(), summary.payments(), summary.corrections(), summary.reversals()];
            let sum = parts.iter().fold(opening, |sum, part| sum + part.value());
            prop_assert_eq!(Kopecks::new(sum), summary.closing());
            prop_assert_eq!(summary.closing(), entries.last().map_or(Kopecks::new(opening), |last| last.balance_after));
        }

        #[test]
        fn sums_that_were_added_up_elsewhere_make_the_same_summary(movements in movements()) {
            let entries = ledger(0, &movements);
            let summary = Summary::of(Kopecks::ZERO, &entries).unwrap();
            let sums = || entries.iter().map(|entry| (entry.kind, entry.service.as_str(), entry.amount, 1));
            let again = Summary::of_sums(Kopecks::ZERO, sums(), summary.closing());
            prop_assert_eq!(again.as_ref(), Some(&summary));
            let another = summary.closing().checked_add(Kopecks::new(1)).unwrap();
            prop_assert_eq!(Summary::of_sums(Kopecks::ZERO, sums(), another), None);
        }

        #[test]
        fn the_next_period_opens_as_this_one_closes(
            movements in movements(), cut in any::<prop::sample::Index>(),
        ) {
            let entries = ledger(0, &movements);
            let (first, second) = entries.split_at(cut.index(entries.len() + 1));
            let before = Summary::of(Kopecks::ZERO, first).unwrap();
            let after = Summary::of(before.closing(), second).unwrap();
            prop_assert_eq!(after.closing(), Summary::of(Kopecks::ZERO, &entries).unwrap().closing());
        }
    }
}
