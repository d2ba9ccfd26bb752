//! The question before something is done about an account, with the reason or the address that it takes.

use leptos::ev::SubmitEvent;
use leptos::html::Dialog;
use leptos::prelude::*;

use super::button_id;
use super::change::{PersonChange, use_person_changes};
use super::fields::{ActionFields, Typed};
use super::rules::PersonAction;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::people::{Employee, by_passkey, offers_passkeys, person_door};
use crate::site::{t, use_lang};
use crate::ui::browser::focus_soon;
use crate::ui::{FormAlert, FormState, close_dialog, use_toasts};
use crate::values::UserId;
use crate::words::{person_actions as words, second_factor};

#[component]
pub fn Confirmation(
    person: StoredValue<Employee>,
    action: PersonAction,
    /// Emptied to go back to the list.
    chosen: RwSignal<Option<PersonAction>>,
    dialog: NodeRef<Dialog>,
    /// The asker's own sign-in takes a code.
    takes_code: bool,
) -> impl IntoView {
    let (lang, toasts, changes) = (use_lang(), use_toasts(), use_person_changes());
    let (form, typed) = (FormState::new(None), Typed::new(action, takes_code));
    let (id, button) = person.with_value(|person| (person.id, format!("#{}", button_id(person))));
    let button = StoredValue::new(button);
    let act = move |with_passkey: bool| {
        let fields = typed.fields();
        let call =
            async move { perform(action, id, if with_passkey { by_passkey(fields).await? } else { fields }).await };
        form.send(call, move |change| {
            close_dialog(dialog);
            toasts.tell(move |lang| words::done(action, lang).to_owned());
            if let Some((listen, change)) = changes.zip(change) {
                listen.run(change);
                // Its row was drawn anew.
                focus_soon(button.get_value());
            }
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        act(false);
    };
    let takes_passkey = action.takes_proof() && takes_code && offers_passkeys();
    let is_busy = move || form.is_busy.get().then_some("true");
    let is_grave = matches!(action, PersonAction::Block | PersonAction::RevokeInvitation);
    let class = if is_grave { "b bad" } else { "b p" };
    view! {
        <form class="grp" novalidate on:submit=submit>
            <h3 id="action-t" tabindex="-1">{move || words::label(action, lang.get())}</h3>
            <p class="sub">{move || words::about(action, lang.get())}</p>
            <FormAlert error=form.whole() />
            <ActionFields typed problems=form.problems />
            <div class="row">
                <button class=class type="submit" aria-busy=is_busy aria-disabled=is_busy>
                    {move || words::label(action, lang.get())}
                </button>
                {takes_passkey
                    .then(|| {
                        view! {
                            <button class="b" type="button" aria-busy=is_busy on:click=move |_| act(true)>
                                {t(second_factor::with_passkey)}
                            </button>
                        }
                    })}
                <button class="b g" type="button" on:click=move |_| chosen.set(None)>{t(words::back)}</button>
            </div>
        </form>
    }
}

/// Does it; what becomes of the person's line, where it changes.
async fn perform(action: PersonAction, person: UserId, fields: Fields) -> Result<Option<PersonChange>, ApiError> {
    use PersonAction as A;
    let line = match action {
        A::Block => person_door::block_user(person, fields).await?,
        A::Unblock => person_door::unblock_user(person, fields).await?,
        A::ResendInvitation => person_door::resend_invitation(person).await?,
        A::ResetSecondFactor => person_door::reset_second_factor(person, fields).await?,
        A::RevokeInvitation => {
            person_door::revoke_invitation(person).await?;
            return Ok(Some(PersonChange::Gone(person)));
        }
        A::EndSessions => return person_door::end_user_sessions(person).await.map(|()| None),
        A::StartReset => return person_door::start_password_reset(person).await.map(|()| None),
        A::ChangeEmail => return person_door::change_user_email(person, fields).await.map(|()| None),
    };
    Ok(Some(PersonChange::Now(line)))
}
