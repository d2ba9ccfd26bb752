//! BIC and bank: either finds the bank in the directory as one types, and the bank brings its correspondent account.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::combo_row::FieldCombobox;
use super::editor::{Editor, use_editor};
use super::field_frame::FieldFrame;
use super::filling::Filling;
use crate::companies::{Field, door};
use crate::requisites::{Bank, BankRecord, normalise};
use crate::ui::Choice;

/// The search in the directory, and what it has brought.
#[derive(Clone, Copy)]
pub struct BankFinder {
    editor: Editor,
    pub filling: Filling,
    /// The text that was searched for last, and what it finds.
    found: RwSignal<(String, Vec<Bank>)>,
    asked: StoredValue<String>,
    /// The BIC that was asked about last.
    known: StoredValue<String>,
    /// The bank whose values the fields may hold.
    last: StoredValue<Option<Bank>>,
    /// The bank that the form was filled from.
    pub chosen: RwSignal<Option<Bank>>,
}

impl BankFinder {
    pub fn new(editor: Editor) -> Self {
        let finder = Self {
            editor,
            filling: Filling::new(editor, "f-bic"),
            found: RwSignal::default(),
            asked: StoredValue::default(),
            known: StoredValue::default(),
            last: StoredValue::default(),
            chosen: RwSignal::default(),
        };
        finder.watch();
        finder
    }

    /// Knows the bank of whatever BIC stands in the field. Only a BIC that a person gives fills other fields.
    fn watch(self) {
        let editor = self.editor;
        let bic = Memo::new(move |_| normalise(Field::Bic.wire(), &editor.text(Field::Bic)).unwrap_or_default());
        Effect::new(move |before: Option<()>| {
            let bic = bic.get();
            if before.is_none() || self.known.with_value(|known| *known != bic) {
                self.know(bic, false);
            }
        });
    }

    /// A BIC that was typed, chosen or taken from a pasted text: also the one that was there before, since what it
    /// brings may be gone.
    pub fn given(self, typed: &str) {
        match normalise(Field::Bic.wire(), typed) {
            Ok(bic) if !bic.is_empty() => self.know(bic, true),
            _ => {}
        }
    }

    fn know(self, bic: String, is_given: bool) {
        self.known.set_value(bic.clone());
        self.editor.bank().set(BankRecord::default());
        self.chosen.set(None);
        self.filling.forget();
        if bic.is_empty() {
            return;
        }
        spawn_local(async move {
            let Ok(record) = door::bank_record(bic.clone(), is_given).await else { return };
            // Gone, or asked about another one meanwhile.
            if self.known.try_get_value() != Some(bic) {
                return;
            }
            self.editor.bank().set(record.clone());
            let Some(bank) = record.bank.or(record.elsewhere) else { return };
            if is_given {
                self.fill(&bank);
                self.chosen.set(Some(bank.clone()));
            }
            self.last.set_value(Some(bank));
        });
    }

    /// What the bank before had brought gives way to what this one brings.
    fn fill(self, bank: &Bank) {
        let mut values = vec![(Field::Bank, bank.title())];
        let mut accounts = bank.correspondent_accounts();
        if let (Some(only), None) = (accounts.next(), accounts.next()) {
            values.push((Field::CorrespondentAccount, only.to_owned()));
        }
        let last = self.last.get_value();
        self.filling.bring(values, |field, text| last.as_ref().is_some_and(|bank| is_of(bank, field, text)));
    }

    /// A correspondent account that the person picked of several.
    pub fn pick(self, account: String) {
        self.filling.take(vec![(Field::CorrespondentAccount, account)]);
    }

    /// Looks for banks as one types; an answer to an earlier text is dropped.
    fn ask(self, text: &str) {
        let text = text.trim().to_owned();
        self.asked.set_value(text.clone());
        if text.is_empty() {
            return;
        }
        spawn_local(async move {
            let Ok(found) = door::find_banks(text.clone()).await else { return };
            if self.asked.try_get_value().as_ref() == Some(&text) {
                self.found.set((text, found));
            }
        });
    }

    /// What the list offers for a typed text; nothing before the answer, and nothing to choose of a whole BIC.
    fn choices(self, typed: &str, field: Field) -> Vec<Choice> {
        let choice = |bank: &Bank| Choice {
            text: if field == Field::Bic { bank.bic.to_string() } else { bank.title() },
            name: bank.title(),
            detail: bank.bic.to_string(),
            key: bank.bic.to_string(),
        };
        self.found.with(|(text, found)| match found.as_slice() {
            _ if typed.is_empty() || typed.trim() != text => Vec::new(),
            [only] if only.bic.as_str() == typed => Vec::new(),
            found => found.iter().map(choice).collect(),
        })
    }

    /// Chosen from the list: the BIC and the bank's name, whatever was typed to find it; the rest follows.
    fn choose(self, choice: &Choice) {
        self.filling.take(vec![(Field::Bic, choice.key.clone()), (Field::Bank, choice.name.clone())]);
        self.given(&choice.key);
    }
}

fn is_of(bank: &Bank, field: Field, text: &str) -> bool {
    match field {
        Field::Bank => text == bank.title(),
        Field::CorrespondentAccount => bank.accounts.iter().any(|account| account.number == text),
        _ => false,
    }
}

/// One of the two fields; the other one's text is left alone until a bank is found.
#[component]
pub fn BankRow(
    field: Field,
    finder: StoredValue<BankFinder>,
    #[prop(default = "text")] keys: &'static str,
) -> impl IntoView {
    let finder = finder.get_value();
    let editor = use_editor();
    let choices = Callback::new(move |typed: String| finder.choices(&typed, field));
    let on_typed = Callback::new(move |text: String| {
        finder.ask(&text);
        editor.type_in(field, text.clone());
        if field == Field::Bic {
            finder.given(&text);
        }
    });
    let on_choose = Callback::new(move |choice: Choice| finder.choose(&choice));
    view! {
        <FieldFrame field>
            <FieldCombobox field keys choices on_typed on_choose />
        </FieldFrame>
    }
}
