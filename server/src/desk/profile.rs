//! One's own profile: name and language.

use app::audit::AuditKind;
use app::error::ApiError;
use app::fields::{self, Fields};
use app::people::{Me, WantedLetters};
use app::values::{CompanyId, FullName, Lang, Problem, UserId};

use super::Engine;
use super::actor::Actor;
use super::audit::Event;
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

/// The letters that somebody can do without.
const NOTICES: [&str; 3] = ["notify_sign_in", "notify_threshold", "notify_suspension"];

#[derive(sqlx::FromRow)]
struct ProfileRow {
    full_name: String,
    language: Option<String>,
    notify_sign_in: bool,
    notify_threshold: bool,
    notify_suspension: bool,
    company: String,
    slug: Option<String>,
}

/// Who is signed in, as it stands in the database now.
pub(super) async fn me(engine: &Engine, actor: &Actor) -> Outcome<Me> {
    let row: ProfileRow = sqlx::query_as(
        "SELECT person.full_name, person.language, person.notify_sign_in, person.notify_threshold, \
                person.notify_suspension, company.name AS company, company.slug \
         FROM person \
         JOIN company ON company.id = person.company_id \
         WHERE person.id = $1",
    )
    .bind(actor.person_id)
    .fetch_one(&engine.db.reads)
    .await?;
    let corrupt = |table, id: i64| Failure::Corrupt { table, column: "id", id: id.to_string() };
    let mut me = Me {
        id: UserId::try_from(actor.person_id).map_err(|_| corrupt("person", actor.person_id))?,
        full_name: row.full_name,
        email: actor.email.clone(),
        language: row.language.as_deref().and_then(Lang::parse),
        roles: actor.roles.clone(),
        company_id: CompanyId::try_from(actor.company_id).map_err(|_| corrupt("company", actor.company_id))?,
        company_name: row.company,
        company_kind: actor.company_kind,
        registration_url: None,
        warn_of_demo: warn_of_demo(engine).await?,
        viewing: None,
        letters: WantedLetters {
            sign_in: row.notify_sign_in,
            threshold: row.notify_threshold,
            suspension: row.notify_suspension,
        },
        owes_second_factor: actor.owes_second_factor,
    };
    if me.adds_affiliates() {
        me.registration_url = row.slug.map(|slug| engine.registration_url(&slug));
    }
    Ok(me)
}

/// Saves the fields that the form brings: `full_name`, `language`, and the letters that are wanted: `notify_sign_in`,
/// `notify_threshold`, `notify_suspension`.
pub(super) async fn save(engine: &Engine, actor: &Actor, visit: &Visit, fields: Fields) -> Outcome<Me> {
    if fields.contains_key("email") {
        return Err(ApiError::Refused("email".to_owned()).into());
    }
    let mut invalid = fields::unknown(&fields, &[["full_name", "language"].as_slice(), &NOTICES].concat());
    let full_name = fields.get("full_name").and_then(|text| invalid.check("full_name", FullName::parse(text)));
    let language = fields.get("language").and_then(|code| invalid.check("language", language(code)));
    let notify = NOTICES.map(|name| invalid.check(name, fields::switch(&fields, name)).flatten());
    invalid.into_result()?;
    let mut tx = engine.db.begin().await?;
    let was: String = sqlx::query_scalar(concat!("SELECT full_name FROM person WHERE id = $1", for_update!()))
        .bind(actor.person_id)
        .fetch_one(&mut *tx)
        .await?;
    sqlx::query(
        "UPDATE person \
         SET full_name = COALESCE($1, full_name), language = COALESCE($2, language), \
             notify_sign_in = COALESCE($3, notify_sign_in), \
             notify_threshold = COALESCE($4, notify_threshold), \
             notify_suspension = COALESCE($5, notify_suspension) \
         WHERE id = $6",
    )
    .bind(full_name.as_ref().map(FullName::as_str))
    .bind(language.map(Lang::as_str))
    .bind(notify[0])
    .bind(notify[1])
    .bind(notify[2])
    .bind(actor.person_id)
    .execute(&mut *tx)
    .await?;
    if let Some(name) = full_name.as_ref().map(FullName::as_str).filter(|name| *name != was) {
        let event = Event::new(AuditKind::UserRenamed, actor.person_id).about_user(actor.person_id, &actor.email);
        event.change(&was, name).record(&mut tx, &engine.house, visit).await?;
    }
    tx.commit().await?;
    if let Some(language) = language {
        visit.cookies.set_lang(language.as_str());
    }
    me(engine, actor).await
}

/// The language switch, as far as it concerns the profile.
pub(super) async fn choose_language(engine: &Engine, actor: &Actor, lang: Lang) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    sqlx::query("UPDATE person SET language = $1 WHERE id = $2")
        .bind(lang.as_str())
        .bind(actor.person_id)
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(())
}

fn language(code: &str) -> Result<Lang, Problem> {
    Lang::parse(code).ok_or(Problem::UnknownChoice)
}

/// Demo sign-ins are known to everybody: a warning where others can reach them.
async fn warn_of_demo(engine: &Engine) -> Outcome<bool> {
    if is_local(&engine.house.config.public_url.authority) {
        return Ok(false);
    }
    let is_demo = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM counter WHERE name = 'demo')")
        .fetch_one(&engine.db.reads)
        .await?;
    Ok(is_demo)
}

/// Whether the public address leads to this machine alone.
fn is_local(authority: &str) -> bool {
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => authority,
    };
    host == "localhost" || host.ends_with(".localhost") || matches!(host, "127.0.0.1" | "[::1]")
}

impl Engine {
    /// Where new affiliates of the reseller register.
    pub(super) fn registration_url(&self, slug: &str) -> String {
        format!("{}/register/", self.house.config.public_url.reseller_origin(slug))
    }
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn only_this_machine_is_local() {
        for authority in ["localhost", "localhost:3000", "a.localhost:3000", "127.0.0.1:80", "[::1]:3000"] {
            assert!(is_local(authority), "{authority}");
        }
        for authority in ["kontora.example", "localhost.example:3000", "10.0.0.1:3000", "[2001:db8::1]:3000", ""] {
            assert!(!is_local(authority), "{authority}");
        }
    }
}
