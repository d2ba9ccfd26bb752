//! `/companies/ID/requisites`: the requisites to print, to copy as text, and to pay by with a phone.

mod payment_qr;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use serde::{Deserialize, Serialize};

use super::door;
use crate::error::ApiError;
use crate::requisites::{CardFields, NoCode, card};
use crate::site::{FramedProblem, Head, Icon, t, use_lang};
use crate::ui::copy;
use crate::values::{CompanyId, Lang, QrDrawing};
use crate::words;
use payment_qr::PaymentCode;

/// What the card shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequisitesCard {
    pub company: CompanyId,
    pub fields: CardFields,
    /// The payment code by GOST R 56042, or what is missing for one.
    pub code: Result<QrDrawing, NoCode>,
}

#[component]
pub fn CardPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| CompanyId::parse(params.get_str("id")?).ok()));
    let loaded =
        Resource::new_blocking(move || id.get(), |id| async move { door::card(id.ok_or(ApiError::Missing)?).await });
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match loaded.await {
                    Ok(card) => view! { <Card card /> }.into_any(),
                    Err(error) => view! { <FramedProblem error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Card(card: RequisitesCard) -> impl IntoView {
    let lang = use_lang();
    let RequisitesCard { company, fields, code } = card;
    let fields = StoredValue::new(fields);
    let name = StoredValue::new(fields.with_value(|fields| fields.name.clone()));
    let back = format!("/companies/{company}");
    let crumb = move || view! { <A href=back.clone()>{name.get_value()}</A><Icon name="right" /> };
    let lines = move || fields.with_value(|fields| card::lines(fields, lang.get()));
    let facts = move || {
        let fact = |(label, value): (&'static str, String)| view! { <div><dt>{label}</dt><dd>{value}</dd></div> };
        lines().into_iter().map(fact).collect_view()
    };
    view! {
        <Head title=Signal::derive(move || words::requisites::card(lang.get()).to_owned()) crumb />
        <main class="main" id="main" tabindex="-1">
            <div class="scroll pad" tabindex="0" role="region" aria-label=t(words::requisites::card)>
                <div class="sheet">
                    <dl class="facts">{facts}</dl>
                    <PaymentCode code />
                </div>
                <Actions text=Callback::new(move |lang| fields.with_value(|fields| card::text(fields, lang))) />
            </div>
        </main>
    }
}

#[component]
fn Actions(text: Callback<Lang, String>) -> impl IntoView {
    let lang = use_lang();
    let is_copied = RwSignal::new(None::<bool>);
    let said = move || {
        let word = if is_copied.get()? { words::requisites::copied } else { words::requisites::not_copied };
        Some(word(lang.get()))
    };
    let copy_text = move |_| {
        copy(text.run(lang.get_untracked()), move |was_copied| {
            is_copied.try_set(Some(was_copied));
        });
    };
    view! {
        <div class="row no-print">
            <button class="b p" type="button" on:click=copy_text>
                <Icon name="copy" />
                {t(words::requisites::copy_text)}
            </button>
            <button class="b" type="button" on:click=move |_| print()>{t(words::requisites::print)}</button>
            <span class="hint" role="status">{said}</span>
        </div>
    }
}

fn print() {
    #[cfg(feature = "hydrate")]
    let _ = window().print();
}
