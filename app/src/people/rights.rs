//! Who may do what: the one table that the pages, the operations and `docs/rights.md` come from.

#[cfg(test)]
mod tests;

use super::Role;
use crate::companies::Kind;
use crate::error::ApiError;

/// Something that not everybody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Companies with their balance and history, their users, the audit log.
    SeeCompanies,
    EditCompanies,
    /// Credit limit and notification threshold.
    SetCredit,
    /// Payments, corrections, charges and their reversal.
    WriteLedger,
    /// Suspend by hand, postpone a suspension by credit, and end either.
    HoldCompanies,
    /// Cap what a reseller may grant.
    SetPool,
    /// Add and change users, give them roles.
    ManageUsers,
    GiveOperatorRole,
    /// Hand out the registration link.
    AddAffiliates,
    /// Ask for a company to be attached.
    SendRequests,
    SettleRequests,
    /// Make resellers and stand-alone companies, and the one of the other.
    AddCompanies,
    ManageTokens,
    /// Look at the desk through a user's eyes.
    ViewAs,
    /// Allow others to do so.
    AllowViewing,
    /// Directories, undelivered letters.
    RunPlatform,
    /// Own name, language, password, sessions, second factor.
    OwnProfile,
}

/// How a person stands in the platform: by the strongest of their roles, and by what their company is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Operator,
    ResellerAdministrator,
    /// Of any other company.
    Administrator,
    ChatOperator,
}

/// How far a right goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    Everything,
    /// Every company but the platform's own.
    AllButPlatform,
    Platform,
    OwnAndAffiliates,
    Affiliates,
    /// The own company.
    Own,
    Oneself,
}

impl Standing {
    pub const ALL: [Self; 4] = [Self::Operator, Self::ResellerAdministrator, Self::Administrator, Self::ChatOperator];

    /// `None` for whoever has no role that counts in such a company.
    pub fn of(roles: &[Role], kind: Kind) -> Option<Self> {
        match (roles.iter().min()?, kind) {
            (Role::Operator, Kind::Platform) => Some(Self::Operator),
            (Role::Operator, _) => {
                let rest: Vec<Role> = roles.iter().copied().filter(|role| *role != Role::Operator).collect();
                Self::of(&rest, kind)
            }
            (Role::Administrator, Kind::Reseller) => Some(Self::ResellerAdministrator),
            (Role::Administrator, _) => Some(Self::Administrator),
            (Role::ChatOperator, _) => Some(Self::ChatOperator),
        }
    }
}

impl Right {
    pub const ALL: [Self; 17] = [
        Self::SeeCompanies,
        Self::EditCompanies,
        Self::SetCredit,
        Self::WriteLedger,
        Self::HoldCompanies,
        Self::SetPool,
        Self::ManageUsers,
        Self::GiveOperatorRole,
        Self::AddAffiliates,
        Self::SendRequests,
        Self::SettleRequests,
        Self::AddCompanies,
        Self::ManageTokens,
        Self::ViewAs,
        Self::AllowViewing,
        Self::RunPlatform,
        Self::OwnProfile,
    ];

    /// The table. Columns as in [`Standing::ALL`].
    const fn row(self) -> [Option<Extent>; 4] {
        use Extent as E;
        match self {
            Self::SeeCompanies | Self::EditCompanies | Self::ManageUsers => {
                [Some(E::Everything), Some(E::OwnAndAffiliates), Some(E::Own), None]
            }
            Self::SetCredit | Self::HoldCompanies => [Some(E::AllButPlatform), Some(E::Affiliates), None, None],
            Self::WriteLedger => [Some(E::Everything), Some(E::Affiliates), None, None],
            Self::GiveOperatorRole => [Some(E::Platform), None, None, None],
            Self::AddAffiliates => [None, Some(E::Own), None, None],
            Self::SendRequests => [None, Some(E::Own), Some(E::Own), None],
            Self::SettleRequests | Self::AddCompanies | Self::RunPlatform | Self::SetPool => {
                [Some(E::Everything), None, None, None]
            }
            Self::ViewAs => [Some(E::AllButPlatform), Some(E::Affiliates), None, None],
            Self::AllowViewing => [None, Some(E::Own), Some(E::Own), None],
            Self::ManageTokens => [Some(E::Own), Some(E::Own), Some(E::Own), None],
            Self::OwnProfile => [Some(E::Oneself); 4],
        }
    }

    /// How far the right goes for somebody who stands so; `None` where they do not have it.
    pub const fn extent(self, standing: Standing) -> Option<Extent> {
        self.row()[standing as usize]
    }

    /// As a refusal names it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SeeCompanies => "see_companies",
            Self::EditCompanies => "edit_companies",
            Self::SetCredit => "set_credit",
            Self::WriteLedger => "write_ledger",
            Self::HoldCompanies => "hold_companies",
            Self::SetPool => "set_pool",
            Self::ManageUsers => "manage_users",
            Self::GiveOperatorRole => "give_operator_role",
            Self::AddAffiliates => "add_affiliates",
            Self::SendRequests => "send_requests",
            Self::SettleRequests => "settle_requests",
            Self::AddCompanies => "add_companies",
            Self::ManageTokens => "manage_tokens",
            Self::ViewAs => "view_as",
            Self::AllowViewing => "allow_viewing",
            Self::RunPlatform => "run_platform",
            Self::OwnProfile => "own_profile",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.as_str() == text)
    }
}

/// The refusal for want of a right.
impl From<Right> for ApiError {
    fn from(right: Right) -> Self {
        Self::Refused(right.as_str().to_owned())
    }
}
