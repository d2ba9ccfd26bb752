//! Who is asking, and proofs of what they may do. An [`Actor`] is born from a live session only.

use app::companies::Kind;
use app::error::{ApiError, SECOND_FACTOR};
use app::history::Side;
use app::people::{Extent, Right, Role, Standing};
use app::values::Lang;

use crate::lists::Scope;

/// A signed-in person, as the database knows them at this request.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    pub(super) person_id: i64,
    pub(super) full_name: String,
    pub(super) email: String,
    pub(super) language: Option<String>,
    pub(super) company_id: i64,
    pub(super) company_kind: Kind,
    pub(super) roles: Vec<Role>,
    /// By which the session is known as long as it lives.
    pub(super) session_id: String,
    /// Of the token that the request brought.
    pub(super) session_hash: String,
    /// The name of the token that a call of the API brought; nothing where the person is here themselves.
    pub(super) token: Option<String>,
    /// Through whose eyes the session looks, perhaps no longer.
    pub(super) viewing_id: Option<String>,
    /// A second factor is required of them, and they have none: nothing else is open to them.
    pub(super) owes_second_factor: bool,
}

/// Proof that the actor administers companies: their own, a reseller's affiliates too, an operator's all.
#[derive(Clone, Copy)]
pub(super) struct CompanyAdmin<'a>(&'a Actor);

/// Proof that the actor is staff of the platform.
#[derive(Clone, Copy)]
pub(super) struct Operator<'a>(&'a Actor);

/// What of the table `company` an administrator reaches, as two statement parameters:
/// `($n OR company.id = $m OR company.reseller_id = $m)`.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    pub(super) everything: bool,
    pub(super) root: i64,
}

impl Reach {
    /// What the platform itself does, or an act on one company brings to another.
    pub(super) const EVERYTHING: Self = Self { everything: true, root: 0 };
}

impl Actor {
    /// How far the right goes for this person, if they have it.
    fn extent(&self, right: Right) -> Option<Extent> {
        right.extent(Standing::of(&self.roles, self.company_kind)?)
    }

    /// Refuses for want of the right, by its name; and everything but one's own sign-in while the person has yet to set up
    /// the second factor that is required of them.
    pub(super) fn need(&self, right: Right) -> Result<Extent, ApiError> {
        self.settled()?;
        self.extent(right).ok_or_else(|| right.into())
    }

    /// Refused while the person has yet to set up the second factor that is required of them. What is not behind this,
    /// or behind a proof below, is one's own sign-in: the only thing that is open until then.
    pub(super) fn settled(&self) -> Result<&Self, ApiError> {
        if self.owes_second_factor { Err(ApiError::Refused(SECOND_FACTOR.to_owned())) } else { Ok(self) }
    }

    /// Any administrator.
    pub(super) fn company_admin(&self) -> Result<CompanyAdmin<'_>, ApiError> {
        self.need(Right::SeeCompanies)?;
        Ok(CompanyAdmin(self))
    }

    /// An administrator who has this right besides.
    pub(super) fn admin_with(&self, right: Right) -> Result<CompanyAdmin<'_>, ApiError> {
        self.need(right)?;
        self.company_admin()
    }

    pub(super) fn operator(&self) -> Result<Operator<'_>, ApiError> {
        self.need(Right::RunPlatform)?;
        Ok(Operator(self))
    }

    /// An operator who has this right besides.
    pub(super) fn operator_with(&self, right: Right) -> Result<Operator<'_>, ApiError> {
        self.need(right)?;
        self.operator()
    }

    /// The language that the person has chosen, if any.
    pub(super) fn language(&self) -> Option<Lang> {
        self.language.as_deref().and_then(Lang::parse)
    }

    /// From which side this person acts on a company within reach.
    pub(super) fn side_of(&self, company_id: i64) -> Side {
        if self.company_id == company_id {
            Side::Company
        } else if self.company_kind == Kind::Platform {
            Side::Platform
        } else {
            Side::Reseller
        }
    }

    pub(super) fn is_operator(&self) -> bool {
        self.extent(Right::SeeCompanies) == Some(Extent::Everything)
    }
}

impl<'a> CompanyAdmin<'a> {
    pub(super) fn actor(self) -> &'a Actor {
        self.0
    }

    pub(super) fn reach(self) -> Reach {
        Reach { everything: self.0.is_operator(), root: self.0.company_id }
    }

    /// Credit is granted from above: the operator edits every company's but the platform's own,
    /// a reseller its affiliates'. Nobody else even sees the fields in the dialog.
    pub(super) fn edits_credit_of(self, company_id: i64, kind: Kind) -> bool {
        self.has(Right::SetCredit, company_id, kind)
    }

    /// Whether the right goes as far as this company, which is within reach.
    pub(super) fn has(self, right: Right, company_id: i64, kind: Kind) -> bool {
        let is_own = company_id == self.0.company_id;
        self.0.extent(right).is_some_and(|extent| match extent {
            Extent::Everything | Extent::OwnAndAffiliates => true,
            Extent::AllButPlatform => kind != Kind::Platform,
            Extent::Platform => kind == Kind::Platform,
            Extent::Affiliates => !is_own,
            Extent::Own | Extent::Oneself => is_own,
        })
    }

    /// Refuses by the right's name where it does not go as far as this company.
    pub(super) fn need(self, right: Right, company_id: i64, kind: Kind) -> Result<(), ApiError> {
        if self.has(right, company_id, kind) { Ok(()) } else { Err(right.into()) }
    }

    /// From which instant on this person sees what was with a company within reach, Unix milliseconds: a reseller from
    /// when the company was attached to it, which the company was promised.
    pub(super) fn sees_since(self, company_id: i64, attached_at: Option<i64>) -> i64 {
        let is_reseller = company_id != self.0.company_id && !self.0.is_operator();
        attached_at.filter(|_| is_reseller).unwrap_or(i64::MIN)
    }

    /// Whose list of companies this is.
    pub(super) fn scope(self) -> Scope {
        if self.0.is_operator() { Scope::All } else { Scope::Tree(self.0.company_id) }
    }
}

impl<'a> Operator<'a> {
    pub(super) fn actor(self) -> &'a Actor {
        self.0
    }

    /// Every company.
    pub(super) fn reach(self) -> Reach {
        Reach { everything: true, root: self.0.company_id }
    }
}
