//! The INN with the button that looks the company up by it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser;
use super::clash_choice::ClashChoice;
use super::difference::Difference;
use super::editor::{Editor, use_editor};
use super::field_frame::{FieldFrame, control_id};
use super::field_problem::FieldProblem;
use super::filling::Filling;
use super::found::{FoundParties, Standing};
use super::text_row::TextInput;
use crate::companies::{Field, door};
use crate::error::ApiError;
use crate::requisites::doctor::near_inns;
use crate::requisites::{LookUp, Party, normalise};
use crate::site::t;
use crate::values::{Lang, Problem};
use crate::words;

/// What a look-up has come to, and what of it is in the form.
#[derive(Clone, Copy)]
pub struct InnLookUp {
    editor: Editor,
    pub filling: Filling,
    answer: RwSignal<Option<Answer>>,
    /// Several organizations, one of which is to be chosen.
    pub choices: RwSignal<Vec<Party>>,
    /// The organization that the form was filled from.
    pub chosen: RwSignal<Option<Party>>,
    is_busy: RwSignal<bool>,
}

/// What the last press of the button came to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Answer {
    NoInn,
    Failed(ApiError),
    Found(LookUp),
}

#[component]
pub fn InnRow() -> impl IntoView {
    let editor = use_editor();
    let look_up = InnLookUp::new(editor);
    let on_key = move |event: KeyboardEvent| {
        if browser::is_enter_in_input(&event) {
            event.prevent_default();
            look_up.begin();
        }
    };
    let ogrn = Signal::derive(move || {
        let ogrn = editor.text(Field::Ogrn);
        if ogrn.is_empty() { ogrn } else { words::dialog::ogrn(&ogrn, editor.lang.get()) }
    });
    ask_about_near_inns(editor);
    look_up.watch();
    let filling = look_up.filling;
    let can_undo = move || filling.can_undo();
    let title = Signal::derive(move || {
        let (count, lang) = (filling.offers.with(Vec::len), editor.lang.get());
        format!("{}: {}", words::requisites::found_by_inn(lang), words::requisites::differences(count, lang))
    });
    let source = Signal::derive(move || {
        look_up.chosen.with(|party| {
            party.as_ref().map(|party| words::requisites::source(party, editor.lang.get())).unwrap_or_default()
        })
    });
    view! {
        <FieldFrame field=Field::Inn hint=ogrn>
            <div class="row" on:keydown=on_key>
                <TextInput field=Field::Inn keys="numeric" />
                <button
                    class="b"
                    type="button"
                    aria-busy=move || look_up.is_busy.get().then_some("true")
                    on:click=move |_| look_up.begin()
                >
                    {t(words::dialog::fill_by_inn)}
                </button>
            </div>
            <div class="hint">
                <span role="status">{move || look_up.status()}</span>
                <Show when=can_undo>
                    " "
                    <button class="lnk" type="button" on:click=move |_| look_up.undo()>{t(words::requisites::undo)}</button>
                </Show>
            </div>
            <FieldProblem field=Field::Ogrn />
            <ClashChoice field=Field::Ogrn />
        </FieldFrame>
        <Standing party=look_up.chosen />
        <FoundParties look_up=StoredValue::new(look_up) />
        <Difference filling=StoredValue::new(filling) title source id="inn-offer" />
    }
}

/// Of the numbers near a wrong one, those that the platform's directory has are the likeliest.
fn ask_about_near_inns(editor: Editor) {
    let wrong = Memo::new(move |_| {
        let is_wrong = matches!(editor.problem(Field::Inn), Some(Problem::InnControl { .. }));
        is_wrong.then(|| editor.text(Field::Inn))
    });
    Effect::new(move |_| {
        let Some(inn) = wrong.get() else { return };
        spawn_local(async move {
            if let Ok(known) = door::known_inns(near_inns(&inn)).await {
                editor.known_inns().try_set(known);
            }
        });
    });
}

impl InnLookUp {
    fn new(editor: Editor) -> Self {
        Self {
            editor,
            filling: Filling::new(editor, "f-inn"),
            answer: RwSignal::default(),
            choices: RwSignal::default(),
            chosen: RwSignal::default(),
            is_busy: RwSignal::new(false),
        }
    }

    /// What was found is of the INN that was asked about, and of no other.
    fn watch(self) {
        let inn = Memo::new(move |_| normalise(Field::Inn.wire(), &self.editor.text(Field::Inn)).ok());
        Effect::new(move |before: Option<Option<String>>| {
            let inn = inn.get();
            if before.is_some_and(|before| before != inn) {
                self.forget();
            }
            inn
        });
    }

