//! What a combobox knows: whether its list is open, what was typed since, and which line is at hand.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::Choice;

/// The state of one combobox. Without `choices` the list never opens.
#[derive(Clone, Copy)]
pub(super) struct Listing {
    choices: Option<Callback<String, Vec<Choice>>>,
    text: Signal<String>,
    on_text: Callback<String>,
    on_choose: Option<Callback<Choice>>,
    is_open: RwSignal<bool>,
    /// Nothing typed yet shows the whole list.
    typed: RwSignal<Option<String>>,
    /// Index of the line that Enter chooses.
    pub at: RwSignal<usize>,
    pub found: Memo<Vec<Choice>>,
    pub is_shown: Memo<bool>,
}

impl Listing {
    pub fn new(
        choices: Option<Callback<String, Vec<Choice>>>,
        text: Signal<String>,
        on_text: Callback<String>,
        on_choose: Option<Callback<Choice>>,
    ) -> Self {
        let (is_open, typed) = (RwSignal::new(false), RwSignal::new(None::<String>));
        let found = Memo::new(move |_| match choices {
            Some(choices) if is_open.get() => choices.run(typed.get().unwrap_or_default()),
            _ => Vec::new(),
        });
        let is_shown = Memo::new(move |_| !found.read().is_empty());
        Self { choices, text, on_text, on_choose, is_open, typed, at: RwSignal::new(0), found, is_shown }
    }

    /// The typed words, to be marked in the lines.
    pub fn query(self) -> String {
        self.typed.get().unwrap_or_default()
    }

    /// Shows the whole list, the present value at hand.
    pub fn open(self) {
        if self.choices.is_some() && !self.is_open.get_untracked() {
            self.typed.set(None);
            self.is_open.set(true);
            let present = self.text.get_untracked();
            let at = self.found.with_untracked(|found| found.iter().position(|choice| choice.text == present));
            self.at.set(at.unwrap_or_default());
        }
    }

    pub fn toggle(self) {
        if self.is_open.get_untracked() { self.is_open.set(false) } else { self.open() }
    }

    pub fn type_in(self, text: String) {
        self.on_text.run(text.clone());
        self.typed.set(Some(text));
        self.at.set(0);
        self.is_open.set(true);
    }

    pub fn choose(self, index: usize) {
        if let Some(choice) = self.found.with_untracked(|found| found.get(index).cloned()) {
            match self.on_choose {
                Some(on_choose) => on_choose.run(choice),
                None => self.on_text.run(choice.text),
            }
        }
        self.is_open.set(false);
    }

    /// Closes; when what was typed fits exactly one line, that line was meant.
    pub fn leave(self) {
        let is_only = self.found.with_untracked(|found| found.len() == 1);
        if is_only && self.on_choose.is_none() && self.typed.with_untracked(Option::is_some) {
            self.choose(0);
        }
        self.is_open.set(false);
        self.typed.set(None);
    }

    /// Whether the key was for the list. Alt and Ctrl are somebody else's.
    pub fn key(self, event: &KeyboardEvent) -> bool {
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return false;
        }
        let count = self.found.with_untracked(Vec::len);
        match (event.key().as_str(), count > 0) {
            ("ArrowDown" | "ArrowUp", false) if self.choices.is_some() => self.open(),
            ("ArrowDown", true) => self.at.update(|at| *at = (*at + 1) % count),
            ("ArrowUp", true) => self.at.update(|at| *at = (*at + count - 1) % count),
            ("Enter", true) => self.choose(self.at.get_untracked()),
            ("Escape", true) => self.is_open.set(false),
            _ => return false,
        }
        true
    }
}
