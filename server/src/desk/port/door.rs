//! What anybody may do, without a session; and the way to a seat for whoever has one.

use std::sync::Arc;

use app::affiliates::Registrar;
use app::desk::{Desk, Entrance};
use app::error::ApiError;
use app::fields::Fields;
use app::people::{EmailLink, Entry};
use app::values::{Lang, Zones};
use async_trait::async_trait;

use super::super::viewing::{self, Eyes};
use super::super::{Engine, access, own_access, profile, registration, sessions};
use super::seat::{Seat, Viewer};
use crate::failure::Outcome;
use crate::store::{Answer, Visit};

/// One request's way in.
pub(super) struct Door {
    pub(super) engine: Arc<Engine>,
    pub(super) visit: Visit,
}

impl Door {
    fn answer<T>(&self, outcome: Outcome<T>) -> Answer<T> {
        outcome.map_err(|failure| failure.into_api(&*self.engine.house.chance))
    }
}

#[async_trait]
impl Entrance for Door {
    async fn desk(&self) -> Answer<Arc<dyn Desk>> {
        let actor = self.answer(sessions::find(&self.engine, &self.visit).await)?;
        let actor = actor.ok_or(ApiError::Unauthenticated)?;
        // Letters speak the language of the profile, whatever this browser would like.
        let mut visit = self.visit.clone();
        visit.lang = actor.language().unwrap_or(visit.lang);
        let eyes = match &actor.viewing_id {
            Some(id) => self.answer(viewing::resume(&self.engine, &visit, &actor, id).await)?,
            None => None,
        };
        let engine = Arc::clone(&self.engine);
        Ok(Arc::new(match eyes {
            None => Seat { engine, visit, actor, viewer: None },
            Some(Eyes { actor: viewed, viewing }) => Seat {
                engine: Arc::new(self.engine.for_looking()),
                visit,
                actor: viewed,
                viewer: Some(Viewer { engine, actor, viewing }),
            },
        }))
    }

    async fn sign_in(&self, fields: Fields) -> Answer<Entry> {
        self.answer(access::sign_in(&self.engine, &self.visit, fields).await)
    }

    async fn ask_passkey_sign_in(&self) -> Answer<String> {
        self.answer(access::ask_passkey(&self.engine, &self.visit).await)
    }

    async fn enter_code(&self, fields: Fields) -> Answer<()> {
        self.answer(access::enter_code(&self.engine, &self.visit, fields).await)
    }

    async fn forgot_password(&self, fields: Fields) -> Answer<()> {
        self.answer(access::forgot_password(&self.engine, &self.visit, fields).await)
    }

    async fn set_password(&self, fields: Fields) -> Answer<Entry> {
        self.answer(access::set_password(&self.engine, &self.visit, fields).await)
    }

    async fn link_works(&self, token: String) -> Answer<bool> {
        self.answer(access::link_works(&self.engine, &token).await)
    }

    async fn still_signed_in(&self) -> Answer<Option<String>> {
        let session = self.answer(sessions::peek(&self.engine, &self.visit).await)?;
        session.map(|session| session.viewing_id).ok_or(ApiError::Unauthenticated)
    }

    async fn ask_inviter(&self, token: String) -> Answer<()> {
        self.answer(access::ask_inviter(&self.engine, &self.visit, &token).await)
    }

    async fn registrar(&self) -> Answer<Registrar> {
        self.answer(registration::registrar(&self.engine, &self.visit).await)
    }

    async fn register(&self, fields: Fields) -> Answer<()> {
        self.answer(registration::register(&self.engine, &self.visit, fields).await)
    }

    async fn email_link(&self, token: String) -> Answer<EmailLink> {
        self.answer(own_access::email_link(&self.engine, &token).await)
    }

    async fn follow_email_link(&self, token: String) -> Answer<EmailLink> {
        self.answer(own_access::follow_email_link(&self.engine, &self.visit, &token).await)
    }

    async fn choose_language(&self, lang: Lang) -> Answer<()> {
        self.visit.cookies.set_lang(lang.as_str());
        match self.answer(sessions::find(&self.engine, &self.visit).await)? {
            Some(actor) => self.answer(profile::choose_language(&self.engine, &actor, lang).await),
            None => Ok(()),
        }
    }

    fn zones(&self) -> Arc<Zones> {
        self.engine.house.zones()
    }
}
