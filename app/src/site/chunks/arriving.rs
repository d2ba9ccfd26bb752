//! Code on its way into the page.

use std::future::Future;
use std::time::Duration;

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
    Offline,
}

/// Before the page that the server rendered is woken up: it could not wait.
pub async fn load_chunks_of_page() -> Result<(), Unloaded> {
    for chunk in Chunk::of(&location().pathname().unwrap_or_default()) {
        chunk.load().await?;
    }
    Ok(())
}

/// What is likely to be asked for next. What fails now is loaded when it is needed.
pub fn load_ahead() {
    let load = async {
        for chunk in [Chunk::Table, Chunk::Dialog, Chunk::Company] {
            let _ = chunk.load().await;
        }
    };
    set_timeout(move || spawn_local(load), AT_REST);
}

/// A bar until the code of the page is here, then the page. Where the server has other code by now, or none, the whole
/// page is loaded anew; without a network it says so and can be asked again.
pub(super) fn until_here<F>(chunk: Chunk, page: impl Fn() -> F + Clone + Send + 'static) -> AnyView
where
    F: Future<Output = Result<AnyView, Unloaded>>,
{
    let stage = RwSignal::new(Stage::OnItsWay);
    let load = move || {
        stage.set(Stage::OnItsWay);
        spawn_local(async move {
            match chunk.load().await {
                Ok(()) => drop(stage.try_set(Stage::Here)),
                // Whoever has gone elsewhere meanwhile stays there.
                Err(_) if stage.is_disposed() => {}
                Err(_) if window().navigator().on_line() => drop(location().reload()),
                Err(_) => drop(stage.try_set(Stage::Offline)),
            }
        });
    };
    load();
    let view = move || match stage.get() {
        Stage::OnItsWay => view! { <Bar /> }.into_any(),
        Stage::Here => untrack(|| at_once(page())).and_then(Result::ok).unwrap_or_else(|| ().into_any()),
        Stage::Offline => view! { <Offline retry=load /> }.into_any(),
    };
    view.into_any()
}

#[component]
fn Bar() -> impl IntoView {
    view! { <div class="nearing" role="progressbar" aria-label=t(words::shell::loading)></div> }
}

#[component]
fn Offline(retry: impl Fn() + 'static) -> impl IntoView {
    let lang = use_lang();
    view! {
        <main class="main" id="main" tabindex="-1">
            <div class="void page" role="alert">
                <span>{move || words::problems::text(&ApiError::Offline, lang.get())}</span>
                <button class="b" type="button" on:click=move |_| retry()>{t(words::shell::reload)}</button>
            </div>
        </main>
    }
}
