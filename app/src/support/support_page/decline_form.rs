//! Declining a request, with the reason that the requester reads.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::reload;
use crate::affiliates::{Request, door};
use crate::site::t;
use crate::ui::browser::focus_soon;
use crate::ui::{FormAlert, FormState, Submit, TextField, use_toasts};
use crate::values::{Remark, RequestId};
use crate::words::shell;
use crate::words::support as words;

#[component]
pub fn DeclineForm(
    id: RequestId,
    requests: RwSignal<Vec<Request>>,
    declining: RwSignal<Option<RequestId>>,
) -> impl IntoView {
    let (reason, form, toasts) = (RwSignal::new(String::new()), FormState::new(None), use_toasts());
    let leave = move || {
        declining.set(None);
        focus_soon(format!("#request-{id}"));
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(door::decline_request(id, reason.get_untracked()), move |()| {
            toasts.say(words::declined_toast);
            reload(requests);
            leave();
        });
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
                value=reason
                problems=form.problems
                check=|text| Remark::parse(text).map(drop)
            />
            <Submit label=words::decline form class="b sm p" />
            <button class="b sm g" type="button" on:click=move |_| leave()>{t(shell::cancel)}</button>
            <p class="hint">{t(words::reason_hint)}</p>
            <FormAlert error=form.whole() />
        </form>
    }
}
