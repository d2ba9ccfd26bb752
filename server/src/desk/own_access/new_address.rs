//! A new sign-in address that somebody asks for, for themselves or for a person whom they administer.

use app::fields::{self, Fields};
use app::values::{Email, HOUR_MS, Invalid};

use super::super::actor::Actor;
use super::super::attempts::{self, Limit};
use super::super::people::{self, taken};
use super::super::second_factor::{self, Tried};
use super::super::{Engine, Tx};
use super::email::lock_asked;
use super::reauthenticate::{FIELD, Reassured, reauthenticate};
use crate::failure::Outcome;
use crate::store::Visit;

/// Letters to addresses of one's own choosing.
const ASKED: Limit = Limit { action: "email_change", most: 10, window_ms: HOUR_MS };

/// The address, and what shows that whoever asks is who they seem: the password, and the second factor where there is
/// one.
pub(in super::super) struct NewAddress<'a> {
    email: Email,
    reassured: Reassured,
    tried: Option<Tried<'a>>,
}

/// The transaction in which the address may be asked for: it is free, and the asker has proven to be who they are.
pub(in super::super) struct Admitted {
    pub(in super::super) tx: Tx,
    pub(in super::super) email: Email,
    pub(in super::super) reassured: Reassured,
}

impl<'a> NewAddress<'a> {
    /// Fields: `email`, `current_password`, and `code` or `passkey` where the asker has a second factor.
    pub(in super::super) async fn read(engine: &Engine, asker: &'a Actor, fields: &'a Fields) -> Outcome<Self> {
        let mut invalid = fields::unknown(fields, &[FIELD, second_factor::CODE, second_factor::PASSKEY, "email"]);
        let email = invalid.check("email", Email::parse(fields::text(fields, "email")));
        let email = match email {
            Some(email) if invalid.is_empty() => email,
            _ => return Err(Invalid::into(invalid)),
        };
        let reassured = reauthenticate(engine, asker, fields).await?;
        let tried = second_factor::note_try_if_on(engine, asker, fields).await?;
        Ok(Self { email, reassured, tried })
    }

    /// `person_id`: whose address it is to be.
    pub(in super::super) async fn admit(
        self,
        engine: &Engine,
        asker: &Actor,
        visit: &Visit,
        person_id: i64,
    ) -> Outcome<Admitted> {
        let (now, subject) = (engine.house.now(), asker.person_id.to_string());
        let mut tx = engine.db.begin().await?;
        taken::check(&mut tx, asker, now).await?;
        attempts::check(&mut tx, ASKED, &subject, now).await?;
        // Changes before people, like whoever follows a link of one.
        lock_asked(&mut tx, person_id).await?;
        people::lock_both(&mut tx, asker, person_id).await?;
        self.reassured.still_holds(&mut tx, asker).await?;
        if let Some(holder) = taken::holder(&mut tx, &self.email, now).await? {
            // What was brought is neither right nor wrong: nobody has looked at it.
            if let Some(tried) = &self.tried {
                tried.take_back(&mut tx).await?;
            }
            return Err(taken::refusal(tx, asker, holder, now).await?);
        }
        second_factor::accept_if_on(&mut tx, engine, visit, asker, self.tried.as_ref()).await?;
        attempts::record(&mut tx, ASKED, &subject, now).await?;
        Ok(Admitted { tx, email: self.email, reassured: self.reassured })
    }
}
