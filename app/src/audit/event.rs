//! What the audit log keeps: events around people and companies, each with who, when and from where.

use serde::{Deserialize, Serialize};

use crate::history::Author;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditKind {
    SignedIn,
    SignedOut,
    /// By the link of a letter.
    PasswordSet,
    /// By the person, who gave the one before.
    PasswordChanged,
    /// The sign-in address.
    EmailChanged,
    /// By the person, of the own ones.
    SessionsEnded,
    /// By an app or a passkey, the first there was.
    SecondFactorOn,
    /// The last app or passkey is gone.
    SecondFactorOff,
    AppAdded,
    AppRemoved,
    PasskeyAdded,
    PasskeyRemoved,
    RecoveryCodesRenewed,
    RecoveryCodeUsed,
    UserRegistered,
    /// The full name or a part of it.
    UserRenamed,
    RolesChanged,
    /// Own value; empty for the company's default.
    MaxDialogsChanged,
    /// By somebody else.
    LanguageChanged,
    UserBlocked,
    UserUnblocked,
    InvitationResent,
    InvitationRevoked,
    /// By an administrator, like the next three.
    UserSessionsEnded,
    SecondFactorReset,
    ResetStarted,
    EmailChangeAsked,
    /// By an operator.
    CompanyAdded,
    /// By itself, on a reseller's domain.
    CompanyRegistered,
    /// Its fields; which ones is in its history.
    CompanySaved,
    /// By a person, into a company's ledger.
    EntryWritten,
    /// By hand.
    CompanySuspended,
    /// What somebody had suspended by hand.
    CompanyResumed,
    /// Until when the credit rule suspends nobody.
    SuspensionPostponed,
    TemporaryLimitSet,
    /// What a reseller may grant.
    PoolSet,
    ThresholdsSet,
    InvoiceIssued,
    InvoiceCancelled,
    /// What a supplier's invoices say of value added tax.
    VatSet,
    CompanyAttached,
    /// By an operator: what it is in the tree.
    KindChanged,
    RequestMade,
    RequestCompleted,
    RequestDeclined,
    RequestWithdrawn,
    LetterResent,
    TokenCreated,
    TokenRevoked,
    /// Through the eyes of one of its users.
    ViewingBegun,
    PageViewed,
    ViewingEnded,
    ViewingAllowed,
    ViewingForbidden,
}

impl AuditKind {
    pub const ALL: [Self; 54] = [
        Self::SignedIn,
        Self::SignedOut,
        Self::PasswordSet,
        Self::PasswordChanged,
        Self::EmailChanged,
        Self::SessionsEnded,
        Self::SecondFactorOn,
        Self::SecondFactorOff,
        Self::AppAdded,
        Self::AppRemoved,
        Self::PasskeyAdded,
        Self::PasskeyRemoved,
        Self::RecoveryCodesRenewed,
        Self::RecoveryCodeUsed,
        Self::UserRegistered,
        Self::UserRenamed,
        Self::RolesChanged,
        Self::MaxDialogsChanged,
        Self::LanguageChanged,
        Self::UserBlocked,
        Self::UserUnblocked,
        Self::InvitationResent,
        Self::InvitationRevoked,
        Self::UserSessionsEnded,
        Self::SecondFactorReset,
        Self::ResetStarted,
        Self::EmailChangeAsked,
        Self::CompanyAdded,
        Self::CompanyRegistered,
        Self::CompanySaved,
        Self::EntryWritten,
        Self::CompanySuspended,
        Self::CompanyResumed,
        Self::SuspensionPostponed,
        Self::TemporaryLimitSet,
        Self::PoolSet,
        Self::ThresholdsSet,
        Self::InvoiceIssued,
        Self::InvoiceCancelled,
        Self::VatSet,
        Self::CompanyAttached,
        Self::KindChanged,
        Self::RequestMade,
        Self::RequestCompleted,
        Self::RequestDeclined,
        Self::RequestWithdrawn,
        Self::LetterResent,
        Self::TokenCreated,
        Self::TokenRevoked,
        Self::ViewingBegun,
        Self::PageViewed,
        Self::ViewingEnded,
        Self::ViewingAllowed,
        Self::ViewingForbidden,
    ];

