//! One's own sign-in details: looking at them and changing them.

#[path = "own_access/email.rs"]
mod email;
#[path = "own_access/email_link.rs"]
mod email_link;
#[path = "own_access/new_address.rs"]
mod new_address;
#[path = "own_access/notice.rs"]
mod notice;
#[path = "own_access/password.rs"]
mod password;
#[path = "own_access/reauthenticate.rs"]
mod reauthenticate;

use app::people::SignInDetails;

pub(super) use email::{ask_to_confirm, change_email, forget_unconfirmed, give_up_email_change};
pub(super) use email_link::{CANCELLED_WITHIN_MS, email_link, follow_email_link};
pub(super) use new_address::{Admitted, NewAddress};
pub(super) use notice::{Addressee, tell, tell_of_sign_in};
pub(super) use password::change_password;
pub(super) use reauthenticate::{FIELD as CURRENT_PASSWORD, Reassured, reauthenticate};

use super::actor::Actor;
use super::{Engine, second_factor, sessions};
use crate::failure::Outcome;
use crate::store::Visit;
use crate::zones::offset_minutes;

/// Where the person is signed in, and what is on its way.
pub(super) async fn show(engine: &Engine, actor: &Actor) -> Outcome<SignInDetails> {
    let zone = engine.zone_of(actor.company_id).await?;
    let now = engine.house.now();
    Ok(SignInDetails {
        sessions: sessions::of_person(engine, actor).await?,
        email_change: email::awaited(engine, actor).await?,
        second_factor: second_factor::state(engine, actor.person_id).await?,
        passkeys: second_factor::passkeys(engine, actor.person_id).await?,
        now,
        zone_offset_minutes: offset_minutes(&zone, now),
        zone,
    })
}

/// One of the own sessions is over; what is left.
pub(super) async fn end_session(engine: &Engine, actor: &Actor, visit: &Visit, id: &str) -> Outcome<SignInDetails> {
    let mut tx = engine.db.begin().await?;
    sessions::end_one(&mut tx, &engine.house, visit, actor, id).await?;
    tx.commit().await?;
    show(engine, actor).await
}

/// Every own session but the one that asks is over; what is left.
pub(super) async fn end_other_sessions(engine: &Engine, actor: &Actor, visit: &Visit) -> Outcome<SignInDetails> {
    let mut tx = engine.db.begin().await?;
    sessions::end_others(&mut tx, &engine.house, visit, actor).await?;
    tx.commit().await?;
    show(engine, actor).await
}
