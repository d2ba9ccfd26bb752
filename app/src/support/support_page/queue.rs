//! The operator's queue: open requests first, and the ways to the directories and to the letters that did not arrive.

use leptos::prelude::*;
use leptos_router::components::A;

use super::queue_row::QueueRow;
use super::request_list::RequestList;
use super::sent_head::SentHead;
use crate::site::{Icon, t};
use crate::values::RequestId;
use crate::words::support as words;

/// Whose reason for declining is being written, one at a time, and the reason.
#[derive(Clone, Copy)]
pub struct Declining {
    of: RwSignal<Option<RequestId>>,
    pub reason: RwSignal<String>,
}

impl Declining {
    fn new() -> Self {
        Self { of: RwSignal::new(None), reason: RwSignal::new(String::new()) }
    }

    pub fn is_of(self, id: RequestId) -> bool {
        self.of.get() == Some(id)
    }

    pub fn begin(self, id: RequestId) {
        self.reason.set(String::new());
        self.of.set(Some(id));
    }

    pub fn end(self) {
        self.of.set(None);
    }
}

#[component]
pub fn Queue(requests: RequestList) -> impl IntoView {
    let declining = Declining::new();
    view! {
        <div class="row">
            <h2>{t(words::all_requests)}</h2>
            <A href="/support/directories" attr:class="b end"><Icon name="building" />{t(words::directories)}</A>
            <A href="/support/letters" attr:class="b"><Icon name="mail" />{t(words::letters)}</A>
        </div>
        <Show when=move || !requests.is_empty() fallback=|| view! { <p class="sub">{t(words::no_requests)}</p> }>
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
                            <SentHead requests />
                            <th role="columnheader" scope="col">{t(words::status)}</th>
                            <th role="columnheader" scope="col"><span class="vh">{t(words::actions)}</span></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        <For each=move || requests.all() key=|request| request.id let(request)>
                            <QueueRow request requests declining />
                        </For>
                    </tbody>
                </table>
            </div>
        </Show>
    }
}
