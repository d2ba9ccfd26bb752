//! Operators made from the command line: the first one brings the platform's own company into being.

use app::companies::Kind;
use app::error::ApiError;
use app::people::Role;
use app::values::{CompanyId, Email, Invalid, Problem, ZoneName};

use super::links::{self, Purpose};
use super::new_company::{FirstPerson, NewCompany};
use super::{Engine, Tx, company_list};
use crate::failure::{Failure, Outcome};

/// The name that the platform's own company begins with.
const PLATFORM_NAME: &str = "Kontora";

#[derive(sqlx::FromRow)]
struct Holder {
    id: i64,
    company_id: i64,
    state: String,
    company: String,
}

/// Whether no company exists yet.
pub(super) async fn is_empty(engine: &Engine) -> Outcome<bool> {
    let is_empty = sqlx::query_scalar("SELECT NOT EXISTS (SELECT 1 FROM company)").fetch_one(&engine.db.reads).await?;
    Ok(is_empty)
}

/// Makes a platform operator; the link to set the password, which is all that leads in. No letter is sent.
/// Who is still invited gets a new link. An address of anybody else is [`ApiError::Taken`].
pub(super) async fn create(engine: &Engine, email: &str) -> Outcome<String> {
    let email = Email::parse(email).map_err(|problem| Failure::field("email", problem))?;
    let house = &*engine.house;
    let now = house.now();
    let mut tx = engine.db.begin().await?;
    let person_id = match holder(&mut tx, &email).await? {
        Some(holder) if holder.is_invited_colleague() => {
            make_operator(&mut tx, holder.id).await?;
            holder.id
        }
        Some(holder) => {
            let problem = Problem::EmailTaken { company: Some(holder.company) };
            return Err(ApiError::Taken(Invalid::at("email", problem)).into());
        }
        None => join(&mut tx, &email, now).await?,
    };
    let token = links::issue(&mut tx, house, person_id, Purpose::Invitation, now, "").await?;
    tx.commit().await?;
    Ok(house.config.public_url.link(&format!("/set-password?token={}", token.as_str())))
}

impl Holder {
    fn is_invited_colleague(&self) -> bool {
        self.company_id == i64::from(CompanyId::PLATFORM) && self.state == "invited"
    }
}

async fn holder(tx: &mut Tx, email: &Email) -> Outcome<Option<Holder>> {
    let holder = sqlx::query_as(
        "SELECT person.id, person.company_id, person.state, company.name AS company \
         FROM person \
         JOIN company ON company.id = person.company_id \
         WHERE person.email_key = $1",
    )
    .bind(email.normalized())
    .fetch_optional(&mut **tx)
    .await?;
    Ok(holder)
}

/// Whoever was invited to the platform as something else.
async fn make_operator(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    sqlx::query("INSERT INTO person_role (person_id, role) VALUES ($1, 'operator') ON CONFLICT DO NOTHING")
        .bind(person_id)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

async fn join(tx: &mut Tx, email: &Email, now: i64) -> Outcome<i64> {
    let platform = i64::from(CompanyId::PLATFORM);
    if is_first(tx).await? {
        found_platform(tx, email, now).await?;
    }
    let operator = FirstPerson {
        company_id: platform,
        email,
        full_name: email.local_part(),
        language: None,
        roles: &[Role::Operator, Role::Administrator],
        invited_by: None,
        created_at: now,
    };
    let id = operator.join(tx).await?;
    company_list::touch(tx, platform).await?;
    Ok(id)
}

/// Locks the counter, so that of two who try at once the second finds a company.
async fn is_first(tx: &mut Tx) -> Outcome<bool> {
    let last: i64 = sqlx::query_scalar(concat!("SELECT value FROM counter WHERE name = 'company'", for_update!()))
        .fetch_one(&mut **tx)
        .await?;
    Ok(last == 0)
}

async fn found_platform(tx: &mut Tx, email: &Email, now: i64) -> Outcome<i64> {
    let platform = NewCompany {
        kind: Kind::Platform,
        reseller_id: None,
        slug: None,
        name: PLATFORM_NAME,
        email,
        phone: "",
        inn: "",
        time_zone: ZoneName::default(),
        created_at: now,
        confirmed_at: Some(now),
        terms_version: None,
    };
    platform.found(tx).await
}
