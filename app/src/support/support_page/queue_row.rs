//! One request of the queue: both sides, what was found about them, and two buttons. All of it is one row.

use leptos::prelude::*;

use super::checks::Checks;
use super::comments::Comments;
use super::decline_form::DeclineForm;
use super::queue::Declining;
use super::request_list::RequestList;
use super::request_pill::RequestPill;
use super::sides::Sides;
use crate::affiliates::{Request, RequestState, door};
use crate::site::{t, use_lang};
use crate::ui::{FormAlert, FormState, date_and_time, use_toasts};
use crate::words::support as words;

/// It stays while the request is on the list, whatever becomes of it: what was sent from it is answered in it.
#[component]
pub fn QueueRow(request: Request, requests: RequestList, declining: Declining) -> impl IntoView {
    let (lang, toasts) = (use_lang(), use_toasts());
    // One for both buttons: what is being completed cannot be declined at the same time.
    let form = FormState::new(None);
    let Request { id, created_at, offset_minutes, .. } = request;
    let asked_by = request.review.as_ref().map(|review| review.requested_by.clone()).unwrap_or_default();
    let request = requests.follow(request);
    let complete = move |_| {
        form.send(door::complete_request(id), move |()| {
            toasts.say(words::completed_toast);
            requests.settled(id);
        });
    };
    let decline = move |_| {
        form.clear();
        declining.begin(id);
    };
    let is_busy = move || form.is_busy.get().then_some("true");
    let state = Memo::new(move |_| request.with(|request| request.state));
    let is_open = move || state.get() == RequestState::New;
    let is_declining = move || is_open() && declining.is_of(id);
    view! {
        <tr role="row" id=format!("request-{id}") tabindex="-1">
            <td role="cell" class="mx dim">{id.to_string()}</td>
            <td role="cell" class="m0 whole">
                <Sides request />
                <Comments request />
                <Checks request />
                <FormAlert error=form.whole() />
                <Show when=is_declining><DeclineForm id form requests declining /></Show>
            </td>
            <td role="cell" class="m2 sub hide-s" title=asked_by.clone()>{asked_by.clone()}</td>
            <td role="cell" class="mx sub hide-s">{move || date_and_time(created_at, offset_minutes, lang.get())}</td>
            <td role="cell" class="m3"><RequestPill state /></td>
            <td role="cell" class="mw n">
                <Show when=move || is_open() && !is_declining()>
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
