//! Saving what somebody changed of a user: rights first, then what others changed meanwhile, then one write.

use std::collections::BTreeMap;

use app::audit::AuditKind;
use app::error::ApiError;
use app::fields::{self, Fields};
use app::people::{PersonObstacle, Role, UserField, UserForm};
use app::values::{Invalid, Problem, Remark, UserId, optional};

use super::super::actor::CompanyAdmin;
use super::super::audit::Event;
use super::super::{Engine, Tx, company_list};
use super::last_administrator::keep_an_administrator;
use super::roles;
use super::subject;
use super::user::{self, UserRow};
use crate::failure::Outcome;
use crate::store::Visit;

/// What somebody wants of a user.
struct Wish {
    /// As they are stored.
    changes: BTreeMap<UserField, String>,
    reason: String,
}

/// Saves the changed fields. Each of them must still be what was `seen`: two windows do not overwrite one another.
///
/// # Errors
/// [`ApiError::Missing`] out of reach, [`ApiError::Refused`] with the right or the field that is not theirs,
/// [`ApiError::Taken`] with [`Problem::ChangedMeanwhile`] at every field that somebody else has changed.
pub(in super::super) async fn save_user(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: UserId,
    seen: &Fields,
    changes: Fields,
) -> Outcome<UserForm> {
    let mut tx = engine.db.begin().await?;
    let (row, roles) = user::lock(&mut tx, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    let is_operators = Role::parse_list(&roles).is_some_and(|roles| roles.contains(&Role::Operator));
    subject::bar_from_operators(is_operators, admin.actor()).map_err(PersonObstacle::refusal)?;
    if let Some(wanted) = changes.get(UserField::Roles.wire()) {
        roles::may_change(admin, &row, &roles, wanted)?;
    }
    let wish = Wish::parse(&changes)?;
    let stored = row.fields(&roles);
    wish.stands_on(seen, &stored)?;
    let changed = wish.changed(&stored);
    if changed
        .get(&UserField::Roles)
        .is_some_and(|new| roles::lost(&roles, new).iter().any(|role| *role != Role::ChatOperator))
    {
        keep_an_administrator(&mut tx, admin.actor(), row.company_id, row.id, &wish.reason).await?;
    }
    if !changed.is_empty() {
        write(&mut tx, &row, &stored, &changed).await?;
        if changed.contains_key(&UserField::Roles) {
            company_list::touch(&mut tx, row.company_id).await?;
        }
        for (field, new) in &changed {
            let event = Event::new(kind(*field), admin.actor().person_id).of_company(row.company_id);
            let event = event.about_user(row.id, &row.email).because(&wish.reason);
            event.change(fields::text(&stored, field.wire()), new).record(&mut tx, &engine.house, visit).await?;
        }
    }
    tx.commit().await?;
    user::user(engine, admin, id).await
}

impl Wish {
    fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut invalid = Invalid::default();
        let mut changes = BTreeMap::new();
        for (name, typed) in fields.iter().filter(|(name, _)| *name != "reason") {
            match UserField::of_wire(name) {
                Some(field) => changes.extend(invalid.check(name, field.parse(typed)).map(|text| (field, text))),
                None => invalid.add(name, Problem::UnknownField),
            }
        }
        let reason = invalid.check("reason", optional(fields::text(fields, "reason"), Remark::parse)).flatten();
        invalid.into_result()?;
        Ok(Self { changes, reason: reason.map(|reason| reason.to_string()).unwrap_or_default() })
    }

    fn stands_on(&self, seen: &Fields, stored: &Fields) -> Result<(), ApiError> {
        let mut clashes = Invalid::default();
        for (field, new) in &self.changes {
            let (wire, now) = (field.wire(), fields::text(stored, field.wire()));
            // Whoever wants what is there already has no quarrel with it.
            if fields::text(seen, wire) != now && new != now {
                clashes.add(wire, Problem::ChangedMeanwhile { now: now.to_owned() });
            }
        }
        if clashes.is_empty() { Ok(()) } else { Err(ApiError::Taken(clashes)) }
    }

    fn changed(&self, stored: &Fields) -> BTreeMap<UserField, String> {
        let differs = |(field, new): &(&UserField, &String)| fields::text(stored, field.wire()) != new.as_str();
        self.changes.iter().filter(differs).map(|(field, new)| (*field, new.clone())).collect()
    }
}

fn kind(field: UserField) -> AuditKind {
    match field {
        UserField::FullName | UserField::LastName | UserField::FirstName | UserField::MiddleName => {
            AuditKind::UserRenamed
        }
        UserField::Roles => AuditKind::RolesChanged,
        UserField::MaxDialogs => AuditKind::MaxDialogsChanged,
        UserField::Language => AuditKind::LanguageChanged,
    }
}

async fn write(tx: &mut Tx, row: &UserRow, stored: &Fields, changed: &BTreeMap<UserField, String>) -> Outcome<()> {
    let text =
        |field: UserField| changed.get(&field).map_or_else(|| fields::text(stored, field.wire()), String::as_str);
    sqlx::query(
        "UPDATE person \
         SET full_name = $2, last_name = $3, first_name = $4, middle_name = $5, max_dialogs = $6, language = $7 \
         WHERE id = $1",
    )
    .bind(row.id)
    .bind(text(UserField::FullName))
    .bind(text(UserField::LastName))
    .bind(text(UserField::FirstName))
    .bind(text(UserField::MiddleName))
    .bind(text(UserField::MaxDialogs).parse::<i64>().ok())
    .bind(Some(text(UserField::Language)).filter(|code| !code.is_empty()))
    .execute(&mut **tx)
    .await?;
    roles::change(tx, row, fields::text(stored, UserField::Roles.wire()), text(UserField::Roles)).await
}
