//! The form for a report of any period: a band between the toolbar and the table.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::shelf::Shelf;
use crate::reports::door;
use crate::site::t;
use crate::ui::browser::focus_soon;
use crate::ui::{DateField, FormAlert, FormState, Submit, typed, use_toasts};
use crate::words::reports as words;
use crate::words::{history, shell};

#[component]
pub fn OrderForm(shelf: Shelf) -> impl IntoView {
    let (form, toasts) = (FormState::new(None), use_toasts());
    let (from, until) = (RwSignal::new(String::new()), RwSignal::new(shelf.today.get_value()));
    let close = move || {
        form.clear();
        shelf.is_ordering.set(false);
        focus_soon("[aria-expanded].fold");
    };
    Effect::new(move |_| {
        if shelf.is_ordering.get() {
            focus_soon("#from");
        }
    });
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(door::order_report(Some(shelf.company), typed([("from", from), ("until", until)])), move |report| {
            shelf.put(report);
            toasts.say(words::ordered_toast);
            close();
        });
    };
    view! {
        <Show when=move || shelf.is_ordering.get()>
            <div role="group" aria-label=t(words::order) on:keydown=on_key>
                <form class="bar inline" method="post" novalidate on:submit=submit>
                    <DateField name="from" label=history::from value=from problems=form.problems />
                    <DateField name="until" label=history::until value=until problems=form.problems />
                    <div class="f act">
                        <span class="row">
                            <Submit label=words::order_now form />
                            <button class="b g" type="button" on:click=move |_| close()>{t(shell::cancel)}</button>
                        </span>
                    </div>
                    <p class="hint">{t(words::order_hint)}</p>
                    <FormAlert error=form.whole() />
                </form>
            </div>
        </Show>
    }
}
