//! An account as the letter that lets somebody in needs it: which link, in which letter.

use app::values::{Email, Lang};

use super::super::links::{self, Purpose};
use super::super::{Tx, outbox};
use crate::clock::random_id;
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;
use crate::store::Visit;

#[derive(sqlx::FromRow)]
pub(in super::super) struct Account {
    id: i64,
    email: String,
    language: Option<String>,
    state: String,
    inviter: Option<String>,
    company: String,
    zone: String,
    confirmed_at: Option<i64>,
    reseller: Option<String>,
}

/// The account of an address; none for one that is blocked.
pub(in super::super) async fn account(tx: &mut Tx, email: &str) -> Outcome<Option<Account>> {
    let key = Email::parse(email).map(|email| email.normalized()).unwrap_or_default();
    let account = sqlx::query_as(
        "SELECT person.id, person.email, person.language, person.state, inviter.full_name AS inviter, \
                company.name AS company, company.time_zone AS zone, company.confirmed_at, reseller.name AS reseller \
         FROM person \
         JOIN company ON company.id = person.company_id \
         LEFT JOIN company AS reseller ON reseller.id = company.reseller_id \
         LEFT JOIN person AS inviter ON inviter.id = person.invited_by \
         WHERE person.email_key = $1 \
           AND person.state <> 'blocked'",
    )
    .bind(key)
    .fetch_optional(&mut **tx)
    .await?;
    Ok(account)
}

impl Account {
    /// Writes to an active account a reset link, to an invited one its invitation.
    pub(in super::super) async fn write(&self, tx: &mut Tx, house: &House, visit: &Visit) -> Outcome<()> {
        let (purpose, now, letter_id) = (self.purpose(), house.now(), random_id(&*house.chance));
        let token = links::issue(tx, house, self.id, purpose, now, &letter_id).await?;
        let letter = self.letter(purpose, token.as_str().to_owned(), now, visit);
        let lang = Lang::chosen_or(self.language.as_deref(), visit.lang);
        outbox::enqueue_as(tx, house, &letter_id, &self.email, lang, &letter).await
    }

    fn purpose(&self) -> Purpose {
        if self.state == "active" {
            Purpose::Reset
        } else if self.confirmed_at.is_none() && self.inviter.is_none() {
            Purpose::Registration
        } else {
            Purpose::Invitation
        }
    }

    fn letter(&self, purpose: Purpose, token: String, now: i64, visit: &Visit) -> Letter {
        let (login, zone, valid_until) = (self.email.clone(), self.zone.clone(), purpose.valid_until(now));
        let company = self.company.clone();
        match purpose {
            Purpose::Reset => {
                Letter::Reset { login, token, valid_until, asked_at: now, address: visit.address.to_string(), zone }
            }
            Purpose::Registration => {
                let reseller = self.reseller.clone().unwrap_or_default();
                Letter::ConfirmRegistration { company, reseller, login, token, valid_until, zone }
            }
            Purpose::Invitation => {
                let registered_by = self.inviter.clone().unwrap_or_else(|| self.company.clone());
                Letter::Invitation { company, registered_by, login, token, valid_until, zone }
            }
        }
    }
}
