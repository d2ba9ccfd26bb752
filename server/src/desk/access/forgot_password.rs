//! A forgotten password: a letter where there is somebody to write to, and the same answer where there is not.

use std::time::Duration;

use app::fields::{self, Fields};
use app::values::{Email, Lang};

use super::super::attempts::{self, Limit};
use super::super::links::{self, Purpose};
use super::super::{Engine, Tx, outbox};
use crate::clock::random_id;
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;
use crate::store::Visit;

const HOUR_MS: i64 = 60 * 60 * 1000;
const PER_ACCOUNT: Limit = Limit { action: "forgot_account", most: 3, window_ms: HOUR_MS };
const PER_ADDRESS: Limit = Limit { action: "forgot_address", most: 20, window_ms: HOUR_MS };
/// No answer comes sooner: writing a letter takes less, so its time does not show.
const SAME_TIME: Duration = Duration::from_millis(100);

#[derive(sqlx::FromRow)]
struct Account {
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

/// Writes to an active account a reset link, to an invited one its invitation again, to nobody else.
pub(in super::super) async fn forgot_password(engine: &Engine, visit: &Visit, fields: Fields) -> Outcome<()> {
    let mut invalid = fields::unknown(&fields, &["email"]);
    let email = invalid.check("email", Email::parse(fields::text(&fields, "email")));
    invalid.into_result()?;
    let Some(key) = email.map(|email| email.normalized()) else { return Ok(()) };
    let (answer, ()) = tokio::join!(answer(engine, visit, &key), tokio::time::sleep(SAME_TIME));
    answer
}

async fn answer(engine: &Engine, visit: &Visit, key: &str) -> Outcome<()> {
    let house = &*engine.house;
    let (now, address) = (house.now(), attempts::network(visit.address));
    let mut tx = engine.db.begin().await?;
    attempts::check(&mut tx, PER_ADDRESS, &address, now).await?;
    attempts::record(&mut tx, PER_ADDRESS, &address, now).await?;
    // Kept quiet: a limit that only known accounts reach would tell which are known.
    if attempts::wait(&mut tx, PER_ACCOUNT, key, now).await?.is_none() {
        attempts::record(&mut tx, PER_ACCOUNT, key, now).await?;
        if let Some(account) = find(&mut tx, key).await? {
            write(&mut tx, house, visit, &account, now).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

async fn find(tx: &mut Tx, key: &str) -> Outcome<Option<Account>> {
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

async fn write(tx: &mut Tx, house: &House, visit: &Visit, account: &Account, now: i64) -> Outcome<()> {
    let purpose = account.purpose();
    let letter_id = random_id(&*house.chance);
    let token = links::issue(tx, house, account.id, purpose, now, &letter_id).await?;
    let letter = account.letter(purpose, token.as_str().to_owned(), now, visit);
    let lang = account.language.as_deref().and_then(Lang::parse).unwrap_or(visit.lang);
    outbox::enqueue_as(tx, house, &letter_id, &account.email, lang, &letter).await
}

impl Account {
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
