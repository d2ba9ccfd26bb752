//! Leaving a page on which something is not saved: by a link, by Back, by closing the window. It asks first.

use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::ask::Ask;
use super::way_back::{Stay, WayBack, use_way_back};
use crate::words::dialog as words;

/// Where the person is heading.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Way {
    /// An address of the site.
    Link(String),
    /// The browser's Back.
    Back,
}

/// The guard of one page.
#[derive(Clone, Copy)]
pub struct Leaving {
    /// A way that waits for an answer about what is not saved.
    asked: RwSignal<Option<Way>>,
    /// Nothing is asked any more: what was typed is given up.
    is_let_go: StoredValue<bool>,
    has_changes: Callback<(), bool>,
    navigate: Callback<String>,
    way_back: WayBack,
}

impl Leaving {
    /// From now on leaving the page asks while `has_changes` says so.
    pub fn guard(has_changes: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        let navigate = use_navigate();
        let leaving = Self {
            asked: RwSignal::new(None),
            is_let_go: StoredValue::new(false),
            has_changes: Callback::new(move |()| untrack(&has_changes)),
            navigate: Callback::new(move |address: String| navigate(&address, NavigateOptions::default())),
            way_back: use_way_back(),
        };
        leaving.hold();
        leaving
    }

    /// Goes on without a question: there is nothing to keep.
    pub fn let_go(self) {
        self.is_let_go.set_value(true);
    }

    fn holds(self) -> bool {
        !self.is_let_go.get_value() && self.has_changes.run(())
    }

    fn hold(self) {
        let location = use_location();
        let ask = move |way| {
            let holds = self.holds();
            if holds {
                self.asked.set(Some(way));
            }
            holds
        };
        self.way_back.hold(move || ask(Way::Back).then(|| Stay::at(&location, false)));
        self.way_back.hold_links(move |address| ask(Way::Link(address)));
        Effect::new(move |_| {
            let closing = window_event_listener(ev::beforeunload, move |event| {
                if self.holds() {
                    event.prevent_default();
                }
            });
            on_cleanup(move || closing.remove());
        });
    }

    fn give_up(self) {
        self.let_go();
        match self.asked.get_untracked() {
            Some(Way::Link(address)) => self.navigate.run(address),
            Some(Way::Back) => self.way_back.go(),
            None => {}
        }
        self.asked.set(None);
    }
}

/// The question, with what is not saved.
#[component]
pub fn AskToLeave(leaving: Leaving, children: Children) -> impl IntoView {
    view! {
        <Ask
            is_open=Signal::derive(move || leaving.asked.with(Option::is_some))
            title=words::unsaved_changes
            keep_word=words::keep_editing
            give_up_word=words::discard
            keep=Callback::new(move |()| leaving.asked.set(None))
            give_up=Callback::new(move |()| leaving.give_up())
        >
            {children()}
        </Ask>
    }
}
