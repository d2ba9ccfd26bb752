//! The audit log: written in the transaction of what it tells, never changed, read part by part.

#[path = "audit/filter.rs"]
mod filter;
#[path = "audit/read.rs"]
mod read;

use app::audit::AuditKind;

pub(super) use read::read;

use super::Tx;
use super::actor::Actor;
use crate::clock::random_id;
use crate::failure::Outcome;
use crate::house::House;
use crate::store::Visit;

/// Something that somebody has just done. Never anything secret: no password, no token, no code.
#[derive(Clone, Copy)]
pub(super) struct Event<'a> {
    kind: AuditKind,
    actor: i64,
    /// The name of the actor's token, where it was done with one.
    token: Option<&'a str>,
    /// The actor's own where it is no other.
    company: Option<i64>,
    object: &'a str,
    user: Option<i64>,
    change: [&'a str; 2],
    reason: &'a str,
}

impl<'a> Event<'a> {
    /// By the user ID of whoever did it.
    pub(super) fn new(kind: AuditKind, actor: i64) -> Self {
        Self { kind, actor, token: None, company: None, object: "", user: None, change: [""; 2], reason: "" }
    }

    /// By somebody who may have come by a token.
    pub(super) fn by(kind: AuditKind, actor: &'a Actor) -> Self {
        Self { token: actor.token.as_deref(), ..Self::new(kind, actor.person_id) }
    }

    /// To which company it happened.
    pub(super) fn of_company(self, id: i64) -> Self {
        Self { company: Some(id), ..self }
    }

    /// To what of it.
    pub(super) fn about(self, object: &'a str) -> Self {
        Self { object, ..self }
    }

    /// To which user of it.
    pub(super) fn about_user(self, id: i64, email: &'a str) -> Self {
        Self { object: email, user: Some(id), ..self }
    }

    /// Concerning a user, where it is not them that it is about.
    pub(super) fn of_user(self, id: i64) -> Self {
        Self { user: Some(id), ..self }
    }

    pub(super) fn change(self, old: &'a str, new: &'a str) -> Self {
        Self { change: [old, new], ..self }
    }

    pub(super) fn because(self, reason: &'a str) -> Self {
        Self { reason, ..self }
    }

    pub(super) async fn record(self, tx: &mut Tx, house: &House, visit: &Visit) -> Outcome<()> {
        let [old, new] = self.change;
        sqlx::query(
            "INSERT INTO audit_event (id, at, kind, actor_id, actor_name, actor_company_id, company_id, object, \
                                      old_value, new_value, reason, address, request_id, user_id, token) \
             SELECT $1, $2, $3, person.id, person.full_name, person.company_id, COALESCE($4, person.company_id), $5, \
                    $6, $7, $8, $9, $10, $11, $12 \
             FROM person \
             WHERE person.id = $13",
        )
        .bind(random_id(&*house.chance))
        .bind(house.now())
        .bind(self.kind.as_str())
        .bind(self.company)
        .bind(self.object)
        .bind(old)
        .bind(new)
        .bind(self.reason)
        .bind(if visit.address.is_unspecified() { String::new() } else { visit.address.to_string() })
        .bind(&visit.request_id)
        .bind(self.user)
        .bind(self.token)
        .bind(self.actor)
        .execute(&mut **tx)
        .await?;
        Ok(())
    }
}
