//! A company registers itself on its reseller's domain. The answer never tells whether the address is known.

#[path = "registration/entry.rs"]
mod entry;
#[path = "registration/letters.rs"]
mod letters;

use std::time::Duration;

use app::affiliates::Registrar;
use app::audit::AuditKind;
use app::companies::Kind;
use app::error::ApiError;
use app::fields::Fields;
use app::people::Role;
use app::support::TERMS_VERSION;
use app::values::{DAY_MS, HOUR_MS, MINUTE_MS};

use super::attempts::{self, Limit};
use super::audit::Event;
use super::new_company::{FirstPerson, NewCompany};
use super::own_access::CANCELLED_WITHIN_MS;
use super::people::taken::holds_address;
use super::{Engine, Tx, company_list};
use crate::failure::Outcome;
use crate::store::Visit;
use entry::Entry;

const ADDRESS_HOURLY: Limit = Limit { action: "register_address", most: 5, window_ms: HOUR_MS };
const ADDRESS_DAILY: Limit = Limit { action: "register_address", most: 20, window_ms: DAY_MS };
const EMAIL_DAILY: Limit = Limit { action: "register_email", most: 3, window_ms: DAY_MS };
const LINK_DAILY: Limit = Limit { action: "register_link", most: 100, window_ms: DAY_MS };

/// The same form sent again within this time is the same press of the button.
const REPEAT_MS: i64 = 10 * MINUTE_MS;
/// No answer comes sooner: what is done for a known address takes less than for an unknown one.
const SAME_TIME: Duration = Duration::from_millis(100);

#[derive(sqlx::FromRow)]
struct Reseller {
    id: i64,
    name: String,
}

/// Whoever has the address already.
#[derive(sqlx::FromRow)]
struct Holder {
    email: String,
    language: Option<String>,
    state: String,
    created_at: i64,
    confirmed_at: Option<i64>,
}

/// The reseller on whose domain the visitor is; [`ApiError::Missing`] on the main host and for a foreign slug.
pub(super) async fn registrar(engine: &Engine, visit: &Visit) -> Outcome<Registrar> {
    let reseller = reseller(engine, visit).await?;
    Ok(Registrar { name: reseller.name })
}

/// Makes the affiliate with its administrator, both unconfirmed, and writes to the registrant and the reseller.
/// A known address gets another letter and nothing else.
pub(super) async fn register(engine: &Engine, visit: &Visit, fields: Fields) -> Outcome<()> {
    let reseller = reseller(engine, visit).await?;
    if entry::is_robot(&fields) {
        tokio::time::sleep(SAME_TIME).await;
        return Ok(());
    }
    let entry = Entry::parse(&fields, &engine.house.zones())?;
    let (answer, ()) = tokio::join!(answer(engine, visit, &reseller, &entry), tokio::time::sleep(SAME_TIME));
    answer
}

async fn reseller(engine: &Engine, visit: &Visit) -> Outcome<Reseller> {
    let slug = visit.slug.as_deref().ok_or(ApiError::Missing)?;
    let reseller: Option<Reseller> = sqlx::query_as("SELECT id, name FROM company WHERE slug = $1")
        .bind(slug.to_ascii_lowercase())
        .fetch_optional(&engine.db.reads)
        .await?;
    Ok(reseller.ok_or(ApiError::Missing)?)
}

async fn answer(engine: &Engine, visit: &Visit, reseller: &Reseller, entry: &Entry) -> Outcome<()> {
    match try_register(engine, visit, reseller, entry).await {
        // Somebody took the address at the same moment: now it is known.
        Err(failure) if failure.is_duplicate() => try_register(engine, visit, reseller, entry).await,
        outcome => outcome,
    }
}

