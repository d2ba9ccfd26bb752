//! `/register/` on a reseller's domain: a new affiliate registers itself. Works before WASM and without it.

mod consent;
mod entry;
mod entry_form;
mod registered;
mod what_next;
mod zone_field;

use leptos::prelude::*;

use super::door;
use crate::companies::door::time_zones;
use crate::fields::text;
use crate::site::{FormAnswer, Gate, ProblemPage, use_lang};
use crate::values::Zones;
use crate::words::access::check_your_mail;
use crate::words::affiliates as words;
use entry::Entry;
use entry_form::EntryForm;
use registered::Registered;
use what_next::WhatNext;

#[component]
pub fn RegisterPage() -> impl IntoView {
    let answer = FormAnswer::of_page();
    let found = Resource::new_blocking(|| (), |()| async { Ok((door::registrar().await?, time_zones().await?)) });
    view! {
        <Suspense>
            {move || {
                let answer = answer.clone();
                Suspend::new(async move {
                    match found.await {
                        Ok((registrar, zones)) => {
                            view! { <Registration reseller=registrar.name zones answer /> }.into_any()
                        }
                        Err(error) => view! { <ProblemPage error /> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
}

#[component]
fn Registration(reseller: String, zones: Zones, answer: FormAnswer) -> impl IntoView {
    let lang = use_lang();
    let is_done = RwSignal::new(answer.is_done);
    let sent_to = RwSignal::new(text(&answer.typed, "email").to_owned());
    let entry = Entry::new(answer);
    let title =
        move || if is_done.get() { check_your_mail(lang.get()) } else { words::register_title(lang.get()) }.to_owned();
    let (owner, with) = (reseller.clone(), reseller.clone());
    let beside = move || view! { <WhatNext reseller=reseller.clone() /> };
    let is_sent = move |email: String| {
        sent_to.set(email);
        is_done.set(true);
    };
    view! {
        <Gate title=Signal::derive(title) owner beside>
            {move || {
                if is_done.get() {
                    view! { <Registered to=sent_to /> }.into_any()
                } else {
                    view! { <EntryForm entry reseller=with.clone() zones=zones.clone() on_done=is_sent /> }.into_any()
                }
            }}
        </Gate>
    }
}
