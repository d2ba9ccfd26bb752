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
    /// By an operator.
    CompanyAdded,
    /// By itself, on a reseller's domain.
    CompanyRegistered,
    /// Its fields; which ones is in its history.
    CompanySaved,
    CompanyAttached,
    RequestCompleted,
    RequestDeclined,
    LetterResent,
}

impl AuditKind {
    pub const ALL: [Self; 22] = [
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
        Self::CompanyAdded,
        Self::CompanyRegistered,
        Self::CompanySaved,
        Self::CompanyAttached,
        Self::RequestCompleted,
        Self::RequestDeclined,
        Self::LetterResent,
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
            Self::CompanyAdded => "company_added",
            Self::CompanyRegistered => "company_registered",
            Self::CompanySaved => "company_saved",
            Self::CompanyAttached => "company_attached",
            Self::RequestCompleted => "request_completed",
            Self::RequestDeclined => "request_declined",
            Self::LetterResent => "letter_resent",
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