    /// Asks, unless there is nothing right to ask about.
    fn begin(self) {
        let editor = self.editor;
        editor.leave(Field::Inn);
        self.forget();
        let inn = untrack(|| editor.text(Field::Inn));
        let is_missing = inn.trim().is_empty();
        if is_missing {
            self.answer.set(Some(Answer::NoInn));
        }
        if is_missing || self.is_busy.get_untracked() || untrack(|| editor.problem(Field::Inn)).is_some() {
            return browser::focus(&control_id(Field::Inn));
        }
        self.is_busy.set(true);
        spawn_local(async move {
            let found = door::look_up_inn(inn.clone()).await;
            // Gone, or typed over meanwhile: the answer is to another question.
            if self.is_busy.try_set(false).is_some() || untrack(|| editor.text(Field::Inn)) != inn {
                return;
            }
            match found {
                Err(ApiError::Unauthenticated) => browser::sign_in_again(),
                Err(ApiError::Invalid(invalid)) => {
                    editor.refuse(&invalid);
                }
                Err(error) => self.answer.set(Some(Answer::Failed(error))),
                Ok(look_up) => self.answered(look_up),
            }
        });
    }

    /// One organization fills the form; of several the one with the typed KPP does, or the person chooses.
    fn answered(self, look_up: LookUp) {
        let kpp = untrack(|| self.editor.text(Field::Kpp));
        let with_kpp = look_up.found.iter().find(|party| !party.kpp.is_empty() && party.kpp == kpp.trim());
        let only = if look_up.found.len() == 1 { look_up.found.first() } else { with_kpp };
        match only.cloned() {
            Some(party) => self.choose(party),
            None => self.choices.set(look_up.found.clone()),
        }
        self.answer.set(Some(Answer::Found(look_up)));
    }

    pub fn choose(self, party: Party) {
        let values = vec![
            (Field::Name, party.name.clone()),
            (Field::Kpp, party.kpp.clone()),
            (Field::Ogrn, party.ogrn.clone()),
            (Field::LegalAddress, party.legal_address.clone()),
        ];
        browser::focus(&control_id(Field::Inn));
        self.choices.set(Vec::new());
        self.filling.bring(values, |_, _| false);
        self.chosen.set(Some(party));
    }

    fn undo(self) {
        self.filling.undo();
        self.forget();
    }

    fn forget(self) {
        self.answer.set(None);
        self.choices.set(Vec::new());
        self.chosen.set(None);
        self.filling.forget();
    }

    fn status(self) -> Option<String> {
        let lang = self.editor.lang.get();
        match self.answer.get()? {
            Answer::NoInn if !self.editor.text(Field::Inn).trim().is_empty() => None,
            Answer::NoInn => Some(words::dialog::inn_first(lang).to_owned()),
            Answer::Failed(error) => Some(words::problems::text(&error, lang)),
            Answer::Found(look_up) => Some(self.outcome(&look_up, lang)),
        }
    }

    fn outcome(self, look_up: &LookUp, lang: Lang) -> String {
        let said = self.said(look_up, lang);
        let of = self.chosen.with(|party| party.as_ref().map(|party| words::requisites::source(party, lang)));
        let trouble = look_up.trouble.filter(|_| look_up.trouble_matters());
        let trouble = trouble.map(|trouble| words::dialog::look_up_trouble(trouble, look_up.as_of.as_deref(), lang));
        let parts = [said.trim_end_matches('.').to_owned()].into_iter().chain(of).chain(trouble);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
    }

    fn said(self, look_up: &LookUp, lang: Lang) -> String {
        let filled = self.filling.fields();
        let offered = self.filling.offers.with(Vec::len);
        if look_up.found.is_empty() {
            words::dialog::inn_not_found(lang).to_owned()
        } else if self.chosen.with(Option::is_none) {
            words::requisites::choose_organization(lang).to_owned()
        } else if !filled.is_empty() {
            format!("{} {}", words::requisites::filled(&filled, lang), words::requisites::bank_by_bic(lang))
        } else if offered > 0 {
            format!("{}: {}", words::requisites::found_by_inn(lang), words::requisites::differences(offered, lang))
        } else if self.filling.is_left.get() {
            String::new()
        } else {
            words::requisites::nothing_new(lang).to_owned()
        }
    }
}
