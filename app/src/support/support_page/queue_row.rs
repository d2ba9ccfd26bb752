//! One request of the queue: both sides, what stands in the way, and two buttons.

use leptos::prelude::*;

use super::decline_form::DeclineForm;
use super::remark_row::{RemarkRow, long_remark};
use super::request_pill::RequestPill;
use super::sides::Sides;
use super::{reload, use_moments};
use crate::affiliates::{Request, RequestState, door};
use crate::site::{t, use_lang};
use crate::ui::browser::focus_soon;
use crate::ui::{FormAlert, FormState, use_toasts};
use crate::values::RequestId;
use crate::words::support as words;

/// Across this many columns goes what stands under a row.
const COLUMNS: &str = "6";

#[component]
pub fn QueueRow(
    request: Request,
    requests: RwSignal<Vec<Request>>,
    /// Whose reason for declining is being written; one at a time.
    declining: RwSignal<Option<RequestId>>,
) -> impl IntoView {
    let (lang, moment, toasts) = (use_lang(), use_moments(), use_toasts());
    let form = FormState::new(None);
    let Request { id, created_at, state, .. } = request;
    let asked_by = request.review.as_ref().map(|review| review.requested_by.clone()).unwrap_or_default();
    let remark = long_remark(&request);
    let row_id = format!("request-{id}");
    let settled = StoredValue::new(format!("#{row_id}"));
    let complete = move |_| {
        declining.set(None);
        form.send(door::complete_request(id), move |()| {
            toasts.say(words::completed_toast);
            reload(requests);
            focus_soon(settled.get_value());
        });
    };
    let is_busy = move || form.is_busy.get().then_some("true");
    let is_declining = move || declining.get() == Some(id);
    let is_expanded = move || is_declining().to_string();
    let toggle = move |_| {
        form.clear();
        declining.update(|open| *open = if *open == Some(id) { None } else { Some(id) });
    };
    view! {
        <tr role="row" id=row_id tabindex="-1">
            <td role="cell" class="mx dim">{id.to_string()}</td>
            <td role="cell" class="m0"><Sides request /></td>
            <td role="cell" class="m2 sub hide-s" title=asked_by.clone()>{asked_by.clone()}</td>
            <td role="cell" class="mx sub hide-s">{move || moment(created_at, lang.get())}</td>
            <td role="cell" class="m3"><RequestPill state /></td>
            <td role="cell" class="mw n">
                {(state == RequestState::New).then(|| view! {
                    <span class="row acts">
                        <button class="b sm p" type="button" aria-busy=is_busy aria-disabled=is_busy on:click=complete>
                            {t(words::complete)}
                        </button>
                        <button class="b sm" type="button" aria-expanded=is_expanded on:click=toggle>
                            {t(words::decline)}
                        </button>
                    </span>
                })}
            </td>
        </tr>
        {remark.map(|text| view! { <RemarkRow text columns=COLUMNS /> })}
        <Show when=move || form.error.read().is_some()>
            <tr role="row" class="more"><td role="cell" colspan=COLUMNS><FormAlert error=form.error /></td></tr>
        </Show>
        <Show when=is_declining>
            <tr role="row" class="more">
                <td role="cell" colspan=COLUMNS><DeclineForm id requests declining /></td>
            </tr>
        </Show>
    }
}
