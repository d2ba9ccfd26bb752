//! The two links of a change of address: the one that makes it, and the one that takes it back, before or after.

use app::audit::AuditKind;
use app::error::ApiError;
use app::people::EmailLink;
use app::values::{DAY_MS, Email, Invalid, Problem};

use super::super::audit::Event;
use super::super::{Connection, Engine, Tx, access, links, outbox, second_factor, sessions};
use super::notice::Addressee;
use crate::clock::Token;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::mail::Letter;
use crate::mail::letter::Change;
use crate::store::Visit;

/// How long the link to the new address works.
pub(super) const CONFIRMED_WITHIN_MS: i64 = DAY_MS;
/// How long the link to the old address works, whatever has become of the change.
pub(in super::super) const CANCELLED_WITHIN_MS: i64 = 7 * DAY_MS;

#[derive(sqlx::FromRow)]
struct ChangeRow {
    confirm_hash: String,
    person_id: i64,
    old_email: String,
    new_email: String,
    asked_at: i64,
    is_own: bool,
    confirmed_at: Option<i64>,
}

/// The change of a token's hash that was asked for after a moment; locked for whoever is about to follow the link.
macro_rules! change_of_token {
    ("") => {
        "SELECT confirm_hash, person_id, old_email, new_email, asked_at, is_own, confirmed_at \
         FROM email_change \
         WHERE (confirm_hash = $1 OR cancel_hash = $1) \
           AND asked_at > $2"
    };
    (for_update) => {
        concat!(change_of_token!(""), for_update!())
    };
}

/// What a link would do; looking uses nothing up. [`ApiError::Gone`] for one that is used, expired or invented.
pub(in super::super) async fn email_link(engine: &Engine, token: &str) -> Outcome<EmailLink> {
    let mut connection = engine.db.reads.acquire().await?;
    let (row, hash) = find(&mut connection, change_of_token!(""), token, engine.house.now()).await?;
    Ok(row.as_link(&hash))
}

/// Does what the link is for.
pub(in super::super) async fn follow_email_link(engine: &Engine, visit: &Visit, token: &str) -> Outcome<EmailLink> {
    let mut tx = engine.db.begin().await?;
    let (row, hash) = find(&mut tx, change_of_token!(for_update), token, engine.house.now()).await?;
    let done = match row.as_link(&hash) {
        EmailLink::Confirm { .. } => confirm(&mut tx, &engine.house, visit, &row).await,
        EmailLink::Cancel { .. } => cancel(&mut tx, &engine.house, visit, &row).await,
    };
    match done {
        // Somebody has taken the address meanwhile.
        Err(failure) if failure.is_duplicate() => {
            Err(ApiError::Taken(Invalid::at("form", Problem::EmailTaken { company: None })).into())
        }
        Err(failure) => Err(failure),
        Ok(()) => {
            tx.commit().await?;
            Ok(row.as_link(&hash))
        }
    }
}

/// The live change that a token belongs to, and the token's hash.
async fn find(connection: &mut Connection, query: &'static str, token: &str, now: i64) -> Outcome<(ChangeRow, String)> {
    let hash = Token::presented(token).hash();
    let row: Option<ChangeRow> =
        sqlx::query_as(query).bind(&hash).bind(now - CANCELLED_WITHIN_MS).fetch_optional(connection).await?;
    let row = row.ok_or(ApiError::Gone)?;
    let is_spent = row.confirmed_at.is_some() || row.asked_at <= now - CONFIRMED_WITHIN_MS;
    if row.confirm_hash == hash && is_spent {
        return Err(ApiError::Gone.into());
    }
    Ok((row, hash))
}

impl ChangeRow {
    fn as_link(&self, hash: &str) -> EmailLink {
        if self.confirm_hash == hash {
            EmailLink::Confirm { email: self.new_email.clone() }
        } else {
            EmailLink::Cancel { email: self.old_email.clone() }
        }
    }
}

