//! The payment code as a QR to point a phone at, or the reason why there is none.

use leptos::prelude::*;

use crate::requisites::NoCode;
use crate::site::{t, use_lang};
use crate::ui::QrPicture;
use crate::values::QrDrawing;
use crate::words;

#[component]
pub fn PaymentCode(code: Result<QrDrawing, NoCode>) -> impl IntoView {
    let lang = use_lang();
    match code {
        Ok(drawing) => view! {
            <figure class="qr">
                <QrPicture drawing label=words::requisites::payment_code />
                <figcaption class="s dim">{t(words::requisites::payment_code_hint)}</figcaption>
            </figure>
        }
        .into_any(),
        Err(reason) => view! { <p class="qr s sub">{move || reason.words(lang.get())}</p> }.into_any(),
    }
}
