//! What the reader may do about the company's money.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::acts::{Act, Question};
use super::books::Books;
use crate::words::acts as words;

#[component]
pub fn Actions(
    books: Books,
    /// What is asked about.
    asked: RwSignal<Option<Act>>,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let acts = Memo::new(move |_| books.now.with(Act::possible));
    view! {
        <Show when=move || !acts.with(Vec::is_empty)>
            <div class="row bill-acts">
                <For each=move || acts.get() key=|act| *act let(act)>
                    <button class="b sm" type="button" aria-haspopup="dialog" on:click=move |_| asked.set(Some(act))>
                        {move || words::act(act, books.lang.get())}
                    </button>
                </For>
            </div>
        </Show>
        {move || {
            asked.get().map(|act| view! { <Question act books dialog on_close=move || asked.set(None) /> })
        }}
    }
}