async fn try_register(engine: &Engine, visit: &Visit, reseller: &Reseller, entry: &Entry) -> Outcome<()> {
    let now = engine.house.now();
    let mut tx = engine.db.begin().await?;
    note_try(&mut tx, visit, reseller, entry, now).await?;
    match holder(&mut tx, entry, engine.house.now()).await? {
        Some(holder) if holder.is_repeat(now) => {}
        Some(holder) => letters::already_registered(&mut tx, &engine.house, visit, &holder).await?,
        None => found(&mut tx, engine, visit, reseller, entry, now).await?,
    }
    tx.commit().await?;
    Ok(())
}

/// Counts the same for known and unknown addresses, and serialises registrations.
async fn note_try(tx: &mut Tx, visit: &Visit, reseller: &Reseller, entry: &Entry, now: i64) -> Outcome<()> {
    let (address, email, link) = (attempts::network(visit.address), entry.email.normalized(), reseller.id.to_string());
    attempts::check(tx, ADDRESS_HOURLY, &address, now).await?;
    attempts::check(tx, ADDRESS_DAILY, &address, now).await?;
    attempts::check(tx, EMAIL_DAILY, &email, now).await?;
    attempts::check(tx, LINK_DAILY, &link, now).await?;
    attempts::record(tx, ADDRESS_DAILY, &address, now).await?;
    attempts::record(tx, EMAIL_DAILY, &email, now).await?;
    attempts::record(tx, LINK_DAILY, &link, now).await?;
    Ok(())
}

async fn holder(tx: &mut Tx, entry: &Entry, now: i64) -> Outcome<Option<Holder>> {
    let holder = sqlx::query_as(concat!(
        "SELECT person.email, person.language, person.state, person.created_at, company.confirmed_at \
         FROM person \
         JOIN company ON company.id = person.company_id \
         WHERE ",
        holds_address!("$1", "$2")
    ))
    .bind(entry.email.normalized())
    .bind(now - CANCELLED_WITHIN_MS)
    .fetch_optional(&mut **tx)
    .await?;
    Ok(holder)
}

impl Holder {
    /// The registration that was made moments ago: its letter is on the way.
    fn is_repeat(&self, now: i64) -> bool {
        self.state == "invited" && self.confirmed_at.is_none() && now - self.created_at < REPEAT_MS
    }
}

/// Keeps the reseller one until the affiliate is there. Whoever has ceased to be one meanwhile has no such page.
async fn hold(tx: &mut Tx, reseller: &Reseller) -> Outcome<()> {
    let id: Option<i64> =
        sqlx::query_scalar(concat!("SELECT id FROM company WHERE id = $1 AND kind = 'reseller'", for_update!()))
            .bind(reseller.id)
            .fetch_optional(&mut **tx)
            .await?;
    id.ok_or(ApiError::Missing)?;
    Ok(())
}

async fn found(
    tx: &mut Tx,
    engine: &Engine,
    visit: &Visit,
    reseller: &Reseller,
    entry: &Entry,
    now: i64,
) -> Outcome<()> {
    hold(tx, reseller).await?;
    let company = NewCompany {
        kind: Kind::Affiliate,
        reseller_id: Some(reseller.id),
        slug: None,
        name: entry.name.as_str(),
        email: &entry.email,
        phone: entry.phone.as_str(),
        inn: entry.inn(),
        time_zone: entry.time_zone.clone(),
        created_at: now,
        confirmed_at: None,
        terms_version: Some(TERMS_VERSION),
    };
    let company_id = company.found(tx).await?;
    let registrant = FirstPerson {
        company_id,
        email: &entry.email,
        full_name: entry.full_name.as_str(),
        language: Some(visit.lang),
        roles: &[Role::Administrator],
        invited_by: None,
        created_at: now,
    };
    let person_id = registrant.join(tx).await?;
    company_list::touch(tx, company_id).await?;
    let event = Event::new(AuditKind::CompanyRegistered, person_id).about(entry.name.as_str());
    event.record(tx, &engine.house, visit).await?;
    letters::confirm(tx, &engine.house, visit, &reseller.name, entry, person_id).await?;
    letters::new_affiliate(tx, &engine.house, visit, reseller.id, entry, company_id).await
}
