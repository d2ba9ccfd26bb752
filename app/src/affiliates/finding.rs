//! What is checked before a company comes under a reseller, and what was found.

use serde::{Deserialize, Serialize};

/// One thing that has to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    ResellerExists,
    CompanyExists,
    TwoCompanies,
    NotThePlatform,
    ResellerIsOne,
    CompanyIsNoReseller,
    NoAffiliates,
    NobodysAffiliate,
    Confirmed,
    SameCurrency,
    NoDebt,
}

impl Check {
    /// What is impossible for ever before what can be mended.
    pub const ALL: [Self; 11] = [
        Self::ResellerExists,
        Self::CompanyExists,
        Self::TwoCompanies,
        Self::NotThePlatform,
        Self::ResellerIsOne,
        Self::CompanyIsNoReseller,
        Self::NoAffiliates,
        Self::NobodysAffiliate,
        Self::Confirmed,
        Self::SameCurrency,
        Self::NoDebt,
    ];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Holds,
    Fails(Obstacle),
    /// A company that it is about does not exist.
    Unknown,
}

/// A check and its verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub check: Check,
    pub verdict: Verdict,
}

impl Finding {
    pub fn obstacle(self) -> Option<Obstacle> {
        match self.verdict {
            Verdict::Fails(obstacle) => Some(obstacle),
            Verdict::Holds | Verdict::Unknown => None,
        }
    }
}

/// Every reason for which one company cannot come under another (the tree is one level deep).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    NoSuchReseller,
    NoSuchCompany,
    SameCompany,
    PlatformCompany,
    NotAReseller,
    ResellerCannotBeAffiliate,
    /// With how many.
    HasAffiliates(u32),
    AffiliateOfAnother,
    /// Already with this reseller: completing changes nothing.
    AlreadyAttached,
    Unconfirmed,
    InDebt,
    OtherCurrency,
}
