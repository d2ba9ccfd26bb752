//! The reminder on the third day, once: the link that it issues is what tells that it went out.

use app::values::Lang;

use super::super::links::{self, Purpose};
use super::super::{Engine, Tx, outbox};
use super::{NO_PAGE, REMINDED_AFTER_MS, REMOVED_AFTER_MS, take_turn};
use crate::clock::random_id;
use crate::failure::Outcome;
use crate::mail::Letter;

/// An unconfirmed company with the person who registered it.
#[derive(sqlx::FromRow)]
struct Registration {
    name: String,
    time_zone: String,
    created_at: i64,
    reseller: String,
    email: String,
    language: Option<String>,
}

/// The companies that look as if a reminder were due.
pub(super) async fn due(engine: &Engine) -> Outcome<Vec<i64>> {
    let now = engine.house.now();
    let due = sqlx::query_scalar(
        "SELECT company.id \
         FROM company \
         WHERE company.confirmed_at IS NULL \
           AND company.created_at <= $1 \
           AND company.created_at > $2 \
           AND NOT EXISTS (SELECT 1 \
                           FROM person \
                           JOIN access_link ON access_link.person_id = person.id \
                           WHERE person.company_id = company.id \
                             AND access_link.purpose = 'registration' \
                             AND access_link.created_at >= company.created_at + $3) \
         ORDER BY company.id",
    )
    .bind(now - REMINDED_AFTER_MS)
    .bind(now - REMOVED_AFTER_MS)
    .bind(REMINDED_AFTER_MS)
    .fetch_all(&engine.db.reads)
    .await?;
    Ok(due)
}

/// Writes to the registrant, unless another server has, or the company was confirmed meanwhile.
pub(super) async fn remind(engine: &Engine, company_id: i64) -> Outcome<()> {
    let house = &*engine.house;
    let (now, letter_id) = (house.now(), random_id(&*house.chance));
    let mut tx = engine.db.begin().await?;
    take_turn(&mut tx).await?;
    let Some(person_id) = unreminded(&mut tx, company_id).await? else { return Ok(()) };
    // The old link goes first: whoever is just using it is done before the company is looked at.
    let token = links::issue(&mut tx, house, person_id, Purpose::Registration, now, &letter_id).await?;
    let valid_until = links::end_with_registration(&mut tx, &letter_id).await?;
    let Some(registration) = unconfirmed(&mut tx, person_id).await? else { return Ok(()) };
    let lang = Lang::chosen_or(registration.language.as_deref(), NO_PAGE);
    let letter = Letter::RegistrationReminder {
        company: registration.name,
        reseller: registration.reseller,
        login: registration.email.clone(),
        token: token.as_str().to_owned(),
        valid_until: valid_until.unwrap_or(now),
        removed_at: registration.created_at + REMOVED_AFTER_MS,
        zone: registration.time_zone,
    };
    outbox::enqueue_as(&mut tx, house, &letter_id, &registration.email, lang, &letter).await?;
    tx.commit().await?;
    Ok(())
}

/// Who registered the company: the person whom nobody invited.
async fn unreminded(tx: &mut Tx, company_id: i64) -> Outcome<Option<i64>> {
    let person_id = sqlx::query_scalar(
        "SELECT person.id \
         FROM person \
         JOIN company ON company.id = person.company_id \
         WHERE person.company_id = $1 \
           AND person.state = 'invited' \
           AND person.invited_by IS NULL \
           AND NOT EXISTS (SELECT 1 \
                           FROM access_link \
                           WHERE access_link.person_id = person.id \
                             AND access_link.purpose = 'registration' \
                             AND access_link.created_at >= company.created_at + $2) \
         ORDER BY person.id \
         LIMIT 1",
    )
    .bind(company_id)
    .bind(REMINDED_AFTER_MS)
    .fetch_optional(&mut **tx)
    .await?;
    Ok(person_id)
}

async fn unconfirmed(tx: &mut Tx, person_id: i64) -> Outcome<Option<Registration>> {
    let registration = sqlx::query_as(
        "SELECT company.name, company.time_zone, company.created_at, reseller.name AS reseller, \
                person.email, person.language \
         FROM person \
         JOIN company ON company.id = person.company_id \
         JOIN company AS reseller ON reseller.id = company.reseller_id \
         WHERE person.id = $1 \
           AND company.confirmed_at IS NULL",
    )
    .bind(person_id)
    .fetch_optional(&mut **tx)
    .await?;
    Ok(registration)
}
