//! Who gives which roles, and takes them away.

use std::collections::BTreeSet;

use app::error::ApiError;
use app::people::{Right, Role};
use app::values::CompanyId;

use super::super::Tx;
use super::super::actor::CompanyAdmin;
use super::user::UserRow;
use crate::failure::Outcome;

/// Operators are made by operators, of people of the platform's own company.
pub(super) fn may_give(admin: CompanyAdmin<'_>, company_id: i64, roles: &str) -> Result<(), ApiError> {
    let gives_operator = Role::parse_list(roles).is_some_and(|roles| roles.contains(&Role::Operator));
    if !gives_operator {
        return Ok(());
    }
    admin.actor().need(Right::GiveOperatorRole)?;
    if company_id == i64::from(CompanyId::PLATFORM) { Ok(()) } else { Err(Right::GiveOperatorRole.into()) }
}

/// The same for a change of the roles of somebody who has some. Nobody changes their own.
pub(super) fn may_change(admin: CompanyAdmin<'_>, row: &UserRow, old: &str, new: &str) -> Result<(), ApiError> {
    let changed = &lost(old, new) | &lost(new, old);
    if row.id == admin.actor().person_id && !changed.is_empty() {
        return Err(ApiError::Refused("roles".to_owned()));
    }
    may_give(admin, row.company_id, &Role::list(changed))
}

/// The user's row is locked, and so is their company's.
pub(super) async fn change(tx: &mut Tx, row: &UserRow, old: &str, new: &str) -> Outcome<()> {
    for role in lost(old, new) {
        sqlx::query("DELETE FROM person_role WHERE person_id = $1 AND role = $2")
            .bind(row.id)
            .bind(role.as_str())
            .execute(&mut **tx)
            .await?;
    }
    for role in lost(new, old) {
        give(tx, row.id, role).await?;
    }
    Ok(())
}

pub(super) async fn give(tx: &mut Tx, person_id: i64, role: Role) -> Outcome<()> {
    sqlx::query("INSERT INTO person_role (person_id, role) VALUES ($1, $2)")
        .bind(person_id)
        .bind(role.as_str())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// What was among the old roles and is not among the new ones.
pub(super) fn lost(old: &str, new: &str) -> BTreeSet<Role> {
    let (old, new) = (Role::parse_list(old).unwrap_or_default(), Role::parse_list(new).unwrap_or_default());
    &old - &new
}
