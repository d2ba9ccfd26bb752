//! `/support/letters`: letters that were given up on, and a way to send them again. The operator's.

use leptos::prelude::*;

use super::back_to_support::BackToSupport;
use crate::letters::{UndeliveredLetter, door};
use crate::site::{FramedProblem, Head, t, use_lang};
use crate::ui::browser::focus_soon;
use crate::ui::{EmptyWire, FormAlert, FormState, date, use_toasts};
use crate::words::support as words;

#[component]
pub fn LettersPage() -> impl IntoView {
    let loaded = Resource::new_blocking(|| (), |()| door::undelivered_letters());
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match loaded.await {
                    Ok(letters) => view! { <Letters letters=RwSignal::new(letters) /> }.into_any(),
                    Err(error) => view! { <FramedProblem error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Letters(letters: RwSignal<Vec<UndeliveredLetter>>) -> impl IntoView {
    let lang = use_lang();
    view! {
        <Head title=Signal::derive(move || words::letters(lang.get()).to_owned()) crumb=BackToSupport />
        <main class="main" id="main" tabindex="-1">
            <div class="scroll" tabindex="0" role="region" aria-label=t(words::letters)>
                <Show when=move || !letters.read().is_empty() fallback=NoLetters>
                    <table class="t tall" role="table" aria-label=t(words::letters)>
                        <colgroup><col /><col /><col class="hide-s" /><col class="c-when hide-s" /><col class="c-acts" /></colgroup>
                        <thead role="rowgroup">
                            <tr role="row">
                                <th role="columnheader" scope="col">{t(words::to)}</th>
                                <th role="columnheader" scope="col">{t(words::subject)}</th>
                                <th role="columnheader" scope="col" class="hide-s">{t(words::last_error)}</th>
                                <th role="columnheader" scope="col" class="hide-s">{t(words::created_at)}</th>
                                <th role="columnheader" scope="col"><span class="vh">{t(words::actions)}</span></th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">
                            <For each=move || letters.get() key=|letter| letter.id.clone() let(letter)>
                                <Row letter letters />
                            </For>
                        </tbody>
                    </table>
                </Show>
            </div>
        </main>
    }
}

#[component]
fn Row(letter: UndeliveredLetter, letters: RwSignal<Vec<UndeliveredLetter>>) -> impl IntoView {
    let (lang, toasts) = (use_lang(), use_toasts());
    let form = FormState::new(None);
    let UndeliveredLetter { id, to, subject, reason, attempts, created_at } = letter;
    let address = to.clone();
    let resend = move |_| {
        let sent = id.clone();
        form.send(door::resend_letter(id.clone()), move |()| {
            toasts.say(words::resent_toast);
            letters.update(|letters| letters.retain(|letter| letter.id != sent));
            // Its row is gone, and the button with it.
            focus_soon("main .scroll");
        });
    };
    view! {
        <tr role="row">
            <td role="cell" class="m0 nm" title=to.clone()>{to.clone()}</td>
            <td role="cell" class="m2 sub" title=subject.clone()>{subject.clone()}</td>
            <td role="cell" class="mx hide-s" title=reason.clone()>
                <span class="cut bad">{reason.clone()}</span>
                <span class="s dim">" "{move || words::attempts(attempts, lang.get())}</span>
            </td>
            <td role="cell" class="mx sub hide-s">{move || date(created_at, 0, lang.get())}</td>
            <td role="cell" class="mw n">
                <FormAlert error=form.error />
                <button
                    class="b sm"
                    type="button"
                    aria-label=move || words::resend_to(&address, lang.get())
                    aria-busy=move || form.is_busy.get().then_some("true")
                    on:click=resend
                >
                    {t(words::resend)}
                </button>
            </td>
        </tr>
    }
}

#[component]
fn NoLetters() -> impl IntoView {
    view! {
        <div class="void">
            <EmptyWire />
            <b class="nm">{t(words::no_letters)}</b>
            <span>{t(words::no_letters_hint)}</span>
        </div>
    }
}
