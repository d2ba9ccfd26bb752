//! The people of companies.

#[path = "people/block.rs"]
mod block;
#[path = "people/find.rs"]
mod find;
#[path = "people/help.rs"]
mod help;
#[path = "people/invitation.rs"]
mod invitation;
#[path = "people/last_administrator.rs"]
mod last_administrator;
#[path = "people/register.rs"]
mod register;
#[path = "people/roles.rs"]
mod roles;
#[path = "people/save_user.rs"]
mod save_user;
#[path = "people/subject.rs"]
mod subject;
#[path = "people/taken.rs"]
pub(super) mod taken;
#[path = "people/user.rs"]
mod user;

use app::error::ApiError;
use app::people::{AccountState, Employee, Employees, FactorDemand, MOST_USERS, Office, Role};
use app::values::{CompanyId, UserId};

pub(super) use block::{block, unblock};
pub(super) use help::{change_email, end_sessions, reset_second_factor, standing, start_reset};
pub(super) use invitation::{resend, revoke};
pub(super) use register::register_user;
pub(super) use save_user::save_user;
pub(super) use subject::{acting, lock_both};
pub(super) use user::user;

use super::actor::CompanyAdmin;
use super::second_factor::has_second_factor;
use super::{Engine, company_row};
use crate::failure::{Failure, Outcome};
use crate::zones::offset_minutes;

/// One row a role, the roles of a person one after the other.
#[derive(sqlx::FromRow)]
struct PersonRow {
    id: i64,
    company_id: i64,
    company: String,
    full_name: String,
    email: String,
    state: String,
    last_sign_in_at: Option<i64>,
    max_dialogs: i64,
    max_dialogs_own: Option<i64>,
    has_second_factor: bool,
    /// Of the invitation that is on its way.
    link_until: Option<i64>,
    /// Of its letter, if that was given up on.
    letter_error: Option<String>,
    role: String,
}

/// The people that a condition holds of, the earliest first.
macro_rules! people_where {
    ($condition:literal) => {
        concat!(
            "SELECT person.id, person.company_id, company.name AS company, person.full_name, person.email, \
                    person.state, person.last_sign_in_at, person.max_dialogs AS max_dialogs_own, \
                    COALESCE(person.max_dialogs, company.max_dialogs) AS max_dialogs, \
                    ",
            has_second_factor!(),
            " AS has_second_factor, \
                    (SELECT MAX(access_link.expires_at) \
                     FROM access_link \
                     WHERE access_link.person_id = person.id \
                       AND access_link.purpose <> 'reset') AS link_until, \
                    (SELECT MAX(letter.last_error) \
                     FROM access_link \
                     JOIN letter ON letter.id = access_link.letter_id \
                     WHERE access_link.person_id = person.id \
                       AND access_link.purpose <> 'reset' \
                       AND letter.state = 'dead') AS letter_error, \
                    person_role.role \
             FROM person \
             JOIN company ON company.id = person.company_id \
             JOIN person_role ON person_role.person_id = person.id \
             WHERE ",
            $condition,
            " ORDER BY person.id, person_role.role"
        )
    };
}
use people_where;

/// Everybody within reach, the earliest first; times in the zone of the reader's company. Of more than
/// [`MOST_USERS`] people those whom `typed` finds, or the newest where nothing is typed.
pub(super) async fn users(engine: &Engine, admin: CompanyAdmin<'_>, typed: &str) -> Outcome<Employees> {
    let reach = admin.reach();
    let zone = engine.zone_of(reach.root).await?;
    let total = find::count(engine, reach).await?;
    let is_whole = total <= MOST_USERS;
    let people = if is_whole || typed.trim().is_empty() {
        find::newest(engine, reach).await?
    } else {
        find::found(engine, reach, typed).await?
    };
    Ok(Employees {
        company: None,
        demand: None,
        people,
        is_whole,
        total: u32::try_from(total).unwrap_or(u32::MAX),
        zone_offset_minutes: offset_minutes(&zone, engine.house.now()),
        zone,
    })
}

