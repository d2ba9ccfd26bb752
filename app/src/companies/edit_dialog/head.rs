//! The dialog's head: what is edited, how it stands, and the way to its neighbours.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::departure::{Way, use_departure};
use super::editor::use_editor;
use super::to_past::opens_beside;
use crate::companies::Field;
use crate::history::history_href;
use crate::site::{Icon, InnerLanguageSwitch, t, use_lang};
use crate::values::{CompanyId, CreditState, Kopecks, Lang, credit_state};
use crate::words;

/// The head of a record.
#[component]
pub fn RecordHead() -> impl IntoView {
    let editor = use_editor();
    let departure = use_departure();
    let id = editor.form.with_untracked(|form| form.id);
    let place = Memo::new(move |_| departure.companies.neighbours(id));
    let position = move || {
        place.get().map(|place| {
            view! { <span class="s dim only-l">{words::dialog::place(place.position, place.total, editor.lang.get())}</span> }
        })
    };
    let previous = Signal::derive(move || place.get()?.previous);
    let next = Signal::derive(move || place.get()?.next);
    view! {
        <Head subtitle=move || view! { <Subtitle /> }>
            <ToHistory id />
            {position}
            <ToNeighbour to=previous icon="up" name=words::dialog::previous keys="Alt ↑" />
            <ToNeighbour to=next icon="down" name=words::dialog::next keys="Alt ↓" />
        </Head>
    }
}

/// The head while the record is on its way, or did not come.
#[component]
pub fn BareHead() -> impl IntoView {
    view! { <Head subtitle=|| () /> }
}

#[component]
fn Head(#[prop(into)] subtitle: ViewFn, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let departure = use_departure();
    // The page's own switch is out of reach while the dialog is open.
    view! {
        <div class="dlg-head row">
            <div class="cut">
                <h2 id="dt">{t(words::dialog::title)}</h2>
                <div class="s dim cut">{subtitle.run()}</div>
            </div>
            <span class="row end">
                <InnerLanguageSwitch />
                {children.map(|children| children())}
                <button class="ib" type="button" aria-label=t(words::shell::close) title=t(words::shell::close) on:click=move |_| departure.leave(Way::List)>
                    <Icon name="x" />
                </button>
            </span>
        </div>
    }
}

#[component]
fn Subtitle() -> impl IntoView {
    let editor = use_editor();
    let name = move || editor.form.with(|form| form.fields.get(&Field::Name).cloned().unwrap_or_default());
    let id = editor.form.with_untracked(|form| form.id.to_string());
    let standing = move || {
        standing(editor).map(|(class, word)| view! { " · " <span class=class>{word(editor.lang.get())}</span> })
    };
    view! { {name} " · ID " {id} {standing} }
}

type Word = fn(Lang) -> &'static str;

/// What is not as it should be, as stored: its colour and its word.
fn standing(editor: super::editor::Editor) -> Option<(&'static str, Word)> {
    editor.form.with(|form| {
        if !form.is_confirmed {
            return Some(("sub", words::dialog::awaiting_confirmation as Word));
        }
        let threshold =
            form.fields.get(&Field::NotificationThreshold).and_then(|text| Kopecks::parse_amount(text).ok());
        match credit_state(form.balance, form.credit_limit, threshold) {
            CreditState::Active => None,
            CreditState::Low => Some(("warn", words::dialog::low_balance)),
            CreditState::Suspended => Some(("bad", words::dialog::suspended)),
        }
    })
}

/// A link, so that it opens beside too; in place it asks about what is not saved, like every way out.
#[component]
fn ToHistory(id: CompanyId) -> impl IntoView {
    let departure = use_departure();
    let go = move |event: MouseEvent| {
        if !opens_beside(&event) {
            event.prevent_default();
            departure.leave(Way::History(id, None));
        }
    };
    view! {
        <a class="b sm g fold" href=history_href(id) aria-label=t(words::history::history) on:click=go>
            <Icon name="clock" />
            <span>{t(words::history::history)}</span>
        </a>
    }
}

#[component]
fn ToNeighbour(
    to: Signal<Option<CompanyId>>,
    icon: &'static str,
    name: fn(Lang) -> &'static str,
    keys: &'static str,
) -> impl IntoView {
    let departure = use_departure();
    let lang = use_lang();
    let go = move |_| {
        if let Some(id) = to.get_untracked() {
            departure.leave(Way::Record(id));
        }
    };
    view! {
        <button
            class="ib only-l"
            type="button"
            aria-label=move || name(lang.get())
            title=keys
            disabled=move || to.get().is_none()
            on:click=go
        >
            <Icon name=icon />
        </button>
    }
}
