//! Closing a person's access, and opening it again. History keeps the person: nobody is deleted.

use app::audit::AuditKind;
use app::fields::{self, Fields, text};
use app::people::{Employee, Life, PersonAction};
use app::values::{Invalid, Remark, UserId};

use super::super::actor::CompanyAdmin;
use super::super::{Engine, access, company_list, links, outbox, own_access, sessions};
use super::last_administrator::keep_an_administrator;
use super::subject::{self, Subject};
use crate::failure::Outcome;
use crate::mail::Letter;
use crate::store::Visit;

const REASON: &str = "reason";

/// From the commit on no session, link or half-made sign-in of the person opens anything, and the tokens they made
/// stand still. Fields: `reason`. Blocking who is blocked changes nothing.
pub(in super::super) async fn block(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    person: UserId,
    fields: Fields,
) -> Outcome<Employee> {
    Subject::find(engine, admin, person, PersonAction::Block).await?;
    let reason = reason(&fields)?;
    let (house, actor) = (&*engine.house, admin.actor());
    let mut tx = engine.db.begin().await?;
    own_access::forget_unconfirmed(&mut tx, person.value()).await?;
    links::recall(&mut tx, person.value()).await?;
    let subject = Subject::lock(&mut tx, admin, person, PersonAction::Block).await?;
    if subject.life()? == Life::Blocked {
        return subject.line(&mut tx).await;
    }
    keep_an_administrator(&mut tx, actor, subject.company_id, subject.id, reason.as_str()).await?;
    sqlx::query("UPDATE person SET state = 'blocked' WHERE id = $1").bind(subject.id).execute(&mut *tx).await?;
    company_list::touch(&mut tx, subject.company_id).await?;
    sessions::end_all(&mut tx, subject.id).await?;
    access::void_pending(&mut tx, subject.id).await?;
    let letter = Letter::AccessClosed {
        login: subject.email.clone(),
        by: subject::acting(&mut tx, actor).await?,
        reason: reason.as_str().to_owned(),
    };
    outbox::enqueue(&mut tx, house, &subject.email, subject.lang(visit.lang), &letter).await?;
    let event = subject.event(AuditKind::UserBlocked, actor);
    event.because(reason.as_str()).record(&mut tx, house, visit).await?;
    let line = subject.line(&mut tx).await?;
    tx.commit().await?;
    Ok(line)
}

/// The account is again what it was: who never came is invited, and needs a new link. Fields: `reason`.
/// Unblocking who is not blocked changes nothing.
pub(in super::super) async fn unblock(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    person: UserId,
    fields: Fields,
) -> Outcome<Employee> {
    Subject::find(engine, admin, person, PersonAction::Unblock).await?;
    let reason = reason(&fields)?;
    let (house, actor) = (&*engine.house, admin.actor());
    let mut tx = engine.db.begin().await?;
    let subject = Subject::lock(&mut tx, admin, person, PersonAction::Unblock).await?;
    if subject.life()? != Life::Blocked {
        return subject.line(&mut tx).await;
    }
    sqlx::query(
        "UPDATE person \
         SET state = CASE WHEN password_hash IS NULL AND last_sign_in_at IS NULL THEN 'invited' ELSE 'active' END \
         WHERE id = $1",
    )
    .bind(subject.id)
    .execute(&mut *tx)
    .await?;
    company_list::touch(&mut tx, subject.company_id).await?;
    let letter = Letter::AccessOpened {
        login: subject.email.clone(),
        by: subject::acting(&mut tx, actor).await?,
        reason: reason.as_str().to_owned(),
    };
    outbox::enqueue(&mut tx, house, &subject.email, subject.lang(visit.lang), &letter).await?;
    let event = subject.event(AuditKind::UserUnblocked, actor);
    event.because(reason.as_str()).record(&mut tx, house, visit).await?;
    let line = subject.line(&mut tx).await?;
    tx.commit().await?;
    Ok(line)
}

fn reason(fields: &Fields) -> Result<Remark, Invalid> {
    let mut invalid = fields::unknown(fields, &[REASON]);
    match invalid.check(REASON, Remark::parse(text(fields, REASON))) {
        Some(reason) if invalid.is_empty() => Ok(reason),
        _ => Err(invalid),
    }
}
