//! People for tests.

use super::{AccountState, Employee, Office, Role};
use crate::values::{CompanyId, UserId};

/// An active administrator of company 3 who never signed in.
pub fn employee(id: i64, name: &str, email: &str) -> Employee {
    Employee {
        id: UserId::new(id).unwrap(),
        office: Office { id: CompanyId::new(3).unwrap(), name: "Ромашка".to_owned() },
        full_name: name.to_owned(),
        email: email.to_owned(),
        roles: vec![Role::Administrator],
        state: AccountState::Active,
        last_sign_in_at: None,
        has_second_factor: false,
        max_dialogs: 3000,
        max_dialogs_own: None,
        letter_error: None,
    }
}
