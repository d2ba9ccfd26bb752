//! The person whom an administrator does something about: found within reach, and held to the rules of
//! [`PersonStanding`].

use app::audit::AuditKind;
use app::error::ApiError;
use app::people::{Employee, Life, PersonAction, PersonObstacle, PersonStanding};
use app::values::{Lang, UserId};

use super::super::actor::{Actor, CompanyAdmin, Reach};
use super::super::audit::Event;
use super::super::{Database, Engine, Tx, second_factor};
use super::last_administrator;
use crate::failure::{Failure, Outcome};
use crate::mail::letter::By;

/// As stored.
#[derive(sqlx::FromRow)]
pub(super) struct Subject {
    pub(super) id: i64,
    pub(super) company_id: i64,
    pub(super) email: String,
    pub(super) zone: String,
    language: Option<String>,
    state: String,
    invited_by: Option<i64>,
    is_operator: bool,
}

impl Subject {
    /// The person within reach of whom the action is possible, as it looks before anything is locked: so that what is
    /// out of reach or not permitted is refused before what is wrong with the form.
    pub(super) async fn find(
        engine: &Engine,
        admin: CompanyAdmin<'_>,
        person: UserId,
        action: PersonAction,
    ) -> Outcome<Self> {
        let found = read(&engine.db.reads, admin.reach(), person).await?;
        found.standing(engine, admin.actor()).await?.obstacle(action).map_or(Ok(found), refused)
    }

    /// The same, locked until the transaction ends. Links of the person are touched before, never after: whoever is
    /// just using one is done first.
    pub(super) async fn lock(
        tx: &mut Tx,
        admin: CompanyAdmin<'_>,
        person: UserId,
        action: PersonAction,
    ) -> Outcome<Self> {
        let _: Option<i64> = sqlx::query_scalar(concat!("SELECT id FROM person WHERE id = $1", for_update!()))
            .bind(person.value())
            .fetch_optional(&mut **tx)
            .await?;
        let found = read(&mut **tx, admin.reach(), person).await?;
        let has_second_factor = second_factor::is_on(tx, found.id).await?;
        // Who is the last is asked where it matters, with the company locked.
        let standing = found.standing_with(admin.actor(), has_second_factor, false, None)?;
        standing.obstacle(action).map_or(Ok(found), refused)
    }

    /// How the person stands to the actor.
    pub(super) async fn standing(&self, engine: &Engine, actor: &Actor) -> Outcome<PersonStanding> {
        let sole = last_administrator::sole(&engine.db.reads, self.company_id, self.id).await?;
        let sole = sole.filter(|obstacle| *obstacle == PersonObstacle::LastOperator || !actor.is_operator());
        let has_second_factor = second_factor::state(engine, self.id).await?.is_on();
        let asker_has_second_factor = second_factor::state(engine, actor.person_id).await?.is_on();
        self.standing_with(actor, has_second_factor, asker_has_second_factor, sole)
    }

    fn standing_with(
        &self,
        actor: &Actor,
        has_second_factor: bool,
        asker_has_second_factor: bool,
        sole: Option<PersonObstacle>,
    ) -> Outcome<PersonStanding> {
        Ok(PersonStanding {
            life: self.life()?,
            bar: self.bar(actor),
            sole,
            is_registrant: self.invited_by.is_none(),
            has_second_factor,
            asker_has_second_factor,
        })
    }

    fn bar(&self, actor: &Actor) -> Option<PersonObstacle> {
        if self.id == actor.person_id {
            Some(PersonObstacle::Oneself)
        } else {
            bar_from_operators(self.is_operator, actor).err()
        }
    }

    pub(super) fn life(&self) -> Outcome<Life> {
        match self.state.as_str() {
            "invited" => Ok(Life::Invited),
            "active" => Ok(Life::Active),
            "blocked" => Ok(Life::Blocked),
            _ => Err(Failure::Corrupt { table: "person", column: "state", id: self.id.to_string() }),
        }
    }

    /// The language of the person's letters.
    pub(super) fn lang(&self, page: Lang) -> Lang {
        Lang::chosen_or(self.language.as_deref(), page)
    }

    /// The person's line in the lists, as it is now.
    pub(super) async fn line(&self, tx: &mut Tx) -> Outcome<Employee> {
        Ok(super::one(&mut **tx, self.id).await?.ok_or(ApiError::Missing)?)
    }

    /// Something that the actor has just done about the person.
    pub(super) fn event(&self, kind: AuditKind, actor: &Actor) -> Event<'_> {
        Event::new(kind, actor.person_id).of_company(self.company_id).about_user(self.id, &self.email)
    }
}

/// Locks whoever acts and whom they act about, always in the same order: of two who act about each other at the same
/// moment, one waits.
pub(in super::super) async fn lock_both(tx: &mut Tx, actor: &Actor, person_id: i64) -> Outcome<()> {
    let _: Vec<i64> =
        sqlx::query_scalar(concat!("SELECT id FROM person WHERE id IN ($1, $2) ORDER BY id", for_update!()))
            .bind(actor.person_id)
            .bind(person_id)
            .fetch_all(&mut **tx)
            .await?;
    Ok(())
}

/// An operator's account is only for operators.
pub(super) fn bar_from_operators(is_operators: bool, actor: &Actor) -> Result<(), PersonObstacle> {
    if is_operators && !actor.is_operator() { Err(PersonObstacle::OperatorsAccount) } else { Ok(()) }
}

/// [`ApiError::Missing`] for nobody and for whoever is out of reach.
pub(super) async fn read<'e, E>(executor: E, reach: Reach, person: UserId) -> Outcome<Subject>
where
    E: sqlx::Executor<'e, Database = Database>,
{
    let found = sqlx::query_as(
        "SELECT person.id, person.company_id, person.email, company.time_zone AS zone, person.language, person.state, \
                person.invited_by, \
                EXISTS (SELECT 1 \
                        FROM person_role \
                        WHERE person_role.person_id = person.id \
                          AND person_role.role = 'operator') AS is_operator \
         FROM person \
         JOIN company ON company.id = person.company_id \
         WHERE person.id = $1 \
           AND ($2 OR company.id = $3 OR company.reseller_id = $3)",
    )
    .bind(person.value())
    .bind(reach.everything)
    .bind(reach.root)
    .fetch_optional(executor)
    .await?;
    Ok(found.ok_or(ApiError::Missing)?)
}

/// Who acts, as the person reads it: an operator is not named to those outside the platform, a company is.
pub(in super::super) async fn acting(tx: &mut Tx, actor: &Actor) -> Outcome<By> {
    if actor.is_operator() {
        return Ok(By::Operator);
    }
    let company = sqlx::query_scalar("SELECT name FROM company WHERE id = $1")
        .bind(actor.company_id)
        .fetch_one(&mut **tx)
        .await?;
    Ok(By::Company(company))
}

fn refused(obstacle: PersonObstacle) -> Outcome<Subject> {
    Err(obstacle.refusal().into())
}
