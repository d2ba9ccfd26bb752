//! The button that begins looking through a user's eyes, and the dialog that asks why.

use leptos::ev::SubmitEvent;
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::door;
use crate::site::{t, use_lang};
use crate::ui::browser::go_to;
use crate::ui::{FormAlert, FormState, SmallDialog, Submit, TextArea, close_dialog};
use crate::values::UserId;
use crate::words::shell;
use crate::words::viewing as words;

/// Asks for the reason, then loads the site anew with the other's eyes.
#[component]
pub fn ViewAs(
    person: UserId,
    full_name: String,
    /// Takes the dialog away.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let (lang, dialog, form) = (use_lang(), NodeRef::<Dialog>::new(), FormState::new(None));
    let (reason, here) = (RwSignal::new(String::new()), use_location());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let back = here.pathname.get_untracked() + &here.search.get_untracked();
        let fields = [("reason".to_owned(), reason.get_untracked()), ("return_to".to_owned(), back)].into();
        form.send(door::view_as(person, fields), move |()| go_to("/"));
    };
    view! {
        <SmallDialog id="view-as-t" title=words::view_as dialog on_close>
            <form class="form pad" method="post" novalidate on:submit=submit>
                <p class="sub">{move || words::about_to_look(&full_name, lang.get())}</p>
                <FormAlert error=form.whole() />
                <TextArea name="reason" label=words::reason value=reason problems=form.problems />
                <div class="row">
                    <Submit label=words::look form />
                    <button class="b g" type="button" on:click=move |_| close_dialog(dialog)>{t(shell::cancel)}</button>
                </div>
            </form>
        </SmallDialog>
    }
}
