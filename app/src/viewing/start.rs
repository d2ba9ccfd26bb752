//! The form that begins looking through a user's eyes: it asks why.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::door;
use crate::site::{t, use_lang};
use crate::ui::browser::{focus_soon, go_to};
use crate::ui::{FormAlert, FormState, Submit, TextArea};
use crate::values::UserId;
use crate::words::shell;
use crate::words::viewing as words;

/// Loads the site anew with the other's eyes.
#[component]
pub fn ViewAs(
    person: UserId,
    full_name: String,
    /// Away from the form.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let (lang, form) = (use_lang(), FormState::new(None));
    let (reason, here) = (RwSignal::new(String::new()), use_location());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let back = here.pathname.get_untracked() + &here.search.get_untracked();
        let fields = [("reason".to_owned(), reason.get_untracked()), ("return_to".to_owned(), back)].into();
        form.send(door::view_as(person, fields), move |()| go_to("/"));
    };
    Effect::new(|_| focus_soon("#viewing-reason"));
    view! {
        <form class="form" method="post" novalidate on:submit=submit>
            <p class="sub">{move || words::about_to_look(&full_name, lang.get())}</p>
            <FormAlert error=form.whole() />
            <TextArea name="reason" id="viewing-reason" label=words::reason value=reason problems=form.problems />
            <div class="row">
                <Submit label=words::look form />
                <button class="b g" type="button" on:click=move |_| on_cancel.run(())>{t(shell::cancel)}</button>
            </div>
        </form>
    }
}
