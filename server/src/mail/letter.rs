//! Every letter the product sends, as facts. The words are made from them by [`compose`](super::compose).

mod facts;
mod monthly_report;
mod nature;

use app::companies::Field;
use app::invoices::InvoiceDocument;
use app::money::{Cause, Grant};
use app::values::Kopecks;
use serde::{Deserialize, Serialize};

pub use facts::{AccountFacts, By, Change, Circumstances, Ending, EntryFacts, FaultyBank};
pub use monthly_report::MonthlyReport;
pub use nature::Attached;

/// A letter to be written. Instants are Unix milliseconds, `zone` is the IANA zone to show them in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum Letter {
    /// To a user registered by somebody else: the one-time link to set a password.
    Invitation {
        company: String,
        registered_by: String,
        login: String,
        token: String,
        valid_until: i64,
        zone: String,
    },
    /// To whoever registered a user: the user has set a password.
    InvitationAccepted {
        full_name: String,
        email: String,
        company: String,
        company_id: i64,
    },
    /// To a person who asked for a new password.
    Reset {
        login: String,
        token: String,
        valid_until: i64,
        asked_at: i64,
        address: String,
        zone: String,
    },
    /// To whoever registered a user who has not come: the link has run out, a new one is wanted.
    InvitationWanted {
        full_name: String,
        email: String,
        company: String,
        company_id: i64,
    },
    /// To a person for whom an administrator has started the reset.
    ResetStarted {
        login: String,
        by: By,
        token: String,
        valid_until: i64,
        zone: String,
    },
    /// To a person who was blocked.
    AccessClosed {
        login: String,
        by: By,
        reason: String,
    },
    /// To the same once that is over.
    AccessOpened {
        login: String,
        by: By,
        reason: String,
    },
    /// To a person whose second factor an administrator has taken away.
    SecondFactorReset {
        login: String,
        by: By,
        at: i64,
        zone: String,
    },
    /// To a person whose sign-in details changed, at every address concerned.
    AccessChanged {
        login: String,
        change: Change,
        circumstances: Circumstances,
    },
    /// To a person who signed in, or seems to have, in a browser that was not known.
    NewSignIn {
        login: String,
        circumstances: Circumstances,
    },
    /// To the new address of a person: the link that makes it the sign-in name.
    ConfirmEmail {
        login: String,
        email: String,
        token: String,
        valid_until: i64,
        zone: String,
    },
    /// To the old address at the same time: what was asked for, and the link that takes it back.
    EmailChangeAsked {
        login: String,
        email: String,
        token: String,
        valid_until: i64,
        /// Who asked, where it was not the person: then it is nobody's business from where.
        #[serde(default)]
        by: Option<By>,
        circumstances: Circumstances,
    },
    /// To a person for whom a recovery code was used; so many are left.
    RecoveryCodeUsed {
        login: String,
        left: i64,
        circumstances: Circumstances,
    },
    /// To a registrant: the link that confirms the registration and sets the password.
    ConfirmRegistration {
        company: String,
        reseller: String,
        login: String,
        token: String,
        valid_until: i64,
        zone: String,
    },
    /// To somebody who tried to register with an address that has an account. Says nothing of what was typed.
    AlreadyRegistered {
        login: String,
    },
    /// To a registrant on the third day: a new link, and when the registration will be removed.
    RegistrationReminder {
        company: String,
        reseller: String,
        login: String,
        token: String,
        valid_until: i64,
        removed_at: i64,
        zone: String,
    },
    /// To the reseller's administrators.
    NewAffiliate {
        company: String,
        company_id: i64,
        inn: String,
        full_name: String,
        email: String,
        phone: String,
    },
    AffiliateConfirmed {
        company: String,
        company_id: i64,
    },
    AffiliateRemoved {
        company: String,
    },
    /// To the requester.
    RequestReceived {
        number: i64,
        reseller_id: i64,
        company_id: i64,
        comment: String,
    },
    /// To the operators.
    RequestNeedsYou {
        number: i64,
        reseller_id: i64,
        company_id: i64,
        requested_by: String,
        comment: String,
    },
    /// To the administrators of both companies.
    RequestCompleted {
        company: String,
        company_id: i64,
        reseller: String,
        since: i64,
        zone: String,
    },
    /// To the requester: the request is done without having changed anything.
    AlreadyAttached {
        number: i64,
        company: String,
        reseller_id: i64,
        company_id: i64,
        reseller: String,
    },
    /// To the requester.
    RequestDeclined {
        number: i64,
        reseller_id: i64,
        company_id: i64,
        reason: String,
    },
    /// To whoever made a token of the API, before it ends.
    TokenEnds {
        name: String,
        prefix: String,
        company: String,
        expires_at: i64,
        zone: String,
    },
    /// To the administrators of a company at which the platform looks without having been allowed to, and to the user
    /// whose eyes it borrows. `viewer` is nobody's name where it is the platform.
    ViewingBegun {
        viewer: Option<String>,
        reason: String,
        begun_at: i64,
        zone: String,
    },
    /// To the same, and after every look.
    ViewingEnded {
        viewer: Option<String>,
        through: String,
        reason: String,
        begun_at: i64,
        ended_at: i64,
        pages: Vec<String>,
        zone: String,
    },
    /// To the requester.
    RequestWithdrawn {
        number: i64,
        reseller_id: i64,
        company_id: i64,
        by: String,
    },
    /// To the reseller's administrators, when an affiliate switches 230-FZ compliance off.
    ComplianceSwitchedOff {
        company: String,
        company_id: i64,
        by: String,
        at: i64,
        zone: String,
    },
    /// To the company and to whoever grants it credit, like the next three. Thresholds as balances, the highest first.
    ThresholdReached {
        account: AccountFacts,
        thresholds: Vec<Kopecks>,
        /// To suspension, at the last week's pace; nothing where nothing is spent.
        days_left: Option<u64>,
        /// A week after the last, as it is still reached.
        is_repeated: bool,
    },
    Suspended {
        account: AccountFacts,
        cause: Cause,
        /// Of a suspension by hand.
        reason: String,
        entry: Option<EntryFacts>,
        /// What has ended, or is less.
        #[serde(default)]
        grant: Option<Grant>,
        /// Where the debt exceeds the limit.
        sum_to_resume: Option<Kopecks>,
    },
    /// One cause of a suspension is gone; `still` is what goes on suspending.
    Resumed {
        account: AccountFacts,
        cause: Cause,
        since: i64,
        #[serde(flatten)]
        ended_by: Ending,
        still: Option<Cause>,
    },
    /// A day before the end of a temporary limit that would suspend.
    TemporaryLimitEnds {
        account: AccountFacts,
        until: i64,
        sum_needed: Kopecks,
    },
    /// To the company, when another has changed its credit limit.
    CreditLimitChanged {
        account: AccountFacts,
        old: Kopecks,
        new: Kopecks,
        by: By,
        /// Empty where none is told.
        #[serde(default)]
        reason: String,
    },
    /// To the administrators of a reseller whose affiliates' limits together exceed its cap, by an operator's act.
    PoolOverCap {
        reseller: String,
        /// Not in a letter that an older server has written, like the next two.
        reseller_id: Option<i64>,
        at: Option<i64>,
        #[serde(default)]
        zone: String,
        allocated: Kopecks,
        cap: Kopecks,
    },
    /// To the administrators of a reseller, or of a company that stands alone, when a new directory of banks has made
    /// stored banks invalid. `business_day` is `YYYY-MM-DD`.
    BanksNoLongerValid {
        business_day: String,
        /// The first of them by ID.
        companies: Vec<FaultyBank>,
        /// All of them.
        count: usize,
    },
    /// To the company's own address, when the report of a month is made.
    MonthlyReport(MonthlyReport),
    /// To the buyer's own address, with the PDF.
    Invoice {
        company_id: i64,
        at: i64,
        zone: String,
        invoice: Box<InvoiceDocument>,
    },
    /// To a supplier whose requisites keep invoices from being issued.
    InvoiceNotIssued {
        supplier: String,
        supplier_id: i64,
        buyer: String,
        lacking: Vec<Field>,
        at: i64,
        zone: String,
    },
}
