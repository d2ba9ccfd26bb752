//! What a register says of an INN beside the fields: several organizations to choose from, and how one stands.

use leptos::prelude::*;

use super::editor::use_editor;
use super::fill_by_inn::InnLookUp;
use crate::requisites::{Level, Party};
use crate::site::{Icon, t};
use crate::values::Lang;
use crate::words;

/// A button for each organization; nothing while there is no choice.
#[component]
pub fn FoundParties(look_up: StoredValue<InnLookUp>) -> impl IntoView {
    let look_up = look_up.get_value();
    let editor = use_editor();
    let line = move |party: Party| {
        let chosen = party.clone();
        let place = party.legal_address.clone();
        view! {
            <li>
                <button class="b" type="button" on:click=move |_| look_up.choose(chosen.clone())>
                    <span class="nm">{party.name.clone()}</span>
                    <span class="s dim">{move || about(&party, editor.lang.get())}</span>
                    <span class="s dim">{place}</span>
                </button>
            </li>
        }
    };
    move || {
        let choices = look_up.choices.get();
        (!choices.is_empty()).then(|| {
            view! {
                <ul class="diff parties" aria-label=t(words::requisites::organizations)>
                    {choices.into_iter().map(line).collect_view()}
                </ul>
            }
        })
    }
}

/// Head office or branch, KPP, status where it is not in order.
fn about(party: &Party, lang: Lang) -> String {
    let kind = if party.is_branch { words::requisites::branch(lang) } else { words::requisites::head_office(lang) };
    let kpp = if party.kpp.is_empty() {
        words::requisites::no_kpp(lang).to_owned()
    } else {
        format!("{} {}", words::dialog::label(crate::companies::Field::Kpp, lang), party.kpp)
    };
    let standing = party.status_note(lang).map(|(_, words)| words);
    [Some(kind.to_owned()), Some(kpp), standing].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A banner where the register says that the organization is not in order.
#[component]
pub fn Standing(party: RwSignal<Option<Party>>) -> impl IntoView {
    let editor = use_editor();
    let note = move || party.with(|party| party.as_ref()?.status_note(editor.lang.get()));
    move || {
        note().map(|(level, words)| {
            let class = if level == Level::Alarm { "note x" } else { "note w" };
            view! {
                <div class=class role="alert">
                    <Icon name="alert" />
                    <span>{words}</span>
                </div>
            }
        })
    }
}
