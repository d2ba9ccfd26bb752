//! The browser's Back and the site's links, held while something on the page would be lost by them.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos_router::location::{Location, State};

/// Marks, in the browser's history, a dialog that was opened over its list: the entry before it is that list.
const OVER_LIST: &str = "over-list";

/// Where the page stays when Back does not happen.
#[derive(Clone, Debug)]
pub struct Stay {
    pub address: String,
    /// Whether the entry before it is the list that it lies over.
    pub is_over_list: bool,
}

impl Stay {
    /// Where the router still stands.
    pub fn at(location: &Location, is_over_list: bool) -> Self {
        let (path, search) = (location.pathname.get_untracked(), location.search.get_untracked());
        let mark = if search.is_empty() { "" } else { "?" };
        Self { address: format!("{path}{mark}{search}"), is_over_list }
    }
}

/// Who may object to Back: nothing lets it happen.
type Holder = Callback<(), Option<Stay>>;

/// Who may object to a link of the site that was pressed, by its address: `true` does.
type LinkHolder = Callback<String, bool>;

/// For the step from a list to the dialog over it.
pub fn over_list() -> State {
    State::new(Some(JsValue::from_str(OVER_LIST)))
}

/// For a step that takes the place of the one at hand.
pub fn as_here() -> State {
    State::new(window().history().and_then(|history| history.state()).ok())
}

/// Whether a step back leads from the dialog to the list under it.
pub fn is_over_list() -> bool {
    let state = window().history().and_then(|history| history.state());
    state.is_ok_and(|state| state.as_string().as_deref() == Some(OVER_LIST))
}

/// One for the whole site.
#[derive(Clone, Copy)]
pub struct WayBack {
    back: StoredValue<Option<Holder>>,
    links: StoredValue<Option<LinkHolder>>,
}

/// Provides it. To be called before the router is made: listeners hear the browser in the order in which they came,
/// and the router must not hear of a step that is not taken.
pub fn provide_way_back() {
    let way_back = WayBack { back: StoredValue::new(None), links: StoredValue::new(None) };
    provide_context(way_back);
    listen(way_back);
    listen_to_links(way_back);
}

pub fn use_way_back() -> WayBack {
    expect_context()
}

impl WayBack {
    /// Asks `holder` at each step back, for as long as the caller is on the page.
    pub fn hold(self, holder: impl Fn() -> Option<Stay> + Send + Sync + 'static) {
        self.back.set_value(Some(Callback::new(move |()| holder())));
        on_cleanup(move || {
            self.back.try_update_value(Option::take);
        });
    }

    /// Asks `holder` at each link of the site that is pressed, for as long as the caller is on the page.
    pub fn hold_links(self, holder: impl Fn(String) -> bool + Send + Sync + 'static) {
        self.links.set_value(Some(Callback::new(holder)));
        on_cleanup(move || {
            self.links.try_update_value(Option::take);
        });
    }

    /// Takes the step.
    pub fn go(self) {
        if let Ok(history) = window().history() {
            let _ = history.back();
        }
    }
}

/// `popstate` comes when the address bar has changed already: it is put back.
#[cfg(feature = "hydrate")]
fn listen(way_back: WayBack) {
    let listener = window_event_listener(leptos::ev::popstate, move |event| {
        let Some(here) = way_back.back.get_value().and_then(|holder| holder.run(())) else { return };
        event.stop_immediate_propagation();
        let state = if here.is_over_list { JsValue::from_str(OVER_LIST) } else { JsValue::NULL };
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&state, "", Some(&here.address));
        }
    });
    on_cleanup(move || listener.remove());
}

#[cfg(not(feature = "hydrate"))]
fn listen(_: WayBack) {}

/// Heard before the router hears of the press.
#[cfg(feature = "hydrate")]
fn listen_to_links(way_back: WayBack) {
    let listener = window_event_listener(leptos::ev::click, move |event| {
        let Some(address) = address_of_link(&event) else { return };
        if way_back.links.get_value().is_some_and(|holder| holder.run(address)) {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    });
    on_cleanup(move || listener.remove());
}

#[cfg(not(feature = "hydrate"))]
fn listen_to_links(_: WayBack) {}

/// Where a press leads to on this site, in this window.
#[cfg(feature = "hydrate")]
fn address_of_link(event: &leptos::web_sys::MouseEvent) -> Option<String> {
    use leptos::wasm_bindgen::JsCast as _;
    let is_elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || is_elsewhere {
        return None;
    }
    let target = event.target()?.dyn_into::<leptos::web_sys::Element>().ok()?;
    let link = target.closest("a[href^='/']:not([target], [download], [rel~='external'])").ok()??;
    link.get_attribute("href")
}
