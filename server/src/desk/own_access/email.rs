//! Changing one's own address: the sign-in name is the old one until the link in the letter to the new one is followed.

use app::fields::Fields;
use app::people::EmailChange;
use app::values::Email;

use super::super::actor::Actor;
use super::super::{Engine, Tx, outbox};
use super::email_link::{CANCELLED_WITHIN_MS, CONFIRMED_WITHIN_MS};
use super::new_address::{Admitted, NewAddress};
use super::notice::Addressee;
use crate::clock::Token;
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;
use crate::mail::letter::By;
use crate::store::Visit;

/// Fields: `email`, `current_password`, and where the person has a second factor `code` or `passkey`. Asking again
/// replaces what was asked before.
pub(in super::super) async fn change_email(
    engine: &Engine,
    actor: &Actor,
    visit: &Visit,
    fields: Fields,
) -> Outcome<()> {
    let wish = NewAddress::read(engine, actor, &fields).await?;
    let Admitted { mut tx, email, reassured } = wish.admit(engine, actor, visit, actor.person_id).await?;
    forget_unconfirmed(&mut tx, actor.person_id).await?;
    ask_to_confirm(&mut tx, &engine.house, visit, actor.person_id, None, &email).await?;
    reassured.commit(tx, engine, visit, actor).await
}

/// The change that awaits its confirmation, if there is one.
pub(super) async fn awaited(engine: &Engine, actor: &Actor) -> Outcome<Option<EmailChange>> {
    let awaited: Option<(String, i64)> = sqlx::query_as(
        "SELECT new_email, asked_at \
         FROM email_change \
         WHERE person_id = $1 \
           AND confirmed_at IS NULL \
           AND asked_at > $2",
    )
    .bind(actor.person_id)
    .bind(engine.house.now() - CONFIRMED_WITHIN_MS)
    .fetch_optional(&engine.db.reads)
    .await?;
    Ok(awaited.map(|(email, asked_at)| EmailChange { email, link_until: asked_at + CONFIRMED_WITHIN_MS }))
}

/// The person thinks better of it.
pub(in super::super) async fn give_up_email_change(engine: &Engine, actor: &Actor) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    forget_unconfirmed(&mut tx, actor.person_id).await?;
    tx.commit().await?;
    Ok(())
}

/// The changes that a person has asked for wait until the transaction ends.
pub(super) async fn lock_asked(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    let _: Vec<String> =
        sqlx::query_scalar(concat!("SELECT confirm_hash FROM email_change WHERE person_id = $1", for_update!()))
            .bind(person_id)
            .fetch_all(&mut **tx)
            .await?;
    Ok(())
}

/// What was asked for and not confirmed is not made any more.
pub(in super::super) async fn forget_unconfirmed(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    sqlx::query("DELETE FROM email_change WHERE person_id = $1 AND confirmed_at IS NULL")
        .bind(person_id)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Writes to both addresses: the new one gets the link that makes the change, the old one that which takes it back.
/// `by`: who asks for it, where it is not the person.
pub(in super::super) async fn ask_to_confirm(
    tx: &mut Tx,
    house: &House,
    visit: &Visit,
    person_id: i64,
    by: Option<By>,
    email: &Email,
) -> Outcome<()> {
    let (confirm, cancel) = (Token::new(&*house.chance), Token::new(&*house.chance));
    let (person, now) = (Addressee::find(tx, person_id).await?, house.now());
    sqlx::query(
        "INSERT INTO email_change (confirm_hash, cancel_hash, person_id, old_email, old_email_key, new_email, asked_at, \
                                   is_own) \
         SELECT $1, $2, id, email, email_key, $4, $5, $6 \
         FROM person \
         WHERE id = $3",
    )
    .bind(confirm.hash())
    .bind(cancel.hash())
    .bind(person_id)
    .bind(email.as_str())
    .bind(now)
    .bind(by.is_none())
    .execute(&mut **tx)
    .await?;
    let (lang, circumstances) = (person.lang(visit.lang), person.circumstances(house, visit));
    let to_new = Letter::ConfirmEmail {
        login: person.email.clone(),
        email: email.as_str().to_owned(),
        token: confirm.as_str().to_owned(),
        valid_until: now + CONFIRMED_WITHIN_MS,
        zone: circumstances.zone.clone(),
    };
    let to_old = Letter::EmailChangeAsked {
        login: person.email.clone(),
        email: email.as_str().to_owned(),
        token: cancel.as_str().to_owned(),
        valid_until: now + CANCELLED_WITHIN_MS,
        by,
        circumstances,
    };
    outbox::enqueue(tx, house, email.as_str(), lang, &to_new).await?;
    outbox::enqueue(tx, house, &person.email, lang, &to_old).await?;
    Ok(())
}
