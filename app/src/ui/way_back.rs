//! The browser's Back, held while something on the page would be lost by it.

use leptos::prelude::*;

/// Who may object to Back: answers with the address to stay at, or nothing to let it happen.
type Holder = Callback<(), Option<String>>;

/// One for the whole site.
#[derive(Clone, Copy)]
pub struct WayBack(StoredValue<Option<Holder>>);

/// Provides it. To be called before the router is made: listeners hear the browser in the order in which they came,
/// and the router must not hear of a step that is not taken.
pub fn provide_way_back() {
    let way_back = WayBack(StoredValue::new(None));
    provide_context(way_back);
    listen(way_back);
}

pub fn use_way_back() -> WayBack {
    expect_context()
}

impl WayBack {
    /// Asks `holder` at each step back, for as long as the caller is on the page.
    pub fn hold(self, holder: impl Fn() -> Option<String> + Send + Sync + 'static) {
        self.0.set_value(Some(Callback::new(move |()| holder())));
        on_cleanup(move || {
            self.0.try_update_value(Option::take);
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
        let Some(here) = way_back.0.get_value().and_then(|holder| holder.run(())) else { return };
        event.stop_immediate_propagation();
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&here));
        }
    });
    on_cleanup(move || listener.remove());
}

#[cfg(not(feature = "hydrate"))]
fn listen(_: WayBack) {}
