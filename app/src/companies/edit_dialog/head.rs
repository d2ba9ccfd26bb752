//! The dialog's head: what is edited, how it stands, and the way to its neighbours.

use leptos::prelude::*;

use super::departure::{Way, use_departure};
use super::editor::use_editor;
use crate::companies::Field;
use crate::history::history_href;
use crate::money::billing_href;
use crate::site::{Icon, InnerLanguageSwitch, t, use_lang};
use crate::values::{CompanyId, Kopecks, Lang};
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
            <ToPage way=Way::Billing(id) href=billing_href(id) icon="billing" name=words::money::billing />
            <ToPage way=Way::History(id, None) href=history_href(id) icon="clock" name=words::history::history />
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
    let standing = move || standing(editor).map(|(class, word)| view! { " · " <span class=class>{word}</span> });
    view! { {name} " · ID " {id} {standing} }
}

/// What is not as it should be, as stored: its colour and its word.
fn standing(editor: super::editor::Editor) -> Option<(&'static str, String)> {
    let lang = editor.lang.get();
    editor.form.with(|form| {
        if let Some(suspended) = form.suspended {
            return Some(("bad", words::money::suspended_since(suspended, lang)));
        }
        if !form.is_confirmed {
            return Some(("sub", words::dialog::awaiting_confirmation(lang).to_owned()));
        }
        let threshold =
            form.fields.get(&Field::NotificationThreshold).and_then(|text| Kopecks::parse_amount(text).ok());
        let is_low = threshold.is_some_and(|threshold| form.balance <= threshold);
        is_low.then(|| ("warn", words::dialog::low_balance(lang).to_owned()))
    })
}

/// A link, so that it opens beside too; in place it asks about what is not saved, like every way out.
#[component]
fn ToPage(way: Way, href: String, icon: &'static str, name: fn(Lang) -> &'static str) -> impl IntoView {
    view! {
        <a class="b sm g fold" href=href aria-label=t(name) on:click=use_departure().by_link(way)>
            <Icon name=icon />
            <span>{t(name)}</span>
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
