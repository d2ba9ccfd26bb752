//! Asking for the password once more, before what matters: a session left open or stolen does not suffice.

use app::fields::{self, Fields};
use app::values::{MINUTE_MS, Problem};

use super::super::actor::Actor;
use super::super::attempts::{self, Limit, Noted};
use super::super::{Engine, Tx, sessions};
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

/// The field in which a form brings the password that the person has.
pub(in super::super) const FIELD: &str = "current_password";
const PER_PERSON: Limit = Limit { action: "own_password", most: 10, window_ms: 15 * MINUTE_MS };

/// Proof that whoever sends the form knows the account's password. A change that it lets through
/// [ends with it](Self::commit).
#[must_use]
pub(in super::super) struct Reassured {
    password_hash: String,
}

/// Compares the password that the form brings. Refused at its field, and after ten failures in 15 minutes until later.
pub(in super::super) async fn reauthenticate(engine: &Engine, actor: &Actor, fields: &Fields) -> Outcome<Reassured> {
    let typed = fields::text(fields, FIELD);
    if typed.is_empty() {
        return Err(Failure::field(FIELD, Problem::Required));
    }
    let noted = note_try(engine, actor).await?;
    let stored = stored(engine, actor).await?;
    if !engine.house.passwords.is_right(typed, stored.as_deref()).await? {
        return Err(wrong());
    }
    let mut tx = engine.db.begin().await?;
    attempts::take_back(&mut tx, &noted).await?;
    tx.commit().await?;
    stored.map(|password_hash| Reassured { password_hash }).ok_or_else(wrong)
}

/// The refusal of a password that is not, or no longer, the account's.
pub(super) fn wrong() -> Failure {
    Failure::field(FIELD, Problem::WrongPassword)
}

impl Reassured {
    /// Ends the transaction of the change. The session goes on under a new token (OWASP ASVS 5.0, 7.2.4): whoever has the
    /// old one, by whatever way, is out.
    pub(in super::super) async fn commit(
        self,
        mut tx: Tx,
        engine: &Engine,
        visit: &Visit,
        actor: &Actor,
    ) -> Outcome<()> {
        let renewed = sessions::renew(&mut tx, &engine.house, actor).await?;
        tx.commit().await?;
        renewed.hand_over(&visit.cookies);
        Ok(())
    }

    /// In the transaction of the change: the account is still open, its password still the one that was given. Locks it.
    pub(in super::super) async fn still_holds(&self, tx: &mut Tx, actor: &Actor) -> Outcome<()> {
        let held: Option<i64> = sqlx::query_scalar(concat!(
            "SELECT id \
             FROM person \
             WHERE id = $1 \
               AND state = 'active' \
               AND password_hash = $2",
            for_update!()
        ))
        .bind(actor.person_id)
        .bind(&self.password_hash)
        .fetch_optional(&mut **tx)
        .await?;
        held.map(drop).ok_or_else(wrong)
    }
}

/// Counted before the password is looked at, as at the sign-in.
async fn note_try(engine: &Engine, actor: &Actor) -> Outcome<Noted> {
    let (now, subject) = (engine.house.now(), actor.person_id.to_string());
    let mut tx = engine.db.begin().await?;
    attempts::check(&mut tx, PER_PERSON, &subject, now).await?;
    let noted = attempts::record(&mut tx, PER_PERSON, &subject, now).await?;
    tx.commit().await?;
    Ok(noted)
}

async fn stored(engine: &Engine, actor: &Actor) -> Outcome<Option<String>> {
    let stored: Option<Option<String>> =
        sqlx::query_scalar("SELECT password_hash FROM person WHERE id = $1 AND state = 'active'")
            .bind(actor.person_id)
            .fetch_optional(&engine.db.reads)
            .await?;
    Ok(stored.flatten())
}
