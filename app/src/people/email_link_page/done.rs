//! What the link has done, and where to go from there.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::site::{Gate, t, use_lang};
use crate::values::Lang;
use crate::words::own_access as words;

#[component]
pub fn Done(is_cancelled: bool) -> impl IntoView {
    let lang = use_lang();
    let [title, about, button]: [fn(Lang) -> &'static str; 3] = if is_cancelled {
        [words::cancelled_title, words::cancelled_about, words::set_new_password]
    } else {
        [words::confirmed_title, words::confirmed_about, words::to_sign_in]
    };
    let href = if is_cancelled { "/forgot-password" } else { "/sign-in" };
    view! {
        <Gate title=Signal::derive(move || title(lang.get()).to_owned())>
            <div class="slip">
                <h1 tabindex="-1">{t(title)}</h1>
                <p class="sub">{t(about)}</p>
                <A href=href attr:class="b">{t(button)}</A>
            </div>
        </Gate>
    }
}
