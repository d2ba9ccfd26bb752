//! Signing in by e-mail and password. Whatever is wrong, the answer and its time are the same.

use app::fields::{self, Fields};
use app::people::Entry;
use app::values::{Email, MINUTE_MS, Problem};

use super::super::attempts::{self, Limit, Noted};
use super::super::{Engine, Tx};
use super::let_in::{self, Admission};
use crate::clock::Token;
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

const WINDOW_MS: i64 = 15 * MINUTE_MS;
const PER_ACCOUNT: Limit = Limit { action: "sign_in_account", most: 10, window_ms: WINDOW_MS };
const PER_ADDRESS: Limit = Limit { action: "sign_in_address", most: 10, window_ms: WINDOW_MS };

#[derive(sqlx::FromRow)]
struct Account {
    id: i64,
    state: String,
    password_hash: Option<String>,
    language: Option<String>,
}

impl Account {
    /// Nothing for those who may not sign in: they are then checked like nobody.
    fn usable_hash(&self) -> Option<&str> {
        self.password_hash.as_deref().filter(|_| self.state == "active")
    }
}

/// Begins a session, or asks for the code of the second factor, or refuses: [`Problem::SignInFailed`] at `form`, or too many failures.
pub(in super::super) async fn sign_in(engine: &Engine, visit: &Visit, fields: Fields) -> Outcome<Entry> {
    let (email, password) = credentials(&fields)?;
    let key = email.normalized();
    let tries = note_try(engine, visit, &key).await?;
    let account = find(engine, &key).await?;
    let stored = account.as_ref().and_then(Account::usable_hash);
    let is_right = engine.house.passwords.is_right(password, stored).await?;
    let Some(account) = account.filter(|_| is_right) else {
        return Err(refusal());
    };
    let entry = admit(engine, visit, &account, &tries).await?.hand_over(&visit.cookies);
    if let Some(language) = account.language.filter(|_| entry == Entry::SignedIn) {
        visit.cookies.set_lang(&language);
    }
    Ok(entry)
}

fn credentials(fields: &Fields) -> Outcome<(Email, &str)> {
    let mut invalid = fields::unknown(fields, &["email", "password"]);
    let email = invalid.check("email", Email::parse(fields::text(fields, "email")));
    let password = fields::text(fields, "password");
    if password.is_empty() {
        invalid.add("password", Problem::Required);
    }
    match email {
        Some(email) if invalid.is_empty() => Ok((email, password)),
        _ => Err(invalid.into()),
    }
}

/// Counts the try before the password is looked at, so that tries made at the same time are counted too.
async fn note_try(engine: &Engine, visit: &Visit, key: &str) -> Outcome<[Noted; 2]> {
    let now = engine.house.now();
    let address = attempts::network(visit.address);
    let mut tx = engine.db.begin().await?;
    attempts::check(&mut tx, PER_ADDRESS, &address, now).await?;
    let account = account_subject(&mut tx, visit, key).await?;
    attempts::check(&mut tx, PER_ACCOUNT, &account, now).await?;
    let tries = [
        attempts::record(&mut tx, PER_ADDRESS, &address, now).await?,
        attempts::record(&mut tx, PER_ACCOUNT, &account, now).await?,
    ];
    tx.commit().await?;
    Ok(tries)
}

/// A device that the person has signed in from has tries of its own: strangers cannot use those up.
async fn account_subject(tx: &mut Tx, visit: &Visit, key: &str) -> Outcome<String> {
    let Some(device) = visit.cookies.device().map(|device| Token::presented(device).hash()) else {
        return Ok(key.to_owned());
    };
    let is_known: bool = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 \
                        FROM known_device \
                        JOIN person ON person.id = known_device.person_id \
                        WHERE known_device.token_hash = $1 \
                          AND person.email_key = $2)",
    )
    .bind(&device)
    .bind(key)
    .fetch_one(&mut **tx)
    .await?;
    Ok(if is_known { format!("{key} {device}") } else { key.to_owned() })
}

async fn find(engine: &Engine, key: &str) -> Outcome<Option<Account>> {
    let account = sqlx::query_as(
        "SELECT id, state, password_hash, language \
         FROM person \
         WHERE email_key = $1",
    )
    .bind(key)
    .fetch_optional(&engine.db.reads)
    .await?;
    Ok(account)
}

/// The password was right. Nothing may have changed about the account while it was being checked.
async fn admit(engine: &Engine, visit: &Visit, account: &Account, tries: &[Noted]) -> Outcome<Admission> {
    let mut tx = engine.db.begin().await?;
    let unchanged: Option<i64> = sqlx::query_scalar(concat!(
        "SELECT id \
         FROM person \
         WHERE id = $1 \
           AND state = 'active' \
           AND password_hash = $2",
        for_update!()
    ))
    .bind(account.id)
    .bind(&account.password_hash)
    .fetch_optional(&mut *tx)
    .await?;
    unchanged.ok_or_else(refusal)?;
    for noted in tries {
        attempts::take_back(&mut tx, noted).await?;
    }
    let admission = let_in::by_password(&mut tx, engine, visit, account.id).await?;
    tx.commit().await?;
    Ok(admission)
}

fn refusal() -> Failure {
    Failure::field("form", Problem::SignInFailed)
}
