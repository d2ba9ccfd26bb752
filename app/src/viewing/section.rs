//! The section of the profile in which a company allows looking, and sees who has looked.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{Consent, ConsentTerm, PastViewing, ViewingLog, door};
use crate::people::Right;
use crate::site::{FormAnswer, t, use_lang, use_me};
use crate::ui::browser::focus_soon;
use crate::ui::{FormAlert, FormState, RadioChoice, Submit, date_and_time, loaded, use_toasts};
use crate::words::viewing as words;

/// What the plain forms call themselves.
const ALLOW: &str = "allow_viewing";
const FORBID: &str = "forbid_viewing";

/// Only administrators have it; operators look at others, and nobody at them.
#[component]
pub fn ViewingSection(
    /// How the form that was sent without WASM was answered.
    answer: FormAnswer,
) -> impl IntoView {
    let is_looked_at = use_me().with_untracked(|me| me.may(Right::AllowViewing));
    is_looked_at.then(|| view! { <Loading answer /> })
}

#[component]
fn Loading(answer: FormAnswer) -> impl IntoView {
    let resource = Resource::new_blocking(|| (), |()| door::viewings());
    loaded(resource, move |log| view! { <Section log=RwSignal::new(log) answer=answer.clone() /> }.into_any())
}

#[component]
fn Section(log: RwSignal<ViewingLog>, answer: FormAnswer) -> impl IntoView {
    let refusal = [ALLOW, FORBID].into_iter().find_map(|form| answer.clone().to_form(form).error);
    let form = FormState::new(refusal);
    let consent = Memo::new(move |_| log.with(|log| log.consent.clone()));
    let offset = log.with_untracked(|log| log.zone_offset_minutes);
    view! {
        <section class="part" id="viewing" aria-labelledby="viewing-t">
            <h2 id="viewing-t" tabindex="-1">{t(words::consent_title)}</h2>
            <p class="sub">{t(words::consent_about)}</p>
            <FormAlert error=form.error />
            {move || match consent.get() {
                Some(consent) => view! { <Allowed consent log form offset /> }.into_any(),
                None => view! { <Forbidden log form /> }.into_any(),
            }}
            <Past log offset />
        </section>
    }
}

#[component]
fn Allowed(consent: Consent, log: RwSignal<ViewingLog>, form: FormState, offset: i16) -> impl IntoView {
    let (lang, toasts) = (use_lang(), use_toasts());
    let forbid = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(door::forbid_viewing(), move |now| {
            log.set(now);
            toasts.say(words::forbidden_toast);
            focus_soon("#viewing-t");
        });
    };
    let until = consent.until;
    let until = move || until.map(|at| date_and_time(at, offset, lang.get()));
    view! {
        <form class="row" method="post" action="/profile" on:submit=forbid>
            <input type="hidden" name="form" value=FORBID />
            <span>{move || words::allowed(&consent.given_by, until().as_deref(), lang.get())}</span>
            <Submit label=words::forbid form class="b" />
        </form>
    }
}

#[component]
fn Forbidden(log: RwSignal<ViewingLog>, form: FormState) -> impl IntoView {
    let (lang, chosen, toasts) = (use_lang(), RwSignal::new(ConsentTerm::Hour), use_toasts());
    let allow = move |event: SubmitEvent| {
        event.prevent_default();
        let fields = [("term".to_owned(), chosen.get_untracked().as_str().to_owned())].into();
        form.send(door::allow_viewing(fields), move |now| {
            log.set(now);
            toasts.say(words::allowed_toast);
            focus_soon("#viewing-t");
        });
    };
    view! {
        <form class="form" method="post" action="/profile" on:submit=allow>
            <input type="hidden" name="form" value=ALLOW />
            <fieldset class="f">
                <legend class="lab">{t(words::term)}</legend>
                {ConsentTerm::ALL
                    .map(|of| {
                        view! {
                            <RadioChoice name="term" of value=of.as_str() chosen>
                                <span>{move || words::term_name(of, lang.get())}</span>
                            </RadioChoice>
                        }
                    })
                    .into_iter()
                    .collect_view()}
            </fieldset>
            <div class="row"><Submit label=words::allow form class="b" /></div>
        </form>
    }
}

#[component]
fn Past(log: RwSignal<ViewingLog>, offset: i16) -> impl IntoView {
    view! {
        <h3>{t(words::past)}</h3>
        <Show
            when=move || log.with(|log| !log.past.is_empty())
            fallback=|| view! { <p class="sub">{t(words::no_past)}</p> }
        >
            <ul class="sess">
                <For each=move || log.with(|log| log.past.clone()) key=|past| (past.id.clone(), past.ended_at) let(past)>
                    <Line past offset />
                </For>
            </ul>
        </Show>
    }
}

/// One look: who, when, why, and at what.
#[component]
fn Line(past: PastViewing, offset: i16) -> impl IntoView {
    let lang = use_lang();
    let PastViewing { viewer, through, reason, has_consent, begun_at, ended_at, pages, .. } = past;
    let who = move || viewer.clone().unwrap_or_else(|| words::the_platform(lang.get()).to_owned());
    let when = move || {
        let lang = lang.get();
        words::from_till(
            &date_and_time(begun_at, offset, lang),
            ended_at.map(|at| date_and_time(at, offset, lang)).as_deref(),
            lang,
        )
    };
    view! {
        <li class="row">
            <span class="what">
                <b class="nm">{who}</b>
                {(!has_consent).then(|| view! { " "<span class="tag">{t(words::without_consent)}</span> })}
                <span class="s dim">{when}" · "{move || words::through(&through, lang.get())}</span>
                <span class="s">{reason}</span>
                <span class="s dim">{pages.join(", ")}</span>
            </span>
        </li>
    }
}
