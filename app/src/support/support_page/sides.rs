//! The two companies of a request by name and ID, and what was remarked.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::affiliates::Request;
use crate::site::{Icon, use_lang};
use crate::words::support as words;

#[component]
pub fn Sides(request: Memo<Request>) -> impl IntoView {
    let (reseller_id, company_id) = request.with_untracked(|request| (request.reseller_id, request.company_id));
    let names = Memo::new(move |_| {
        let review = request.with(|request| request.review.clone());
        review.map(|review| (review.reseller_name, review.company_name)).unwrap_or_default()
    });
    view! {
        {move || {
            let (reseller, company) = names.get();
            view! {
                <span class="pair">
                    <Side name=reseller id=reseller_id />
                    <Icon name="right" />
                    <Side name=company id=company_id />
                </span>
            }
        }}
        <span class="s dim remark">{move || request.with(|request| request.remark().to_owned())}</span>
    }
}

#[component]
fn Side(name: Option<String>, id: i64) -> impl IntoView {
    let lang = use_lang();
    if name.is_none() {
        return view! { <span class="nm">{move || words::company_with_id(None, id, lang.get())}</span> }.into_any();
    }
    let text = move || words::company_with_id(name.as_deref(), id, lang.get());
    view! { <A href=format!("/companies/{id}") attr:class="nm">{text}</A> }.into_any()
}
