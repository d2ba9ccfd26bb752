//! What the ledger is narrowed by: a plain form, so that it works before the page wakes up.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::books::Books;
use crate::fields::{Fields, query, text};
use crate::money::{EntryKind, SERVICES};
use crate::site::t;
use crate::ui::{DateField, SelectField, Submit, follow_filter, typed};
use crate::values::Lang;
use crate::words::money as words;

#[component]
pub fn Sieve(books: Books) -> impl IntoView {
    let asked = |name: &str| books.filter.with_untracked(|filter| text(filter, name).to_owned());
    let [kind, service, from, until] = ["kind", "service", "from", "until"].map(|name| RwSignal::new(asked(name)));
    let fields = [("kind", kind), ("service", service), ("from", from), ("until", until)];
    follow_filter(books.filter, fields);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        books.narrow(typed(fields));
    };
    let file = move |ending: &'static str| {
        move || format!("/api/companies/{}/ledger.{ending}{}", books.company(), books.filter.with(query))
    };
    let problems = books.reading.problems;
    view! {
        <form class="bar sieve" method="get" action=books.href() aria-label=t(words::narrow) on:submit=submit>
            <SelectField name="kind" label=words::kind_label value=kind options=kinds />
            <SelectField name="service" label=words::service_label value=service options=services />
            <DateField name="from" label=crate::words::history::from value=from problems />
            <DateField name="until" label=crate::words::history::until value=until problems />
            <span class="row">
                <Submit label=crate::words::history::show form=books.reading class="b" />
                <Show when=move || books.is_narrowed()>
                    <button class="b g" type="button" on:click=move |_| books.narrow(Fields::new())>{t(words::show_all)}</button>
                </Show>
            </span>
            <span class="row end">
                <a class="b g sm" href=file("csv") download="" rel="external">"CSV"</a>
                <a class="b g sm" href=file("xlsx") download="" rel="external">"XLSX"</a>
            </span>
        </form>
    }
}

fn kinds(lang: Lang) -> Vec<(String, String)> {
    let all = (String::new(), words::any_kind(lang).to_owned());
    let kind = |kind: EntryKind| (kind.as_str().to_owned(), words::kind(kind, lang).to_owned());
    [all].into_iter().chain(EntryKind::ALL.map(kind)).collect()
}

fn services(lang: Lang) -> Vec<(String, String)> {
    let all = (String::new(), words::any_service(lang).to_owned());
    let service = |service: &str| (service.to_owned(), crate::words::reports::service_name(service, lang).to_owned());
    [all].into_iter().chain(SERVICES.map(service)).collect()
}
