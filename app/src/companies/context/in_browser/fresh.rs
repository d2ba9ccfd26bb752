//! The whole list, as it is now: asked for on entry, when the window is looked at again, and after a save.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::CompaniesContext;
use crate::companies::download::refresh_shelf;
use crate::companies::live::{Live, shelved};
use crate::error::ApiError;
use crate::people::SET_UP_PATH;
use crate::ui::browser::{go_to, has_open_dialog};
use crate::ui::list_address;

/// One download at a time; a wish during one is granted after it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Freshness {
    #[default]
    Idle,
    Loading,
    LoadingThenAgain,
}

impl CompaniesContext {
    /// Asks the server whether the list has changed, and shows the changes.
    pub fn refresh(self) {
        let freshness = self.browser.freshness;
        match freshness.try_get_value() {
            None => {} // The person went to another page.
            Some(Freshness::Idle) => {
                freshness.set_value(Freshness::Loading);
                spawn_local(self.load());
            }
            Some(_) => freshness.set_value(Freshness::LoadingThenAgain),
        }
    }

    async fn load(self) {
        loop {
            let loaded = self.load_once().await;
            if self.browser.freshness.try_get_value().is_none() {
                return; // The person went to another page; what was loaded is on the shelf.
            }
            let is_wanted_again = self.browser.freshness.get_value() == Freshness::LoadingThenAgain;
            match loaded {
                Ok(()) => self.failure.set(None),
                // What stands in an open form would go with the page.
                Err(ApiError::Unauthenticated) if !has_open_dialog() => return sign_in_again(),
                Err(error) if error.asks_for_second_factor() && !has_open_dialog() => return go_to(SET_UP_PATH),
                Err(error) => self.failure.set(Some(error)),
            }
            if !is_wanted_again {
                return self.browser.freshness.set_value(Freshness::Idle);
            }
            self.browser.freshness.set_value(Freshness::Loading);
        }
    }

    async fn load_once(self) -> Result<(), ApiError> {
        let own = self.browser.own();
        refresh_shelf(own).await?;
        let is_here = self.browser.live.try_with_value(|_| ()).is_some();
        if let Some(kept) = shelved(own).filter(|_| is_here) {
            self.browser.with_live(|live: &mut Live| live.use_book(kept.book));
            self.show();
        }
        Ok(())
    }
}

/// The session has ended: back to this list after signing in.
fn sign_in_again() {
    let here = location().pathname().unwrap_or_default() + &location().search().unwrap_or_default();
    let mut target = String::from("/sign-in?next=");
    list_address::encode(&here, &mut target);
    let _ = location().set_href(&target);
}
