//! Why a company is suspended.

use serde::{Deserialize, Serialize};

/// A company is suspended while any of these is present. In the order in which one of several is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// By an operator of the platform; nobody else ends it.
    Operator,
    /// By an administrator of its reseller; an operator ends it too.
    Reseller,
    /// With its reseller, by an operator; ends with that.
    Cascade,
    /// By the rule alone: the debt exceeds the effective limit.
    Credit,
}

impl Cause {
    pub const ALL: [Self; 4] = [Self::Operator, Self::Reseller, Self::Cascade, Self::Credit];

    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Reseller => "reseller",
            Self::Cascade => "cascade",
            Self::Credit => "credit",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.as_str() == text)
    }

    /// As other systems are told: the reason of `GET …/access`.
    pub fn access_reason(self) -> &'static str {
        match self {
            Self::Operator => "suspended_by_operator",
            Self::Reseller => "suspended_by_reseller",
            Self::Cascade => "reseller_suspended",
            Self::Credit => "credit_limit",
        }
    }
}
