//! An open page learns within seconds that its session is over, and goes to the sign-in page.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::error::ApiError;
use crate::people::person_door::still_signed_in;
use crate::ui::browser::{go_to, has_open_dialog};
use crate::ui::use_sign_in_href;

/// Well within the ten seconds in which a page is to notice.
const EVERY: Duration = Duration::from_secs(8);

/// Looks while the page is in sight, and when it comes into sight again; looking is no use of the session. The frame
/// does it once.
pub fn watch_session() {
    let sign_in = use_sign_in_href();
    Effect::new(move |_| {
        let peek = move || spawn_local(look(sign_in));
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

/// What stands in an open dialog would go with the page: it says so itself once it is sent, and the page goes after it.
async fn look(sign_in: impl Fn() -> String) {
    if document().hidden() {
        return;
    }
    let has_ended = matches!(still_signed_in().await, Err(ApiError::Unauthenticated));
    if has_ended && !has_open_dialog() {
        go_to(&sign_in());
    }
}
