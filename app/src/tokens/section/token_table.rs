//! The table of tokens; on a phone its rows are cards.

use leptos::prelude::*;

use super::token_row::TokenRow;
use crate::site::t;
use crate::tokens::ApiToken;
use crate::words::tokens as words;

#[component]
pub fn TokenTable(
    tokens: RwSignal<Vec<ApiToken>>,
    /// Set to the token that somebody wants to end.
    revoked: RwSignal<Option<ApiToken>>,
    /// IANA name of the zone that times are told in, and minutes east of UTC.
    zone: String,
    offset: i16,
) -> impl IntoView {
    let zone = StoredValue::new(zone);
    view! {
        <Show
            when=move || !tokens.read().is_empty()
            fallback=|| view! { <p class="sub">{t(words::no_tokens)}</p> }
        >
            <div class="wide">
                <table class="t tall" role="table" aria-label=t(words::tokens)>
                    <colgroup>
                        <col /><col class="c-when hide-s" /><col class="c-role" /><col class="c-role hide-s" /><col class="c-revoke" />
                    </colgroup>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{t(words::name)}</th>
                            <th role="columnheader" scope="col" class="hide-s">{t(words::permission)}</th>
                            <th role="columnheader" scope="col" title=zone.get_value()>{t(words::expires)}</th>
                            <th role="columnheader" scope="col" class="hide-s" title=zone.get_value()>{t(words::last_used)}</th>
                            <th role="columnheader" scope="col"><span class="vh">{t(words::actions)}</span></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        <For each=move || tokens.get() key=|token| token.id.clone() let(token)>
                            <TokenRow token revoked offset />
                        </For>
                    </tbody>
                </table>
            </div>
        </Show>
    }
}