    /// As stored, and as the address of the page has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SignedIn => "signed_in",
            Self::SignedOut => "signed_out",
            Self::PasswordSet => "password_set",
            Self::PasswordChanged => "password_changed",
            Self::EmailChanged => "email_changed",
            Self::SessionsEnded => "sessions_ended",
            Self::SecondFactorOn => "second_factor_on",
            Self::SecondFactorOff => "second_factor_off",
            Self::AppAdded => "app_added",
            Self::AppRemoved => "app_removed",
            Self::PasskeyAdded => "passkey_added",
            Self::PasskeyRemoved => "passkey_removed",
            Self::RecoveryCodesRenewed => "recovery_codes_renewed",
            Self::RecoveryCodeUsed => "recovery_code_used",
            Self::UserRegistered => "user_registered",
            Self::UserRenamed => "user_renamed",
            Self::RolesChanged => "roles_changed",
            Self::MaxDialogsChanged => "max_dialogs_changed",
            Self::LanguageChanged => "language_changed",
            Self::UserBlocked => "user_blocked",
            Self::UserUnblocked => "user_unblocked",
            Self::InvitationResent => "invitation_resent",
            Self::InvitationRevoked => "invitation_revoked",
            Self::UserSessionsEnded => "user_sessions_ended",
            Self::SecondFactorReset => "second_factor_reset",
            Self::ResetStarted => "reset_started",
            Self::EmailChangeAsked => "email_change_asked",
            Self::CompanyAdded => "company_added",
            Self::CompanyRegistered => "company_registered",
            Self::CompanySaved => "company_saved",
            Self::EntryWritten => "entry_written",
            Self::CompanySuspended => "company_suspended",
            Self::CompanyResumed => "company_resumed",
            Self::SuspensionPostponed => "suspension_postponed",
            Self::TemporaryLimitSet => "temporary_limit_set",
            Self::PoolSet => "pool_set",
            Self::ThresholdsSet => "thresholds_set",
            Self::InvoiceIssued => "invoice_issued",
            Self::InvoiceCancelled => "invoice_cancelled",
            Self::VatSet => "vat_set",
            Self::CompanyAttached => "company_attached",
            Self::KindChanged => "kind_changed",
            Self::RequestMade => "request_made",
            Self::RequestCompleted => "request_completed",
            Self::RequestDeclined => "request_declined",
            Self::RequestWithdrawn => "request_withdrawn",
            Self::LetterResent => "letter_resent",
            Self::TokenCreated => "token_created",
            Self::TokenRevoked => "token_revoked",
            Self::ViewingBegun => "viewing_begun",
            Self::PageViewed => "page_viewed",
            Self::ViewingEnded => "viewing_ended",
            Self::ViewingAllowed => "viewing_allowed",
            Self::ViewingForbidden => "viewing_forbidden",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// One entry of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEvent {
    pub id: String,
    /// Unix milliseconds.
    pub at: i64,
    /// Of the reader's zone at that moment, minutes east of UTC.
    pub offset: i16,
    pub kind: AuditKind,
    pub by: Author,
    /// The company that it happened to; its name, while it is there.
    pub company_id: i64,
    pub company: Option<String>,
    /// What of the company: a user's e-mail address, a request's number, a letter's receiver.
    pub object: String,
    pub old: String,
    pub new: String,
    pub reason: String,
    /// Of one's own people only: a reseller's or an operator's address is not an affiliate's business.
    pub address: Option<String>,
    pub request_id: String,
}

/// A part of the log, the newest entry first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditLog {
    pub events: Vec<AuditEvent>,
    /// Where the next part begins. Nothing when this is all.
    pub next: Option<AuditMark>,
    /// The IANA name of the zone in which times are told and days begin.
    pub zone: String,
}

/// A place in the log: right after this entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditMark {
    pub at: i64,
    pub id: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_back_by_its_name() {
        for kind in AuditKind::ALL {
            assert_eq!(AuditKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(AuditKind::parse("signed"), None);
    }
}
