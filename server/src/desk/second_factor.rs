//! The second factor: codes from the person's own device, and recovery codes for when it is lost.

#[path = "second_factor/accept.rs"]
mod accept;
#[path = "second_factor/recovery.rs"]
mod recovery;
#[path = "second_factor/set_up.rs"]
mod set_up;

use app::people::SecondFactor;

pub(super) use accept::{accept, is_on, note_try};
pub(super) use set_up::{begin, confirm, renew_recovery_codes, stop};

use super::{Engine, Tx};
use crate::failure::Outcome;

/// The field in which a form brings the code.
pub(super) const FIELD: &str = "code";

/// Whether the person's sign-in asks for a code.
pub(super) async fn state(engine: &Engine, person_id: i64) -> Outcome<SecondFactor> {
    let codes_left: Option<i64> = sqlx::query_scalar(
        "SELECT (SELECT COUNT(*) FROM recovery_code WHERE recovery_code.person_id = second_factor.person_id) \
         FROM second_factor \
         WHERE person_id = $1 \
           AND confirmed_at IS NOT NULL",
    )
    .bind(person_id)
    .fetch_optional(&engine.db.reads)
    .await?;
    Ok(codes_left.map_or(SecondFactor::Off, |left| SecondFactor::On { codes_left: u32::try_from(left).unwrap_or(0) }))
}

/// The person signs in by the password alone from now on.
pub(super) async fn forget_all(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    set_up::forget(tx, person_id).await
}
