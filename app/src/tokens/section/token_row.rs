//! One token: what it may do, until when, and when it was last used from where.

use leptos::prelude::*;

use crate::site::{t, use_lang};
use crate::tokens::ApiToken;
use crate::ui::{date, date_and_time};
use crate::words::tokens as words;

#[component]
pub fn TokenRow(token: ApiToken, revoked: RwSignal<Option<ApiToken>>, offset: i16) -> impl IntoView {
    let lang = use_lang();
    let asked = token.clone();
    let ApiToken {
        name,
        permission,
        prefix,
        networks,
        created_by,
        expires_at,
        is_expired,
        last_used_at,
        last_address,
        ..
    } = token;
    let named = name.clone();
    let from = networks.join(", ");
    let whence = move || if from.is_empty() { words::anywhere(lang.get()).to_owned() } else { from.clone() };
    let end =
        move || if is_expired { words::expired(lang.get()).to_owned() } else { date(expires_at, offset, lang.get()) };
    let used = move || match last_used_at {
        Some(at) => words::used(&date_and_time(at, offset, lang.get()), last_address.as_deref(), lang.get()),
        None => words::never_used(lang.get()).to_owned(),
    };
    let last_use = used.clone();
    view! {
        <tr role="row">
            <td role="cell" class="m0 whole">
                <span class="nm">{name}</span>
                <span class="s dim"><code>{prefix}"…"</code>" "{whence}</span>
                <span class="s dim">{move || words::made_by(&created_by, lang.get())}</span>
            </td>
            <td role="cell" class="m2 sub">{move || words::permission_name(permission, lang.get())}</td>
            <td role="cell" class="m3"><span class=if is_expired { "pill x" } else { "pill" }>{end}</span></td>
            <td role="cell" class="mx sub hide-s" title=used>{last_use}</td>
            <td role="cell" class="mw n">
                <button
                    class="b sm bad"
                    type="button"
                    aria-label=move || words::revoke_named(&named, lang.get())
                    on:click=move |_| revoked.set(Some(asked.clone()))
                >
                    {t(words::revoke)}
                </button>
            </td>
        </tr>
    }
}