/// The new address becomes the sign-in name, and both addresses are told.
async fn confirm(tx: &mut Tx, house: &House, visit: &Visit, row: &ChangeRow) -> Outcome<()> {
    links::void_all(tx, row.person_id).await?;
    move_to(tx, row, &row.old_email, &row.new_email).await?;
    sqlx::query("UPDATE email_change SET confirmed_at = $1 WHERE confirm_hash = $2")
        .bind(house.now())
        .bind(&row.confirm_hash)
        .execute(&mut **tx)
        .await?;
    note(tx, house, visit, row, [&row.old_email, &row.new_email]).await?;
    tell_both(tx, house, visit, row, Change::Email { email: row.new_email.clone() }).await
}

/// All is as it was, and whoever asked for the change is out: every session ends, no other change stays open, and the
/// password ends that it was asked with; its owner sets another by a letter.
async fn cancel(tx: &mut Tx, house: &House, visit: &Visit, row: &ChangeRow) -> Outcome<()> {
    links::void_all(tx, row.person_id).await?;
    if row.confirmed_at.is_some() {
        move_to(tx, row, "", &row.old_email).await?;
        note(tx, house, visit, row, [&row.new_email, &row.old_email]).await?;
        tell_both(tx, house, visit, row, Change::EmailTakenBack { email: row.old_email.clone() }).await?;
    }
    sqlx::query("DELETE FROM email_change WHERE person_id = $1").bind(row.person_id).execute(&mut **tx).await?;
    if row.is_own {
        shut_out(tx, house, row).await?;
    }
    access::void_pending(tx, row.person_id).await?;
    sessions::end_all(tx, row.person_id).await
}

/// Whoever asked in the person's name knew the password, and may have made tokens and added a second factor since.
async fn shut_out(tx: &mut Tx, house: &House, row: &ChangeRow) -> Outcome<()> {
    second_factor::forget_since(tx, row.person_id, row.asked_at).await?;
    sqlx::query("UPDATE person SET password_hash = NULL WHERE id = $1").bind(row.person_id).execute(&mut **tx).await?;
    sqlx::query(
        "UPDATE api_token SET revoked_at = $1 WHERE created_by = $2 AND created_at >= $3 AND revoked_at IS NULL",
    )
    .bind(house.now())
    .bind(row.person_id)
    .bind(row.asked_at)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Changes the address, if it is still `from` (empty: whatever it is) and the account is open.
async fn move_to(tx: &mut Tx, row: &ChangeRow, from: &str, to: &str) -> Outcome<()> {
    let corrupt = || Failure::Corrupt { table: "email_change", column: "new_email", id: row.person_id.to_string() };
    let email = Email::parse(to).map_err(|_| corrupt())?;
    let moved = sqlx::query(
        "UPDATE person \
         SET email = $1, email_key = $2 \
         WHERE id = $3 \
           AND state = 'active' \
           AND ($4 = '' OR email = $4)",
    )
    .bind(email.as_str())
    .bind(email.normalized())
    .bind(row.person_id)
    .bind(from)
    .execute(&mut **tx)
    .await?;
    if moved.rows_affected() == 0 { Err(ApiError::Gone.into()) } else { Ok(()) }
}

async fn note(tx: &mut Tx, house: &House, visit: &Visit, row: &ChangeRow, [old, new]: [&str; 2]) -> Outcome<()> {
    Event::new(AuditKind::EmailChanged, row.person_id).change(old, new).record(tx, house, visit).await
}

async fn tell_both(tx: &mut Tx, house: &House, visit: &Visit, row: &ChangeRow, change: Change) -> Outcome<()> {
    let person = Addressee::find(tx, row.person_id).await?;
    let letter = Letter::AccessChanged {
        login: person.email.clone(),
        change,
        circumstances: person.circumstances(house, visit),
    };
    for address in [&row.old_email, &row.new_email] {
        outbox::enqueue(tx, house, address, person.lang(visit.lang), &letter).await?;
    }
    Ok(())
}
