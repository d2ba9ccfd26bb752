//! The form of one user, with what is told of them beside it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::BackToUsers;
use super::dialogs_field::DialogsField;
use super::facts::Facts;
use super::typed::Typed;
use crate::people::roles_field::RolesField;
use crate::people::{PersonActions, PersonChange, Right, Role, UserField, UserForm, door, provide_person_changes};
use crate::site::{Head, t, use_lang, use_me};
use crate::ui::browser::go_to;
use crate::ui::{AskToLeave, FormAlert, FormState, Leaving, Problems, SelectField, Submit, TextField, use_toasts};
use crate::values::{CompanyId, FullName, Lang};
use crate::words::people as words;
use crate::words::{dialog, shell};

#[component]
pub fn EditUser(user: UserForm) -> impl IntoView {
    let (lang, me, toasts) = (use_lang(), use_me(), use_toasts());
    let (typed, form) = (Typed::new(&user), FormState::new(None));
    let user = RwSignal::new(user);
    let id = user.with_untracked(|user| user.person.id);
    Effect::new(move |_| {
        if let Some(error) = form.error.get() {
            typed.learn(&error, form.problems, lang.get_untracked());
        }
    });
    let leaving = Leaving::guard(move || typed.has_changes());
    provide_person_changes(Callback::new(move |change| match change {
        PersonChange::Now(person) => user.update(|user| user.person = person),
        PersonChange::Gone(_) => {
            leaving.let_go();
            go_to("/users");
        }
    }));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (seen, changes) = typed.changes();
        let sent = changes.clone();
        form.send(door::save_user(id, seen, changes), move |saved: UserForm| {
            typed.take(&saved, &sent);
            me.update(|me| {
                if me.id == id {
                    me.full_name.clone_from(&saved.person.full_name);
                }
            });
            user.set(saved);
            toasts.say(shell::saved);
        });
    };
    view! {
        <Head title=Signal::derive(move || user.with(|user| user.person.full_name.clone())) crumb=BackToUsers />
        <main class="main" id="main" tabindex="-1">
            <div class="scroll">
                <div class="pad">
                    <form class="form scripted" method="post" novalidate on:submit=submit>
                        <FormAlert error=form.whole() />
                        <UserFields user typed problems=form.problems />
                        <div class="row"><Submit label=shell::save form /></div>
                    </form>
                    <section class="part" aria-label=t(words::status)>
                        <Facts user />
                        <div class="row">
                            {t(crate::words::person_actions::actions)}
                            {move || user.with(|user| view! { <PersonActions person=user.person.clone() /> })}
                        </div>
                    </section>
                </div>
            </div>
        </main>
        <AskToLeave leaving><ul class="chg">{move || unsaved(typed, lang.get())}</ul></AskToLeave>
    }
}

/// What would be lost, field by field.
fn unsaved(typed: Typed, lang: Lang) -> impl IntoView {
    let or_empty = move |text: String| if text.is_empty() { dialog::empty(lang).to_owned() } else { text };
    let line = move |(field, [was, is]): (UserField, [String; 2])| {
        view! { <li><b>{words::user_field(field, lang)}</b> " " <del>{or_empty(was)}</del> " → " <ins>{or_empty(is)}</ins></li> }
    };
    typed.told(lang).into_iter().map(line).collect_view()
}

#[component]
fn UserFields(user: RwSignal<UserForm>, typed: Typed, problems: Problems) -> impl IntoView {
    let default = user.with_untracked(|user| user.default_max_dialogs);
    view! {
        <TextField
            name="full_name"
            label=words::full_name
            value=typed.full_name
            problems
            check=|text| FullName::parse(text).map(drop)
        />
        {typed.parts.view(problems)}
        <Roles user typed problems />
        <DialogsField value=typed.max_dialogs problems default />
        <SelectField name="language" label=words::language value=typed.language options=languages />
        <crate::ui::FieldProblem name="language" problems />
    }
}

/// The roles, as far as they are this person's to give; and why they are changed, once they are.
#[component]
fn Roles(user: RwSignal<UserForm>, typed: Typed, problems: Problems) -> impl IntoView {
    let (me, person) = (use_me().get_untracked(), user.with_untracked(|user| user.person.clone()));
    let gives_operator = me.may(Right::GiveOperatorRole);
    let is_operator = person.roles.contains(&Role::Operator);
    let fixed_by: Option<fn(Lang) -> &'static str> = if person.id == me.id {
        Some(words::own_roles)
    } else if is_operator && !gives_operator {
        Some(words::operator_roles)
    } else {
        None
    };
    let offers_operator = is_operator || gives_operator && person.office.id == CompanyId::PLATFORM;
    view! {
        <RolesField value=typed.roles problems offers_operator=Signal::stored(offers_operator) nostrip:fixed_by=fixed_by />
        <Show when=move || typed.is_changed(UserField::Roles)>
            <TextField name="reason" label=words::reason value=typed.reason problems hint=words::reason_hint />
        </Show>
    }
}

fn languages(lang: Lang) -> Vec<(String, String)> {
    let none = (String::new(), words::no_language(lang).to_owned());
    let named = [Lang::Ru, Lang::En].map(|lang| (lang.to_string(), words::language_name(lang).to_owned()));
    [none].into_iter().chain(named).collect()
}
