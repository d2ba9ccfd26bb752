//! The columns that the table of employees sorts by.

use std::cmp::{Ordering, Reverse};

use search::order_key;

use crate::people::{AccountState, Employee};
use crate::ui::{Sort, SortColumn};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffKey {
    Id,
    Name,
    Email,
    Roles,
    Status,
    LastSignIn,
}

impl SortColumn for StaffKey {
    const ALL: &'static [Self] = &[Self::Id, Self::Name, Self::Email, Self::Roles, Self::Status, Self::LastSignIn];

    fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Email => "email",
            Self::Roles => "roles",
            Self::Status => "status",
            Self::LastSignIn => "sign-in",
        }
    }
}

/// Row numbers in the order asked for; equal values stand by ID, in both directions. Without one, as they come.
pub fn arranged(people: &[Employee], sort: Option<Sort<StaffKey>>) -> Vec<u32> {
    let mut rows: Vec<(u32, &Employee)> = (0..).zip(people).collect();
    if let Some(Sort { key, is_descending }) = sort {
        rows.sort_by(|(_, a), (_, b)| {
            let by_value = compare(key, a, b);
            let directed = if is_descending { by_value.reverse() } else { by_value };
            directed.then_with(|| a.id.cmp(&b.id))
        });
    }
    rows.into_iter().map(|(row, _)| row).collect()
}

fn compare(key: StaffKey, a: &Employee, b: &Employee) -> Ordering {
    match key {
        StaffKey::Id => a.id.cmp(&b.id),
        StaffKey::Name => order_key(&a.full_name).cmp(&order_key(&b.full_name)),
        StaffKey::Email => order_key(&a.email).cmp(&order_key(&b.email)),
        StaffKey::Roles => a.roles.cmp(&b.roles),
        StaffKey::Status => severity(a.state).cmp(&severity(b.state)),
        // Whoever never came stands before the longest ago.
        StaffKey::LastSignIn => a.last_sign_in_at.cmp(&b.last_sign_in_at),
    }
}

/// How far the account is from being used; of two invitations, the one that expires first is further.
fn severity(state: AccountState) -> (u8, Reverse<i64>) {
    match state {
        AccountState::Active => (0, Reverse(0)),
        AccountState::Invited { link_until } => (1, Reverse(link_until)),
        AccountState::Undelivered => (2, Reverse(0)),
        AccountState::Blocked => (3, Reverse(0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::Role;
    use crate::values::UserId;

    fn person(id: i64, name: &str, email: &str, state: AccountState, last_sign_in_at: Option<i64>) -> Employee {
        let roles = if id == 7 { vec![Role::ChatOperator] } else { vec![Role::Administrator] };
        let id = UserId::new(id).unwrap();
        let (full_name, email) = (name.to_owned(), email.to_owned());
        Employee { id, full_name, email, roles, state, last_sign_in_at, max_dialogs: 3000, letter_error: None }
    }

    fn ordered(sort: &str) -> Vec<i64> {
        let invited = |link_until| AccountState::Invited { link_until };
        let people = [
            person(17, "Яна 10", "b@mail.test", AccountState::Blocked, None),
            person(117, "яна 9", "a@mail.test", AccountState::Active, Some(5)),
            person(7, "Ёж", "C@mail.test", invited(9), Some(7)),
            person(8, "Ann", "d@mail.test", invited(1), None),
        ];
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
            ("roles", [8, 17, 117, 7]),
            ("-roles", [7, 8, 17, 117]),
            ("status", [117, 7, 8, 17]),
            ("sign-in", [8, 17, 117, 7]),
            ("-sign-in", [7, 117, 8, 17]),
        ] {
            assert_eq!(ordered(sort), ids, "{sort}");
        }
    }
}
