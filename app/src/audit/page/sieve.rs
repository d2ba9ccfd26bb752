//! What the log is narrowed by: a plain form, so that it works before the page wakes up.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::log::Log;
use crate::audit::AuditKind;
use crate::fields::{Fields, text};
use crate::site::t;
use crate::ui::{DateField, SelectField, Submit, TextField, follow_filter, typed};
use crate::values::Lang;
use crate::words::audit as words;
use crate::words::history;

#[component]
pub fn Sieve(log: Log) -> impl IntoView {
    let asked = |name: &str| log.filter.with_untracked(|filter| RwSignal::new(text(filter, name).to_owned()));
    let fields = super::FILTER.map(|name| (name, asked(name)));
    let [(_, kind), (_, person), (_, company), (_, user), (_, from), (_, until)] = fields;
    follow_filter(log.filter, fields);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        log.narrow(typed(fields));
    };
    let problems = log.reading.problems;
    view! {
        <form class="bar top sieve" method="get" action="/support/audit" aria-label=t(words::narrow) on:submit=submit>
            <SelectField name="kind" label=words::kind_column value=kind options=kinds />
            <TextField name="person" label=words::person value=person problems />
            <TextField name="company" label=words::company_id value=company problems inputmode="numeric" />
            <TextField name="user" label=words::about_user value=user problems inputmode="numeric" />
            <DateField name="from" label=history::from value=from problems />
            <DateField name="until" label=history::until value=until problems />
            <span class="row">
                <Submit label=history::show form=log.reading class="b" />
                <Show when=move || log.is_narrowed()>
                    <button class="b g" type="button" on:click=move |_| log.narrow(Fields::new())>
                        {t(history::show_all)}
                    </button>
                </Show>
            </span>
            <a class="b end" href=move || log.download_href() download="audit.csv" rel="external">
                {t(words::download)}
            </a>
        </form>
    }
}

fn kinds(lang: Lang) -> Vec<(String, String)> {
    let all = (String::new(), words::any_kind(lang).to_owned());
    let kind = |kind: AuditKind| (kind.as_str().to_owned(), words::kind(kind, lang).to_owned());
    [all].into_iter().chain(AuditKind::ALL.into_iter().map(kind)).collect()
}
