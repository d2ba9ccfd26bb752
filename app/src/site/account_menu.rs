//! The head's right corner: whose cabinet this is, and the way out.

use leptos::prelude::*;
use leptos_router::components::A;

use super::frame::use_me;
use super::icons::Icon;
use super::language::{LanguageSwitch, t, use_lang};
use super::theme::ThemeSwitch;
use crate::words;

#[component]
pub fn AccountMenu() -> impl IntoView {
    let me = use_me();
    let lang = use_lang();
    let company = move || me.with(|me| me.company_name.clone());
    let person =
        move || me.with(|me| format!("{} · {}", me.full_name, words::shell::kind(me.company_kind, lang.get())));
    view! {
        <section class="who" aria-label=t(words::shell::account)>
            <button class="acct" popovertarget="acct-menu" aria-haspopup="true">
                <span class="cut">
                    <b class="cut">{company}</b>
                    <span class="s dim only-l">{person}</span>
                </span>
                <span class="mono" aria-hidden="true">{move || crate::ui::initials(&company())}</span>
            </button>
            <div class="pop menu" id="acct-menu" popover="auto">
                <p class="menu-who">
                    <b class="nm">{move || me.with(|me| me.full_name.clone())}</b>
                    <span class="s dim">{move || me.with(|me| me.email.clone())}</span>
                </p>
                <ul>
                    <li><A href="/profile"><Icon name="profile" />{t(words::shell::profile)}</A></li>
                    <li>
                        <form method="post" action="/sign-out" on:submit=|_| crate::companies::clear_drafts()>
                            <button><Icon name="sign-out" />{t(words::shell::sign_out)}</button>
                        </form>
                    </li>
                </ul>
                <div class="menu-foot only-m"><LanguageSwitch /><ThemeSwitch name="theme-m" /></div>
            </div>
        </section>
    }
}
