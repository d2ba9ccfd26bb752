//! Declining a request, with the reason that the requester reads.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::queue::Declining;
use super::request_list::RequestList;
use crate::affiliates::door;
use crate::site::t;
use crate::ui::browser::focus_soon;
use crate::ui::{FormState, Submit, TextField, use_toasts};
use crate::values::{Remark, RequestId};
use crate::words::shell;
use crate::words::support as words;

/// Inside the request's row, in place of its buttons. What is refused of it as a whole is said there.
#[component]
pub fn DeclineForm(id: RequestId, form: FormState, requests: RequestList, declining: Declining) -> impl IntoView {
    let toasts = use_toasts();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(door::decline_request(id, declining.reason.get_untracked()), move |()| {
            toasts.say(words::declined_toast);
            declining.end();
            requests.settled(id);
        });
    };
    // Once it is on its way it cannot be called back.
    let leave = move || {
        if !form.is_busy.get_untracked() {
            form.clear();
            declining.end();
            focus_soon(format!("#request-{id} .acts button:last-child"));
        }
    };
    focus_soon("#reason");
    view! {
        <form
            class="row reason"
            method="post"
            novalidate
            on:submit=submit
            on:keydown=move |event: KeyboardEvent| {
                if event.key() == "Escape" {
                    leave();
                }
            }
        >
            <TextField
                name="reason"
                label=words::reason
                value=declining.reason
                problems=form.problems
                hint=words::reason_hint
                check=|text| Remark::parse(text).map(drop)
            />
            <Submit label=words::decline form class="b sm p" />
            <button class="b sm g" type="button" on:click=move |_| leave()>{t(shell::cancel)}</button>
        </form>
    }
}
