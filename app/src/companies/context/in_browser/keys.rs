//! The keyboard and the pointer on the rows.

use js_sys::Reflect;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::super::CompaniesContext;
use crate::companies::door;
use crate::companies::live::Asked;
use crate::companies::live_row::Part;
use crate::companies::virtual_rows::VirtualRows;
use crate::ui::over_list;
use crate::values::CompanyId;

/// Rows that a page key passes.
const PAGE: usize = 20;

impl CompaniesContext {
    /// `↑ ↓` and their kin go from row to row; `E` anywhere in a row and Enter on it open the dialog.
    pub(in crate::companies) fn row_key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let focus = self.browser.with_live(|live| live.rows.as_ref().and_then(VirtualRows::focus)).flatten();
        let Some(focus) = focus else { return };
        let target = match event.code().as_str() {
            "ArrowDown" => focus.position + 1,
            "ArrowUp" if focus.position == 0 => return,
            "ArrowUp" => focus.position - 1,
            "PageDown" => focus.position + PAGE,
            "PageUp" => focus.position.saturating_sub(PAGE),
            "Home" => 0,
            "End" => usize::MAX,
            "KeyE" => return self.open_by_key(event, focus.id),
            "Enter" | "NumpadEnter" if focus.part == Part::Row => return self.open_by_key(event, focus.id),
            _ => return,
        };
        event.prevent_default();
        self.focus_position(target);
    }

    /// From the search field into the rows.
    pub(in crate::companies) fn focus_position(self, position: usize) {
        self.browser.with_live(|live| live.focus_position(position, Part::Row));
    }

    /// Enter in the search field opens the first row of what is typed, also where the list is still on its way.
    pub(in crate::companies) fn open_first(self) {
        let asked = self.asked();
        match self.browser.with_live(|live| live.shows(&asked).then(|| live.id_at(0))) {
            Some(Some(Some(id))) => self.open(id),
            Some(None) => spawn_local(self.open_first_of(asked)),
            _ => {}
        }
    }

    async fn open_first_of(self, asked: Asked) {
        let answer = door::companies_view(asked.query.clone(), asked.sort).await;
        if self.browser.live.try_with_value(|_| ()).is_none() || self.asked() != asked {
            return;
        }
        match answer {
            Ok(first) => {
                if let Some(row) = first.list.rows().next() {
                    self.open(row.id());
                }
            }
            Err(error) => self.failure.set(Some(error)),
        }
    }

    /// The edit buttons; links go their own way, once the address of this list is written.
    pub(in crate::companies) fn row_click(self, event: &MouseEvent) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        if target.closest("button").is_ok_and(|found| found.is_some()) {
            if let Some(id) = self.id_of(&target) {
                self.open(id);
            }
        } else if let Ok(Some(link)) = target.closest("a") {
            self.browser.address_bar.write(self);
            // The router takes it into the history.
            let _ = Reflect::set(&link, &"state".into(), &over_list().to_js_value());
        }
    }

    fn open_by_key(self, event: &KeyboardEvent, id: CompanyId) {
        event.prevent_default();
        self.open(id);
    }

    fn id_of(self, element: &Element) -> Option<CompanyId> {
        self.browser.with_live(|live| live.rows.as_ref().and_then(|rows| rows.id_of(element))).flatten()
    }
}
