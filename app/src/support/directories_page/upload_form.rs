//! The form that sends a file. The browser's own work, awake or not: a file is nothing to retype.

use leptos::prelude::*;

use super::loaded::Loaded;
use crate::directories::BankDirectory;
use crate::site::{FormAnswer, Icon, t};
use crate::ui::{FieldProblem, FormAlert, FormState, Submit};
use crate::words::support as words;

#[component]
pub fn UploadForm(
    directory: BankDirectory,
    /// What the form was told, if this page is such an answer.
    answer: FormAnswer,
) -> impl IntoView {
    let is_loaded = answer.sent() == Some("");
    let form = FormState::new(answer.error);
    let is_refused = move || form.problems.with(|all| all.first("file").is_some());
    view! {
        <form class="form" method="post" action="/support/directories" enctype="multipart/form-data">
            <h2>{t(words::banks)}</h2>
            <p class="sub">{t(words::banks_about)}</p>
            {is_loaded.then(|| {
                view! { <div class="note" role="status"><Icon name="check" /><span>{t(words::imported)}</span></div> }
            })}
            <Loaded directory />
            <FormAlert error=form.whole() />
            <div class="f">
                <label for="file">{t(words::directory_file)}</label>
                <input
                    class="in"
                    type="file"
                    id="file"
                    name="file"
                    accept=".xml,.zip"
                    aria-invalid=move || is_refused().then_some("true")
                    aria-describedby=move || is_refused().then_some("file-e")
                />
                <FieldProblem name="file" problems=form.problems />
            </div>
            <label class="box s sub">
                <input type="checkbox" name="confirm" value="on" />
                <span>{t(words::confirm_import)}</span>
            </label>
            <div class="row"><Submit label=words::import form /></div>
        </form>
    }
}
