//! Using a passkey: the question, and whether its answer is right.

use app::values::Problem;
use webauthn_rs::prelude::{PasskeyAuthentication, PublicKeyCredential};

use super::super::super::{Engine, Tx};
use super::super::Asked;
use super::question::{self, Purpose};
use super::{FORM, broken, json, refused, rows, webauthn};
use crate::failure::{Failure, Outcome};
use crate::house::House;

/// What the browser needs to use one of the person's keys (JSON). Refused at `form` where there is none.
pub(in super::super::super) async fn ask(engine: &Engine, asked: Asked<'_>) -> Outcome<String> {
    let webauthn = engine.webauthn()?;
    let mut tx = engine.db.begin().await?;
    let keys = rows::keys(&mut *tx, asked.person_id).await?;
    if keys.is_empty() {
        return Err(Failure::field(FORM, Problem::NoPasskey));
    }
    let (options, state) = webauthn.start_passkey_authentication(&keys).map_err(|error| broken(&error))?;
    question::put(&mut tx, &engine.house, asked, Purpose::Prove, &state).await?;
    tx.commit().await?;
    json(&options.public_key)
}

/// Uses the question up and notes the use. The key may have been removed, or used elsewhere, since the question was
/// put: it counts as it is stored now.
pub(in super::super) async fn accept(tx: &mut Tx, house: &House, asked: Asked<'_>, answer: &str) -> Outcome<()> {
    let answer: PublicKeyCredential = serde_json::from_str(answer).map_err(|_| refused())?;
    let state: Option<PasskeyAuthentication> = question::take(tx, house, asked, Purpose::Prove).await?;
    let state = state.ok_or_else(refused)?;
    let result = webauthn(house)?.finish_passkey_authentication(&answer, &state).map_err(|_| refused())?;
    let row = rows::lock(tx, asked.person_id, result.cred_id()).await?.ok_or_else(refused)?;
    let counter = i64::from(result.counter());
    // A copy of the key counts from where it was copied (WebAuthn Level 3, 7.2, 22). Zero: it does not count.
    if (counter > 0 || row.counter > 0) && counter <= row.counter {
        tracing::warn!(passkey = row.id, "a passkey's counter went back");
        return Err(refused());
    }
    let mut key = row.key()?;
    key.update_credential(&result);
    rows::note_use(tx, &row.id, &key, counter, house.now()).await
}
