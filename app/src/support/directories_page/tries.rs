//! Every try to load the directory, the newest first, with what it changed or why it changed nothing.

use leptos::prelude::*;

use crate::directories::{BankDirectory, ImportTry};
use crate::site::{t, use_lang};
use crate::ui::date_and_time;
use crate::words::support as words;

#[component]
pub fn Tries(directory: BankDirectory) -> impl IntoView {
    let lang = use_lang();
    let BankDirectory { tries, zone, offset_minutes, .. } = directory;
    let when = move || words::when_in_zone(&zone, lang.get());
    if tries.is_empty() {
        return view! { <h2>{t(words::imports)}</h2><p class="sub">{t(words::no_imports)}</p> }.into_any();
    }
    view! {
        <h2>{t(words::imports)}</h2>
        <div class="wide">
            <table class="t tall" role="table" aria-label=t(words::imports)>
                <colgroup><col class="c-when" /><col /><col /></colgroup>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{when}</th>
                        <th role="columnheader" scope="col">{t(words::file)}</th>
                        <th role="columnheader" scope="col">{t(words::outcome)}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    {tries.into_iter().map(|attempt| view! { <Row attempt offset_minutes /> }).collect_view()}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Row(attempt: ImportTry, offset_minutes: i16) -> impl IntoView {
    let lang = use_lang();
    let ImportTry { at, by, file_name, report, refusal, .. } = attempt;
    let sender = move || by.clone().unwrap_or_else(|| words::command_line(lang.get()).to_owned());
    let class = if refusal.is_some() { "bad" } else { "" };
    let outcome = move || match (&refusal, &report) {
        (Some(refusal), _) => refusal.words(lang.get()),
        (None, Some(report)) => words::import_report(report, lang.get()),
        (None, None) => String::new(),
    };
    view! {
        <tr role="row">
            <td role="cell" class="m2 sub">{move || date_and_time(at, offset_minutes, lang.get())}</td>
            <td role="cell" class="m0 whole">
                <span class="nm cut" title=file_name.clone()>{file_name.clone()}</span>
                <span class="s dim">{sender}</span>
            </td>
            <td role="cell" class="whole"><span class=class>{outcome}</span></td>
        </tr>
    }
}
