//! The order of a table where its rows are cards and the heads of its columns are not in sight.

use leptos::html::Select;
use leptos::prelude::*;

use super::sort::{Sort, SortColumn};
use crate::site::{t, use_lang};
use crate::values::Lang;
use crate::words::shell as words;

/// Every one of the columns in both directions, and the default order. Not there while the heads are.
#[component]
pub fn SortMenu<K: SortColumn>(
    label: fn(K, Lang) -> &'static str,
    sort: RwSignal<Option<Sort<K>>>,
    choose: Callback<Option<Sort<K>>>,
    /// The columns that the table has, where it has not all.
    #[prop(default = K::ALL)]
    keys: &'static [K],
) -> impl IntoView {
    let (lang, select) = (use_lang(), NodeRef::<Select>::new());
    let written = |sort: Option<Sort<K>>| sort.map(|sort| sort.to_string()).unwrap_or_default();
    let first = written(sort.get_untracked());
    // Also after the browser has put back what it showed on an earlier visit.
    Effect::new(move |_| {
        let text = written(sort.get());
        if let Some(select) = select.get() {
            select.set_value(&text);
        }
    });
    let both = |key: &'static K| [Sort::ascending(*key), Sort::descending(*key)];
    let options = keys.iter().flat_map(both).map(|sort| {
        let (value, is_first) = (sort.to_string(), sort.to_string() == first);
        let word = move || words::ordered(label(sort.key, lang.get()), sort.is_descending, lang.get());
        view! { <option value=value selected=is_first>{word}</option> }
    });
    let options = options.collect_view();
    view! {
        <div class="row order only-m">
            <label class="s sub" for="sort-by">{t(words::sort_by)}</label>
            <select
                class="in"
                id="sort-by"
                node_ref=select
                on:change:target=move |event| choose.run(event.target().value().parse().ok())
            >
                <option value="">{t(words::default_order)}</option>
                {options}
            </select>
        </div>
    }
}
