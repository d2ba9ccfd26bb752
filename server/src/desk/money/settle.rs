//! What follows from a change of how a company stands: recorded, proven and told in the transaction of that change.

use app::money::{Account, Cause, CreditTurn, Grant, Slot, settle as follow};
use app::values::{Kopecks, Lang};

use super::super::actor::Actor;
use super::super::company_row::CompanyRow;
use super::super::outbox::NO_PAGE;
use super::super::{Engine, Tx};
use super::ledger::EntryRow;
use super::suspension::{self, Proof};
use super::{letters, thresholds};
use crate::failure::Outcome;

/// What has changed the account.
#[derive(Clone, Copy)]
pub(in super::super) struct Trigger<'a> {
    /// Nobody where time did.
    by: Option<&'a Actor>,
    entry: Option<&'a EntryRow>,
    /// The language of the page on which it was done, for whoever has chosen none.
    page: Lang,
    /// When, where it was not now.
    at: Option<i64>,
    grant: Option<Grant>,
}

impl<'a> Trigger<'a> {
    /// What was granted until an instant, Unix milliseconds, has ended then.
    pub(super) fn time(at: i64, grant: Grant) -> Self {
        Self { by: None, entry: None, page: NO_PAGE, at: Some(at), grant: Some(grant) }
    }

    pub(super) fn entry(by: &'a Actor, entry: &'a EntryRow, page: Lang) -> Self {
        Self { by: Some(by), entry: Some(entry), page, at: None, grant: None }
    }

    /// An edit of what the company is granted; nothing where it is that of a threshold.
    pub(super) fn edit(by: &'a Actor, page: Lang, grant: Option<Grant>) -> Self {
        Self { by: Some(by), entry: None, page, at: None, grant }
    }

    /// The account beside the change, for the record.
    fn proof(&self, account: &Account, at: i64) -> Proof<'a> {
        let before = self.entry.map_or(account.balance, |entry| Kopecks::new(entry.balance_after - entry.amount));
        Proof {
            by: self.by,
            reason: "",
            entry: self.entry.map(|entry| (entry.number, Kopecks::new(entry.amount))),
            grant: self.grant,
            balance_before: before,
            balance_after: account.balance,
            effective_limit: account.effective_limit(at),
        }
    }
}

/// Holds the company, which the transaction has locked, against the rules, and leaves the account as it is on record
/// from now on.
pub(in super::super) async fn settle(
    engine: &Engine,
    tx: &mut Tx,
    company: &CompanyRow,
    account: &mut Account,
    trigger: &Trigger<'_>,
) -> Outcome<()> {
    let now = engine.house.now();
    // What has ended is judged as of its end: another grant may have been there still.
    let at = trigger.at.unwrap_or(now);
    let effects = follow(account, at);
    if effects.change_nothing_of(account) {
        return Ok(());
    }
    let proof = trigger.proof(account, at);
    for watch in effects.watches.iter().filter(|watch| !account.watches.contains(watch)) {
        thresholds::note(tx, company.id, *watch, now).await?;
    }
    account.watches.clone_from(&effects.watches);
    let sheet = letters::Sheet { house: &engine.house, company, account, now: at, page: trigger.page };
    if !effects.reached.is_empty() {
        sheet.threshold_reached(tx, &effects.reached, false).await?;
    }
    match effects.turn {
        Some(CreditTurn::Suspends) => {
            suspension::begin(tx, company.id, Cause::Credit, at, &proof).await?;
            sheet.suspended(tx, Cause::Credit, &proof).await?;
            account.recorded.insert(Cause::Credit);
        }
        Some(CreditTurn::Resumes) => {
            let since = suspension::end(tx, company.id, Cause::Credit, at, &proof).await?;
            sheet.resumed(tx, Cause::Credit, since, &proof).await?;
            account.recorded.remove(&Cause::Credit);
        }
        None => {}
    }
    Ok(())
}

/// The main threshold is that of the account from now on.
pub(super) async fn set_main_threshold(tx: &mut Tx, company_id: i64, account: &Account) -> Outcome<()> {
    thresholds::remove(tx, company_id, Slot::MAIN).await?;
    match account.watches.iter().find(|watch| watch.slot == Slot::MAIN) {
        Some(watch) => thresholds::add(tx, company_id, *watch).await,
        None => Ok(()),
    }
}
