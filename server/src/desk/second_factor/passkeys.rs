//! Passkeys (`WebAuthn`): adding, using and removing one. The library holds an answer against its question; that a
//! question is answered once, in time and where it was put, is the table's business.

#[path = "passkeys/add.rs"]
mod add;
#[path = "passkeys/question.rs"]
mod question;
#[path = "passkeys/remove.rs"]
mod remove;
#[path = "passkeys/rows.rs"]
mod rows;
#[path = "passkeys/using.rs"]
mod using;

pub(in super::super) use add::{add, begin};
pub(in super::super) use question::void_questions;
pub(in super::super) use remove::remove;
pub(in super::super) use rows::of_person;
pub(super) use using::accept;
pub(in super::super) use using::ask;

use app::values::Problem;
use serde::Serialize;
use webauthn_rs::prelude::{Webauthn, WebauthnError};

use super::super::Engine;
use crate::failure::{Failure, Outcome};
use crate::house::House;

/// Refusals are of the form as a whole: nobody has typed them.
const FORM: &str = "form";

fn webauthn(house: &House) -> Outcome<&Webauthn> {
    house.passkeys.as_ref().ok_or_else(|| Failure::field(FORM, Problem::PasskeysUnsupported))
}

/// Whatever does not fit: the answer, its origin, its time, its key.
fn refused() -> Failure {
    Failure::field(FORM, Problem::PasskeyRefused)
}

/// What only an impossible request of our own brings.
fn broken(error: &WebauthnError) -> Failure {
    Failure::Broken(format!("passkey: {error:?}"))
}

/// JSON of the library's own values.
fn json(value: &impl Serialize) -> Outcome<String> {
    serde_json::to_string(value).map_err(|error| Failure::Broken(format!("passkey: {error}")))
}

impl Engine {
    /// Whether this installation's address is one that passkeys can be bound to.
    fn webauthn(&self) -> Outcome<&Webauthn> {
        webauthn(&self.house)
    }
}
