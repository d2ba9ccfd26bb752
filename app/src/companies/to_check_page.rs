//! `/requisites`: companies whose stored bank or correspondent account no longer holds by the directory of banks.

use leptos::prelude::*;
use leptos_router::components::A;

use super::{Field, door};
use crate::requisites::ToFix;
use crate::site::{FramedProblem, Head, Icon, t, use_lang, use_list_address};
use crate::ui::EmptyWire;
use crate::words;

#[component]
pub fn ToCheckPage() -> impl IntoView {
    let loaded = Resource::new_blocking(|| (), |()| door::banks_to_fix());
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match loaded.await {
                    Ok(companies) => view! { <Companies companies /> }.into_any(),
                    Err(error) => view! { <FramedProblem error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Companies(companies: Vec<ToFix>) -> impl IntoView {
    let lang = use_lang();
    let list = use_list_address();
    let crumb = move || view! { <A href=move || list.get()>{t(words::shell::companies)}</A><Icon name="right" /> };
    let is_empty = companies.is_empty();
    let rows = companies.into_iter().map(|company| view! { <Row company /> }).collect_view();
    let table = view! {
        <table class="t tall" role="table" aria-label=t(words::requisites::to_fix)>
            <colgroup><col class="c-uid" /><col /><col /><col class="c-when hide-s" /></colgroup>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">"ID"</th>
                    <th role="columnheader" scope="col">{t(words::dialog::company)}</th>
                    <th role="columnheader" scope="col">{t(words::requisites::reason)}</th>
                    <th role="columnheader" scope="col" class="hide-s">{t(|lang| words::dialog::label(Field::Bic, lang))}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    };
    view! {
        <Head title=Signal::derive(move || words::requisites::to_fix(lang.get()).to_owned()) crumb />
        <main class="main" id="main" tabindex="-1">
            <div class="bar sub">{t(words::requisites::to_fix_hint)}</div>
            <div class="scroll" tabindex="0" role="region" aria-label=t(words::requisites::to_fix)>
                {if is_empty { view! { <NothingToCheck /> }.into_any() } else { table.into_any() }}
            </div>
        </main>
    }
}

#[component]
fn Row(company: ToFix) -> impl IntoView {
    let lang = use_lang();
    let ToFix { id, name, bic, reason } = company;
    view! {
        <tr role="row">
            <td role="cell" class="mx sub">{id.to_string()}</td>
            <td role="cell" class="m0 whole"><A href=format!("/companies/{id}") attr:class="nm">{name}</A></td>
            <td role="cell" class="m2 whole">{move || reason.words(lang.get())}</td>
            <td role="cell" class="mx sub hide-s">{bic}</td>
        </tr>
    }
}

#[component]
fn NothingToCheck() -> impl IntoView {
    view! {
        <div class="void">
            <EmptyWire />
            <b class="nm">{t(words::requisites::nothing_to_fix)}</b>
            <span>{t(words::requisites::nothing_to_fix_hint)}</span>
        </div>
    }
}
