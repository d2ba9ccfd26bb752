//! The way to the sign-in page, which leads back to the page at hand.

use leptos_router::hooks::use_location;
use leptos_router::location::Url;

use leptos::prelude::*;

/// `/sign-in?next=…` for where the person is when it is asked.
pub fn use_sign_in_href() -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let location = use_location();
    let (path, search) = (location.pathname, location.search);
    move || {
        let (path, search) = (path.get_untracked(), search.get_untracked());
        let mark = if search.is_empty() { "" } else { "?" };
        format!("/sign-in?next={}", Url::escape(&format!("{path}{mark}{search}")))
    }
}
