//! `/register/` on a reseller's domain: a new affiliate registers itself. Works before WASM and without it.

mod consent;
mod entry;
mod entry_form;
mod registered;
mod what_next;
mod zone_field;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Registrar, door};
use crate::companies::door::time_zones;
use crate::error::ApiError;
use crate::fields::text;
use crate::people::door::me;
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
    let found = Resource::new_blocking(|| (), |()| find());
    view! {
        <Suspense>
            {move || {
                let answer = answer.clone();
                Suspend::new(async move {
                    match found.await {
                        Ok(Found { registrar, zones, visitor }) => {
                            view! { <Registration reseller=registrar.name zones visitor answer /> }.into_any()
                        }
                        Err(error) => view! { <ProblemPage error /> }.into_any(),
                    }
                })
            }}
        </Suspense>
    }
}

/// What the page is made of.
#[derive(Clone, Serialize, Deserialize)]
struct Found {
    registrar: Registrar,
    zones: Zones,
    /// The address of whoever is signed in on this domain.
    visitor: Option<String>,
}

async fn find() -> Result<Found, ApiError> {
    let (registrar, zones) = (door::registrar().await?, time_zones().await?);
    let visitor = me().await.ok().map(|me| me.email);
    Ok(Found { registrar, zones, visitor })
}

#[component]
fn Registration(reseller: String, zones: Zones, visitor: Option<String>, answer: FormAnswer) -> impl IntoView {
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
                    let (reseller, zones, visitor) = (with.clone(), zones.clone(), visitor.clone());
                    view! { <EntryForm entry reseller zones visitor on_done=is_sent /> }.into_any()
                }
            }}
        </Gate>
    }
}
