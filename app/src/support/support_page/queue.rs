//! The operator's queue: open requests first, and the way to the letters that did not arrive.

use leptos::prelude::*;
use leptos_router::components::A;

use super::queue_row::QueueRow;
use crate::affiliates::Request;
use crate::site::{Icon, t};
use crate::values::RequestId;
use crate::words::support as words;

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
                            <QueueRow request requests declining />
                        </For>
                    </tbody>
                </table>
            </div>
        </Show>
    }
}
