//! Where one is signed in, and ways to end it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::people::{Session, SignInDetails, access_door, device_name};
use crate::site::{FormAnswer, t, use_lang};
use crate::ui::browser::focus_soon;
use crate::ui::{FormAlert, FormState, Submit, ago, date_and_time, use_toasts};
use crate::words::own_access as words;

/// What the plain form of one session calls itself, and that of all others.
const END_ONE: &str = "end_session";
const END_OTHERS: &str = "end_other_sessions";

/// The list and the button that ends all but this one.
#[component]
pub fn SessionsPart(details: RwSignal<SignInDetails>, answer: FormAnswer) -> impl IntoView {
    let (lang, toasts) = (use_lang(), use_toasts());
    let refusal = [END_ONE, END_OTHERS].into_iter().find_map(|form| answer.clone().to_form(form).error);
    let form = FormState::new(refusal);
    let has_others = Memo::new(move |_| details.with(|details| details.sessions.len() > 1));
    let end_others = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(access_door::end_other_sessions(), move |left| {
            details.set(left);
            toasts.say(words::others_ended_toast);
            focus_soon("#sessions-t");
        });
    };
    view! {
        <section class="part" id="sessions" aria-labelledby="sessions-t">
            <h2 id="sessions-t" tabindex="-1">{t(words::sessions)}</h2>
            <p class="hint">
                {t(words::ending_hint)}" "{move || details.with(|details| words::zone_hint(&details.zone, lang.get()))}
            </p>
            <FormAlert error=form.error />
            <ul class="sess">
                <For
                    each=move || details.with(|details| details.sessions.clone())
                    key=|session| (session.id.clone(), session.last_seen_at)
                    let(session)
                >
                    <Line session details form />
                </For>
            </ul>
            <Show when=move || has_others.get() fallback=|| view! { <p class="hint">{t(words::only_this)}</p> }>
                <form class="row" method="post" action="/profile" on:submit=end_others>
                    <input type="hidden" name="form" value=END_OTHERS />
                    <Submit label=words::end_others form class="b" />
                </form>
            </Show>
        </section>
    }
}

/// One session: the device, where it was, and when.
#[component]
fn Line(session: Session, details: RwSignal<SignInDetails>, form: FormState) -> impl IntoView {
    let lang = use_lang();
    let (now, offset) = details.with_untracked(|details| (details.now, details.zone_offset_minutes));
    let Session { id, user_agent, address, first_seen_at, last_seen_at, is_this } = session;
    let device = Memo::new(move |_| device_name(&user_agent, lang.get()));
    let last = move || ago(last_seen_at, now, offset, lang.get());
    let first = move || date_and_time(first_seen_at, offset, lang.get());
    view! {
        <li class="row">
            <span class="what">
                <b class="nm">{device}</b>
                {is_this.then(|| view! { " "<span class="tag">{t(words::this_session)}</span> })}
                <span class="s dim">
                    {address.clone()}" · "{t(words::last_seen)}" "{last}" · "{t(words::first_seen)}" "{first}
                </span>
            </span>
            {(!is_this).then(|| view! { <End id device address details form /> })}
        </li>
    }
}

#[component]
fn End(
    id: String,
    device: Memo<String>,
    address: String,
    details: RwSignal<SignInDetails>,
    form: FormState,
) -> impl IntoView {
    let (lang, toasts) = (use_lang(), use_toasts());
    let ended = StoredValue::new(id);
    let end = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(access_door::end_session(ended.get_value()), move |left| {
            details.set(left);
            toasts.say(words::ended_toast);
            // The line is gone, and its button with it.
            focus_soon("#sessions-t");
        });
    };
    view! {
        <form class="end" method="post" action="/profile" on:submit=end>
            <input type="hidden" name="form" value=END_ONE />
            <input type="hidden" name="session" value=ended.get_value() />
            <button
                class="b sm bad"
                type="submit"
                aria-label=move || device.with(|device| words::end_of(device, &address, lang.get()))
                aria-busy=move || form.is_busy.get().then_some("true")
            >
                {t(words::end)}
            </button>
        </form>
    }
}
