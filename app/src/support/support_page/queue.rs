//! The operator's queue: open requests first, each with both sides, what stands in the way, and two buttons.

use leptos::prelude::*;
use leptos_router::components::A;

use super::decline_form::DeclineForm;
use super::request_pill::RequestPill;
use super::{reload, use_moments};
use crate::affiliates::{Request, RequestState, door};
use crate::site::{Icon, t, use_lang};
use crate::ui::browser::focus_soon;
use crate::ui::{FormAlert, FormState, use_toasts};
use crate::values::RequestId;
use crate::words::support as words;

/// Across this many columns goes what is opened under a row.
const COLUMNS: &str = "6";

#[component]
pub fn Queue(requests: RwSignal<Vec<Request>>) -> impl IntoView {
    let declining = RwSignal::new(None::<RequestId>);
    view! {
        <div class="row">
            <h2>{t(words::all_requests)}</h2>
            <A href="/support/letters" attr:class="b end"><Icon name="mail" />{t(words::letters)}</A>
        </div>
        <Show when=move || !requests.read().is_empty() fallback=|| view! { <p class="sub">{t(words::no_requests)}</p> }>
            <div class="wide">
                <table class="t tall" role="table" aria-label=t(words::all_requests)>
                    <colgroup>
                        <col class="c-id" /><col /><col class="c-role hide-s" /><col class="c-when hide-s" /><col class="c-st" /><col class="c-acts" />
                    </colgroup>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{t(words::id)}</th>
                            <th role="columnheader" scope="col">{t(words::request)}</th>
                            <th role="columnheader" scope="col" class="hide-s">{t(words::asked_by)}</th>
                            <th role="columnheader" scope="col" class="hide-s">{t(words::asked_at)}</th>
                            <th role="columnheader" scope="col">{t(words::status)}</th>
                            <th role="columnheader" scope="col"><span class="vh">{t(words::actions)}</span></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        <For each=move || requests.get() key=|request| (request.id, request.state) let(request)>
                            <Row request requests declining />
                        </For>
                    </tbody>
                </table>
            </div>
        </Show>
    }
}

#[component]
fn Row(request: Request, requests: RwSignal<Vec<Request>>, declining: RwSignal<Option<RequestId>>) -> impl IntoView {
    let (lang, moment, toasts) = (use_lang(), use_moments(), use_toasts());
    let form = FormState::new(None);
    let Request { id, created_at, state, .. } = request;
    let asked_by = request.review.as_ref().map(|review| review.requested_by.clone()).unwrap_or_default();
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
    let is_declining = move || declining.get() == Some(id);
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
                        <button class="b sm p" type="button" aria-busy=move || form.is_busy.get().then_some("true") on:click=complete>
                            {t(words::complete)}
                        </button>
                        <button
                            class="b sm"
                            type="button"
                            aria-expanded=move || is_declining().to_string()
                            on:click=move |_| declining.set((!is_declining()).then_some(id))
                        >
                            {t(words::decline)}
                        </button>
                    </span>
                })}
            </td>
        </tr>
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

/// Both companies by name and ID, the comment, and why completing will not do.
#[component]
fn Sides(request: Request) -> impl IntoView {
    let lang = use_lang();
    let Request { reseller_id, company_id, comment, reason, review, .. } = request;
    let obstacle = review.as_ref().and_then(|review| review.obstacle);
    let (reseller, company) = review.map(|review| (review.reseller_name, review.company_name)).unwrap_or_default();
    let detail = if reason.is_empty() { comment } else { reason };
    view! {
        <span class="pair">
            <Side name=reseller id=reseller_id />
            <Icon name="right" />
            <Side name=company id=company_id />
        </span>
        {obstacle.map(|obstacle| view! { <span class="s warn cut">{move || obstacle.words(lang.get())}" "</span> })}
        <span class="s dim cut" title=detail.clone()>{detail.clone()}</span>
    }
}

#[component]
fn Side(name: Option<String>, id: i64) -> impl IntoView {
    let lang = use_lang();
    if name.is_none() {
        return view! { <span class="nm">{move || words::company_with_id(None, id, lang.get())}</span> }.into_any();
    }
    let text = move || words::company_with_id(name.as_deref(), id, lang.get());
    view! { <A href=format!("/companies/{id}") attr:class="nm">{text}</A> }.into_any()
}
