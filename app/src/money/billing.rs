//! A company's money on one page: how it stands and why, its ledger part by part, its balance in time.

use serde::{Deserialize, Serialize};

use super::{Account, Burn, Cause, Entry, EntryNumber, Grant, Ground, Pool, Runway, Suspended, Until};
use crate::companies::Kind;
use crate::history::Author;
use crate::invoices::{Invoice, Vat};
use crate::values::{CompanyId, Kopecks};

/// Days that the chart of the balance covers.
pub const CHART_DAYS: i64 = 90;

/// The page of one company. Instants are Unix milliseconds, told in the company's zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Billing {
    pub company: CompanyId,
    pub company_name: String,
    pub kind: Kind,
    pub is_own: bool,
    /// IANA name.
    pub zone: String,
    /// From which instant on the zone was how many minutes east of UTC, over everything that is told here.
    pub offsets: Vec<(i64, i16)>,
    /// When this was read.
    pub at: i64,
    pub account: Account,
    pub suspended: Option<Suspended>,
    /// What it spent a day over the last week, and how long the money lasts at that pace.
    pub burn: Burn,
    pub runway: Runway,
    /// Who last set the limit that a suspension by the rule rests on, and when.
    pub limit_set: Option<(Author, i64)>,
    /// Letters about its money to its own address that no retry will send, of the last 30 days, the newest first.
    pub undelivered: Vec<Undelivered>,
    /// Every beginning and end of a suspension, the newest first; at most 50.
    pub events: Vec<SuspensionEvent>,
    /// When the rule was put off, the newest first; at most 50.
    pub postponements: Vec<Postponement>,
    /// The balance at the end of each day on which it changed, the oldest first; the first is what the period began with.
    pub chart: Vec<(i64, Kopecks)>,
    /// The newest entries that fit the filter, or those before a number.
    pub entries: Vec<Entry>,
    /// Where the next part begins: below this number. Nothing when this is all.
    pub next: Option<EntryNumber>,
    /// When the reader's sight of the ledger begins, and what stood then; nothing where they see all of it.
    pub opening: Option<(i64, Kopecks)>,
    /// What a reseller may grant, for itself and for operators; nothing where there is no cap.
    pub pool: Option<Pool>,
    /// What its affiliates owe together, where there is a cap.
    pub pool_used: Kopecks,
    /// Whether a notice is repeated weekly while its threshold stays reached.
    pub repeats_notices: bool,
    /// Those to this company, the newest first; at most 100.
    pub invoices: Vec<Invoice>,
    /// What its own invoices say of value added tax, for whoever may set it.
    pub vat: Option<Vat>,
    /// What a preview of a grant rests on, for whoever grants.
    pub ground: Option<Ground>,
    pub may: BillingRights,
}

/// A letter that did not arrive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undelivered {
    pub to: String,
    pub subject: String,
    /// When it was written.
    pub at: i64,
}

impl Billing {
    /// Whether somebody sells to this company.
    pub fn is_buyer(&self) -> bool {
        self.kind != Kind::Platform
    }

    /// Whether an invoice can be made for it now.
    pub fn takes_invoices(&self) -> bool {
        self.is_buyer() && self.account.is_confirmed
    }

    /// Takes over newer facts about the credit.
    pub fn stands_on(&mut self, ground: Ground) {
        self.account = ground.account.clone();
        self.at = ground.at;
        self.ground = Some(ground);
    }

    /// Minutes east of UTC in the company's zone at an instant.
    pub fn offset_at(&self, at: i64) -> i16 {
        let passed = self.offsets.iter().take_while(|(from, _)| *from <= at).last();
        passed.or(self.offsets.first()).map_or(0, |(_, offset)| *offset)
    }

    /// Adds a later part of the ledger, unless it is not the one that comes next any more.
    pub fn extend(&mut self, after: EntryNumber, part: Self) {
        if self.next == Some(after) {
            self.offsets.extend(part.offsets);
            self.offsets.sort_unstable();
            self.offsets.dedup();
            self.entries.extend(part.entries);
            self.next = part.next;
        }
    }
}

/// What the reader may do about this company.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BillingRights {
    /// Write entries and take them back.
    pub write: bool,
    /// Suspend, and end which suspensions by hand.
    pub hold: Option<Cause>,
    /// Set a temporary limit.
    pub grant: bool,
    /// Cap what this reseller grants.
    pub cap: bool,
}

/// Somebody put off what the credit rule would do, or ended that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Postponement {
    pub at: i64,
    /// Nothing where it was ended.
    pub until: Option<Until>,
    pub by: Option<Author>,
    pub reason: String,
}

/// A cause of suspension began or ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspensionEvent {
    pub at: i64,
    pub cause: Cause,
    pub begins: bool,
    /// Nobody where time did it.
    pub by: Option<Author>,
    pub reason: String,
    /// Of the entry that did it.
    pub entry: Option<EntryNumber>,
    /// What was granted to end it, or ended to begin it.
    #[serde(default)]
    pub grant: Option<Grant>,
    pub balance_before: Kopecks,
    pub balance_after: Kopecks,
    pub effective_limit: Kopecks,
}
