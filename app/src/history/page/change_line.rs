//! One field of a save: what it was, what it became, and the button that brings the earlier value back.

use leptos::prelude::*;

use super::outcome::{Outcome, Told};
use super::refused::Refused;
use super::timeline::Timeline;
use crate::companies::door::save_company;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::history::PastChange;
use crate::history::refusal::refusal;
use crate::history::undo::follow_name;
use crate::site::{t, use_me};
use crate::ui::browser::focus_soon;
use crate::ui::{FormState, use_toasts};
use crate::words;

#[component]
pub fn ChangeLine(
    change: PastChange,
    timeline: Timeline,
    /// What taking the whole save back would bring about: where it is the same it is not told again.
    of_save: Told,
) -> impl IntoView {
    let (toasts, me, form) = (use_toasts(), use_me(), FormState::new(None));
    let PastChange { field, old, new } = change;
    let (old, new) = (StoredValue::new(old), StoredValue::new(new));
    let was = move || old.with_value(|old| timeline.shown(field, old));
    let became = move || new.with_value(|new| timeline.shown(field, new));
    let is_earlier = Memo::new(move |_| {
        timeline.history.with(|history| old.with_value(|old| history.current.get(&field) != Some(old)))
    });
    let impact = Memo::new(move |_| {
        timeline.history.with(|history| old.with_value(|old| history.impact_of_restoring(field, old)))
    });
    let id = StoredValue::new(format!("{}-{}", of_save.id.get_value(), field.wire()));
    let own = Memo::new(move |_| impact.get().filter(|_| is_earlier.get()));
    let own = Told { id, impact: own, words: words::history::restore_would };
    let is_repeated = Signal::derive(move || of_save.impact.get() == own.impact.get());
    let restore = move |_| {
        let version = timeline.history.with_untracked(|history| history.version);
        let changes = Fields::from([(field.wire().to_owned(), old.get_value())]);
        form.send(save_company(timeline.company(), version, changes, impact.get_untracked()), move |saved| {
            follow_name(me, &saved.form);
            toasts.say(words::history::restored);
            focus_soon("main .scroll");
            timeline.reload();
        });
    };
    // What somebody changed meanwhile is shown, so that the next press is made with open eyes.
    Effect::new(move |_| {
        form.error.with(|error| match error {
            Some(ApiError::Stale(_)) => timeline.reload(),
            Some(ApiError::PreviewChanged(ground)) => timeline.stands_on(ground),
            _ => {}
        });
    });
    let refused = move || {
        let error = form.error.get()?;
        let lang = timeline.lang.get();
        Some(words::history::not_restored(&timeline.zones(|zones| refusal(&error, zones, lang)), lang))
    };
    view! {
        <li>
            <span class="sub">{move || words::dialog::label(field, timeline.lang.get())}</span>
            <span class="past-values"><del>{was}</del> " → " <ins>{became}</ins></span>
            <Show when=move || is_earlier.get()>
                <button
                    class="b sm g"
                    type="button"
                    aria-label=move || words::history::restore_value(field, &was(), timeline.lang.get())
                    aria-describedby=move || own.described()
                    aria-busy=move || form.is_busy.get().then_some("true")
                    on:click=restore
                >
                    {t(words::history::restore)}
                </button>
            </Show>
            <Outcome told=own is_repeated />
            <Refused text=refused />
        </li>
    }
}
