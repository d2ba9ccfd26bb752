//! What happens once the password was right: a session, or the wait for a code where the person has a second factor.

use app::audit::AuditKind;
use app::people::Entry;

use super::super::audit::Event;
use super::super::own_access::tell_of_sign_in;
use super::super::sessions::{self, Pass};
use super::super::{Engine, Tx, second_factor};
use super::pending;
use crate::clock::Token;
use crate::cookies::Cookies;
use crate::failure::Outcome;
use crate::store::Visit;

/// What the browser gets, to be handed over once the transaction has committed.
#[must_use]
pub(super) enum Admission {
    Session(Pass),
    Wait(Token),
}

impl Admission {
    pub(super) fn hand_over(&self, cookies: &Cookies) -> Entry {
        match self {
            Self::Session(pass) => {
                pass.hand_over(cookies);
                Entry::SignedIn
            }
            Self::Wait(token) => {
                cookies.set_pending(token.as_str());
                Entry::CodeAwaited
            }
        }
    }
}

/// A password alone opens a session only to who has no second factor.
pub(super) async fn by_password(tx: &mut Tx, engine: &Engine, visit: &Visit, person_id: i64) -> Outcome<Admission> {
    if second_factor::is_on(tx, person_id).await? {
        return Ok(Admission::Wait(pending::begin(tx, &engine.house, person_id).await?));
    }
    Ok(Admission::Session(for_good(tx, engine, visit, person_id).await?))
}

/// Opens the session, notes when, and tells the person where the browser is a strange one, unless they said not to.
pub(super) async fn for_good(tx: &mut Tx, engine: &Engine, visit: &Visit, person_id: i64) -> Outcome<Pass> {
    sqlx::query("UPDATE person SET last_sign_in_at = $1 WHERE id = $2")
        .bind(engine.house.now())
        .bind(person_id)
        .execute(&mut **tx)
        .await?;
    if sessions::is_strange(tx, visit, person_id).await? && wants_to_know(tx, person_id).await? {
        tell_of_sign_in(tx, &engine.house, visit, person_id).await?;
    }
    Event::new(AuditKind::SignedIn, person_id).record(tx, &engine.house, visit).await?;
    sessions::open(tx, &engine.house, visit, person_id).await
}

async fn wants_to_know(tx: &mut Tx, person_id: i64) -> Outcome<bool> {
    Ok(sqlx::query_scalar("SELECT notify_sign_in FROM person WHERE id = $1")
        .bind(person_id)
        .fetch_one(&mut **tx)
        .await?)
}
