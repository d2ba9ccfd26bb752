//! The letters that tell a person what happened to their own sign-in.

use app::error::ApiError;
use app::values::Lang;

use super::super::{Tx, outbox};
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;
use crate::mail::letter::{Change, Circumstances};
use crate::store::Visit;

/// Where a person's letters go, in which language, and in whose zone they tell the time.
#[derive(sqlx::FromRow)]
pub(in super::super) struct Addressee {
    pub(in super::super) email: String,
    language: Option<String>,
    zone: String,
}

impl Addressee {
    pub(in super::super) async fn find(tx: &mut Tx, person_id: i64) -> Outcome<Self> {
        let found = sqlx::query_as(
            "SELECT person.email, person.language, company.time_zone AS zone \
             FROM person \
             JOIN company ON company.id = person.company_id \
             WHERE person.id = $1",
        )
        .bind(person_id)
        .fetch_optional(&mut **tx)
        .await?;
        Ok(found.ok_or(ApiError::Missing)?)
    }

    /// The profile's language, or else that of the page that causes the letter.
    pub(in super::super) fn lang(&self, page: Lang) -> Lang {
        Lang::chosen_or(self.language.as_deref(), page)
    }

    /// What a letter says of the request that causes it.
    pub(in super::super) fn circumstances(&self, house: &House, visit: &Visit) -> Circumstances {
        Circumstances {
            at: house.now(),
            address: visit.address.to_string(),
            user_agent: visit.user_agent.clone(),
            zone: self.zone.clone(),
        }
    }
}

/// Tells the person that the sign-in details have changed.
pub(in super::super) async fn tell(
    tx: &mut Tx,
    house: &House,
    visit: &Visit,
    person_id: i64,
    change: Change,
) -> Outcome<()> {
    let person = Addressee::find(tx, person_id).await?;
    let circumstances = person.circumstances(house, visit);
    let letter = Letter::AccessChanged { login: person.email.clone(), change, circumstances };
    outbox::enqueue(tx, house, &person.email, person.lang(visit.lang), &letter).await?;
    Ok(())
}

/// Tells the person that somebody has signed in from a browser that was not known.
pub(in super::super) async fn tell_of_sign_in(
    tx: &mut Tx,
    house: &House,
    visit: &Visit,
    person_id: i64,
) -> Outcome<()> {
    let person = Addressee::find(tx, person_id).await?;
    let circumstances = person.circumstances(house, visit);
    let letter = Letter::NewSignIn { login: person.email.clone(), circumstances };
    outbox::enqueue(tx, house, &person.email, person.lang(visit.lang), &letter).await?;
    Ok(())
}
