//! The entries behind a company's balance.

use app::companies::Kind;
use app::money::EntryKind;
use app::values::{DAY_MS, HOUR_MS};
use fastrand::Rng;

use super::{Company, chance};

/// So many days of services and payments; before them stands what the company began with.
const DAYS: i64 = 75;
/// Of a large demo only the first companies have them: the rest is there to measure lists with.
const DETAILED: i64 = 400;
/// Demos below this size are for tests, which write their own.
const SMALLEST: u32 = 100;

/// A row of the table `ledger_entry`, without its number and balance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LedgerLine {
    pub(crate) kind: EntryKind,
    /// Kopecks, signed.
    pub(crate) amount: i64,
    pub(crate) service: &'static str,
    pub(crate) description: &'static str,
    /// Unix milliseconds.
    pub(crate) at: i64,
}

/// The ledger of a company of a demo of this size, which ends with its balance.
pub(crate) fn ledger(company: &Company, affiliates: u32, now: i64) -> Vec<LedgerLine> {
    let balance = company.money.balance;
    if balance == 0 {
        return Vec::new();
    }
    let is_detailed = affiliates >= SMALLEST && company.id <= DETAILED && company.kind == Kind::Affiliate;
    let recent = if is_detailed { recent(company, now) } else { Vec::new() };
    let spent: i64 = recent.iter().map(|line| line.amount).sum();
    let opening = LedgerLine {
        kind: EntryKind::Correction,
        amount: balance - spent,
        service: "",
        description: "Входящий остаток",
        at: company.created_at,
    };
    [opening].into_iter().filter(|opening| opening.amount != 0).chain(recent).collect()
}

/// A charge for most days, a payment now and then; the last is a charge that a suspended company could not afford.
fn recent(company: &Company, now: i64) -> Vec<LedgerLine> {
    let mut rng = Rng::with_seed(company.id.unsigned_abs());
    let money = company.money;
    let scale = money.balance.abs().max(money.credit_limit).max(100_000);
    let beyond = (-money.credit_limit - money.balance).max(0);
    let mut lines = Vec::new();
    let mut owed = 0;
    for day in (1..DAYS).rev() {
        let at = now - day * DAY_MS - rng.i64(0..6 * HOUR_MS);
        if at <= company.created_at + DAY_MS {
            continue;
        }
        if owed > scale / 2 && chance(&mut rng, 30) {
            lines.push(line(EntryKind::Payment, owed, "", at));
            owed = 0;
        } else if chance(&mut rng, 80) {
            let (service, share) = if chance(&mut rng, 75) { ("voice", 40) } else { ("dialog", 90) };
            let charge = rng.i64(scale / (2 * share)..=scale / share).max(1);
            owed += charge;
            lines.push(line(EntryKind::Charge, -charge, service, at));
        }
    }
    let last = beyond + rng.i64(1..=scale / 60 + 1);
    lines.push(line(EntryKind::Charge, -last, "voice", now - rng.i64(HOUR_MS..12 * HOUR_MS)));
    lines
}

fn line(kind: EntryKind, amount: i64, service: &'static str, at: i64) -> LedgerLine {
    LedgerLine { kind, amount, service, description: "", at }
}
