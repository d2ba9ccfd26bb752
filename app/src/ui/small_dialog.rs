//! A small native dialog: shown as a modal while it is in the page, gone when closed.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::site::{Icon, t};
use crate::values::Lang;
use crate::words;

/// The frame of a dialog with a heading and a way out. Render it to open it; `on_close` takes it away.
#[component]
pub fn SmallDialog(
    /// The id of the heading.
    id: &'static str,
    title: fn(Lang) -> &'static str,
    /// The element, for whoever [closes](close_dialog) it from within.
    dialog: NodeRef<Dialog>,
    #[prop(into)] on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(move || {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    // Whoever opened it may be gone by the time it has closed.
    let closed = move || {
        on_close.try_run(());
    };
    view! {
        <dialog class="dlg sm" aria-labelledby=id node_ref=dialog on:close=move |_| closed()>
            <div class="dlg-head">
                <div class="cut"><h2 id=id>{t(title)}</h2></div>
                <span class="row end">
                    <button
                        class="ib"
                        type="button"
                        aria-label=t(words::shell::close)
                        title=t(words::shell::close)
                        on:click=move |_| close_dialog(dialog)
                    >
                        <Icon name="x" />
                    </button>
                </span>
            </div>
            {children()}
        </dialog>
    }
}

/// Closes as Esc does, so that the focus returns to where it was.
pub fn close_dialog(dialog: NodeRef<Dialog>) {
    #[cfg(feature = "hydrate")]
    if let Some(dialog) = dialog.get_untracked() {
        dialog.close();
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = dialog;
}
