//! The letters of a registration: to the registrant, to an address that is known, to the reseller.

use app::values::Lang;

use super::super::links::{self, Purpose};
use super::super::{Tx, outbox};
use super::Holder;
use super::entry::Entry;
use crate::clock::random_id;
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;
use crate::store::Visit;

/// To the registrant: the link that confirms.
pub(super) async fn confirm(
    tx: &mut Tx,
    house: &House,
    visit: &Visit,
    reseller: &str,
    entry: &Entry,
    person_id: i64,
) -> Outcome<()> {
    let (now, letter_id) = (house.now(), random_id(&*house.chance));
    let token = links::issue(tx, house, person_id, Purpose::Registration, now, &letter_id).await?;
    let letter = Letter::ConfirmRegistration {
        company: entry.name.to_string(),
        reseller: reseller.to_owned(),
        login: entry.email.to_string(),
        token: token.as_str().to_owned(),
        valid_until: Purpose::Registration.valid_until(now),
        zone: entry.time_zone.to_string(),
    };
    outbox::enqueue_as(tx, house, &letter_id, entry.email.as_str(), visit.lang, &letter).await
}

/// To the holder of the address, who may not be who typed it: nothing of what was typed. Who is blocked gets none.
pub(super) async fn already_registered(tx: &mut Tx, house: &House, visit: &Visit, holder: &Holder) -> Outcome<()> {
    if holder.state == "blocked" {
        return Ok(());
    }
    let lang = Lang::chosen_or(holder.language.as_deref(), visit.lang);
    let letter = Letter::AlreadyRegistered { login: holder.email.clone() };
    outbox::enqueue(tx, house, &holder.email, lang, &letter).await?;
    Ok(())
}

/// To the reseller's administrators.
pub(super) async fn new_affiliate(
    tx: &mut Tx,
    house: &House,
    visit: &Visit,
    reseller_id: i64,
    entry: &Entry,
    company_id: i64,
) -> Outcome<()> {
    let letter = Letter::NewAffiliate {
        company: entry.name.to_string(),
        company_id,
        inn: entry.inn().to_owned(),
        full_name: entry.full_name.to_string(),
        email: entry.email.to_string(),
        phone: entry.phone.shown(),
    };
    let administrators = outbox::administrators(tx, reseller_id, visit.lang).await?;
    outbox::enqueue_for(tx, house, administrators, &letter).await
}
