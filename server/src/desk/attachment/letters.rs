//! The letters of a request: that it has come, that it is done, declined or withdrawn.

use app::values::Lang;

use super::super::Tx;
use super::super::actor::Actor;
use super::super::outbox::{self, Addressee, Recipient};
use super::pending::Pending;
use super::request::Wish;
use super::side::Side;
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;
use crate::store::Visit;

/// To the requester: the number.
pub(super) async fn received(
    tx: &mut Tx,
    house: &House,
    visit: &Visit,
    number: i64,
    wish: &Wish,
    actor: &Actor,
) -> Outcome<()> {
    let letter = Letter::RequestReceived {
        number,
        reseller_id: wish.reseller_id.into(),
        company_id: wish.company_id.into(),
        comment: wish.comment.clone(),
    };
    let lang = Lang::chosen_or(actor.language.as_deref(), visit.lang);
    outbox::enqueue(tx, house, &actor.email, lang, &letter).await?;
    Ok(())
}

/// To every active operator: who asks for what.
pub(super) async fn needs_operators(
    tx: &mut Tx,
    house: &House,
    visit: &Visit,
    number: i64,
    wish: &Wish,
    actor: &Actor,
) -> Outcome<()> {
    let company: String = sqlx::query_scalar("SELECT name FROM company WHERE id = $1")
        .bind(actor.company_id)
        .fetch_one(&mut **tx)
        .await?;
    let letter = Letter::RequestNeedsYou {
        number,
        reseller_id: wish.reseller_id.into(),
        company_id: wish.company_id.into(),
        requested_by: format!("{}, {company}", actor.full_name),
        comment: wish.comment.clone(),
    };
    let operators = outbox::operators(tx, visit.lang).await?;
    outbox::enqueue_for(tx, house, operators, &letter).await
}

/// To the administrators of both companies, the times in the zone of each.
pub(super) async fn completed(
    tx: &mut Tx,
    house: &House,
    visit: &Visit,
    reseller: &Side,
    company: &Side,
) -> Outcome<()> {
    for side in [reseller, company] {
        let letter = completion(house, reseller, company, &side.time_zone);
        let administrators = outbox::administrators(tx, side.id, visit.lang).await?;
        outbox::enqueue_for(tx, house, administrators, &letter).await?;
    }
    Ok(())
}

/// Nothing has changed, so nobody but the requester is told.
pub(super) async fn already_attached(
    tx: &mut Tx,
    house: &House,
    visit: &Visit,
    pending: &Pending,
    reseller: &Side,
    company: &Side,
) -> Outcome<()> {
    let letter = Letter::AlreadyAttached {
        number: pending.id,
        company: company.name.clone(),
        reseller_id: reseller.id,
        company_id: company.id,
        reseller: reseller.name.clone(),
    };
    to_requester(tx, house, visit, pending, &letter).await
}

/// To the requester: the operator's reason.
pub(super) async fn declined(
    tx: &mut Tx,
    house: &House,
    visit: &Visit,
    pending: &Pending,
    reason: &str,
) -> Outcome<()> {
    let letter = Letter::RequestDeclined {
        number: pending.id,
        reseller_id: pending.reseller_id,
        company_id: pending.company_id,
        reason: reason.to_owned(),
    };
    to_requester(tx, house, visit, pending, &letter).await
}

/// To the requester, who may be told of a colleague's doing.
pub(super) async fn withdrawn(
    tx: &mut Tx,
    house: &House,
    visit: &Visit,
    pending: &Pending,
    actor: &Actor,
) -> Outcome<()> {
    let letter = Letter::RequestWithdrawn {
        number: pending.id,
        reseller_id: pending.reseller_id,
        company_id: pending.company_id,
        by: actor.full_name.clone(),
    };
    to_requester(tx, house, visit, pending, &letter).await
}

fn completion(house: &House, reseller: &Side, company: &Side, zone: &str) -> Letter {
    Letter::RequestCompleted {
        company: company.name.clone(),
        company_id: company.id,
        reseller: reseller.name.clone(),
        since: house.now(),
        zone: zone.to_owned(),
    }
}

async fn to_requester(tx: &mut Tx, house: &House, visit: &Visit, pending: &Pending, letter: &Letter) -> Outcome<()> {
    let requester: Option<Addressee> = sqlx::query_as(
        "SELECT email, language \
         FROM person \
         WHERE id = $1 \
           AND state = 'active'",
    )
    .bind(pending.requested_by)
    .fetch_optional(&mut **tx)
    .await?;
    let requester = requester.map(|person| Recipient::of(person, visit.lang)).into_iter().collect();
    outbox::enqueue_for(tx, house, requester, letter).await
}
