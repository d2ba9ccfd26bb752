//! The form for a new user: a band between the toolbar and the table. It stays open, since people come in rows.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::company_field::{COMPANY, ChosenCompany, CompanyField};
use crate::people::name_parts::NameParts;
use crate::people::roles_field::RolesField;
use crate::people::{Employee, Office, Right, Role, UserField, door};
use crate::site::{t, use_me};
use crate::ui::browser::focus_soon;
use crate::ui::{EmailField, FormAlert, FormState, Problems, Submit, TextField, ToastBox, typed, use_toasts};
use crate::values::{CompanyId, FullName, Invalid, Problem};
use crate::words::people as words;
use crate::words::shell;

/// What is typed, by field. It outlives closing the form; only saving empties it.
#[derive(Clone, Copy)]
struct Typed {
    company: ChosenCompany,
    full_name: RwSignal<String>,
    email: RwSignal<String>,
    parts: NameParts,
    roles: RwSignal<String>,
    max_dialogs: RwSignal<String>,
}

#[component]
pub fn NewUser(
    /// The company that the page is narrowed to.
    narrowed: StoredValue<Option<Office>>,
    is_open: RwSignal<bool>,
    /// Told of the account that was made.
    #[prop(into)]
    on_registered: Callback<Employee>,
) -> impl IntoView {
    let (form, toasts) = (FormState::new(None), use_toasts());
    let typed = Typed::new(narrowed.get_value());
    let close = move || {
        form.clear();
        is_open.set(false);
        focus_soon("[aria-expanded].fold");
    };
    Effect::new(move |_| {
        if is_open.get() {
            focus_soon("#full_name");
        }
    });
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    view! {
        <Show when=move || is_open.get()>
            <div role="group" aria-label=t(words::register_user) on:keydown=on_key>
                <form class="bar inline" method="post" novalidate on:submit=move |event: SubmitEvent| {
                    event.prevent_default();
                    typed.send(form, toasts, on_registered);
                }>
                    <NewUserFields typed problems=form.problems />
                    <div class="f act">
                        <span class="row">
                            <Submit label=shell::save form />
                            <button class="b g" type="button" on:click=move |_| close()>{t(shell::cancel)}</button>
                        </span>
                    </div>
                    <p class="hint">{t(words::invitation_hint)}</p>
                    <FormAlert error=form.whole() />
                </form>
            </div>
        </Show>
    }
}

#[component]
fn NewUserFields(typed: Typed, problems: Problems) -> impl IntoView {
    let me = use_me();
    // Operators are people of the platform.
    let offers_operator = Signal::derive(move || {
        me.with(|me| me.may(Right::GiveOperatorRole)) && typed.company.chosen.get() == Some(CompanyId::PLATFORM)
    });
    view! {
        <CompanyField company=typed.company problems />
        <TextField
            name="full_name"
            label=words::full_name
            value=typed.full_name
            problems
            check=|text| FullName::parse(text).map(drop)
        />
        <EmailField value=typed.email problems autocomplete="off" />
        <RolesField value=typed.roles problems offers_operator />
        <TextField
            name="max_dialogs"
            label=words::max_dialogs
            value=typed.max_dialogs
            problems
            inputmode="numeric"
            hint=words::max_dialogs_hint
            check=|text| UserField::MaxDialogs.parse(text).map(drop)
        />
        {typed.parts.view(problems)}
    }
}

impl Typed {
    fn new(narrowed: Option<Office>) -> Self {
        Self {
            company: ChosenCompany::new(narrowed),
            full_name: RwSignal::default(),
            email: RwSignal::default(),
            parts: NameParts::default(),
            roles: RwSignal::new(Role::Administrator.as_str().to_owned()),
            max_dialogs: RwSignal::default(),
        }
    }

    fn send(self, form: FormState, toasts: ToastBox, on_registered: Callback<Employee>) {
        let Some(company) = self.company.chosen.get_untracked() else {
            form.problems.set(Invalid::at(COMPANY, Problem::UnknownChoice));
            return focus_soon("#company");
        };
        let mut fields = typed([
            ("full_name", self.full_name),
            ("email", self.email),
            ("roles", self.roles),
            ("max_dialogs", self.max_dialogs),
        ]);
        fields.extend(self.parts.typed());
        // Ticked for the platform, and then another company was chosen.
        if company != CompanyId::PLATFORM {
            let roles = Role::parse_list(&self.roles.get_untracked()).unwrap_or_default();
            let given = roles.into_iter().filter(|role| *role != Role::Operator);
            fields.insert(UserField::Roles.wire().to_owned(), Role::list(given));
        }
        form.send(door::register_user(company, fields), move |person| {
            on_registered.run(person);
            self.clear();
            toasts.say(words::invited_toast);
            focus_soon("#full_name");
        });
    }

    /// The company, the roles and the number stay: the next one is often of the same kind.
    fn clear(self) {
        self.full_name.set(String::new());
        self.email.set(String::new());
        self.parts.clear();
    }
}
