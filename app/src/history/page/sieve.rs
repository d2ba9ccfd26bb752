//! What the timeline is narrowed by: a plain form, so that it works before the page wakes up.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::timeline::Timeline;
use crate::fields::{Fields, text};
use crate::history::history_href;
use crate::site::t;
use crate::ui::{DateField, SelectField, Submit, follow_filter, typed};
use crate::values::Lang;
use crate::words::history as words;

#[component]
pub fn Sieve(timeline: Timeline) -> impl IntoView {
    let asked = |name: &str| timeline.filter.with_untracked(|filter| text(filter, name).to_owned());
    let [field, person, from, until] = ["field", "person", "from", "until"].map(|name| RwSignal::new(asked(name)));
    follow_filter(timeline.filter, [("field", field), ("person", person), ("from", from), ("until", until)]);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        timeline.narrow(typed([("field", field), ("person", person), ("from", from), ("until", until)]));
    };
    let problems = timeline.reading.problems;
    view! {
        <form
            class="bar top sieve"
            method="get"
            action=history_href(timeline.company())
            aria-label=t(words::narrow)
            on:submit=submit
        >
            <SelectField name="field" label=words::field value=field options=move |lang| fields(timeline, lang) />
            <SelectField name="person" label=words::person value=person options=move |lang| people(timeline, lang) />
            <DateField name="from" label=words::from value=from problems />
            <DateField name="until" label=words::until value=until problems />
            <span class="row">
                <Submit label=words::show form=timeline.reading class="b" />
                <Show when=move || timeline.is_narrowed()>
                    <button class="b g" type="button" on:click=move |_| timeline.narrow(Fields::new())>
                        {t(words::show_all)}
                    </button>
                </Show>
            </span>
        </form>
    }
}

fn fields(timeline: Timeline, lang: Lang) -> Vec<(String, String)> {
    let known = timeline.history.with_untracked(|history| history.current.keys().copied().collect::<Vec<_>>());
    let field =
        |field: crate::companies::Field| (field.wire().to_owned(), crate::words::dialog::label(field, lang).to_owned());
    let all = (String::new(), words::any_field(lang).to_owned());
    [all].into_iter().chain(known.into_iter().map(field)).collect()
}

fn people(timeline: Timeline, lang: Lang) -> Vec<(String, String)> {
    let known = timeline.history.with_untracked(|history| history.authors.clone());
    let all = (String::new(), words::anybody(lang).to_owned());
    let person = |author: crate::history::Author| (author.key.clone(), words::author(&author, lang));
    [all].into_iter().chain(known.into_iter().map(person)).collect()
}
