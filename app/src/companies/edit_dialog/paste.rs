//! Any text with requisites in it, read as it is pasted; what is recognised waits to be applied.

use std::time::Duration;

use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::bank_rows::BankFinder;
use super::browser;
use super::difference::Difference;
use super::editor::{Editor, use_editor};
use super::filling::{Filling, Offer};
use crate::companies::{Field, door};
use crate::error::ApiError;
use crate::requisites::Pasted;
use crate::site::t;
use crate::values::Lang;
use crate::words;

/// A moment without a key, after which a text is read.
const PAUSE: Duration = Duration::from_millis(200);

/// What the text was read as.
#[derive(Clone, Copy)]
struct Reading {
    editor: Editor,
    filling: Filling,
    text: RwSignal<String>,
    pasted: RwSignal<Option<Pasted>>,
    failure: RwSignal<Option<ApiError>>,
}

#[component]
pub fn Paste(finder: StoredValue<BankFinder>) -> impl IntoView {
    let finder = finder.get_value();
    let editor = use_editor();
    let reading = Reading::new(editor);
    let area = NodeRef::<Textarea>::new();
    Effect::new(move |_| {
        if let Some(area) = area.get() {
            let _ = area.focus();
        }
    });
    let filling = reading.filling;
    let mut read_soon = debounce(PAUSE, move |()| reading.read());
    let title = Signal::derive(move || words::requisites::recognised(editor.lang.get()).to_owned());
    // A BIC brings its bank as if it were typed.
    let on_apply = Callback::new(move |fields: Vec<Field>| {
        if fields.contains(&Field::Bic) {
            finder.given(&untrack(|| editor.text(Field::Bic)));
        }
    });
    view! {
        <div class="mini" role="group" aria-label=t(words::requisites::paste)>
            <div class="f">
                <label for="pasted">{t(words::requisites::pasted_text)}</label>
                <textarea
                    class="in"
                    id="pasted"
                    rows="4"
                    autocomplete="off"
                    spellcheck="false"
                    node_ref=area
                    aria-describedby="pasted-h"
                    aria-invalid=move || reading.failure.read().is_some().then_some("true")
                    on:input:target=move |event| {
                        reading.text.set(event.target().value());
                        read_soon(());
                    }
                ></textarea>
                <div class="hint" id="pasted-h">
                    <span role="status">{move || reading.status()}</span>
                    <Show when=move || filling.can_undo()>
                        " "
                        <button class="lnk" type="button" on:click=move |_| filling.undo()>{t(words::requisites::undo)}</button>
                    </Show>
                </div>
            </div>
            <Difference filling=StoredValue::new(filling) title source="" id="paste-offer" on_apply />
            {move || reading.pasted.get().map(|pasted| view! { <Remainder pasted /> })}
        </div>
    }
}

/// What of the text goes into no field.
#[component]
fn Remainder(pasted: Pasted) -> impl IntoView {
    let other: Vec<String> = pasted.other.iter().map(|(key, value)| format!("{key}: {value}")).collect();
    let part = |word: fn(Lang) -> &'static str, lines: Vec<String>| {
        (!lines.is_empty()).then(|| {
            view! {
                <div class="hint">
                    {t(word)}
                    <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                </div>
            }
        })
    };
    view! { {part(words::requisites::not_requisites, other)} {part(words::requisites::not_recognised, pasted.rest)} }
}

impl Reading {
    fn new(editor: Editor) -> Self {
        Self {
            editor,
            filling: Filling::new(editor, "pasted"),
            text: RwSignal::default(),
            pasted: RwSignal::default(),
            failure: RwSignal::default(),
        }
    }

    /// Asks the server, which knows banks and organizations; an answer to an earlier text is dropped.
    fn read(self) {
        let Some(text) = self.text.try_get_untracked() else { return };
        self.failure.set(None);
        self.filling.forget();
        if text.trim().is_empty() {
            return self.pasted.set(None);
        }
        spawn_local(async move {
            let answer = door::read_requisites(text.clone()).await;
            if self.text.try_get_untracked() != Some(text) {
                return;
            }
            match answer {
                Ok(pasted) => self.show(pasted),
                Err(ApiError::Unauthenticated) => browser::sign_in_again(),
                Err(error) => {
                    self.pasted.set(None);
                    self.failure.set(Some(error));
                }
            }
        });
    }

    fn show(self, pasted: Pasted) {
        let offer = |proposal: &crate::requisites::Proposal| {
            let field = Field::parse(&proposal.field)?;
            let is_empty = untrack(|| self.editor.text(field)).trim().is_empty();
            Some(Offer {
                field,
                value: proposal.value.clone(),
                is_ticked: is_empty && proposal.problem.is_none() && !proposal.is_ambiguous,
                problem: proposal.problem.clone(),
                instead: proposal.instead.clone(),
            })
        };
        self.filling.offer(pasted.proposals.iter().filter_map(offer).collect());
        self.pasted.set(Some(pasted));
    }

    fn status(self) -> String {
        let lang = self.editor.lang.get();
        if let Some(error) = self.failure.get() {
            return words::problems::text(&error, lang);
        }
        let filled = self.filling.fields();
        if !filled.is_empty() {
            return words::requisites::filled(&filled, lang);
        }
        let offered = self.filling.offers.with(Vec::len);
        self.pasted
            .with(|pasted| match pasted {
                None => words::requisites::paste_hint(lang),
                Some(pasted) if pasted.proposals.is_empty() => words::requisites::nothing_recognised(lang),
                Some(_) if offered == 0 && self.filling.is_left.get() => "",
                Some(_) if offered == 0 => words::requisites::nothing_to_change(lang),
                Some(pasted) if pasted.proposals.iter().any(|proposal| proposal.is_ambiguous) => {
                    words::requisites::pick_one(lang)
                }
                Some(_) => "",
            })
            .to_owned()
    }
}
