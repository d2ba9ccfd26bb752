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
    /// What the last typed text finds.
    found: RwSignal<Vec<Bank>>,
    asked: StoredValue<String>,
    /// The BIC that was asked about last.
    known: StoredValue<String>,
    /// The bank that the form was filled from.
    pub chosen: RwSignal<Option<Bank>>,
}

impl BankFinder {
    pub fn new(editor: Editor) -> Self {
        let finder = Self {
            editor,
            filling: Filling::new(editor),
            found: RwSignal::default(),
            asked: StoredValue::default(),
            known: StoredValue::default(),
            chosen: RwSignal::default(),
        };
        finder.watch();
        finder
    }

    /// Knows the bank of whatever BIC stands in the field; one that was typed fills the fields too.
    fn watch(self) {
        let editor = self.editor;
        let bic = Memo::new(move |_| normalise(Field::Bic.wire(), &editor.text(Field::Bic)).unwrap_or_default());
        Effect::new(move |before: Option<()>| {
            let bic = bic.get();
            if before.is_none() || self.known.with_value(|known| *known != bic) {
                self.know(bic, before.is_some());
            }
        });
    }

    fn know(self, bic: String, is_typed: bool) {
        self.known.set_value(bic.clone());
        if is_typed {
            self.chosen.set(None);
            self.filling.clear();
        }
        if bic.is_empty() {
            return self.editor.bank().set(BankRecord::default());
        }
        let editor = self.editor;
        spawn_local(async move {
            let Ok(record) = door::bank_record(bic.clone(), is_typed).await else { return };
            let Some(held) = untrack(|| normalise(Field::Bic.wire(), &editor.try_text(Field::Bic)?).ok()) else {
                return;
            };
            if held == bic {
                let before = editor.bank().get_untracked();
                editor.bank().set(record.clone());
                if is_typed && let Some(bank) = record.bank.or(record.elsewhere) {
                    self.fill(bank, before.bank.as_ref());
                }
            }
        });
    }

    /// What the bank before had brought gives way to what this one brings.
    fn fill(self, bank: Bank, before: Option<&Bank>) {
        let accounts: Vec<String> = bank.correspondent_accounts().map(str::to_owned).collect();
        let mut values = vec![(Field::Bank, bank.title())];
        if let [only] = accounts.as_slice() {
            values.push((Field::CorrespondentAccount, only.clone()));
        }
        let is_stale = |field: Field, text: &str| before.is_some_and(|bank| is_of(bank, field, text));
        self.filling.bring(values, is_stale);
        self.chosen.set(Some(bank));
    }

    /// A correspondent or treasury account that the person picked of several.
    pub fn pick(self, account: String) {
        self.editor.fill(vec![(Field::CorrespondentAccount, account)]);
    }

    /// Looks for banks as one types; an answer to an earlier text is dropped.
    fn ask(self, text: &str) {
        let text = text.trim().to_owned();
        self.asked.set_value(text.clone());
        if text.is_empty() {
            return self.found.set(Vec::new());
        }
        spawn_local(async move {
            let Ok(found) = door::find_banks(text.clone()).await else { return };
            if self.asked.try_get_value() == Some(text) {
                self.found.set(found);
            }
        });
    }

    /// Chosen from the list: the BIC leads to all the rest.
    fn choose(self, bic: String) {
        self.found.set(Vec::new());
        self.editor.fill(vec![(Field::Bic, bic.clone())]);
        self.know(bic, true);
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
pub fn BankRow(field: Field, finder: BankFinder, #[prop(default = "text")] keys: &'static str) -> impl IntoView {
    let editor = use_editor();
    let choices = Callback::new(move |typed: String| {
        let choice = |bank: &Bank| Choice {
            text: if field == Field::Bic { bank.bic.to_string() } else { bank.title() },
            name: bank.title(),
            detail: bank.bic.to_string(),
            key: bank.bic.to_string(),
        };
        // A whole BIC has brought its bank already.
        let is_chosen = |found: &[Bank]| matches!(found, [only] if only.bic.as_str() == typed);
        finder.found.with(|found| match found {
            found if typed.is_empty() || is_chosen(found) => Vec::new(),
            found => found.iter().map(choice).collect(),
        })
    });
    let on_typed = Callback::new(move |text: String| {
        editor.type_in(field, text.clone());
        finder.ask(&text);
        // Also where it is the one that was there before: what it brings may be gone.
        if field == Field::Bic
            && let Ok(bic) = normalise(field.wire(), &text)
            && !bic.is_empty()
        {
            finder.know(bic, true);
        }
    });
    let on_choose = Callback::new(move |choice: Choice| finder.choose(choice.key));
    view! {
        <FieldFrame field>
            <FieldCombobox field keys choices on_typed on_choose />
        </FieldFrame>
    }
}
