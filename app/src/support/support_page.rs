//! `/support`: requests to attach an existing company. The operator decides about them here.

mod checks;
mod comment_form;
mod comments;
mod decline_form;
mod new_request;
mod own_requests;
mod own_row;
mod queue;
mod queue_row;
mod request_list;
mod request_pill;
mod sent_head;
mod sides;
mod withdraw_form;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::affiliates::door;
use crate::people::Right;
use crate::site::{FormAnswer, FramedProblem, Head, Icon, t, use_lang, use_me};
use crate::words::audit::audit;
use crate::words::support as words;
use new_request::NewRequest;
use own_requests::OwnRequests;
use queue::Queue;
use request_list::RequestList;

#[component]
pub fn SupportPage() -> impl IntoView {
    let answer = FormAnswer::of_page();
    let loaded = Resource::new_blocking(|| (), |()| door::requests());
    view! {
        <Suspense fallback=|| view! { <Frame><div></div></Frame> }>
            {move || {
                let answer = answer.clone();
                Suspend::new(async move {
                    match loaded.await {
                        Ok(requests) => view! { <Requests requests=RequestList::new(requests) answer /> }.into_any(),
                        Err(error) => view! { <FramedProblem error /> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
}

#[component]
fn Requests(requests: RequestList, answer: FormAnswer) -> impl IntoView {
    let settles = use_me().with_untracked(|me| me.may(Right::SettleRequests));
    view! {
        <Frame>
            {if settles {
                view! { <Queue requests /> }.into_any()
            } else {
                view! { <NewRequest requests answer /><OwnRequests requests /> }.into_any()
            }}
            <p class="row"><A href="/support/audit" attr:class="b"><Icon name="clock" />{t(audit)}</A></p>
        </Frame>
    }
}

#[component]
fn Frame(children: Children) -> impl IntoView {
    let lang = use_lang();
    view! {
        <Head title=Signal::derive(move || words::support(lang.get()).to_owned()) />
        <main class="main" id="main" tabindex="-1">
            <div class="scroll" tabindex="-1"><div class="pad">{children()}</div></div>
        </main>
    }
}
