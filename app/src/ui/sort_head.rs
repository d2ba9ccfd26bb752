//! The head of a column that sorts.

use leptos::prelude::*;

use super::sort::{Sort, SortColumn};
use crate::site::use_lang;
use crate::values::Lang;

/// The column's name is a button that sorts by it; the arrow comes from `aria-sort`.
#[component]
pub fn SortHead<K: SortColumn>(
    key: K,
    label: fn(K, Lang) -> &'static str,
    sort: RwSignal<Option<Sort<K>>>,
    /// Told of the order that a press asks for.
    choose: Callback<Option<Sort<K>>>,
    #[prop(default = "")] class: &'static str,
    /// Stands beside the name.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let lang = use_lang();
    let press = move |_| choose.run(Sort::after_press(sort.get_untracked(), key));
    view! {
        <th role="columnheader" scope="col" class=class aria-sort=move || Sort::aria(sort.get(), key)>
            <button type="button" on:click=press>{move || label(key, lang.get())}</button>
            {children.map(|children| children())}
        </th>
    }
}
