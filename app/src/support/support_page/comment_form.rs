//! Saying more about an open request. The operators read it before they decide.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::own_row::Deeds;
use super::request_list::RequestList;
use crate::affiliates::door;
use crate::site::t;
use crate::ui::browser::focus_soon;
use crate::ui::{FormState, Submit, TextArea, use_toasts};
use crate::values::RequestId;
use crate::words::{shell, support as words};

/// Inside the request's row, in place of its buttons. What is refused of it as a whole is said there.
#[component]
pub fn CommentForm(id: RequestId, form: FormState, requests: RequestList, deeds: Deeds) -> impl IntoView {
    let toasts = use_toasts();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(door::comment_request(id, deeds.text.get_untracked()), move |()| {
            toasts.say(words::comment_toast);
            deeds.end();
            requests.settled(id);
        });
    };
    focus_soon("#text");
    view! {
        <form
            class="row reason"
            method="post"
            novalidate
            on:submit=submit
            on:keydown=move |event: KeyboardEvent| {
                if event.key() == "Escape" {
                    deeds.leave(id, form);
                }
            }
        >
            <TextArea name="text" label=words::comment value=deeds.text problems=form.problems />
            <Submit label=words::send_comment form class="b sm p" />
            <button class="b sm g" type="button" on:click=move |_| deeds.leave(id, form)>{t(shell::cancel)}</button>
        </form>
    }
}
