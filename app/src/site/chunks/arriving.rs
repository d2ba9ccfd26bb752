//! Code on its way into the page.

use std::future::Future;
use std::time::Duration;

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;
pub use leptos::wasm_split::SplitLoaderError as Unloaded;

use super::{Chunk, at_once};
use crate::error::ApiError;
use crate::site::{t, use_lang};
use crate::words;

/// By then a page has asked for all that it shows.
const AT_REST: Duration = Duration::from_secs(1);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    OnItsWay,
    Here,
    Missing,
}

/// Before the page that the server rendered is woken up: it could not wait.
pub async fn load_chunks_of_page() -> Result<(), Unloaded> {
    let path = path();
    for chunk in Chunk::of(&path) {
        chunk.load().await?;
    }
    if path != self::path() {
        // Somebody went back meanwhile: the page that is here is not the one at the address.
        let _ = location().reload();
        std::future::pending::<()>().await;
    }
    Ok(())
}

fn path() -> String {
    location().pathname().unwrap_or_default()
}

/// What is likely to be asked for next. What fails now, or is not tried without a network, is loaded when it is needed.
pub fn load_ahead() {
    let load = async {
        for chunk in Chunk::after(&path()) {
            if window().navigator().on_line() {
                let _ = chunk.load().await;
            }
        }
    };
    set_timeout(move || spawn_local(load), AT_REST);
}

/// A bar until the code of the page is here, then the page. Where it cannot be had from a server that answers, that has
/// another build by now, and the whole page is loaded anew; without an answer it is told, and can be asked for again.
pub(super) fn until_here<F>(chunk: Chunk, page: impl Fn() -> F + Send + 'static) -> AnyView
where
    F: Future<Output = Result<AnyView, Unloaded>>,
{
    let stage = RwSignal::new(Stage::OnItsWay);
    let load = move || {
        stage.set(Stage::OnItsWay);
        spawn_local(async move {
            match chunk.load().await {
                Ok(()) => drop(stage.try_set(Stage::Here)),
                Err(_) => {
                    let is_answered = server_answers().await;
                    // Whoever has gone elsewhere meanwhile stays there.
                    if is_answered && !stage.is_disposed() {
                        let _ = location().reload();
                    } else {
                        stage.try_set(Stage::Missing);
                    }
                }
            }
        });
    };
    load();
    let missing = move || view! { <Missing retry=load /> }.into_any();
    let view = move || match stage.get() {
        Stage::OnItsWay => view! { <Bar /> }.into_any(),
        Stage::Here => untrack(|| at_once(page())).and_then(Result::ok).unwrap_or_else(missing),
        Stage::Missing => missing(),
    };
    view.into_any()
}

async fn server_answers() -> bool {
    Request::get("/healthz").send().await.is_ok_and(|answer| answer.ok())
}

#[component]
fn Bar() -> impl IntoView {
    view! { <div class="nearing" role="progressbar" aria-label=t(words::shell::loading)></div> }
}

#[component]
fn Missing(retry: impl Fn() + 'static) -> impl IntoView {
    let lang = use_lang();
    view! {
        <p class="late-note" role="alert">
            {move || words::problems::text(&ApiError::Offline, lang.get())} " "
            <button class="b" type="button" on:click=move |_| retry()>{t(words::shell::reload)}</button>
        </p>
    }
}
