//! The words of the people part: who is signed in, and who works where.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::SET_UP_PATH;
use super::rights::{Extent, Right, Standing};
use crate::companies::Kind;
use crate::values::{CompanyId, Lang, UserId, Version};
use crate::viewing::Viewing;

/// What a person may do. A user has one or more; rights add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Staff of the platform; only in company 1.
    Operator,
    /// Company administrator: own company, and its affiliates where it is a reseller.
    Administrator,
    /// Continues dialogs; no financial rights.
    ChatOperator,
}

impl Role {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Administrator => "administrator",
            Self::ChatOperator => "chat_operator",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Operator, Self::Administrator, Self::ChatOperator].into_iter().find(|role| role.as_str() == text)
    }

    /// Several as one text, as forms and the audit log have them: `administrator chat_operator`.
    pub fn list(roles: impl IntoIterator<Item = Self>) -> String {
        let roles: BTreeSet<Self> = roles.into_iter().collect();
        roles.into_iter().map(Self::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Reads such a text; `None` when a word of it is no role.
    pub fn parse_list(text: &str) -> Option<BTreeSet<Self>> {
        text.split_whitespace().map(Self::parse).collect()
    }
}

/// Where an account stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// The letter is on its way or unanswered; until then, Unix milliseconds, its link works.
    Invited {
        link_until: i64,
    },
    /// The server of the addressee refused the letter.
    Undelivered,
    Active,
    Blocked,
}

/// The company that somebody works for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    pub id: CompanyId,
    pub name: String,
}

/// One line of a list of users.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employee {
    pub id: UserId,
    pub office: Office,
    pub full_name: String,
    pub email: String,
    pub roles: Vec<Role>,
    pub state: AccountState,
    /// Unix milliseconds.
    pub last_sign_in_at: Option<i64>,
    pub has_second_factor: bool,
    /// The most dialogs at once: the person's own value or the company's default.
    pub max_dialogs: u32,
    pub max_dialogs_own: Option<u32>,
    /// Why the letter with the link was given up on, in the words of the server that refused it.
    pub letter_error: Option<String>,
}

/// Whether nobody of a company can administer it: those who might are invited or blocked.
pub fn lacks_administrator(people: &[Employee]) -> bool {
    let administers = |person: &Employee| {
        person.state == AccountState::Active && person.roles.iter().any(|role| *role != Role::ChatOperator)
    };
    !people.iter().any(administers)
}

/// Whether the administrators of a company need a second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorDemand {
    pub is_on: bool,
    /// Of the company, which a change is based on.
    pub version: Version,
}

/// A list of users: everybody within reach, or everybody of one company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employees {
    /// The company that the list is narrowed to.
    pub company: Option<Office>,
    /// What that company asks of its administrators.
    pub demand: Option<FactorDemand>,
    pub people: Vec<Employee>,
    /// Whether that is everybody; else there were too many to be sent.
    pub is_whole: bool,
    /// How many there are.
    pub total: u32,
    /// The zone of the times shown, that company's or one's own: its IANA name and its offset now, minutes east of UTC.
    pub zone: String,
    pub zone_offset_minutes: i16,
}

/// The signed-in person, as every page knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    pub id: UserId,
    pub full_name: String,
    pub email: String,
    /// The profile's language, where chosen.
    pub language: Option<Lang>,
    pub roles: Vec<Role>,
    pub company_id: CompanyId,
    pub company_name: String,
    pub company_kind: Kind,
    /// Where new affiliates register; resellers' administrators only.
    pub registration_url: Option<String>,
    /// The database holds demo data and the address is public.
    pub warn_of_demo: bool,
    /// Somebody else looks through this person's eyes.
    pub viewing: Option<Viewing>,
    pub letters: WantedLetters,
    /// They have to set up a second factor before they can do anything else.
    pub owes_second_factor: bool,
}

/// The letters that somebody can do without, and whether they want them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WantedLetters {
    /// Of a sign-in in an unknown browser.
    pub sign_in: bool,
    /// Of affiliates whose balance has reached a threshold.
    pub threshold: bool,
    /// Of affiliates that are suspended, and of the end of that.
    pub suspension: bool,
}

impl Me {
    /// How far a right of theirs goes; `None` where they do not have it.
    pub fn extent(&self, right: Right) -> Option<Extent> {
        right.extent(Standing::of(&self.roles, self.company_kind)?)
    }

    pub fn may(&self, right: Right) -> bool {
        self.extent(right).is_some()
    }

    /// Whether the pages Companies and Users are theirs: everybody but pure chat operators.
    pub fn sees_companies(&self) -> bool {
        self.may(Right::SeeCompanies)
    }

    /// Where they begin: at the list, or with themselves.
    pub fn home(&self) -> &'static str {
        if self.owes_second_factor {
            return SET_UP_PATH;
        }
        if self.sees_companies() { "/companies" } else { "/profile" }
    }

    /// Whether they may gain affiliates.
    pub fn adds_affiliates(&self) -> bool {
        self.may(Right::AddAffiliates)
    }
}
