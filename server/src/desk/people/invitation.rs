//! What becomes of an invitation that nobody has followed: it is sent again, or taken back.

use app::audit::AuditKind;
use app::people::{Employee, PersonAction};
use app::values::{DAY_MS, MINUTE_MS, UserId};

use super::super::actor::CompanyAdmin;
use super::super::attempts::{self, Limit};
use super::super::{Engine, access, company_list, links};
use super::subject::Subject;
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

const PER_MINUTE: Limit = Limit { action: "resend", most: 1, window_ms: MINUTE_MS };
const PER_DAY: Limit = Limit { action: "resend", most: 5, window_ms: DAY_MS };

/// A new letter with a new link; the earlier link dies. Once a minute, and five a day, for each person.
pub(in super::super) async fn resend(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    person: UserId,
) -> Outcome<Employee> {
    Subject::find(engine, admin, person, PersonAction::ResendInvitation).await?;
    let (house, now, subject) = (&*engine.house, engine.house.now(), person.to_string());
    let mut tx = engine.db.begin().await?;
    attempts::check(&mut tx, PER_DAY, &subject, now).await?;
    attempts::check(&mut tx, PER_MINUTE, &subject, now).await?;
    attempts::record(&mut tx, PER_DAY, &subject, now).await?;
    links::recall(&mut tx, person.value()).await?;
    let subject = Subject::lock(&mut tx, admin, person, PersonAction::ResendInvitation).await?;
    let account = access::account(&mut tx, &subject.email).await?;
    let account = account.ok_or_else(|| Failure::Broken(format!("person {person} cannot be written to")))?;
    account.write(&mut tx, house, visit).await?;
    subject.event(AuditKind::InvitationResent, admin.actor()).record(&mut tx, house, visit).await?;
    let line = subject.line(&mut tx).await?;
    tx.commit().await?;
    Ok(line)
}

/// The account is as if it had never been, its address free: nobody has used it, so nothing refers to it.
pub(in super::super) async fn revoke(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    person: UserId,
) -> Outcome<()> {
    Subject::find(engine, admin, person, PersonAction::RevokeInvitation).await?;
    let mut tx = engine.db.begin().await?;
    links::recall(&mut tx, person.value()).await?;
    let subject = Subject::lock(&mut tx, admin, person, PersonAction::RevokeInvitation).await?;
    for statement in
        ["DELETE FROM person_role WHERE person_id = $1", "DELETE FROM person WHERE id = $1 AND state = 'invited'"]
    {
        sqlx::query(statement).bind(subject.id).execute(&mut *tx).await?;
    }
    company_list::touch(&mut tx, subject.company_id).await?;
    subject.event(AuditKind::InvitationRevoked, admin.actor()).record(&mut tx, &engine.house, visit).await?;
    tx.commit().await?;
    Ok(())
}
