//! The second step of signing in, for whoever has a second factor.

use app::fields::{self, Fields};
use app::values::Problem;

use super::super::second_factor::{self, Asked};
use super::super::{Engine, Tx};
use super::{let_in, pending};
use crate::clock::Token;
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

/// Begins the session that a right password has asked for. Fields: `code`, of the app or a recovery code, or `passkey`.
/// Refused at `code` or `form`, there as [`Problem::SignInTooLate`] when nothing awaits a code any more.
pub(in super::super) async fn enter_code(engine: &Engine, visit: &Visit, fields: Fields) -> Outcome<()> {
    fields::unknown(&fields, &[second_factor::CODE, second_factor::PASSKEY]).into_result()?;
    let (token, person_id) = awaited(engine, visit).await?;
    let holder = token.hash();
    let tried = second_factor::note_try(engine, Asked { person_id, holder: &holder }, &fields).await?;
    let mut tx = engine.db.begin().await?;
    let language = lock_active(&mut tx, person_id).await?.ok_or_else(too_late)?;
    if !pending::end(&mut tx, &token).await? {
        return Err(too_late());
    }
    second_factor::accept(&mut tx, &engine.house, visit, &tried).await?;
    let pass = let_in::for_good(&mut tx, engine, visit, person_id).await?;
    tx.commit().await?;
    pass.hand_over(&visit.cookies);
    visit.cookies.clear_pending();
    if let Some(language) = language {
        visit.cookies.set_lang(&language);
    }
    Ok(())
}

/// What the browser needs to use a passkey of whoever has given the password.
pub(in super::super) async fn ask_passkey(engine: &Engine, visit: &Visit) -> Outcome<String> {
    let (token, person_id) = awaited(engine, visit).await?;
    second_factor::ask_passkey(engine, Asked { person_id, holder: &token.hash() }).await
}

/// Whose second factor this browser's sign-in awaits.
async fn awaited(engine: &Engine, visit: &Visit) -> Outcome<(Token, i64)> {
    let token = Token::presented(visit.cookies.pending().ok_or_else(too_late)?);
    let person_id = pending::find(engine, &token).await?.ok_or_else(too_late)?;
    Ok((token, person_id))
}

/// The language of the profile, if the account is still open.
async fn lock_active(tx: &mut Tx, person_id: i64) -> Outcome<Option<Option<String>>> {
    let found =
        sqlx::query_scalar(concat!("SELECT language FROM person WHERE id = $1 AND state = 'active'", for_update!()))
            .bind(person_id)
            .fetch_optional(&mut **tx)
            .await?;
    Ok(found)
}

fn too_late() -> Failure {
    Failure::field("form", Problem::SignInTooLate)
}
