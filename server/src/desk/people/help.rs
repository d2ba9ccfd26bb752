//! What an administrator does for a person who cannot get in, or should be out: never seeing a password or a code.

use app::audit::AuditKind;
use app::fields::{self, Fields};
use app::people::{Employee, PersonAction, PersonStanding};
use app::values::{Remark, UserId};

use super::super::actor::CompanyAdmin;
use super::super::own_access::{Admitted, CURRENT_PASSWORD, reauthenticate};
use super::super::{Engine, access, links, outbox, own_access, second_factor, sessions};
use super::subject::{self, Subject};
use crate::clock::random_id;
use crate::failure::Outcome;
use crate::mail::Letter;
use crate::store::Visit;

/// What can be done about a person within reach.
pub(in super::super) async fn standing(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    person: UserId,
) -> Outcome<PersonStanding> {
    let subject = subject::read(&engine.db.reads, admin.reach(), person).await?;
    subject.standing(engine, admin.actor()).await
}

/// The person is signed out everywhere, half-made sign-ins included.
pub(in super::super) async fn end_sessions(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    person: UserId,
) -> Outcome<()> {
    Subject::find(engine, admin, person, PersonAction::EndSessions).await?;
    let mut tx = engine.db.begin().await?;
    let subject = Subject::lock(&mut tx, admin, person, PersonAction::EndSessions).await?;
    sessions::end_all(&mut tx, subject.id).await?;
    access::void_pending(&mut tx, subject.id).await?;
    subject.event(AuditKind::UserSessionsEnded, admin.actor()).record(&mut tx, &engine.house, visit).await?;
    tx.commit().await?;
    Ok(())
}

/// For who has lost the device: from now on the password alone lets in. Every session ends, and the person is told.
/// Whoever does it gives the own proof again, and says by what they know who is asking. Fields: `reason`,
/// `current_password`, and where the asker has a second factor `code` or `passkey`.
pub(in super::super) async fn reset_second_factor(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    person: UserId,
    fields: Fields,
) -> Outcome<Employee> {
    Subject::find(engine, admin, person, PersonAction::ResetSecondFactor).await?;
    let (house, actor) = (&*engine.house, admin.actor());
    let mut invalid =
        fields::unknown(&fields, &["reason", CURRENT_PASSWORD, second_factor::CODE, second_factor::PASSKEY]);
    let reason = invalid.check("reason", Remark::parse(fields::text(&fields, "reason")));
    let reason = match reason {
        Some(reason) if invalid.is_empty() => reason,
        _ => return Err(invalid.into()),
    };
    let reassured = reauthenticate(engine, actor, &fields).await?;
    let tried = second_factor::note_try_if_on(engine, actor, &fields).await?;
    let mut tx = engine.db.begin().await?;
    subject::lock_both(&mut tx, actor, person.value()).await?;
    reassured.still_holds(&mut tx, actor).await?;
    second_factor::accept_if_on(&mut tx, engine, visit, actor, tried.as_ref()).await?;
    let subject = Subject::lock(&mut tx, admin, person, PersonAction::ResetSecondFactor).await?;
    second_factor::forget_all(&mut tx, subject.id).await?;
    sessions::end_all(&mut tx, subject.id).await?;
    access::void_pending(&mut tx, subject.id).await?;
    let letter = Letter::SecondFactorReset {
        login: subject.email.clone(),
        by: subject::acting(&mut tx, actor).await?,
        at: house.now(),
        zone: subject.zone.clone(),
    };
    outbox::enqueue(&mut tx, house, &subject.email, subject.lang(visit.lang), &letter).await?;
    let event = subject.event(AuditKind::SecondFactorReset, actor).because(reason.as_str());
    event.record(&mut tx, house, visit).await?;
    let line = subject.line(&mut tx).await?;
    reassured.commit(tx, engine, visit, actor).await?;
    Ok(line)
}

/// The person gets the link to a new password; the password they have works until they set one.
pub(in super::super) async fn start_reset(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    person: UserId,
) -> Outcome<()> {
    let seen = Subject::find(engine, admin, person, PersonAction::StartReset).await?;
    let (house, actor, now) = (&*engine.house, admin.actor(), engine.house.now());
    let mut tx = engine.db.begin().await?;
    access::ration_reset(&mut tx, &seen.email, now).await?;
    links::recall(&mut tx, seen.id).await?;
    let subject = Subject::lock(&mut tx, admin, person, PersonAction::StartReset).await?;
    let (purpose, letter_id) = (links::Purpose::Reset, random_id(&*house.chance));
    let token = links::issue(&mut tx, house, subject.id, purpose, now, &letter_id).await?;
    let letter = Letter::ResetStarted {
        login: subject.email.clone(),
        by: subject::acting(&mut tx, actor).await?,
        token: token.as_str().to_owned(),
        valid_until: purpose.valid_until(now),
        zone: subject.zone.clone(),
    };
    outbox::enqueue_as(&mut tx, house, &letter_id, &subject.email, subject.lang(visit.lang), &letter).await?;
    subject.event(AuditKind::ResetStarted, actor).record(&mut tx, house, visit).await?;
    tx.commit().await?;
    Ok(())
}

/// As when the person asks: a link to the new address makes the change, one to the old takes it back. Whoever asks gives
/// the own password again. Fields: `email`, `current_password`, and `code` where the asker has a second factor.
pub(in super::super) async fn change_email(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    person: UserId,
    fields: Fields,
) -> Outcome<()> {
    Subject::find(engine, admin, person, PersonAction::ChangeEmail).await?;
    let (house, actor) = (&*engine.house, admin.actor());
    let wish = own_access::NewAddress::read(engine, actor, &fields).await?;
    let Admitted { mut tx, email, reassured } = wish.admit(engine, actor, visit, person.value()).await?;
    own_access::forget_unconfirmed(&mut tx, person.value()).await?;
    let subject = Subject::lock(&mut tx, admin, person, PersonAction::ChangeEmail).await?;
    let by = subject::acting(&mut tx, actor).await?;
    own_access::ask_to_confirm(&mut tx, house, visit, subject.id, Some(by), &email).await?;
    let event = subject.event(AuditKind::EmailChangeAsked, actor).change(&subject.email, email.as_str());
    event.record(&mut tx, house, visit).await?;
    reassured.commit(tx, engine, visit, actor).await
}
