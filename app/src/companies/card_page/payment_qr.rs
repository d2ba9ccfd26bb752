//! The payment code as a QR to point a phone at, or the reason why there is none.

use leptos::prelude::*;

use super::PaymentQr;
use crate::requisites::NoCode;
use crate::site::{t, use_lang};
use crate::words;

/// Modules of white around the code, as the QR standard asks.
const QUIET: u32 = 4;

#[component]
pub fn PaymentCode(code: Result<PaymentQr, NoCode>) -> impl IntoView {
    let lang = use_lang();
    match code {
        Ok(PaymentQr { size, path }) => {
            let side = size + 2 * QUIET;
            view! {
                <figure class="qr">
                    <svg
                        viewBox=format!("0 0 {side} {side}")
                        role="img"
                        aria-label=t(words::requisites::payment_code)
                        shape-rendering="crispEdges"
                    >
                        <rect width=side height=side fill="#fff" />
                        <path transform=format!("translate({QUIET} {QUIET})") d=path fill="#000" />
                    </svg>
                    <figcaption class="s dim">{t(words::requisites::payment_code_hint)}</figcaption>
                </figure>
            }
            .into_any()
        }
        Err(reason) => view! { <p class="qr s sub">{move || reason.words(lang.get())}</p> }.into_any(),
    }
}
