//! The two companies of a request by name and ID, what was remarked, and why completing will not do.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::affiliates::Request;
use crate::site::{Icon, use_lang};
use crate::words::support as words;

#[component]
pub fn Sides(request: Request) -> impl IntoView {
    let lang = use_lang();
    let remark = request.remark().to_owned();
    let Request { reseller_id, company_id, review, .. } = request;
    let obstacle = review.as_ref().and_then(|review| review.obstacle);
    let (reseller, company) = review.map(|review| (review.reseller_name, review.company_name)).unwrap_or_default();
    view! {
        <span class="pair">
            <Side name=reseller id=reseller_id />
            <Icon name="right" />
            <Side name=company id=company_id />
        </span>
        {obstacle.map(|obstacle| view! { <span class="s warn">{move || obstacle.words(lang.get())}</span> })}
        <span class="s dim remark">{remark}</span>
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
