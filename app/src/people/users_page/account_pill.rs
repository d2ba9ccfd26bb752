//! Where an account stands, as a pill: silent when all is well.

use leptos::prelude::*;

use crate::people::AccountState;
use crate::site::use_lang;
use crate::ui::{date_and_time, day};
use crate::values::Lang;
use crate::words::people as words;

/// The state of the reader's clock, and the zone that times are told in.
#[derive(Clone, Copy)]
pub struct Time {
    /// Unix milliseconds by the browser's clock; unknown until the page is awake.
    pub now: RwSignal<Option<i64>>,
    /// Minutes east of UTC.
    pub offset: i16,
}

#[component]
pub fn AccountPill(state: AccountState, time: Time) -> impl IntoView {
    let lang = use_lang();
    let is_expired = move || match state {
        AccountState::Invited { link_until } => link_until <= time.now.get().unwrap_or_default(),
        _ => false,
    };
    let class = move || match state {
        AccountState::Active => "pill",
        AccountState::Invited { .. } if !is_expired() => "pill w",
        _ => "pill x",
    };
    let until = match state {
        AccountState::Invited { link_until } if link_until > 0 => Some(link_until),
        _ => None,
    };
    view! {
        <span class=class title=move || until.map(|at| date_and_time(at, time.offset, lang.get()))>
            {move || text(state, is_expired(), time.offset, lang.get())}
        </span>
    }
}

fn text(state: AccountState, is_expired: bool, offset: i16, lang: Lang) -> String {
    match state {
        AccountState::Active => words::active(lang).to_owned(),
        AccountState::Blocked => words::blocked(lang).to_owned(),
        AccountState::Undelivered => words::undelivered(lang).to_owned(),
        AccountState::Invited { .. } if is_expired => words::expired(lang).to_owned(),
        AccountState::Invited { link_until } => words::invited_until(&day(link_until, offset, lang), lang),
    }
}
