//! The operator's way to a new reseller or stand-alone company, with its first administrator.

use leptos::ev::SubmitEvent;
use leptos::html::Dialog;
use leptos::prelude::*;

use super::{Kind, door, use_companies};
use crate::fields::Fields;
use crate::site::{Icon, t};
use crate::ui::{EmailField, FormAlert, FormState, Submit, TextField, use_toasts};
use crate::ui::{SmallDialog, close_dialog};
use crate::values::Lang;
use crate::words;

/// Whom the letter with the link goes to, on the wire.
const LETTER_TO: [(&str, fn(Lang) -> &'static str); 2] =
    [("admin", words::companies::letter_to_admin), ("company", words::companies::letter_to_company)];

/// The button, and its dialog while it is open. What is typed outlives closing the dialog; only adding empties it.
#[component]
pub(super) fn AddCompany() -> impl IntoView {
    let (is_open, dialog) = (RwSignal::new(false), NodeRef::<Dialog>::new());
    let (typed, form) = (Typed::default(), FormState::new(None));
    view! {
        <button
            class="b p end fold"
            type="button"
            aria-label=t(words::companies::add_company)
            title=t(words::companies::add_company)
            on:click=move |_| is_open.set(true)
        >
            <Icon name="plus" />
            <span>{t(words::companies::add_company)}</span>
        </button>
        <Show when=move || is_open.get()>
            <SmallDialog id="add-company" title=words::companies::add_company dialog on_close=move || is_open.set(false)>
                <CompanyFields typed form dialog />
            </SmallDialog>
        </Show>
    }
}

#[component]
fn CompanyFields(typed: Typed, form: FormState, dialog: NodeRef<Dialog>) -> impl IntoView {
    let companies = use_companies();
    let toasts = use_toasts();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(door::add_company(typed.fields()), move |_| {
            toasts.say(words::companies::company_added);
            companies.refresh();
            close_dialog(dialog);
            typed.clear();
        });
    };
    let problems = form.problems;
    let is_reseller = move || typed.kind.get() == Kind::Reseller.as_str();
    view! {
        <form novalidate on:submit=submit>
            <div class="cols one">
                <FormAlert error=form.error />
                <div class="grp">
                    <TextField name="name" label=words::companies::name value=typed.name problems autofocus=true />
                    <EmailField value=typed.email problems autocomplete="off" />
                    <Choice name="kind" label=words::companies::kind chosen=typed.kind options=kinds() />
                    <Show when=is_reseller>
                        <TextField name="slug" label=words::companies::slug value=typed.slug problems hint=words::companies::slug_hint />
                    </Show>
                </div>
                <div class="grp">
                    <h3>{t(words::companies::administrator)}</h3>
                    <TextField name="admin_name" label=words::companies::admin_name value=typed.admin_name problems />
                    <TextField name="admin_email" label=words::companies::admin_email value=typed.admin_email problems inputmode="email" />
                    <Choice name="letter_to" label=words::companies::letter_to chosen=typed.letter_to options=LETTER_TO />
                </div>
            </div>
            <div class="dlg-foot">
                <button class="b end" type="button" on:click=move |_| close_dialog(dialog)>{t(words::shell::cancel)}</button>
                <Submit label=words::companies::add_company form />
            </div>
        </form>
    }
}

/// A question with a few answers, all in view.
#[component]
fn Choice(
    name: &'static str,
    label: fn(Lang) -> &'static str,
    chosen: RwSignal<&'static str>,
    options: [(&'static str, fn(Lang) -> &'static str); 2],
) -> impl IntoView {
    let option = move |(value, word): (&'static str, fn(Lang) -> &'static str)| {
        view! {
            <label class="box s">
                <input type="radio" name=name value=value prop:checked=move || chosen.get() == value on:change=move |_| chosen.set(value) />
                <span>{t(word)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="f">
            <legend class="lab">{t(label)}</legend>
            <div class="row">{options.map(option).collect_view()}</div>
        </fieldset>
    }
}

fn kinds() -> [(&'static str, fn(Lang) -> &'static str); 2] {
    [
        (Kind::Reseller.as_str(), |lang| words::companies::kind_of(Kind::Reseller, lang)),
        (Kind::StandAlone.as_str(), |lang| words::companies::kind_of(Kind::StandAlone, lang)),
    ]
}

/// What stands in the fields.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    email: RwSignal<String>,
    kind: RwSignal<&'static str>,
    slug: RwSignal<String>,
    admin_name: RwSignal<String>,
    admin_email: RwSignal<String>,
    letter_to: RwSignal<&'static str>,
}

impl Default for Typed {
    fn default() -> Self {
        Self {
            name: RwSignal::default(),
            email: RwSignal::default(),
            kind: RwSignal::new(Kind::Reseller.as_str()),
            slug: RwSignal::default(),
            admin_name: RwSignal::default(),
            admin_email: RwSignal::default(),
            letter_to: RwSignal::new(LETTER_TO[0].0),
        }
    }
}

impl Typed {
    fn clear(self) {
        for text in [self.name, self.email, self.slug, self.admin_name, self.admin_email] {
            text.set(String::new());
        }
        self.kind.set(Kind::Reseller.as_str());
        self.letter_to.set(LETTER_TO[0].0);
    }

    /// By wire name. Only a reseller has an address of its own.
    fn fields(self) -> Fields {
        let mut fields: Fields = [
            ("name", self.name.get_untracked()),
            ("email", self.email.get_untracked()),
            ("kind", self.kind.get_untracked().to_owned()),
            ("admin_name", self.admin_name.get_untracked()),
            ("admin_email", self.admin_email.get_untracked()),
            ("letter_to", self.letter_to.get_untracked().to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        if self.kind.get_untracked() == Kind::Reseller.as_str() {
            fields.insert("slug".to_owned(), self.slug.get_untracked());
        }
        fields
    }
}
