//! The choice between what fields hold and what a source offers: a line each, with a box to tick.

use leptos::prelude::*;

use super::editor::use_editor;
use super::filling::{Filling, Offer};
use crate::site::{Icon, t};
use crate::values::message;
use crate::words;

/// Nothing while nothing is offered.
#[component]
pub fn Difference(
    filling: Filling,
    /// What the values are, and the group's name.
    #[prop(into)]
    title: Signal<String>,
    /// Who says so, and of which day.
    #[prop(into)]
    source: Signal<String>,
    /// The beginning of the ids in it.
    id: &'static str,
) -> impl IntoView {
    let is_there = Memo::new(move |_| !filling.offers.read().is_empty());
    let lines = move || {
        let offers = filling.offers.get();
        offers.into_iter().enumerate().map(|(at, offer)| view! { <Line filling at offer id /> }).collect_view()
    };
    let count = move || filling.offers.with(|offers| offers.iter().filter(|offer| offer.is_ticked).count());
    let group = move || {
        view! {
            <div class="diff" role="group" aria-label=title>
                <div class="row"><b>{title}</b><span class="s dim end">{source}</span></div>
                <ul>{lines}</ul>
                <div class="row">
                    <button
                        class="b sm p"
                        type="button"
                        aria-disabled=move || (count() == 0).then_some("true")
                        on:click=move |_| filling.apply()
                    >
                        {t(words::requisites::apply)}
                    </button>
                    <button class="b sm g" type="button" on:click=move |_| filling.offers.set(Vec::new())>
                        {t(words::requisites::leave_as_is)}
                    </button>
                </div>
            </div>
        }
    };
    move || is_there.get().then(group)
}

#[component]
fn Line(filling: Filling, at: usize, offer: Offer, id: &'static str) -> impl IntoView {
    let editor = use_editor();
    let box_id = format!("{id}-{at}");
    let field = offer.field;
    let held = move || {
        let text = editor.text(field);
        (!text.trim().is_empty()).then(|| view! { <del>{text}</del> " → " })
    };
    let value = offer.value.clone();
    let problem = offer.problem.clone().map(|problem| {
        view! { <span class="err"><Icon name="alert" /><span>{move || message(&problem, editor.lang.get())}</span></span> }
    });
    let instead = offer.instead.into_iter().map(|value| {
        let put = value.clone();
        view! { <button class="lnk" type="button" on:click=move |_| filling.replace(at, put.clone())>{value}</button> " " }
    });
    view! {
        <li>
            <input
                type="checkbox"
                id=box_id.clone()
                prop:checked=offer.is_ticked
                on:change:target=move |event| filling.tick(at, event.target().checked())
            />
            <label for=box_id>{move || words::dialog::label(field, editor.lang.get())}</label>
            <span>{held} <ins>{move || editor.readable(field, &value)}</ins> {problem} {instead.collect_view()}</span>
        </li>
    }
}
