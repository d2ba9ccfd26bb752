//! Taking an open request back, once it is certain that this is wanted.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::own_row::Deeds;
use super::request_list::RequestList;
use crate::affiliates::door;
use crate::site::t;
use crate::ui::browser::focus_soon;
use crate::ui::{FormState, Submit, use_toasts};
use crate::values::RequestId;
use crate::words::{shell, support as words};

/// Inside the request's row, in place of its buttons. The safe answer has the focus.
#[component]
pub fn WithdrawForm(id: RequestId, form: FormState, requests: RequestList, deeds: Deeds) -> impl IntoView {
    let toasts = use_toasts();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(door::withdraw_request(id), move |()| {
            toasts.say(words::withdrawn_toast);
            deeds.end();
            requests.settled(id);
        });
    };
    focus_soon(format!("#request-{id} .reason [type=button]"));
    view! {
        <form
            class="row reason"
            method="post"
            aria-labelledby="withdraw-q"
            on:submit=submit
            on:keydown=move |event: KeyboardEvent| {
                if event.key() == "Escape" {
                    deeds.leave(id, form);
                }
            }
        >
            <p class="f" id="withdraw-q">{t(words::withdraw_question)}</p>
            <Submit label=words::withdraw form class="b sm bad" />
            <button class="b sm" type="button" aria-describedby="withdraw-q" on:click=move |_| deeds.leave(id, form)>
                {t(shell::cancel)}
            </button>
        </form>
    }
}
