//! The way on from an invitation whose link has run out: whoever invited the person is asked for a new one.

use app::values::{DAY_MS, Lang};

use super::super::attempts::{self, Limit};
use super::super::{Engine, outbox};
use crate::clock::Token;
use crate::failure::Outcome;
use crate::mail::Letter;
use crate::store::Visit;

const PER_PERSON: Limit = Limit { action: "ask_inviter", most: 3, window_ms: DAY_MS };

/// An invited person with whoever invited them.
#[derive(sqlx::FromRow)]
struct Asking {
    id: i64,
    full_name: String,
    email: String,
    company: String,
    company_id: i64,
    inviter_email: String,
    inviter_language: Option<String>,
}

/// Writes to the inviter, at most three times a day. The same answer for every token: only who holds the link of an
/// invitation that has run out causes anything, and sees nothing of it. A used, replaced or revoked link is known no more.
pub(in super::super) async fn ask_inviter(engine: &Engine, visit: &Visit, token: &str) -> Outcome<()> {
    let house = &*engine.house;
    let Some(asking) = find(engine, token).await? else { return Ok(()) };
    let (now, subject) = (house.now(), asking.id.to_string());
    let mut tx = engine.db.begin().await?;
    if attempts::wait(&mut tx, PER_PERSON, &subject, now).await?.is_some() {
        return Ok(());
    }
    attempts::record(&mut tx, PER_PERSON, &subject, now).await?;
    let lang = Lang::chosen_or(asking.inviter_language.as_deref(), visit.lang);
    let letter = Letter::InvitationWanted {
        full_name: asking.full_name,
        email: asking.email,
        company: asking.company,
        company_id: asking.company_id,
    };
    outbox::enqueue(&mut tx, house, &asking.inviter_email, lang, &letter).await?;
    tx.commit().await?;
    Ok(())
}

async fn find(engine: &Engine, token: &str) -> Outcome<Option<Asking>> {
    let asking = sqlx::query_as(
        "SELECT person.id, person.full_name, person.email, company.name AS company, company.id AS company_id, \
                inviter.email AS inviter_email, inviter.language AS inviter_language \
         FROM access_link \
         JOIN person ON person.id = access_link.person_id \
         JOIN company ON company.id = person.company_id \
         JOIN person AS inviter ON inviter.id = person.invited_by \
         WHERE access_link.token_hash = $1 \
           AND access_link.purpose = 'invitation' \
           AND access_link.expires_at <= $2 \
           AND person.state = 'invited' \
           AND inviter.state = 'active'",
    )
    .bind(Token::presented(token).hash())
    .bind(engine.house.now())
    .fetch_optional(&engine.db.reads)
    .await?;
    Ok(asking)
}
