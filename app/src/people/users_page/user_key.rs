//! The columns that the table of users sorts by.

use std::cmp::Reverse;

use search::order_key;

use crate::people::{AccountState, Employee, Role};
use crate::ui::{Sort, SortColumn};
use crate::values::{CompanyId, UserId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserKey {
    Id,
    Name,
    Email,
    Company,
    Roles,
    Status,
    TwoFactor,
    LastSignIn,
    MaxDialogs,
}

/// Those of a company's own table.
const OF_ONE_COMPANY: &[UserKey] = &[
    UserKey::Id,
    UserKey::Name,
    UserKey::Email,
    UserKey::Roles,
    UserKey::Status,
    UserKey::TwoFactor,
    UserKey::LastSignIn,
    UserKey::MaxDialogs,
];

impl UserKey {
    /// The columns of the table: of one company there is no need to say which.
    pub fn shown(is_one_company: bool) -> &'static [Self] {
        if is_one_company { OF_ONE_COMPANY } else { Self::ALL }
    }
}

impl SortColumn for UserKey {
    const ALL: &'static [Self] = &[
        Self::Id,
        Self::Name,
        Self::Email,
        Self::Company,
        Self::Roles,
        Self::Status,
        Self::TwoFactor,
        Self::LastSignIn,
        Self::MaxDialogs,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Email => "email",
            Self::Company => "company",
            Self::Roles => "roles",
            Self::Status => "status",
            Self::TwoFactor => "two-factor",
            Self::LastSignIn => "sign-in",
            Self::MaxDialogs => "max-dialogs",
        }
    }
}

/// Row numbers in the order asked for; equal values stand by ID, in both directions. Without one, as they come.
pub fn arranged(people: &[Employee], sort: Option<Sort<UserKey>>) -> Vec<u32> {
    let mut rows: Vec<(u32, &Employee)> = (0..).zip(people).collect();
    match sort {
        None => {}
        Some(Sort { key, is_descending: false }) => {
            rows.sort_by_cached_key(|(_, person)| (Value::of(person, key), person.id));
        }
        Some(Sort { key, is_descending: true }) => {
            rows.sort_by_cached_key(|(_, person)| (Reverse(Value::of(person, key)), person.id));
        }
    }
    rows.into_iter().map(|(row, _)| row).collect()
}

/// What a person is sorted by, made once a sorting.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Id(UserId),
    Text(Vec<u8>),
    /// Companies of one name stay apart.
    Company(Vec<u8>, CompanyId),
    Roles(Vec<Role>),
    Severity(u8, Reverse<i64>),
    Flag(bool),
    Instant(Option<i64>),
    Number(u32),
}

impl Value {
    fn of(person: &Employee, key: UserKey) -> Self {
        match key {
            UserKey::Id => Self::Id(person.id),
            UserKey::Name => Self::Text(order_key(&person.full_name)),
            UserKey::Email => Self::Text(order_key(&person.email)),
            UserKey::Company => Self::Company(order_key(&person.office.name), person.office.id),
            UserKey::Roles => Self::Roles(person.roles.clone()),
            UserKey::Status => severity(person.state),
            UserKey::TwoFactor => Self::Flag(person.has_second_factor),
            // Whoever never came stands before the longest ago.
            UserKey::LastSignIn => Self::Instant(person.last_sign_in_at),
            UserKey::MaxDialogs => Self::Number(person.max_dialogs),
        }
    }
}

/// How far the account is from being used; of two invitations, the one that expires first is further.
fn severity(state: AccountState) -> Value {
    match state {
        AccountState::Active => Value::Severity(0, Reverse(0)),
        AccountState::Invited { link_until } => Value::Severity(1, Reverse(link_until)),
        AccountState::Undelivered => Value::Severity(2, Reverse(0)),
        AccountState::Blocked => Value::Severity(3, Reverse(0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::Office;
    use crate::people::testing::employee;

    fn people() -> [Employee; 4] {
        let blocked =
            Employee { state: AccountState::Blocked, max_dialogs: 50, ..employee(17, "Яна 10", "b@mail.test") };
        let active =
            Employee { last_sign_in_at: Some(5), has_second_factor: true, ..employee(117, "яна 9", "a@mail.test") };
        let chat = Employee {
            roles: vec![Role::ChatOperator],
            state: AccountState::Invited { link_until: 9 },
            last_sign_in_at: Some(7),
            ..employee(7, "Ёж", "C@mail.test")
        };
        let office = Office { id: CompanyId::new(2).unwrap(), name: "Автор".to_owned() };
        let invited =
            Employee { office, state: AccountState::Invited { link_until: 1 }, ..employee(8, "Ann", "d@mail.test") };
        [blocked, active, chat, invited]
    }

    fn ordered(sort: &str) -> Vec<i64> {
        let people = people();
        arranged(&people, sort.parse().ok()).into_iter().map(|row| people[row as usize].id.value()).collect()
    }

    #[test]
    fn every_column_sorts_and_equal_values_stand_by_id() {
        for (sort, ids) in [
            ("", [17, 117, 7, 8]),
            ("id", [7, 8, 17, 117]),
            ("-id", [117, 17, 8, 7]),
            ("name", [7, 117, 17, 8]),
            ("-email", [8, 7, 17, 117]),
            ("company", [8, 7, 17, 117]),
            ("-company", [7, 17, 117, 8]),
            ("roles", [8, 17, 117, 7]),
            ("-roles", [7, 8, 17, 117]),
            ("status", [117, 7, 8, 17]),
            ("-two-factor", [117, 7, 8, 17]),
            ("sign-in", [8, 17, 117, 7]),
            ("-sign-in", [7, 117, 8, 17]),
            ("max-dialogs", [17, 7, 8, 117]),
        ] {
            assert_eq!(ordered(sort), ids, "{sort}");
        }
    }

    #[test]
    fn a_company_s_own_table_has_every_column_but_the_company() {
        let rest: Vec<UserKey> = UserKey::ALL.iter().copied().filter(|key| *key != UserKey::Company).collect();
        assert_eq!(UserKey::shown(true), rest);
    }
}
