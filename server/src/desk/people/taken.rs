//! An address that somebody has already: the one place where it shows that an account exists, and therefore rationed.

use app::error::ApiError;
use app::values::{Email, HOUR_MS, Invalid, Problem};

use super::super::Tx;
use super::super::actor::Actor;
use super::super::attempts::{self, Limit};
use super::super::own_access::CANCELLED_WITHIN_MS;
use crate::failure::{Failure, Outcome};

/// Answers that show that an address is in use somewhere else: at most so many an hour and person. Once they are used up,
/// no request of this kind gets any other answer.
const ELSEWHERE: Limit = Limit { action: "taken_elsewhere", most: 20, window_ms: HOUR_MS };

/// A condition on `person`: has the address `$n`, or had it until a change after the moment `$m` that can still be taken
/// back.
macro_rules! holds_address {
    ($email:literal, $since:literal) => {
        concat!(
            "person.id IN (SELECT id FROM person WHERE email_key = ",
            $email,
            " UNION SELECT person_id FROM email_change WHERE old_email_key = ",
            $email,
            " AND confirmed_at IS NOT NULL AND asked_at > ",
            $since,
            ")"
        )
    };
}
pub(in super::super) use holds_address;

/// Whoever has the address already.
#[derive(sqlx::FromRow)]
pub(in super::super) struct Holder {
    pub(super) id: i64,
    pub(super) state: String,
    pub(super) invited_by: Option<i64>,
    pub(super) created_at: i64,
    pub(super) company_id: i64,
    reseller_id: Option<i64>,
    company: String,
}

/// Refuses while the ration is used up. First in the transaction, like every check of attempts.
pub(in super::super) async fn check(tx: &mut Tx, actor: &Actor, now: i64) -> Outcome<()> {
    attempts::check(tx, ELSEWHERE, &actor.person_id.to_string(), now).await
}

pub(in super::super) async fn holder(tx: &mut Tx, email: &Email, now: i64) -> Outcome<Option<Holder>> {
    let holder = sqlx::query_as(concat!(
        "SELECT person.id, person.state, person.invited_by, person.created_at, person.company_id, \
                company.reseller_id, company.name AS company \
         FROM person \
         JOIN company ON company.id = person.company_id \
         WHERE ",
        holds_address!("$1", "$2")
    ))
    .bind(email.normalized())
    .bind(now - CANCELLED_WITHIN_MS)
    .fetch_optional(&mut **tx)
    .await?;
    Ok(holder)
}

/// The refusal. It names the company where the person may know it.
pub(in super::super) async fn refusal(mut tx: Tx, actor: &Actor, holder: Holder, now: i64) -> Outcome<Failure> {
    let refusal = |company| ApiError::Taken(Invalid::at("email", Problem::EmailTaken { company })).into();
    if holder.is_within(actor) {
        tx.commit().await?;
        return Ok(refusal(Some(holder.company)));
    }
    attempts::record(&mut tx, ELSEWHERE, &actor.person_id.to_string(), now).await?;
    tx.commit().await?;
    Ok(refusal(None))
}

impl Holder {
    /// Oneself, and for an administrator everybody within reach.
    fn is_within(&self, actor: &Actor) -> bool {
        let is_in_reach = actor.company_admin().is_ok_and(|admin| {
            let reach = admin.reach();
            reach.everything || self.company_id == reach.root || self.reseller_id == Some(reach.root)
        });
        is_in_reach || self.id == actor.person_id
    }
}
