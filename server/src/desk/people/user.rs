//! One user within reach, with what can be changed of them.

use app::error::ApiError;
use app::fields::Fields;
use app::people::{Role, UserField, UserForm};
use app::values::UserId;

use super::super::actor::{CompanyAdmin, Reach};
use super::super::{Database, Engine, Tx};
use crate::failure::{Failure, Outcome};
use crate::zones::offset_minutes;

/// As stored, but for the roles.
#[derive(sqlx::FromRow)]
pub(super) struct UserRow {
    pub(super) id: i64,
    pub(super) company_id: i64,
    pub(super) email: String,
    full_name: String,
    last_name: String,
    first_name: String,
    middle_name: String,
    max_dialogs: Option<i64>,
    language: Option<String>,
    default_max_dialogs: i64,
    time_zone: String,
}

/// A user as the page opens them.
pub(in super::super) async fn user(engine: &Engine, admin: CompanyAdmin<'_>, id: UserId) -> Outcome<UserForm> {
    let reads = &engine.db.reads;
    let row = find(reads, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    let person = super::one(reads, row.id).await?.ok_or(ApiError::Missing)?;
    Ok(UserForm {
        fields: row.fields(&Role::list(person.roles.iter().copied())),
        default_max_dialogs: u32::try_from(row.default_max_dialogs).map_err(|_| row.corrupt("max_dialogs"))?,
        zone_offset_minutes: offset_minutes(&row.time_zone, engine.house.now()),
        zone: row.time_zone,
        person,
    })
}

/// The user within reach, locked until the transaction ends, with the roles as one text.
pub(super) async fn lock(tx: &mut Tx, reach: Reach, id: UserId) -> Outcome<Option<(UserRow, String)>> {
    let Some(seen) = find(&mut **tx, reach, id).await? else { return Ok(None) };
    let _: Option<i64> = sqlx::query_scalar(concat!("SELECT id FROM person WHERE id = $1", for_update!()))
        .bind(seen.id)
        .fetch_optional(&mut **tx)
        .await?;
    let Some(row) = find(&mut **tx, reach, id).await? else { return Ok(None) };
    let roles: Vec<String> = sqlx::query_scalar("SELECT role FROM person_role WHERE person_id = $1")
        .bind(row.id)
        .fetch_all(&mut **tx)
        .await?;
    let roles = Role::parse_list(&roles.join(" ")).ok_or_else(|| row.corrupt("role"))?;
    Ok(Some((row, Role::list(roles))))
}

pub(super) async fn find<'e, E>(executor: E, reach: Reach, id: UserId) -> Outcome<Option<UserRow>>
where
    E: sqlx::Executor<'e, Database = Database>,
{
    let row = sqlx::query_as(
        "SELECT person.id, person.company_id, person.email, person.full_name, person.last_name, person.first_name, \
                person.middle_name, person.max_dialogs, person.language, \
                company.max_dialogs AS default_max_dialogs, company.time_zone \
         FROM person \
         JOIN company ON company.id = person.company_id \
         WHERE person.id = $1 \
           AND ($2 OR company.id = $3 OR company.reseller_id = $3)",
    )
    .bind(id.value())
    .bind(reach.everything)
    .bind(reach.root)
    .fetch_optional(executor)
    .await?;
    Ok(row)
}

impl UserRow {
    /// Every field as its text, by wire name.
    pub(super) fn fields(&self, roles: &str) -> Fields {
        let text = |field| match field {
            UserField::FullName => self.full_name.clone(),
            UserField::LastName => self.last_name.clone(),
            UserField::FirstName => self.first_name.clone(),
            UserField::MiddleName => self.middle_name.clone(),
            UserField::Roles => roles.to_owned(),
            UserField::MaxDialogs => self.max_dialogs.map(|own| own.to_string()).unwrap_or_default(),
            UserField::Language => self.language.clone().unwrap_or_default(),
        };
        UserField::ALL.into_iter().map(|field| (field.wire().to_owned(), text(field))).collect()
    }

    fn corrupt(&self, column: &'static str) -> Failure {
        Failure::Corrupt { table: "person", column, id: self.id.to_string() }
    }
}
