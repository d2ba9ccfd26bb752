//! The table of reports; on a phone its rows are cards.

use leptos::prelude::*;

use super::report_row::ReportRow;
use super::shelf::Shelf;
use crate::site::t;
use crate::words::reports as words;

#[component]
pub fn ReportTable(shelf: Shelf) -> impl IntoView {
    let is_empty = Memo::new(move |_| shelf.found.read().is_empty());
    let zone = shelf.zone.get_value();
    view! {
        <table class="t tall" role="table" aria-label=t(words::reports) hidden=move || is_empty.get()>
            <colgroup>
                <col /><col class="c-role hide-m" /><col class="c-kind hide-m" /><col class="c-st2" />
                <col class="c-when hide-m" /><col class="c-when hide-s" /><col class="c-files" />
            </colgroup>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{t(words::name)}</th>
                    <th role="columnheader" scope="col" class="hide-m">{t(words::service)}</th>
                    <th role="columnheader" scope="col" class="hide-m">{t(words::report_kind)}</th>
                    <th role="columnheader" scope="col">{t(words::status)}</th>
                    <th role="columnheader" scope="col" class="hide-m" title=zone.clone()>{t(words::added)}</th>
                    <th role="columnheader" scope="col" class="hide-s" title=zone>{t(words::made)}</th>
                    <th role="columnheader" scope="col"><span class="vh">{t(words::actions)}</span></th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                <For each=move || shelf.found.get() key=|report| (report.id.clone(), report.state, report.has_file, report.made) let(report)>
                    <ReportRow report shelf />
                </For>
            </tbody>
        </table>
    }
}
