//! Short messages that come and go: a save that held (`status`), a failure (`alert`).

use std::sync::Arc;

use leptos::prelude::*;

use super::super::values::Lang;

/// How long a success stays, milliseconds.
#[cfg(feature = "hydrate")]
const STAYS_MS: u64 = 8_000;

#[derive(Clone)]
struct Toast {
    number: u32,
    text: Arc<dyn Fn(Lang) -> String + Send + Sync>,
}

/// Where pages say that something held.
#[derive(Clone, Copy)]
pub struct ToastBox {
    shown: RwSignal<Vec<Toast>>,
    count: RwSignal<u32>,
}

/// Provides the box; the frame does it once.
pub fn provide_toasts() {
    provide_context(ToastBox { shown: RwSignal::default(), count: RwSignal::default() });
}

pub fn use_toasts() -> ToastBox {
    expect_context()
}

impl ToastBox {
    /// Says a success; it goes by itself.
    pub fn say(self, text: fn(Lang) -> &'static str) {
        self.tell(move |lang| text(lang).to_owned());
    }

    /// Says a success in words made for it.
    pub fn tell(self, text: impl Fn(Lang) -> String + Send + Sync + 'static) {
        let text = Arc::new(text);
        self.count.update(|count| *count += 1);
        let number = self.count.get_untracked();
        self.shown.update(|shown| shown.push(Toast { number, text }));
        #[cfg(feature = "hydrate")]
        set_timeout(
            move || {
                self.shown.try_update(|shown| shown.retain(|toast| toast.number != number));
            },
            std::time::Duration::from_millis(STAYS_MS),
        );
    }
}

/// The region that speaks them.
#[component]
pub fn Toasts() -> impl IntoView {
    let toasts = use_toasts();
    let lang = crate::site::use_lang();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.shown.get() key=|toast| toast.number let(toast)>
                <div class="toast"><span>{move || (toast.text)(lang.get())}</span></div>
            </For>
        </div>
    }
}
