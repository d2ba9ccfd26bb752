//! `/support/directories`: the directory of banks, a form to load a new one, and what became of every try.
//! The operator's.

mod loaded;
mod organizations_form;
mod tries;
mod upload_form;

use leptos::prelude::*;

use super::back_to_support::BackToSupport;
use crate::directories::{BankDirectory, door};
use crate::site::{FormAnswer, FramedProblem, Head, use_lang};
use crate::words::support as words;
use organizations_form::OrganizationsForm;
use tries::Tries;
use upload_form::UploadForm;

#[component]
pub fn DirectoriesPage() -> impl IntoView {
    let answer = FormAnswer::of_page();
    let loaded = Resource::new_blocking(|| (), |()| door::bank_directory());
    view! {
        <Suspense>
            {move || {
                let answer = answer.clone();
                Suspend::new(async move {
                    match loaded.await {
                        Ok(directory) => view! { <Directory directory answer /> }.into_any(),
                        Err(error) => view! { <FramedProblem error /> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
}

#[component]
fn Directory(directory: BankDirectory, answer: FormAnswer) -> impl IntoView {
    let lang = use_lang();
    view! {
        <Head title=Signal::derive(move || words::directories(lang.get()).to_owned()) crumb=BackToSupport />
        <main class="main" id="main" tabindex="-1">
            <div class="scroll" tabindex="-1">
                <div class="pad">
                    <UploadForm directory=directory.clone() answer=answer.clone() />
                    <OrganizationsForm answer look_ups=directory.look_ups />
                    <Tries directory />
                </div>
            </div>
        </main>
    }
}
