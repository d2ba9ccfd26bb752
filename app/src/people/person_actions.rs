//! What an administrator does about a person's account, behind one button of the person's row: a small dialog lists it,
//! with the rule beside whatever is not possible, and asks before it is done.

mod action_list;
mod change;
mod confirmation;
mod fields;
mod rules;

use leptos::html::Dialog;
use leptos::prelude::*;

use super::{AccountState, Employee, Right, Role, person_door};
use crate::site::{Icon, use_lang, use_me};
use crate::ui::{FormAlert, FormState, SmallDialog};
use crate::viewing::ViewAs;
use crate::words::person_actions as words;
use action_list::ActionList;
pub use change::{PersonChange, provide_person_changes};
use confirmation::Confirmation;
pub use rules::{Life, PersonAction, PersonObstacle, PersonStanding};

/// The button, and its dialog while it is open. What becomes of the person goes to whoever
/// [listens](provide_person_changes).
#[component]
pub fn PersonActions(person: Employee) -> impl IntoView {
    let (lang, is_open, dialog) = (use_lang(), RwSignal::new(false), NodeRef::<Dialog>::new());
    let id = button_id(&person);
    let person = StoredValue::new(person);
    let name = move || person.with_value(|person| words::actions_for(&person.full_name, lang.get()));
    // The row, and this with it, may be drawn anew while the dialog closes.
    let end = move || {
        is_open.try_set(false);
    };
    view! {
        <button
            class="ib"
            type="button"
            id=id
            aria-label=name
            title=name
            aria-haspopup="dialog"
            on:click=move |_| is_open.set(true)
        >
            <Icon name="more" />
        </button>
        <Show when=move || is_open.get()>
            <SmallDialog id="person-actions" title=words::actions dialog on_close=end>
                <Deeds person dialog />
            </SmallDialog>
        </Show>
    }
}

/// The list of what can be done, or the question about the one that was chosen. What is possible is asked anew each time.
#[component]
fn Deeds(person: StoredValue<Employee>, dialog: NodeRef<Dialog>) -> impl IntoView {
    let (loading, standing) = (FormState::new(None), RwSignal::new(None::<PersonStanding>));
    let (chosen, is_looking) = (RwSignal::new(None::<PersonAction>), RwSignal::new(false));
    let looks = person.with_value(may_look);
    let (id, name, email) = person.with_value(|person| (person.id, person.full_name.clone(), person.email.clone()));
    Effect::new(move |_| loading.send(person_door::person_standing(id), move |found| standing.set(Some(found))));
    let part = move || match (standing.get(), chosen.get()) {
        (None, _) => ().into_any(),
        (Some(_), None) if is_looking.get() => {
            let full_name = person.with_value(|person| person.full_name.clone());
            view! { <ViewAs person=id full_name on_cancel=move |()| is_looking.set(false) /> }.into_any()
        }
        (Some(standing), None) => view! { <ActionList standing chosen look=looks.then_some(is_looking) /> }.into_any(),
        (Some(PersonStanding { asker_has_second_factor, .. }), Some(action)) => {
            view! { <Confirmation person action chosen dialog takes_code=asker_has_second_factor /> }.into_any()
        }
    };
    view! {
        <div class="cols one">
            <div class="grp">
                <p><b class="nm">{name}</b><br /><span class="s dim">{email}</span></p>
                <FormAlert error=loading.error />
            </div>
            {part}
        </div>
    }
}

/// Whether the signed-in person may ask to look through this one's eyes.
fn may_look(person: &Employee) -> bool {
    let is_lookable = person.state == AccountState::Active && !person.roles.contains(&Role::Operator);
    is_lookable && use_me().with_untracked(|me| me.may(Right::ViewAs) && me.company_id != person.office.id)
}

/// By which the focus finds back to the row.
fn button_id(person: &Employee) -> String {
    format!("person-{}-actions", person.id)
}
