//! No company loses its last active administrator by accident, and the platform never its last operator.

use app::people::PersonObstacle;
use app::values::Problem;

use super::super::actor::Actor;
use super::super::{Database, Tx};
use crate::failure::{Failure, Outcome};

/// Who administers a person's company.
#[derive(sqlx::FromRow)]
struct Administration {
    is_platform: bool,
    /// The person does, and is active.
    is_held: bool,
    /// Somebody else who is active does.
    is_shared: bool,
}

/// To be called in the transaction of whatever takes the administration from a person, or the person from it: before
/// the change, and after the person's own row is locked. Until the transaction ends no other such change of the company
/// goes on, so that of two which together would leave nobody the second sees the first.
///
/// Invited and blocked people do not count. In the platform's company it is the operators who do.
///
/// # Errors
/// [`PersonObstacle::LastAdministrator`] to everybody but an operator, who names a `reason`: an empty one is refused at
/// that field. [`PersonObstacle::LastOperator`] to everybody.
pub(in super::super) async fn keep_an_administrator(
    tx: &mut Tx,
    actor: &Actor,
    company_id: i64,
    person_id: i64,
    reason: &str,
) -> Outcome<()> {
    let _: i64 = sqlx::query_scalar(concat!("SELECT id FROM company WHERE id = $1", for_update!()))
        .bind(company_id)
        .fetch_one(&mut **tx)
        .await?;
    match sole(&mut **tx, company_id, person_id).await? {
        None => Ok(()),
        Some(PersonObstacle::LastAdministrator) if actor.is_operator() && !reason.trim().is_empty() => Ok(()),
        Some(PersonObstacle::LastAdministrator) if actor.is_operator() => {
            Err(Failure::field("reason", Problem::Required))
        }
        Some(obstacle) => Err(obstacle.refusal().into()),
    }
}

/// What the person is the last of, if of anything.
pub(super) async fn sole<'e, E>(executor: E, company_id: i64, person_id: i64) -> Outcome<Option<PersonObstacle>>
where
    E: sqlx::Executor<'e, Database = Database>,
{
    let administration: Administration = sqlx::query_as(
        "SELECT company.kind = 'platform' AS is_platform, \
                EXISTS (SELECT 1 \
                        FROM person \
                        JOIN person_role ON person_role.person_id = person.id \
                        WHERE person.id = $2 \
                          AND person.company_id = company.id \
                          AND person.state = 'active' \
                          AND person_role.role = CASE company.kind WHEN 'platform' THEN 'operator' \
                                                                   ELSE 'administrator' END) AS is_held, \
                EXISTS (SELECT 1 \
                        FROM person \
                        JOIN person_role ON person_role.person_id = person.id \
                        WHERE person.id <> $2 \
                          AND person.company_id = company.id \
                          AND person.state = 'active' \
                          AND person_role.role = CASE company.kind WHEN 'platform' THEN 'operator' \
                                                                   ELSE 'administrator' END) AS is_shared \
         FROM company \
         WHERE company.id = $1",
    )
    .bind(company_id)
    .bind(person_id)
    .fetch_one(executor)
    .await?;
    Ok(administration.sole())
}

impl Administration {
    fn sole(&self) -> Option<PersonObstacle> {
        match self {
            Self { is_held: true, is_shared: false, is_platform: true } => Some(PersonObstacle::LastOperator),
            Self { is_held: true, is_shared: false, is_platform: false } => Some(PersonObstacle::LastAdministrator),
            _ => None,
        }
    }
}
