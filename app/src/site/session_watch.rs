//! An open page learns within seconds that its session is over, and goes to the sign-in page; and that it no longer shows
//! what its session sees, and loads itself anew.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::frame::use_me;
use crate::error::ApiError;
use crate::people::person_door::still_signed_in;
use crate::ui::browser::{go_to, has_open_dialog, has_typed, reload};
use crate::ui::{use_sign_in_href, use_toasts};
use crate::words::access::session_is_over;

/// Well within the ten seconds in which a page is to notice.
const EVERY: Duration = Duration::from_secs(8);

/// So long after a refusal it looks once more: while another tab's form is just giving the session a new token, what was
/// asked with the old one is refused.
const ONCE_MORE_AFTER: Duration = Duration::from_secs(1);

/// Looks while the page is in sight, and when it comes into sight again; looking is no use of the session. The frame
/// does it once.
pub fn watch_session() {
    let (sign_in, toasts) = (use_sign_in_href(), use_toasts());
    let viewing = use_me().with_untracked(|me| me.viewing.as_ref().map(|viewing| viewing.id.clone()));
    let (viewing, has_told) = (StoredValue::new(viewing), StoredValue::new(false));
    // What was typed would go with the page: it says so once, and stays.
    let over = move || {
        if !has_open_dialog() && !has_typed() {
            go_to(&sign_in());
        } else if has_told.try_get_value() == Some(false) {
            has_told.set_value(true);
            toasts.say(session_is_over);
        }
    };
    let once_more = move || async move {
        if still_signed_in().await == Err(ApiError::Unauthenticated) {
            over();
        }
    };
    let look = move || async move {
        if document().hidden() {
            return;
        }
        match still_signed_in().await {
            Err(ApiError::Unauthenticated) => set_timeout(move || spawn_local(once_more()), ONCE_MORE_AFTER),
            // Another window has left the look, or begun one: what this one shows is not its session's any more.
            Ok(now) if viewing.try_get_value().is_some_and(|viewing| viewing != now) => {
                if now.is_none() || !has_typed() {
                    reload();
                }
            }
            _ => {}
        }
    };
    Effect::new(move |_| {
        let peek = move || spawn_local(look());
        let ticking = set_interval_with_handle(peek, EVERY);
        let listening = window_event_listener(ev::visibilitychange, move |_| peek());
        on_cleanup(move || {
            if let Ok(ticking) = ticking {
                ticking.clear();
            }
            listening.remove();
        });
    });
}
