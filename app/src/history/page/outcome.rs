//! What taking something back would bring about, in sight before its button is pressed.

use leptos::prelude::*;

use crate::money::Impact;
use crate::site::use_lang;
use crate::values::Lang;

/// It, and the element that tells it.
#[derive(Clone, Copy)]
pub struct Told {
    pub id: StoredValue<String>,
    pub impact: Memo<Option<Impact>>,
    pub words: fn(&Impact, Lang) -> String,
}

impl Told {
    /// Where it is more than other numbers.
    fn loud(self) -> Option<Impact> {
        self.impact.get().filter(|impact| !impact.is_quiet())
    }

    /// For the button: what describes it, where there is something to tell.
    pub fn described(self) -> Option<String> {
        self.loud().map(|_| self.id.get_value())
    }
}

#[component]
pub fn Outcome(
    told: Told,
    /// The same is in sight already: then it is there for the button to be described by.
    #[prop(optional, into)]
    is_repeated: Signal<bool>,
) -> impl IntoView {
    let lang = use_lang();
    let class = move || if is_repeated.get() { "vh" } else { "sub outcome" };
    move || {
        told.loud().map(|impact| {
            view! { <p class=class id=told.id.get_value()>{(told.words)(&impact, lang.get())}</p> }
        })
    }
}
