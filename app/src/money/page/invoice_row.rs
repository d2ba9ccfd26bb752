//! One invoice as a row; on a phone a card.

use leptos::prelude::*;

use super::acts::Act;
use super::books::Books;
use crate::invoices::{Invoice, InvoiceStatus};
use crate::site::t;
use crate::values::Kopecks;
use crate::words::invoices as words;

#[component]
pub fn InvoiceRow(
    invoice: Invoice,
    books: Books,
    /// Set to ask about something.
    asked: RwSignal<Option<Act>>,
) -> impl IntoView {
    let lang = books.lang;
    let href = invoice.href();
    let Invoice { number, day, month, total, paid, status, may_cancel } = invoice;
    let class = match status {
        InvoiceStatus::Issued => "pill w",
        InvoiceStatus::Paid => "pill",
        InvoiceStatus::Cancelled => "pill x",
    };
    let part = move || {
        let is_part = status == InvoiceStatus::Issued && paid > Kopecks::ZERO;
        is_part.then(|| view! { <span class="s dim block">{words::part_paid(paid, lang.get())}</span> })
    };
    let cancel = move || {
        view! {
            <button
                class="b sm g"
                type="button"
                aria-haspopup="dialog"
                aria-label=move || words::cancel_number(number, lang.get())
                on:click=move |_| asked.set(Some(Act::CancelInvoice(number)))
            >
                {t(words::cancel_it)}
            </button>
        }
    };
    view! {
        <tr role="row">
            <td role="cell" class="m0"><span class="nm">{number.to_string()}</span></td>
            <td role="cell" class="m2 sub">{move || words::subject(month, lang.get())}</td>
            <td role="cell" class="mx sub hide-s">{move || day.shown(lang.get())}</td>
            <td role="cell" class="n m1">{move || total.shown(lang.get()).to_string()}</td>
            <td role="cell" class="m3"><span class=class>{move || words::status(status, lang.get())}</span> {part}</td>
            <td role="cell" class="mw n">
                <span class="row acts">
                    <a class="b sm" href=href download="" rel="external" aria-label=move || words::download(number, lang.get())>
                        "PDF"
                    </a>
                    {may_cancel.then(cancel)}
                </span>
            </td>
        </tr>
    }
}
