//! The recovery codes, on the one occasion on which they are shown.

use leptos::prelude::*;

use crate::people::RecoveryCodes;
use crate::site::{Icon, t};
use crate::ui::CopyLink;
use crate::words::second_factor as words;

#[component]
pub fn Codes(codes: RecoveryCodes, #[prop(into)] on_kept: Callback<()>) -> impl IntoView {
    let text = codes.join("\n");
    let file = format!("data:text/plain;charset=utf-8,Kontora%0A{}%0A", codes.join("%0A"));
    view! {
        <h3 id="codes-t" tabindex="-1">{t(words::codes_title)}</h3>
        <p class="sub">{t(words::codes_about)}</p>
        <ul class="codes">
            {codes.into_iter().map(|code| view! { <li><code>{code}</code></li> }).collect_view()}
        </ul>
        <div class="row">
            <CopyLink url=text class="b" copied=words::copied not_copied=words::not_copied />
            <a class="b" href=file download="kontora-recovery-codes.txt"><Icon name="down" />{t(words::download)}</a>
            <button class="b p" type="button" on:click=move |_| on_kept.run(())>{t(words::kept)}</button>
        </div>
    }
}
