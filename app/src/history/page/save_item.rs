//! One save: who, when, what, and the button that takes it back.

use leptos::prelude::*;

use super::change_line::ChangeLine;
use super::outcome::{Outcome, Told};
use super::refused::Refused;
use super::timeline::Timeline;
use crate::error::ApiError;
use crate::history::refusal::refusal;
use crate::history::undo::follow_name;
use crate::history::{PastSave, door};
use crate::site::{t, use_me};
use crate::ui::browser::focus_soon;
use crate::ui::{FormState, date_and_time, use_toasts};
use crate::words::history as words;

#[component]
pub fn SaveItem(save: PastSave, timeline: Timeline) -> impl IntoView {
    let PastSave { version, at, offset, by, undoes, changes, .. } = save;
    let (toasts, me, form) = (use_toasts(), use_me(), FormState::new(None));
    let by = StoredValue::new(by);
    let who = move || by.with_value(|by| words::author(by, timeline.lang.get()));
    let when = move || date_and_time(at, offset, timeline.lang.get());
    let can_undo = Memo::new(move |_| {
        timeline.history.with(|history| history.saves.iter().any(|save| save.version == version && save.can_undo))
    });
    let impact = Memo::new(move |_| timeline.history.with(|history| history.impact_of_undoing(version)));
    let told = Told { id: StoredValue::new(format!("undo-{version}")), impact, words: words::undo_would };
    let undo = move |_| {
        form.send(door::undo_edit(timeline.company(), version, impact.get_untracked()), move |saved| {
            follow_name(me, &saved.form);
            toasts.say(words::undone);
            focus_soon("main .scroll");
            timeline.reload();
        });
    };
    let refused = move || {
        let error = form.error.get()?;
        let lang = timeline.lang.get();
        Some(words::not_undone(&timeline.zones(|zones| refusal(&error, zones, lang)), lang))
    };
    // By what it would bring about now the next press is made.
    Effect::new(move |_| {
        form.error.with(|error| {
            if let Some(ApiError::PreviewChanged(ground)) = error {
                timeline.stands_on(ground);
            }
        });
    });
    view! {
        <li>
            <div class="row past-head">
                <b class="nm">{who}</b>
                <span class="s dim">{when}</span>
                {undoes.map(|_| view! { <span class="tag">{t(words::was_undo)}</span> })}
                <Show when=move || can_undo.get()>
                    <button
                        class="b sm end"
                        type="button"
                        aria-label=move || words::undo_of(&who(), &when(), timeline.lang.get())
                        aria-describedby=move || told.described()
                        aria-busy=move || form.is_busy.get().then_some("true")
                        on:click=undo
                    >
                        {t(words::undo)}
                    </button>
                </Show>
            </div>
            <Outcome told />
            <Refused text=refused />
            <ul class="past-changes">
                {changes.into_iter().map(|change| view! { <ChangeLine change timeline of_save=told /> }).collect_view()}
            </ul>
        </li>
    }
}
