//! The form that sends a file of organizations for the look-up by INN, and every line that stood in its way.

use leptos::prelude::*;

use crate::directories::LookUpCounts;
use crate::requisites::PartyFault;
use crate::site::{FormAnswer, Icon, t, use_lang};
use crate::ui::{FieldProblem, FormState, Submit};
use crate::words::support as words;

const NAME: &str = "organizations";

#[component]
pub fn OrganizationsForm(
    /// What the form was told, if this page is such an answer.
    answer: FormAnswer,
    look_ups: Option<LookUpCounts>,
) -> impl IntoView {
    let lang = use_lang();
    let stored: Option<u32> = answer.sent().and_then(|count| count.parse().ok());
    let faults: Vec<PartyFault> =
        answer.typed.get("faults").and_then(|faults| serde_json::from_str(faults).ok()).unwrap_or_default();
    let form = FormState::new(answer.error);
    let is_refused = move || form.problems.with(|all| all.first(NAME).is_some());
    let fault = move |fault: PartyFault| view! { <li>{move || fault.text(lang.get())}</li> };
    view! {
        <form class="form" method="post" action="/support/directories" enctype="multipart/form-data">
            <h2>{t(words::organizations)}</h2>
            <p class="sub">{t(words::organizations_about)}</p>
            <p class="s dim">{move || words::look_ups(look_ups, lang.get())}</p>
            {stored.map(|count| {
                let text = move || words::organizations_stored(count, lang.get());
                view! { <div class="note" role="status"><Icon name="check" /><span>{text}</span></div> }
            })}
            <input type="hidden" name=NAME value="on" />
            <div class="f">
                <label for=NAME>{t(words::organizations_file)}</label>
                <input
                    class="in"
                    type="file"
                    id=NAME
                    name="file"
                    accept=".csv"
                    aria-invalid=move || is_refused().then_some("true")
                    aria-describedby=move || is_refused().then_some("organizations-e")
                />
                <FieldProblem name=NAME problems=form.problems />
                <ul class="s bad">{faults.into_iter().map(fault).collect_view()}</ul>
            </div>
            <div class="row"><Submit label=words::import form /></div>
        </form>
    }
}
