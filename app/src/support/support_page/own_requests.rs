//! The requests of one's own company, with what became of them.

use leptos::prelude::*;

use super::own_row::{Deeds, OwnRow};
use super::request_list::RequestList;
use super::sent_head::SentHead;
use crate::site::t;
use crate::words::support as words;

#[component]
pub fn OwnRequests(requests: RequestList) -> impl IntoView {
    let deeds = Deeds::new();
    view! {
        <h2>{t(words::my_requests)}</h2>
        <Show when=move || !requests.is_empty() fallback=|| view! { <p class="sub">{t(words::no_requests)}</p> }>
            <div class="wide">
                <table class="t tall" role="table" aria-label=t(words::my_requests)>
                    <colgroup>
                        <col class="c-id" /><col /><col class="c-when hide-s" /><col class="c-st" /><col class="c-deeds" />
                    </colgroup>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{t(words::id)}</th>
                            <th role="columnheader" scope="col">{t(words::request)}</th>
                            <SentHead requests />
                            <th role="columnheader" scope="col">{t(words::status)}</th>
                            <th role="columnheader" scope="col"><span class="vh">{t(words::actions)}</span></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        <For each=move || requests.all() key=|request| request.id let(request)>
                            <OwnRow request requests deeds />
                        </For>
                    </tbody>
                </table>
            </div>
        </Show>
    }
}
