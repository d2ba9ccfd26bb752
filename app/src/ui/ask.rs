//! A question over everything else. The safe answer is the primary one and has the focus.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::site::t;
use crate::values::Lang;

/// A native `alertdialog`, open while `is_open`. Esc is the safe answer.
#[component]
pub fn Ask(
    #[prop(into)] is_open: Signal<bool>,
    title: fn(Lang) -> &'static str,
    keep_word: fn(Lang) -> &'static str,
    give_up_word: fn(Lang) -> &'static str,
    /// The safe answer.
    keep: Callback<()>,
    give_up: Callback<()>,
    /// What is at stake.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (is_open.get(), dialog.open()) {
            (true, false) => {
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let on_close = move |_| {
        if is_open.get_untracked() {
            keep.run(());
        }
    };
    view! {
        <dialog class="ask" role="alertdialog" aria-labelledby="ask-t" aria-describedby="ask-d" node_ref=dialog on:close=on_close>
            <h2 id="ask-t">{t(title)}</h2>
            <div id="ask-d">{children()}</div>
            <div class="row">
                <button class="b p" type="button" autofocus on:click=move |_| keep.run(())>{t(keep_word)}</button>
                <button class="b bad" type="button" on:click=move |_| give_up.run(())>{t(give_up_word)}</button>
            </div>
        </dialog>
    }
}
