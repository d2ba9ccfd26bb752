//! The fields of the edit dialog, by the name they carry on the wire.

use serde::{Deserialize, Serialize};

/// A field of a company that a person can type into, in the order of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Name,
    Email,
    Phone,
    /// Whether administrators have to have a second factor.
    RequireSecondFactor,
    CreditLimit,
    NotificationThreshold,
    TimeZone,
    MaxDialogs,
    #[serde(rename = "comply_230fz")]
    Comply230Fz,
    Inn,
    Kpp,
    /// Kept when a look-up or a paste brings it; not typed.
    Ogrn,
    Bic,
    Bank,
    CorrespondentAccount,
    Account,
    LegalAddress,
    PostalAddress,
}

/// Requisites that only make sense together: a merge never mixes two people's halves of one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// INN and KPP.
    Organization,
    /// BIC, correspondent account and settlement account.
    BankAccount,
}

impl Field {
    pub const ALL: [Self; 18] = [
        Self::Name,
        Self::Email,
        Self::Phone,
        Self::RequireSecondFactor,
        Self::CreditLimit,
        Self::NotificationThreshold,
        Self::TimeZone,
        Self::MaxDialogs,
        Self::Comply230Fz,
        Self::Inn,
        Self::Kpp,
        Self::Ogrn,
        Self::Bic,
        Self::Bank,
        Self::CorrespondentAccount,
        Self::Account,
        Self::LegalAddress,
        Self::PostalAddress,
    ];

    /// The name in requests, answers and the address of a problem.
    pub fn wire(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::RequireSecondFactor => "require_second_factor",
            Self::CreditLimit => "credit_limit",
            Self::NotificationThreshold => "notification_threshold",
            Self::TimeZone => "time_zone",
            Self::MaxDialogs => "max_dialogs",
            Self::Comply230Fz => "comply_230fz",
            Self::Inn => "inn",
            Self::Kpp => "kpp",
            Self::Ogrn => "ogrn",
            Self::Bic => "bic",
            Self::Bank => "bank",
            Self::CorrespondentAccount => "correspondent_account",
            Self::Account => "account",
            Self::LegalAddress => "legal_address",
            Self::PostalAddress => "postal_address",
        }
    }

    pub fn parse(wire: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.wire() == wire)
    }

    /// Whether the field is about credit: shown and edited from above only.
    pub fn is_credit(self) -> bool {
        matches!(self, Self::CreditLimit | Self::NotificationThreshold)
    }

    /// Whether it is on or off, and nothing else.
    pub fn is_switch(self) -> bool {
        matches!(self, Self::RequireSecondFactor | Self::Comply230Fz)
    }

    pub fn group(self) -> Option<Group> {
        match self {
            Self::Inn | Self::Kpp | Self::Ogrn => Some(Group::Organization),
            Self::Bic | Self::CorrespondentAccount | Self::Account => Some(Group::BankAccount),
            _ => None,
        }
    }
}
