//! The small dialog over the record in which the operator changes what the company is. It stands beside the large
//! one, not in it: a form holds no other, and its keys are not the record's.

use leptos::ev::SubmitEvent;
use leptos::html::Dialog;
use leptos::prelude::*;

use super::departure::Departure;
use super::editor::Editor;
use crate::companies::{Kind, KindObstacle, door};
use crate::fields::Fields;
use crate::site::{t, use_lang};
use crate::ui::{FormAlert, FormState, Submit, TextField, use_toasts};
use crate::ui::{SmallDialog, close_dialog};
use crate::values::Slug;
use crate::words::{companies as words, shell};

/// Whose kind is being changed, if any.
#[derive(Clone, Copy)]
pub struct KindChange(RwSignal<Option<Editor>>);

/// The one of the dialog around.
pub fn use_kind_change() -> KindChange {
    expect_context()
}

impl KindChange {
    pub fn provide() -> Self {
        let change = Self(RwSignal::new(None));
        provide_context(change);
        change
    }

    pub fn begin(self, editor: Editor) {
        self.0.set(Some(editor));
    }

    /// Also when the record goes.
    pub fn end(self) {
        self.0.try_set(None);
    }
}

#[component]
pub fn ChangeKind(change: KindChange, departure: Departure) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    move || {
        change.0.get().map(|editor| {
            view! {
                <SmallDialog id="change-kind" title=words::change_kind dialog on_close=move || change.end()>
                    <NextKind editor departure dialog />
                </SmallDialog>
            }
        })
    }
}

/// There is one other kind that a company can have: the question is whether it is to have it.
#[component]
fn NextKind(editor: Editor, departure: Departure, dialog: NodeRef<Dialog>) -> impl IntoView {
    let (toasts, lang) = (use_toasts(), use_lang());
    let (form, slug) = (FormState::new(None), RwSignal::new(String::new()));
    let (id, now) = editor.form.with_untracked(|form| (form.id, form.kind));
    let next = if now == Kind::StandAlone { Kind::Reseller } else { Kind::StandAlone };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(door::change_kind(id, fields(next, slug)), move |()| {
            editor.form.update(|form| form.kind = next);
            departure.companies.refresh();
            toasts.say(words::kind_changed);
            close_dialog(dialog);
        });
    };
    let about = match now {
        Kind::Affiliate => view! { <p>{move || KindObstacle::Affiliate.words(lang.get())}</p> }.into_any(),
        Kind::StandAlone => view! {
            <p class="sub">{t(words::make_reseller_about)}</p>
            <TextField name="slug" label=words::slug value=slug problems=form.problems hint=words::slug_hint check=is_slug autofocus=true />
        }
        .into_any(),
        _ => view! { <p class="sub">{t(words::make_stand_alone_about)}</p> }.into_any(),
    };
    let label = if next == Kind::Reseller { words::make_reseller } else { words::make_stand_alone };
    view! {
        <form novalidate on:submit=submit>
            <div class="cols one">
                <FormAlert error=form.whole() />
                <div class="grp">
                    <p class="nm">{move || named(editor, now, lang.get())}</p>
                    {about}
                </div>
            </div>
            <div class="dlg-foot row">
                <button class="b end" type="button" on:click=move |_| close_dialog(dialog)>{t(shell::cancel)}</button>
                {(now != Kind::Affiliate).then(|| view! { <Submit label form /> })}
            </div>
        </form>
    }
}

fn is_slug(text: &str) -> Result<(), crate::values::Problem> {
    Slug::parse(text).map(drop)
}

/// By wire name. Only a reseller has an address of its own.
fn fields(kind: Kind, slug: RwSignal<String>) -> Fields {
    let mut fields = Fields::from([("kind".to_owned(), kind.as_str().to_owned())]);
    if kind == Kind::Reseller {
        fields.insert("slug".to_owned(), slug.get_untracked());
    }
    fields
}

/// `Romashka (42): Stand-alone company`.
fn named(editor: Editor, kind: Kind, lang: crate::values::Lang) -> String {
    let name = editor.stored(crate::companies::Field::Name);
    let id = editor.form.with_untracked(|form| form.id);
    format!("{name} ({id}): {}", words::kind_of(kind, lang))
}
