//! The choice between what fields hold and what a source offers: a line each, with a box to tick.

use leptos::prelude::*;

use super::editor::use_editor;
use super::filling::{Filling, Offer};
use crate::companies::Field;
use crate::site::{Icon, t};
use crate::values::message;
use crate::words;

/// Nothing while nothing is offered.
#[component]
pub fn Difference(
    filling: StoredValue<Filling>,
    /// What the values are, and the group's name.
    #[prop(into)]
    title: Signal<String>,
    /// Who says so, and of which day.
    #[prop(into)]
    source: Signal<String>,
    /// The beginning of the ids in it.
    id: &'static str,
    /// Told of the fields that were filled.
    #[prop(optional, into)]
    on_apply: Option<Callback<Vec<Field>>>,
) -> impl IntoView {
    let filling = filling.get_value();
    let is_there = Memo::new(move |_| !filling.offers.read().is_empty());
    let lines = move || {
        let offers = filling.offers.get();
        offers.into_iter().enumerate().map(|(at, offer)| view! { <Line filling at offer id /> }).collect_view()
    };
    let has_ticked = Memo::new(move |_| filling.offers.with(|offers| offers.iter().any(|offer| offer.is_ticked)));
    let apply = move |_| {
        let fields = filling.apply();
        if let Some(on_apply) = on_apply {
            on_apply.run(fields);
        }
    };
    let group = move || {
        view! {
            <div class="diff" role="group" aria-label=title>
                <div class="row"><b>{title}</b><span class="s dim end">{source}</span></div>
                <ul>{lines}</ul>
                <div class="row">
                    <button
                        class="b sm p"
                        type="button"
                        aria-disabled=move || (!has_ticked.get()).then_some("true")
                        on:click=apply
                    >
                        {t(words::requisites::apply)}
                    </button>
                    <button class="b sm g" type="button" on:click=move |_| filling.leave()>
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
    let value = StoredValue::new(offer.value.clone());
    let label = move || words::dialog::label(field, editor.lang.get());
    let shown = move || editor.readable(field, &value.get_value());
    // Two values of one field differ by nothing else.
    let name = move || format!("{}: {}", label(), shown());
    // A number that no field shows could not be put right there.
    let is_closed = field == Field::Ogrn && offer.problem.is_some();
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
                aria-label=name
                disabled=is_closed
                prop:checked=offer.is_ticked
                on:change:target=move |event| filling.tick(at, event.target().checked())
            />
            <label for=box_id>{label}</label>
            <span>{held} <ins>{shown}</ins> {problem} {instead.collect_view()}</span>
        </li>
    }
}
