//! Everything that is done about accounts: what is possible for this one, and why the rest is not.

use leptos::prelude::*;

use super::rules::{PersonAction, PersonObstacle, PersonStanding};
use crate::site::{t, use_lang};
use crate::ui::browser::focus_soon;
use crate::words::person_actions as words;

#[component]
pub fn ActionList(
    standing: PersonStanding,
    chosen: RwSignal<Option<PersonAction>>,
    /// Set when the asker wants to look through the person's eyes; nothing where they may not.
    look: Option<RwSignal<bool>>,
) -> impl IntoView {
    let lines = PersonAction::offered(standing.life)
        .map(|action| view! { <Line action obstacle=standing.obstacle(action) chosen /> });
    let look = look.map(|is_looking| {
        view! {
            <li>
                <button class="b g" type="button" on:click=move |_| is_looking.set(true)>
                    {t(crate::words::viewing::view_as)}
                </button>
            </li>
        }
    });
    Effect::new(|_| focus_soon(".deeds button:not([disabled])"));
    view! { <ul class="deeds">{lines.into_iter().collect_view()}{look}</ul> }
}

#[component]
fn Line(
    action: PersonAction,
    obstacle: Option<PersonObstacle>,
    chosen: RwSignal<Option<PersonAction>>,
) -> impl IntoView {
    let lang = use_lang();
    let why = move |obstacle: PersonObstacle| {
        view! {
            <details class="s dim">
                <summary aria-label=move || words::why_not_this(action, lang.get())>{t(words::why_not)}</summary>
                <p>{move || obstacle.words(lang.get())}"."</p>
            </details>
        }
    };
    view! {
        <li>
            <button class="b g" type="button" disabled=obstacle.is_some() on:click=move |_| chosen.set(Some(action))>
                {move || words::label(action, lang.get())}
            </button>
            {obstacle.map(why)}
        </li>
    }
}
