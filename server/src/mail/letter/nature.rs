//! What is asked of every letter: its kind, whose money it tells of, the file that goes with it.

use super::Letter;
use crate::invoices::{file_name, pdf};

/// A file that goes with a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// ASCII.
    pub name: String,
    /// IANA media type.
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

impl Letter {
    /// When the one-time link in it dies, if it has one.
    pub fn valid_until_mut(&mut self) -> Option<&mut i64> {
        match self {
            Self::Invitation { valid_until, .. }
            | Self::Reset { valid_until, .. }
            | Self::ResetStarted { valid_until, .. }
            | Self::ConfirmRegistration { valid_until, .. }
            | Self::RegistrationReminder { valid_until, .. } => Some(valid_until),
            _ => None,
        }
    }

    /// The company of whose money it tells, if it tells of any.
    pub fn money_of(&self) -> Option<i64> {
        match self {
            Self::ThresholdReached { account, .. }
            | Self::Suspended { account, .. }
            | Self::Resumed { account, .. }
            | Self::TemporaryLimitEnds { account, .. }
            | Self::CreditLimitChanged { account, .. } => Some(account.company_id),
            Self::Invoice { company_id, .. } => Some(*company_id),
            Self::MonthlyReport(report) => Some(report.company_id),
            _ => None,
        }
    }

    /// Whether it tells of an account, whose letters leave in the order of what they tell.
    pub fn is_in_order(&self) -> bool {
        self.money_of().is_some() && !matches!(self, Self::Invoice { .. } | Self::MonthlyReport(_))
    }

    /// The name of its kind, for the log and for statistics.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Invitation { .. } => "invitation",
            Self::InvitationAccepted { .. } => "invitation_accepted",
            Self::Reset { .. } => "reset",
            Self::InvitationWanted { .. } => "invitation_wanted",
            Self::ResetStarted { .. } => "reset_started",
            Self::AccessClosed { .. } => "access_closed",
            Self::AccessOpened { .. } => "access_opened",
            Self::SecondFactorReset { .. } => "second_factor_reset",
            Self::AccessChanged { .. } => "access_changed",
            Self::NewSignIn { .. } => "new_sign_in",
            Self::ConfirmEmail { .. } => "confirm_email",
            Self::EmailChangeAsked { .. } => "email_change_asked",
            Self::RecoveryCodeUsed { .. } => "recovery_code_used",
            Self::ConfirmRegistration { .. } => "confirm_registration",
            Self::AlreadyRegistered { .. } => "already_registered",
            Self::RegistrationReminder { .. } => "registration_reminder",
            Self::NewAffiliate { .. } => "new_affiliate",
            Self::AffiliateConfirmed { .. } => "affiliate_confirmed",
            Self::AffiliateRemoved { .. } => "affiliate_removed",
            Self::RequestReceived { .. } => "request_received",
            Self::RequestNeedsYou { .. } => "request_needs_you",
            Self::RequestCompleted { .. } => "request_completed",
            Self::AlreadyAttached { .. } => "already_attached",
            Self::RequestDeclined { .. } => "request_declined",
            Self::TokenEnds { .. } => "token_ends",
            Self::ViewingBegun { .. } => "viewing_begun",
            Self::ViewingEnded { .. } => "viewing_ended",
            Self::RequestWithdrawn { .. } => "request_withdrawn",
            Self::ComplianceSwitchedOff { .. } => "compliance_switched_off",
            Self::ThresholdReached { .. } => "threshold_reached",
            Self::Suspended { .. } => "suspended",
            Self::Resumed { .. } => "resumed",
            Self::TemporaryLimitEnds { .. } => "temporary_limit_ends",
            Self::CreditLimitChanged { .. } => "credit_limit_changed",
            Self::PoolOverCap { .. } => "pool_over_cap",
            Self::BanksNoLongerValid { .. } => "banks_no_longer_valid",
            Self::MonthlyReport(_) => "monthly_report",
            Self::Invoice { .. } => "invoice",
            Self::InvoiceNotIssued { .. } => "invoice_not_issued",
        }
    }

    /// The file that goes with it, if one does.
    ///
    /// # Errors
    /// Says why the file could not be written.
    pub fn attachment(&self) -> Result<Option<Attached>, String> {
        let Self::Invoice { invoice, .. } = self else { return Ok(None) };
        let bytes = pdf(invoice).map_err(|error| error.to_string())?;
        Ok(Some(Attached { name: file_name(invoice), media_type: "application/pdf", bytes }))
    }
}
