//! The requests of one's own company, with what became of them.

use leptos::prelude::*;

use super::remark_row::{RemarkRow, long_remark};
use super::request_pill::RequestPill;
use super::use_moments;
use crate::affiliates::Request;
use crate::site::{Icon, t, use_lang};
use crate::words::support as words;

#[component]
pub fn OwnRequests(requests: RwSignal<Vec<Request>>) -> impl IntoView {
    view! {
        <h2>{t(words::my_requests)}</h2>
        <Show when=move || !requests.read().is_empty() fallback=|| view! { <p class="sub">{t(words::no_requests)}</p> }>
            <div class="wide">
                <table class="t tall" role="table" aria-label=t(words::my_requests)>
                    <colgroup><col class="c-id" /><col /><col class="c-when hide-s" /><col class="c-st" /></colgroup>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{t(words::id)}</th>
                            <th role="columnheader" scope="col">{t(words::request)}</th>
                            <th role="columnheader" scope="col" class="hide-s">{t(words::asked_at)}</th>
                            <th role="columnheader" scope="col">{t(words::status)}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        {move || requests.get().into_iter().map(|request| view! { <Row request /> }).collect_view()}
                    </tbody>
                </table>
            </div>
        </Show>
    }
}

#[component]
fn Row(request: Request) -> impl IntoView {
    let (lang, moment) = (use_lang(), use_moments());
    let long = long_remark(&request);
    let Request { id, reseller_id, company_id, comment, state, reason, created_at, .. } = request;
    let remark = if reason.is_empty() { comment } else { reason };
    view! {
        <tr role="row">
            <td role="cell" class="mx dim">{id.to_string()}</td>
            <td role="cell" class="m0">
                <span class="pair">
                    <span class="nm">{t(words::reseller)}" "{reseller_id}</span>
                    <Icon name="right" />
                    <span class="nm">{t(words::company)}" "{company_id}</span>
                </span>
                <span class="s dim cut" title=remark.clone()>{remark.clone()}</span>
            </td>
            <td role="cell" class="m2 sub hide-s">{move || moment(created_at, lang.get())}</td>
            <td role="cell" class="m3"><RequestPill state /></td>
        </tr>
        {long.map(|text| view! { <RemarkRow text columns="4" /> })}
    }
}