/// Everybody of a company within reach, the earliest first.
pub(super) async fn employees(engine: &Engine, admin: CompanyAdmin<'_>, company: CompanyId) -> Outcome<Employees> {
    let reads = &engine.db.reads;
    let row = company_row::find(reads, admin.reach(), company).await?.ok_or(ApiError::Missing)?;
    let people = of_company(reads, row.id).await?;
    Ok(Employees {
        is_whole: true,
        total: u32::try_from(people.len()).unwrap_or(u32::MAX),
        people,
        demand: Some(FactorDemand { is_on: row.require_second_factor, version: row.version() }),
        company: Some(Office { id: company, name: row.name }),
        zone_offset_minutes: offset_minutes(&row.time_zone, engine.house.now()),
        zone: row.time_zone,
    })
}

/// Everybody with administrator rights in a company, the earliest first. The caller has proven the reach.
pub(super) async fn administrators<'e, E>(executor: E, company_id: i64) -> Outcome<Vec<Employee>>
where
    E: sqlx::Executor<'e, Database = super::Database>,
{
    let mut people = of_company(executor, company_id).await?;
    people.retain(|person| person.roles.iter().any(|role| *role != Role::ChatOperator));
    Ok(people)
}

async fn of_company<'e, E>(executor: E, company_id: i64) -> Outcome<Vec<Employee>>
where
    E: sqlx::Executor<'e, Database = super::Database>,
{
    let rows = sqlx::query_as(people_where!("person.company_id = $1")).bind(company_id).fetch_all(executor).await?;
    grouped(&rows)
}

async fn one<'e, E>(executor: E, person_id: i64) -> Outcome<Option<Employee>>
where
    E: sqlx::Executor<'e, Database = super::Database>,
{
    let rows = sqlx::query_as(people_where!("person.id = $1")).bind(person_id).fetch_all(executor).await?;
    Ok(grouped(&rows)?.pop())
}

fn grouped(rows: &[PersonRow]) -> Outcome<Vec<Employee>> {
    rows.chunk_by(|a, b| a.id == b.id).map(employee).collect()
}

fn employee(rows: &[PersonRow]) -> Outcome<Employee> {
    let [row, ..] = rows else {
        return Err(Failure::Broken("a person without a row".to_owned()));
    };
    let roles = rows.iter().map(|row| Role::parse(&row.role).ok_or_else(|| row.corrupt("role")));
    let mut roles = roles.collect::<Outcome<Vec<Role>>>()?;
    roles.sort_unstable();
    let dialogs = |number: i64| u32::try_from(number).map_err(|_| row.corrupt("max_dialogs"));
    Ok(Employee {
        id: UserId::try_from(row.id).map_err(|_| row.corrupt("id"))?,
        office: Office {
            id: CompanyId::try_from(row.company_id).map_err(|_| row.corrupt("company_id"))?,
            name: row.company.clone(),
        },
        full_name: row.full_name.clone(),
        email: row.email.clone(),
        roles,
        state: row.state()?,
        last_sign_in_at: row.last_sign_in_at,
        has_second_factor: row.has_second_factor,
        max_dialogs: dialogs(row.max_dialogs)?,
        max_dialogs_own: row.max_dialogs_own.map(dialogs).transpose()?,
        letter_error: row.letter_error.clone().filter(|_| row.state == "invited"),
    })
}

impl PersonRow {
    fn state(&self) -> Outcome<AccountState> {
        match self.state.as_str() {
            "invited" if self.letter_error.is_some() => Ok(AccountState::Undelivered),
            // A link that is gone has run out.
            "invited" => Ok(AccountState::Invited { link_until: self.link_until.unwrap_or(0) }),
            "active" => Ok(AccountState::Active),
            "blocked" => Ok(AccountState::Blocked),
            _ => Err(self.corrupt("state")),
        }
    }

    fn corrupt(&self, column: &'static str) -> Failure {
        Failure::Corrupt { table: "person", column, id: self.id.to_string() }
    }
}
