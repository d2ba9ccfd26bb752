//! One entry of the log as a row; on a phone a card.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::audit::{AuditEvent, AuditKind};
use crate::history::history_href;
use crate::site::use_lang;
use crate::ui::date_and_time;
use crate::values::CompanyId;
use crate::words::audit as words;
use crate::words::history::author;

#[component]
pub fn LogRow(event: AuditEvent) -> impl IntoView {
    let lang = use_lang();
    let AuditEvent { at, offset, kind, by, company_id, company, object, old, new, reason, address, request_id, .. } =
        event;
    let detail = move || words::detail(kind, &object, [&old, &new], &reason, lang.get());
    // Which fields a save changed is told there, to whoever may see them.
    let history = CompanyId::new(company_id).filter(|_| kind == AuditKind::CompanySaved).map(history_href);
    let what = move || words::kind(kind, lang.get());
    let what = match history {
        Some(href) => view! { <A href=href>{what}</A> }.into_any(),
        None => view! { {what} }.into_any(),
    };
    let company = format!("{} · ID {company_id}", company.unwrap_or_default());
    view! {
        <tr role="row">
            <td role="cell" class="m3 sub">{move || date_and_time(at, offset, lang.get())}</td>
            <td role="cell" class="m0 nm">{what}</td>
            <td role="cell" class="m2">
                <span>{move || author(&by, lang.get())}</span>
                <span class="s dim">" "{detail}</span>
            </td>
            <td role="cell" class="mx sub hide-s" title=company.clone()>{company.clone()}</td>
            <td role="cell" class="mx sub hide-s" title=request_id>{address}</td>
        </tr>
    }
}
