//! `/support`: requests to attach an existing company. The operator decides about them here.

mod decline_form;
mod new_request;
mod own_requests;
mod queue;
mod queue_row;
mod remark_row;
mod request_pill;
mod sides;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::affiliates::{Request, door};
use crate::people::Me;
use crate::site::{FramedProblem, Head, use_lang, use_me};
use crate::ui::{browser, date, date_and_time};
use crate::values::Lang;
use crate::words::support as words;
use new_request::NewRequest;
use own_requests::OwnRequests;
use queue::Queue;

#[component]
pub fn SupportPage() -> impl IntoView {
    let loaded = Resource::new_blocking(|| (), |()| door::requests());
    view! {
        <Suspense fallback=|| view! { <Frame><div></div></Frame> }>
            {move || Suspend::new(async move {
                match loaded.await {
                    Ok(requests) => view! { <Requests requests=RwSignal::new(requests) /> }.into_any(),
                    Err(error) => view! { <FramedProblem error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Requests(requests: RwSignal<Vec<Request>>) -> impl IntoView {
    let is_operator = use_me().with_untracked(Me::is_operator);
    view! {
        <Frame>
            {if is_operator {
                view! { <Queue requests /> }.into_any()
            } else {
                view! { <NewRequest requests /><OwnRequests requests /> }.into_any()
            }}
        </Frame>
    }
}

#[component]
fn Frame(children: Children) -> impl IntoView {
    let lang = use_lang();
    view! {
        <Head title=Signal::derive(move || words::support(lang.get()).to_owned()) />
        <main class="main" id="main">
            <div class="scroll" tabindex="-1"><div class="pad">{children()}</div></div>
        </main>
    }
}

/// Asks for the list again, after something was done about it. If that fails the old list stays.
fn reload(requests: RwSignal<Vec<Request>>) {
    spawn_local(async move {
        if let Ok(list) = door::requests().await {
            requests.set(list);
        }
    });
}

/// A time in the reader's own zone; only the day by UTC until the page is awake and knows that zone.
fn use_moments() -> impl Fn(i64, Lang) -> String + Copy + Send + Sync + 'static {
    let offset = browser::zone_offset();
    move |at, lang| match offset.get() {
        Some(offset) => date_and_time(at, offset, lang),
        None => date(at, 0, lang),
    }
}
