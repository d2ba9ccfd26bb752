//! The table of companies: its heads, its totals, and the body whose rows are kept by the virtual list.

use leptos::html::{Div, Tbody};
use leptos::prelude::*;
use search::Query;

use super::face::{Face, Look, shown_limit};
use super::first_rows::FirstRows;
use super::nothing::Nothing;
use super::row_html::row_html;
use super::sort::SortKey;
use super::use_companies;
use crate::site::{t, use_lang};
use crate::ui::SortHead;
use crate::ui::list_address::suffix;
use crate::values::{Kopecks, Lang};
use crate::words;

/// The columns in order: what they sort by, the class of the column, of its head, and whether roubles stand in it.
const COLUMNS: [(SortKey, &str, &str, bool); 9] = [
    (SortKey::Id, "c-id", "", false),
    (SortKey::Company, "", "", false),
    (SortKey::Inn, "c-inn", "", false),
    (SortKey::Balance, "c-bal", "n", true),
    (SortKey::Limit, "c-lim hide-s", "n hide-s", true),
    (SortKey::Status, "c-st", "", false),
    (SortKey::Zone, "c-tz hide-m no-run", "hide-m no-run", false),
    (SortKey::Employees, "c-emp hide-s no-run", "n hide-s no-run", false),
    (SortKey::Runway, "c-run run", "n run", false),
];

#[component]
pub(super) fn CompaniesTable(first: FirstRows) -> impl IntoView {
    let companies = use_companies();
    let lang = use_lang();
    let (scroller, body) = (NodeRef::<Div>::new(), NodeRef::<Tbody>::new());
    let rows = rows_html(&first, lang.get_untracked());
    let query = first.query.clone();
    let row_count = move || companies.summary.with(|summary| summary.shown + 1);
    let body_view = view! {
        <tbody
            role="rowgroup"
            translate="no"
            node_ref=body
            data-rendered-query=query
            on:click=move |event| companies.row_click(&event)
            on:keydown=move |event| companies.row_key(&event)
            inner_html=rows
        ></tbody>
    };
    #[cfg(feature = "hydrate")]
    wake(companies, first, scroller, body);
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=t(words::shell::companies) node_ref=scroller on:scroll=move |_| companies.scrolled()>
            <table class="t v" class:runs=move || companies.shows_runway() role="table" aria-label=t(words::shell::companies) aria-rowcount=row_count>
                <colgroup>
                    {COLUMNS.map(|(_, column, _, _)| view! { <col class=column /> }).collect_view()}
                    <col class="c-do" />
                </colgroup>
                <thead role="rowgroup">
                    <tr role="row" aria-rowindex="1">
                        {COLUMNS.map(|(key, _, class, is_money)| view! { <ColumnHead key=key class is_money /> }).collect_view()}
                        <th role="columnheader" scope="col"><span class="vh">{t(words::companies::actions)}</span></th>
                    </tr>
                </thead>
                {body_view}
                <Totals />
            </table>
            <Nothing />
        </div>
    }
}

#[component]
fn ColumnHead(key: SortKey, class: &'static str, is_money: bool) -> impl IntoView {
    let companies = use_companies();
    let choose = Callback::new(move |sort| companies.choose(sort));
    view! {
        <SortHead key label=words::companies::column sort=companies.sort choose class>
            {is_money.then(|| view! { <span class="u" aria-hidden="true">"₽"</span> })}
        </SortHead>
    }
}

/// The sums of the rows shown.
#[component]
fn Totals() -> impl IntoView {
    let companies = use_companies();
    let lang = use_lang();
    let words =
        move || companies.summary.with(|summary| words::companies::totals(summary.shown, summary.total, lang.get()));
    let balance = move || companies.summary.with(|summary| summary.totals.balance);
    let limit = move || companies.summary.with(|summary| shown_limit(summary.totals.credit_limit, lang.get()));
    let class = move || if balance() < Kopecks::ZERO { "m" } else { "m pos" };
    view! {
        <tfoot role="rowgroup">
            <tr role="row">
                <td role="cell" class="m0" colspan="3">{words}</td>
                <td role="cell" class="n m1">
                    <span class=class>
                        {move || balance().shown(lang.get()).whole().to_owned()}
                        <i>{move || balance().shown(lang.get()).fraction().to_owned()}</i>
                    </span>
                </td>
                <td role="cell" class="n mx hide-s">{limit}</td>
                <td role="cell" class="mx"></td>
                <td role="cell" class="mx hide-m no-run"></td>
                <td role="cell" class="mx hide-s no-run"></td>
                <td role="cell" class="mx run"></td>
                <td role="cell" class="mx"></td>
            </tr>
        </tfoot>
    }
}

/// The rows as the server sends them, and as the browser finds them when it wakes up.
fn rows_html(first: &FirstRows, lang: Lang) -> String {
    let query = Query::parse(&first.query);
    let suffix = suffix(&first.query, first.sort);
    let look = Look { query: &query, lang, own: first.own, suffix: &suffix };
    let mut html = String::new();
    for (position, row) in first.list.rows().enumerate() {
        row_html(&Face::of(row, look), position, &mut html);
    }
    html
}

/// Hands the elements to the virtual list as soon as they are in the document, and keeps it up to date:
/// with the language, and with the server when the person comes back to the window.
#[cfg(feature = "hydrate")]
fn wake(companies: super::CompaniesContext, first: FirstRows, scroller: NodeRef<Div>, body: NodeRef<Tbody>) {
    let first = StoredValue::new(Some(first));
    let lang = use_lang();
    Effect::new(move || {
        if let (Some(scroller), Some(body)) = (scroller.get(), body.get())
            && let Some(first) = first.try_update_value(Option::take).flatten()
        {
            companies.wake(first, scroller.into(), body.into());
        }
    });
    Effect::new(move |before: Option<()>| {
        lang.track();
        if before.is_some() {
            companies.show();
        }
    });
    for event in ["focus", "online"] {
        let listener = window_event_listener_untyped(event, move |_| companies.refresh());
        on_cleanup(move || listener.remove());
    }
}
