//! Every letter the product sends, as facts. The words are made from them by [`compose`](super::compose).

use serde::{Deserialize, Serialize};

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
    /// To the requester.
    RequestDeclined {
        number: i64,
        reseller_id: i64,
        company_id: i64,
        reason: String,
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
}

impl Letter {
    /// When the one-time link in it dies, if it has one.
    pub fn valid_until_mut(&mut self) -> Option<&mut i64> {
        match self {
            Self::Invitation { valid_until, .. }
            | Self::Reset { valid_until, .. }
            | Self::ConfirmRegistration { valid_until, .. }
            | Self::RegistrationReminder { valid_until, .. } => Some(valid_until),
            _ => None,
        }
    }

    /// The name of its kind, for the log and for statistics.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Invitation { .. } => "invitation",
            Self::InvitationAccepted { .. } => "invitation_accepted",
            Self::Reset { .. } => "reset",
            Self::ConfirmRegistration { .. } => "confirm_registration",
            Self::AlreadyRegistered { .. } => "already_registered",
            Self::RegistrationReminder { .. } => "registration_reminder",
            Self::NewAffiliate { .. } => "new_affiliate",
            Self::AffiliateConfirmed { .. } => "affiliate_confirmed",
            Self::AffiliateRemoved { .. } => "affiliate_removed",
            Self::RequestReceived { .. } => "request_received",
            Self::RequestNeedsYou { .. } => "request_needs_you",
            Self::RequestCompleted { .. } => "request_completed",
            Self::RequestDeclined { .. } => "request_declined",
            Self::RequestWithdrawn { .. } => "request_withdrawn",
            Self::ComplianceSwitchedOff { .. } => "compliance_switched_off",
        }
    }
}
