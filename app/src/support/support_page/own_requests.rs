//! The requests of one's own company, with what became of them.

use leptos::prelude::*;

use super::request_list::RequestList;
use super::request_pill::RequestPill;
use super::sent_head::SentHead;
use crate::affiliates::Request;
use crate::site::{Icon, t, use_lang};
use crate::ui::date_and_time;
use crate::words::support as words;

#[component]
pub fn OwnRequests(requests: RequestList) -> impl IntoView {
    view! {
        <h2>{t(words::my_requests)}</h2>
        <Show when=move || !requests.is_empty() fallback=|| view! { <p class="sub">{t(words::no_requests)}</p> }>
            <div class="wide">
                <table class="t tall" role="table" aria-label=t(words::my_requests)>
                    <colgroup><col class="c-id" /><col /><col class="c-when hide-s" /><col class="c-st" /></colgroup>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{t(words::id)}</th>
                            <th role="columnheader" scope="col">{t(words::request)}</th>
                            <SentHead requests />
                            <th role="columnheader" scope="col">{t(words::status)}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        {move || requests.all().into_iter().map(|request| view! { <Row request /> }).collect_view()}
                    </tbody>
                </table>
            </div>
        </Show>
    }
}

#[component]
fn Row(request: Request) -> impl IntoView {
    let lang = use_lang();
    let remark = request.remark().to_owned();
    let Request { id, reseller_id, company_id, state, created_at, offset_minutes, .. } = request;
    view! {
        <tr role="row">
            <td role="cell" class="mx dim">{id.to_string()}</td>
            <td role="cell" class="m0 whole">
                <span class="pair">
                    <span class="nm">{t(words::reseller)}" "{reseller_id}</span>
                    <Icon name="right" />
                    <span class="nm">{t(words::company)}" "{company_id}</span>
                </span>
                <span class="s dim remark">{remark}</span>
            </td>
            <td role="cell" class="m2 sub hide-s">{move || date_and_time(created_at, offset_minutes, lang.get())}</td>
            <td role="cell" class="m3"><RequestPill state /></td>
        </tr>
    }
}
