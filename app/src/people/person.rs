//! The words of the people part: who is signed in, and who works where.

use serde::{Deserialize, Serialize};

use super::SET_UP_PATH;
use crate::companies::Kind;
use crate::values::{CompanyId, Lang, UserId};

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

/// One line of an employees list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employee {
    pub id: UserId,
    pub full_name: String,
    pub email: String,
    pub roles: Vec<Role>,
    pub state: AccountState,
    /// Unix milliseconds.
    pub last_sign_in_at: Option<i64>,
    /// The most dialogs at once: the person's own value or the company's default.
    pub max_dialogs: u32,
}

/// The employees page of one company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employees {
    pub company_id: CompanyId,
    pub company_name: String,
    pub people: Vec<Employee>,
    /// Offset of the company's time zone now, minutes east of UTC, and its IANA name: the zone of the times shown.
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
    /// Whether a letter tells them of a sign-in in an unknown browser.
    pub notify_sign_in: bool,
    /// They have to set up a second factor before they can do anything else.
    pub owes_second_factor: bool,
}

impl Me {
    pub fn is_operator(&self) -> bool {
        self.roles.contains(&Role::Operator)
    }

    /// Whether the Companies page is theirs: everybody but pure chat operators.
    pub fn sees_companies(&self) -> bool {
        self.roles.iter().any(|role| *role != Role::ChatOperator)
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
        self.company_kind == Kind::Reseller && self.roles.contains(&Role::Administrator)
    }
}
