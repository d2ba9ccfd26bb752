//! Every way out of the dialog. A changed one asks first.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::drafts::Drafts;
use super::editor::Editor;
use crate::companies::{CompaniesContext, Field, use_companies};
use crate::history::{field_history_href, history_href};
use crate::money::billing_href;
use crate::people::employees_href;
use crate::ui::{Stay, WayBack, as_here, is_over_list, use_way_back};
use crate::values::CompanyId;

/// Where the person is heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the list: Esc, Cancel, the cross, the backdrop.
    List,
    /// To the record above or below.
    Record(CompanyId),
    /// To the record's history, a page of its own; or to that of one field.
    History(CompanyId, Option<Field>),
    /// To its people.
    Employees(CompanyId),
    /// To its money.
    Billing(CompanyId),
    /// The browser's Back.
    Back,
}

/// Shared by everything that leaves.
#[derive(Clone, Copy)]
pub struct Departure {
    /// The record being edited, once it has come.
    editing: RwSignal<Option<(Editor, Drafts)>>,
    /// A way that waits for an answer about unsaved changes.
    pub asked: RwSignal<Option<Way>>,
    /// The step back is on its way: a second one would lead off the list.
    is_gone: StoredValue<bool>,
    go: Callback<Way>,
    /// The page behind the dialog.
    pub companies: CompaniesContext,
    way_back: WayBack,
}

/// The ways out of the dialog around.
pub fn use_departure() -> Departure {
    expect_context()
}

impl Departure {
    pub fn provide() -> Self {
        let (navigate, companies, way_back) = (use_navigate(), use_companies(), use_way_back());
        let go = Callback::new(move |way| match way {
            // Opened over the list: the step to it is taken back, so that nothing of it stays in the history.
            Way::List if is_over_list() => way_back.go(),
            Way::List => navigate(&untrack(|| companies.list_href()), quietly()),
            Way::Record(id) => navigate(&untrack(|| companies.company_href(id)), quietly()),
            Way::History(id, None) => navigate(&history_href(id), NavigateOptions::default()),
            Way::History(id, Some(field)) => navigate(&field_history_href(id, field), NavigateOptions::default()),
            Way::Employees(id) => navigate(&employees_href(id), NavigateOptions::default()),
            Way::Billing(id) => navigate(&billing_href(id), NavigateOptions::default()),
            Way::Back => way_back.go(),
        });
        let departure = Self {
            editing: RwSignal::new(None),
            asked: RwSignal::new(None),
            is_gone: StoredValue::new(false),
            go,
            companies,
            way_back,
        };
        provide_context(departure);
        departure
    }

    /// What a link does when it is pressed: it leaves by this way, unless another tab or window is asked for.
    pub fn by_link(self, way: Way) -> impl Fn(MouseEvent) + Copy {
        move |event: MouseEvent| {
            if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
                event.prevent_default();
                self.leave(way);
            }
        }
    }

    /// From now on leaving asks while this record has unsaved changes.
    pub fn watch(self, editor: Editor, drafts: Drafts) {
        self.editing.set(Some((editor, drafts)));
        on_cleanup(move || {
            self.editing.try_set(None);
        });
    }

    /// The record being edited, for the list of its changes.
    pub fn editor(self) -> Option<Editor> {
        self.editing.get().map(|(editor, _)| editor)
    }

    /// Goes there, or asks. A save under way is waited for.
    pub fn leave(self, way: Way) {
        match self.editing.get_untracked() {
            Some((editor, _)) if editor.is_saving.get_untracked() => {}
            Some(_) if self.has_changes() => self.asked.set(Some(way)),
            _ => self.take(way),
        }
    }

    fn take(self, way: Way) {
        if self.is_gone.get_value() {
            return;
        }
        self.is_gone.set_value(!matches!(way, Way::Record(_)));
        self.go.run(way);
    }

    /// Goes without a question: what was typed is saved, or given up.
    pub fn let_go(self, way: Way) {
        if let Some((_, drafts)) = self.editing.get_untracked() {
            drafts.end();
        }
        self.editing.set(None);
        self.asked.set(None);
        self.take(way);
    }

    /// The browser's Back must ask too, for as long as the dialog is open. The router still stands at its address.
    pub fn hold_back(self) {
        let location = use_location();
        self.way_back.hold(move || {
            let holds = self.has_changes();
            if holds {
                self.asked.set(Some(Way::Back));
            }
            holds.then(|| Stay::at(&location, stands_at_list()))
        });
    }

    fn has_changes(self) -> bool {
        let editing = self.editing.get_untracked();
        editing.is_some_and(|(editor, _)| editor.has_unsaved())
    }
}

/// The address bar is a step ahead of the router: Back has led there, and is to be undone.
fn stands_at_list() -> bool {
    window().location().pathname().is_ok_and(|path| path == "/companies")
}

/// The list behind stays where it is, and Back leads to where the dialog was opened from.
fn quietly() -> NavigateOptions {
    NavigateOptions { replace: true, scroll: false, state: as_here(), ..NavigateOptions::default() }
}
