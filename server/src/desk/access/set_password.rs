//! Setting a password by the link of a letter: the invitation, the registration's or the reset's.

use app::audit::AuditKind;
use app::error::ApiError;
use app::fields::{self, Fields};
use app::people::Entry;

use super::super::audit::Event;
use super::super::links::{self, Purpose};
use super::super::own_access::{forget_unconfirmed, tell};
use super::super::{Engine, Tx, company_list, sessions};
use super::confirm_registration::confirm_registration;
use super::let_in::{self, Admission};
use super::new_password::new_password;
use super::pending;
use super::tell_inviter::tell_inviter;
use crate::failure::Outcome;
use crate::mail::letter::Change;
use crate::store::Visit;

/// Sets the password of the link's account and signs in, or asks for the code of the second factor. [`ApiError::Gone`] for a used, expired, revoked or
/// invented link; a refused password leaves the link alive.
pub(in super::super) async fn set_password(engine: &Engine, visit: &Visit, fields: Fields) -> Outcome<Entry> {
    fields::unknown(&fields, &["token", "password"]).into_result()?;
    let token = fields::text(&fields, "token");
    let person_id = links::find(engine, token).await?.ok_or(ApiError::Gone)?;
    let password = new_password(engine, person_id, fields::text(&fields, "password")).await?;
    let hash = engine.house.passwords.hash(password.reveal()).await?;
    Ok(settle(engine, visit, token, person_id, &hash).await?.hand_over(&visit.cookies))
}

/// The link is used up, and what it stands for happens, at once or not at all.
async fn settle(engine: &Engine, visit: &Visit, token: &str, person_id: i64, hash: &str) -> Outcome<Admission> {
    let now = engine.house.now();
    let mut tx = engine.db.begin().await?;
    // A change of address that somebody asked for with the password before does not outlive it.
    forget_unconfirmed(&mut tx, person_id).await?;
    let (person_id, purpose) = links::consume(&mut tx, token, now).await?.ok_or(ApiError::Gone)?;
    tell_inviter(&mut tx, &engine.house, person_id, visit.lang).await?;
    let company_id = activate(&mut tx, person_id, hash).await?;
    // By whatever letter: the company has somebody who can sign in.
    confirm_registration(&mut tx, &engine.house, company_id, visit.lang).await?;
    if purpose != Purpose::Reset {
        company_list::touch(&mut tx, company_id).await?;
    }
    sessions::end_all(&mut tx, person_id).await?;
    links::void_all(&mut tx, person_id).await?;
    Event::new(AuditKind::PasswordSet, person_id).record(&mut tx, &engine.house, visit).await?;
    if purpose == Purpose::Reset {
        tell(&mut tx, &engine.house, visit, person_id, Change::PasswordReset).await?;
    }
    pending::void(&mut tx, person_id).await?;
    let admission = let_in::by_password(&mut tx, engine, visit, person_id).await?;
    if purpose == Purpose::Invitation {
        sessions::mark_first(&mut tx, person_id).await?;
    }
    tx.commit().await?;
    Ok(admission)
}

/// Who opened the letter's link has the mailbox: the account works from now on. Its company.
async fn activate(tx: &mut Tx, person_id: i64, hash: &str) -> Outcome<i64> {
    let company_id: Option<i64> = sqlx::query_scalar(
        "UPDATE person \
         SET password_hash = $1, state = 'active' \
         WHERE id = $2 \
           AND state <> 'blocked' \
         RETURNING company_id",
    )
    .bind(hash)
    .bind(person_id)
    .fetch_optional(&mut **tx)
    .await?;
    Ok(company_id.ok_or(ApiError::Gone)?)
}
