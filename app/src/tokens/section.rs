//! The tokens of one's company, a section of the profile: the list, a form for a new one, and the new one, once.

mod made;
mod new_token;
mod revoking;
mod token_row;
mod token_table;

use leptos::prelude::*;

use super::{ApiToken, NewToken, Tokens, door};
use crate::people::Me;
use crate::site::{t, use_me};
use crate::ui::loaded;
use crate::words::tokens as words;
use made::Made;
use new_token::NewTokenForm;
use revoking::Revoking;
use token_table::TokenTable;

/// Only administrators have it.
#[component]
pub fn TokensSection() -> impl IntoView {
    let is_admin = use_me().with_untracked(Me::sees_companies);
    is_admin.then(|| view! { <Loading /> })
}

#[component]
fn Loading() -> impl IntoView {
    let resource = Resource::new_blocking(|| (), |()| door::tokens());
    loaded(resource, |tokens| view! { <Section tokens /> }.into_any())
}

#[component]
fn Section(tokens: Tokens) -> impl IntoView {
    let Tokens { tokens, takes_code, zone, zone_offset_minutes } = tokens;
    let tokens: RwSignal<Vec<ApiToken>> = RwSignal::new(tokens);
    let (made, revoked) = (RwSignal::new(None::<NewToken>), RwSignal::new(None::<ApiToken>));
    let add = move |new: NewToken| {
        tokens.update(|tokens| tokens.insert(0, new.token.clone()));
        made.set(Some(new));
    };
    view! {
        <section class="tokens" aria-labelledby="tokens-h">
            <h2 id="tokens-h" tabindex="-1">{t(words::tokens)}</h2>
            <p class="sub">
                {t(words::about)} " "
                <a href="/api/v1/openapi.json" rel="external">{t(words::description)}</a>
            </p>
            <TokenTable tokens revoked zone offset=zone_offset_minutes />
            <Made made />
            <NewTokenForm takes_code on_made=add />
            <Revoking revoked tokens made />
        </section>
    }
}
