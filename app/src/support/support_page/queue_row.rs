//! One request of the queue: both sides, what stands in the way, and two buttons. All of it is one row.

use leptos::prelude::*;

use super::decline_form::DeclineForm;
use super::queue::Declining;
use super::request_list::RequestList;
use super::request_pill::RequestPill;
use super::sides::Sides;
use crate::affiliates::{Request, RequestState, door};
use crate::site::{t, use_lang};
use crate::ui::browser::focus_soon;
use crate::ui::{FormAlert, FormState, date_and_time, use_toasts};
use crate::values::RequestId;
use crate::words::support as words;

#[component]
pub fn QueueRow(request: Request, requests: RequestList, declining: Declining) -> impl IntoView {
    let (lang, toasts) = (use_lang(), use_toasts());
    // One for both buttons: what is being completed cannot be declined at the same time.
    let form = FormState::new(None);
    let Request { id, created_at, offset_minutes, state, .. } = request;
    let asked_by = request.review.as_ref().map(|review| review.requested_by.clone()).unwrap_or_default();
    let complete = move |_| {
        form.send(door::complete_request(id), move |()| {
            toasts.say(words::completed_toast);
            settled(requests, id);
        });
    };
    let decline = move |_| {
        form.clear();
        declining.begin(id);
    };
    let is_busy = move || form.is_busy.get().then_some("true");
    let is_open = state == RequestState::New;
    let is_declining = move || is_open && declining.is_of(id);
    view! {
        <tr role="row" id=format!("request-{id}") tabindex="-1">
            <td role="cell" class="mx dim">{id.to_string()}</td>
            <td role="cell" class="m0 whole">
                <Sides request />
                <FormAlert error=form.whole() />
                <Show when=is_declining><DeclineForm id form requests declining /></Show>
            </td>
            <td role="cell" class="m2 sub hide-s" title=asked_by.clone()>{asked_by.clone()}</td>
            <td role="cell" class="mx sub hide-s">{move || date_and_time(created_at, offset_minutes, lang.get())}</td>
            <td role="cell" class="m3"><RequestPill state /></td>
            <td role="cell" class="mw n">
                <Show when=move || is_open && !is_declining()>
                    <span class="row acts">
                        <button class="b sm p" type="button" aria-busy=is_busy aria-disabled=is_busy on:click=complete>
                            {t(words::complete)}
                        </button>
                        <button class="b sm" type="button" on:click=decline>{t(words::decline)}</button>
                    </span>
                </Show>
            </td>
        </tr>
    }
}

/// After a decision the buttons are gone: the focus goes to the row, and once more when the row has been drawn anew.
pub fn settled(requests: RequestList, id: RequestId) {
    let focus_row = move || focus_soon(format!("#request-{id}"));
    focus_row();
    requests.reload(focus_row);
}
