//! Which company a new user is of: found among those within reach by what finds it on the page Companies, or given.

use leptos::prelude::*;

use crate::companies::{company_choices, load_companies};
use crate::people::{Extent, Office, Right};
use crate::site::{t, use_lang, use_me};
use crate::ui::{Choice, Combobox, FieldProblem, Problems};
use crate::values::CompanyId;
use crate::words::people as words;

/// The field's name in the form; it is not sent as one.
pub const COMPANY: &str = "company";

/// The company, and the text by which it is looked for. Nothing is chosen while the text is half typed.
#[derive(Clone, Copy)]
pub struct ChosenCompany {
    pub chosen: RwSignal<Option<CompanyId>>,
    text: RwSignal<String>,
    is_fixed: bool,
}

impl ChosenCompany {
    /// The one that the page is narrowed to, else one's own until another is chosen; that is for those who reach several.
    pub fn new(narrowed: Option<Office>) -> Self {
        let me = use_me();
        let reaches_own_only = me.with_untracked(|me| me.extent(Right::ManageUsers) == Some(Extent::Own));
        let is_fixed = narrowed.is_some() || reaches_own_only;
        let own = || me.with_untracked(|me| Office { id: me.company_id, name: me.company_name.clone() });
        let Office { id, name } = narrowed.unwrap_or_else(own);
        Self { chosen: RwSignal::new(Some(id)), text: RwSignal::new(name), is_fixed }
    }

    fn choose(self, choice: &Choice) {
        self.text.set(choice.text.clone());
        self.chosen.set(CompanyId::parse(&choice.key).ok());
    }
}

#[component]
pub fn CompanyField(company: ChosenCompany, problems: Problems) -> impl IntoView {
    let control = if company.is_fixed {
        view! { <input class="in" id=COMPANY readonly=true value=company.text.get_untracked() /> }.into_any()
    } else {
        view! { <Search company problems /> }.into_any()
    };
    view! {
        <div class="f">
            <label for=COMPANY>{t(words::company)}</label>
            {control}
            <FieldProblem name=COMPANY problems />
        </div>
    }
}

#[component]
fn Search(company: ChosenCompany, problems: Problems) -> impl IntoView {
    let lang = use_lang();
    let own = use_me().with_untracked(|me| me.company_id);
    let is_loaded = RwSignal::new(false);
    Effect::new(move |_| {
        leptos::task::spawn_local(async move {
            if load_companies(own).await.is_ok() {
                is_loaded.try_set(true);
            }
        });
    });
    let choices = Callback::new(move |typed: String| {
        is_loaded.track();
        company_choices(own, &typed)
    });
    let type_in = Callback::new(move |text: String| {
        problems.update(|all| all.forget(COMPANY));
        company.chosen.set(None);
        company.text.set(text);
    });
    // Whoever typed the whole name, or a part that only one company has, has chosen it.
    let leave = Callback::new(move |()| {
        if company.chosen.get_untracked().is_none()
            && let [only] = &company_choices(own, &company.text.get_untracked())[..]
        {
            company.choose(only);
        }
    });
    let is_refused = Signal::derive(move || problems.with(|all| all.first(COMPANY).is_some()));
    let described_by = Signal::derive(move || if is_refused.get() { format!("{COMPANY}-e") } else { String::new() });
    view! {
        <Combobox
            id=COMPANY.to_owned()
            name=COMPANY
            keys="text"
            list_name=Signal::derive(move || words::company(lang.get()).to_owned())
            text=company.text
            described_by
            is_refused
            on_text=type_in
            on_leave=leave
            choices=Some(choices)
            on_choose=Some(Callback::new(move |choice: Choice| company.choose(&choice)))
        />
    }
}
