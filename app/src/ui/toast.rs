//! Short messages that come and go: that a save held, and a way to take it back while it can be read.

use std::sync::Arc;

use leptos::prelude::*;

use super::toast_keys::take_back_by_key;
use crate::values::Lang;

/// How long a message stays while nobody points at it, milliseconds.
#[cfg(feature = "hydrate")]
const STAYS_MS: u32 = 8_000;
/// How much longer for each letter of an outcome: as slow as a screen reader speaks.
#[cfg(feature = "hydrate")]
const LETTER_MS: u32 = 80;
/// How often the time that is left is looked at, milliseconds.
#[cfg(feature = "hydrate")]
const TICK_MS: u32 = 250;

type Text = Arc<dyn Fn(Lang) -> String + Send + Sync>;

#[derive(Clone)]
struct Toast {
    number: u32,
    text: Text,
    /// What would come of taking it back.
    outcome: Option<Text>,
    offer: Option<Offer>,
}

/// What a message offers to do about what it says.
#[derive(Clone)]
pub enum Offer {
    /// A button, also pressed by Ctrl+Z. What was said is gone then.
    TakeBack(fn(Lang) -> &'static str, Arc<dyn Fn() + Send + Sync>),
    /// A page that tells more.
    Page(fn(Lang) -> &'static str, String),
}

/// Where pages say that something held.
#[derive(Clone, Copy)]
pub struct ToastBox {
    shown: RwSignal<Vec<Toast>>,
    count: RwSignal<u32>,
    /// Pointed at, or holding the focus: nothing goes meanwhile.
    is_under_pointer: RwSignal<bool>,
    has_focus: RwSignal<bool>,
}

/// Provides the box; the frame does it once.
pub fn provide_toasts() {
    provide_context(ToastBox {
        shown: RwSignal::default(),
        count: RwSignal::default(),
        is_under_pointer: RwSignal::default(),
        has_focus: RwSignal::default(),
    });
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
        self.add(Arc::new(text), None, None);
    }

    /// Says something with something to do about it.
    pub fn offer(self, text: impl Fn(Lang) -> String + Send + Sync + 'static, offer: Offer) {
        self.add(Arc::new(text), None, Some(offer));
    }

    /// The same with what would come of it.
    pub fn offer_with_outcome(self, text: fn(Lang) -> &'static str, outcome: Text, offer: Offer) {
        self.add(Arc::new(move |lang| text(lang).to_owned()), Some(outcome), Some(offer));
    }

    fn add(self, text: Text, outcome: Option<Text>, offer: Option<Offer>) {
        self.count.update(|count| *count += 1);
        let number = self.count.get_untracked();
        #[cfg(feature = "hydrate")]
        let reading_ms = outcome.as_ref().map_or(0, |outcome| {
            let length = outcome(Lang::Ru).chars().count();
            u32::try_from(length).unwrap_or(u32::MAX).saturating_mul(LETTER_MS)
        });
        self.shown.update(|shown| shown.push(Toast { number, text, outcome, offer }));
        #[cfg(feature = "hydrate")]
        self.go_after(number, STAYS_MS.saturating_add(reading_ms));
    }

    /// Takes the message away once so much time has passed in which nobody held it.
    #[cfg(feature = "hydrate")]
    fn go_after(self, number: u32, left_ms: u32) {
        let tick = move || {
            let is_held =
                [self.is_under_pointer, self.has_focus].iter().any(|held| held.try_get_untracked() == Some(true));
            match if is_held { left_ms } else { left_ms.saturating_sub(TICK_MS) } {
                0 => self.remove(number),
                left => self.go_after(number, left),
            }
        };
        set_timeout(tick, std::time::Duration::from_millis(TICK_MS.into()));
    }

    fn remove(self, number: u32) {
        self.shown.try_update(|shown| shown.retain(|toast| toast.number != number));
    }

    /// Does what a message offers, once.
    fn take_back(self, number: u32) {
        let found = self.shown.with_untracked(|shown| shown.iter().find(|toast| toast.number == number).cloned());
        let Some(Toast { offer: Some(Offer::TakeBack(_, act)), .. }) = found else { return };
        self.remove(number);
        // What is gone is neither left by the pointer nor by the focus.
        self.is_under_pointer.set(false);
        if self.has_focus.get_untracked() {
            self.has_focus.set(false);
            super::browser::focus_soon("main");
        }
        act();
    }

    /// Does what the last message offers that can be taken back; whether there is one.
    pub(super) fn take_back_last(self) -> bool {
        let can = |toast: &&Toast| matches!(toast.offer, Some(Offer::TakeBack(..)));
        let last = self.shown.with_untracked(|shown| shown.iter().rev().find(can).map(|toast| toast.number));
        last.inspect(|number| self.take_back(*number)).is_some()
    }
}

/// The region that speaks them.
#[component]
pub fn Toasts() -> impl IntoView {
    let toasts = use_toasts();
    let lang = crate::site::use_lang();
    take_back_by_key(toasts);
    view! {
        <div
            class="toasts"
            role="status"
            aria-live="polite"
            on:mouseenter=move |_| toasts.is_under_pointer.set(true)
            on:mouseleave=move |_| toasts.is_under_pointer.set(false)
            on:focusin=move |_| toasts.has_focus.set(true)
            on:focusout=move |_| toasts.has_focus.set(false)
        >
            <For each=move || toasts.shown.get() key=|toast| toast.number let(toast)>
                <div class="toast">
                    <span>
                        {move || (toast.text)(lang.get())}
                        {toast.outcome.map(|outcome| view! { <span class="said s">{move || outcome(lang.get())}</span> })}
                    </span>
                    {toast.offer.map(|offer| view! { <Offered offer number=toast.number /> })}
                </div>
            </For>
        </div>
    }
}

#[component]
fn Offered(offer: Offer, number: u32) -> impl IntoView {
    let toasts = use_toasts();
    match offer {
        Offer::TakeBack(word, _) => view! {
            <button type="button" aria-keyshortcuts="Control+Z" on:click=move |_| toasts.take_back(number)>
                {crate::site::t(word)}
            </button>
            <kbd class="only-l" aria-hidden="true">"Ctrl Z"</kbd>
        }
        .into_any(),
        Offer::Page(word, href) => {
            view! { <leptos_router::components::A href=href>{crate::site::t(word)}</leptos_router::components::A> }
                .into_any()
        }
    }
}
