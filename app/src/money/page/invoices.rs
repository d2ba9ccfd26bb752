//! The company's invoices, the newest first.

use leptos::prelude::*;

use super::acts::Act;
use super::books::Books;
use super::invoice_row::InvoiceRow;
use crate::money::Billing;
use crate::site::t;
use crate::words::invoices as words;

#[component]
pub fn Invoices(
    books: Books,
    /// Set to ask about an invoice.
    asked: RwSignal<Option<Act>>,
) -> impl IntoView {
    let invoices = Memo::new(move |_| books.now.with(|now| now.invoices.clone()));
    let is_empty = Memo::new(move |_| invoices.with(Vec::is_empty));
    view! {
        <Show when=move || books.now.with(Billing::is_buyer)>
            <section class="money-part" aria-labelledby="invoices-t">
                <h2 id="invoices-t">{t(words::invoices)}</h2>
                <table class="t tall" role="table" aria-label=t(words::invoices) hidden=move || is_empty.get()>
                    <colgroup>
                        <col class="c-no" /><col /><col class="c-act hide-s" /><col class="c-bal" /><col class="c-st" /><col class="c-deed" />
                    </colgroup>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{t(words::number)}</th>
                            <th role="columnheader" scope="col">{t(words::what_for)}</th>
                            <th role="columnheader" scope="col" class="hide-s">{t(words::date)}</th>
                            <th role="columnheader" scope="col" class="n">{t(words::total_column)}</th>
                            <th role="columnheader" scope="col">{t(words::status_column)}</th>
                            <th role="columnheader" scope="col"><span class="vh">{t(crate::words::money::entry_actions)}</span></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        <For each=move || invoices.get() key=|invoice| (invoice.number, invoice.status, invoice.paid) let(invoice)>
                            <InvoiceRow invoice books asked />
                        </For>
                    </tbody>
                </table>
                <Show when=move || is_empty.get()>
                    <p class="sub">{t(words::no_invoices)}</p>
                </Show>
            </section>
        </Show>
    }
}
