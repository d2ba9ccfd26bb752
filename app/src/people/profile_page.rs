//! `/profile`: one's own name and language, and below them how one signs in.

mod email_part;
pub(super) mod own_access;
mod password_part;
pub(super) mod second_factor_part;
mod sessions_part;

use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::{Me, door};
use crate::companies::Kind;
use crate::site::{FormAnswer, Head, Icon, speak, t, use_lang, use_me};
use crate::tokens::TokensSection;
use crate::ui::{FormAlert, FormState, RadioChoice, Submit, TextField, use_toasts};
use crate::values::{FullName, Lang};
use crate::viewing::ViewingSection;
use crate::words::people as words;
use crate::words::shell;
use own_access::OwnAccess;

#[component]
pub fn ProfilePage() -> impl IntoView {
    let whole_answer = FormAnswer::of_page();
    let answer = whole_answer.clone().to_form("");
    let (lang, me, toasts) = (use_lang(), use_me(), use_toasts());
    let typed = |name: &str| answer.typed.get(name).cloned();
    let full_name = RwSignal::new(typed("full_name").unwrap_or_else(|| me.with_untracked(|me| me.full_name.clone())));
    let chosen = RwSignal::new(typed("language").and_then(|code| Lang::parse(&code)).unwrap_or(lang.get_untracked()));
    let is_saved = RwSignal::new(answer.is_done);
    let wanted = |name: &str, of: fn(&Me) -> bool| {
        RwSignal::new(typed(name).map_or_else(|| me.with_untracked(of), |on| on == "on"))
    };
    let mut notices = vec![Notice {
        name: "notify_sign_in",
        label: words::notify_sign_in,
        is_wanted: wanted("notify_sign_in", |me| me.letters.sign_in),
    }];
    if me.with_untracked(|me| me.company_kind == Kind::Reseller) {
        notices.extend([
            Notice {
                name: "notify_threshold",
                label: words::notify_threshold,
                is_wanted: wanted("notify_threshold", |me| me.letters.threshold),
            },
            Notice {
                name: "notify_suspension",
                label: words::notify_suspension,
                is_wanted: wanted("notify_suspension", |me| me.letters.suspension),
            },
        ]);
    }
    let notices = StoredValue::new(notices);
    let form = FormState::new(answer.error);
    // The switch at the side saves the language by itself; the choice here follows it.
    Effect::new(move |was: Option<Lang>| {
        let now = lang.get();
        if was.is_some_and(|was| was != now) {
            chosen.set(now);
        }
        now
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        is_saved.set(false);
        let own = [("full_name", full_name.get_untracked()), ("language", chosen.get_untracked().to_string())];
        let notices = notices.get_value().into_iter().map(|notice| (notice.name, notice.choice().to_owned()));
        let fields = own.into_iter().chain(notices).map(|(name, value)| (name.to_owned(), value)).collect();
        form.send(door::save_profile(fields), move |saved: Me| {
            speak(lang, saved.language.unwrap_or_default());
            me.set(saved);
            toasts.say(shell::saved);
        });
    };
    view! {
        <Head title=Signal::derive(move || words::profile(lang.get()).to_owned()) />
        <main class="main" id="main" tabindex="-1">
            <div class="scroll">
                <div class="pad">
                    <form class="form" method="post" action="/profile" novalidate on:submit=submit>
                        <Saved is_saved />
                        <FormAlert error=form.whole() />
                        <TextField
                            name="full_name"
                            label=words::full_name
                            value=full_name
                            problems=form.problems
                            autocomplete="name"
                            check=|text| FullName::parse(text).map(drop)
                        />
                        <fieldset class="f">
                            <legend class="lab">{t(words::language)}</legend>
                            <RadioChoice name="language" of=Lang::Ru value="ru" chosen><span lang="ru">"Русский"</span></RadioChoice>
                            <RadioChoice name="language" of=Lang::En value="en" chosen><span lang="en">"English"</span></RadioChoice>
                        </fieldset>
                        <Notices notices=notices.get_value() />
                        <Facts me />
                        <div class="row"><Submit label=shell::save form /></div>
                    </form>
                    // Whoever looks through another's eyes sees nothing of how that person signs in.
                    {me.with_untracked(|me| me.viewing.is_none())
                        .then(|| {
                            view! {
                                <TokensSection />
                                <OwnAccess answer=whole_answer.clone() />
                                <ViewingSection answer=whole_answer />
                            }
                        })}
                </div>
            </div>
        </main>
    }
}

/// What the plain form is answered; awake, the page says it in a message that goes by itself.
#[component]
fn Saved(is_saved: RwSignal<bool>) -> impl IntoView {
    view! {
        <Show when=move || is_saved.get()>
            <div class="note" role="status"><Icon name="check" /><span>{t(shell::saved)}</span></div>
        </Show>
    }
}

/// A kind of letters that the person may do without.
#[derive(Clone, Copy)]
struct Notice {
    name: &'static str,
    label: fn(Lang) -> &'static str,
    is_wanted: RwSignal<bool>,
}

impl Notice {
    fn choice(self) -> &'static str {
        if self.is_wanted.get_untracked() { "on" } else { "off" }
    }
}

/// Which letters the person wants.
#[component]
fn Notices(notices: Vec<Notice>) -> impl IntoView {
    view! {
        <fieldset class="f" aria-describedby="notices-h">
            <legend class="lab">{t(words::notices)}</legend>
            {notices.into_iter().map(|notice| view! { <NoticeBox notice /> }).collect_view()}
            <p class="hint" id="notices-h">{t(words::notices_hint)}</p>
        </fieldset>
    }
}

/// An empty box is not sent, so that a hidden field says it.
#[component]
fn NoticeBox(notice: Notice) -> impl IntoView {
    let Notice { name, label, is_wanted } = notice;
    let input = NodeRef::<Input>::new();
    Effect::new(move |is_taken_over: Option<bool>| {
        let is_on = is_wanted.get();
        let Some(input) = input.get() else { return false };
        if is_taken_over == Some(true) {
            input.set_checked(is_on);
        } else if input.checked() != is_on {
            is_wanted.set(input.checked());
        }
        true
    });
    view! {
        <input type="hidden" name=name value="off" />
        <label class="box">
            <input
                node_ref=input
                type="checkbox"
                name=name
                value="on"
                checked=is_wanted.get_untracked()
                on:change:target=move |event| is_wanted.set(event.target().checked())
            />
            <span>{t(label)}</span>
        </label>
    }
}

/// What cannot be changed here.
#[component]
fn Facts(me: RwSignal<Me>) -> impl IntoView {
    let lang = use_lang();
    view! {
        <dl class="facts">
            <div><dt>{t(words::email)}</dt><dd>{move || me.with(|me| me.email.clone())}</dd></div>
            <div><dt>{t(words::company)}</dt><dd>{move || me.with(|me| me.company_name.clone())}</dd></div>
            <div>
                <dt>{t(words::roles)}</dt>
                <dd>{move || me.with(|me| words::role_list(&me.roles, lang.get()))}</dd>
            </div>
        </dl>
    }
}
