//! One row of the table in the browser: an element that is used again for another company.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::face::{CELLS, Face};
use super::row_html::{aria_row_index, inner_html};
use crate::values::CompanyId;

/// What of a row has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Row,
    Name,
    Employees,
    Edit,
}

pub(super) struct LiveRow {
    element: HtmlElement,
    /// The cells and, last, the edit button. Empty until the row is first shown.
    parts: Vec<HtmlElement>,
    position: usize,
    face: Option<Face>,
    is_stale: bool,
}

impl LiveRow {
    pub(super) fn blank() -> Option<Self> {
        let element: HtmlElement = document().create_element("tr").ok()?.dyn_into().ok()?;
        element.set_attribute("role", "row").ok()?;
        element.set_tab_index(-1);
        Some(Self { element, parts: Vec::new(), position: usize::MAX, face: None, is_stale: true })
    }

    /// Takes over a row that the server rendered.
    pub(super) fn adopt(element: HtmlElement, position: usize, face: Face) -> Self {
        let parts = parts(&element);
        Self { element, parts, position, face: Some(face), is_stale: false }
    }

    pub(super) fn element(&self) -> &HtmlElement {
        &self.element
    }

    pub(super) fn position(&self) -> usize {
        self.position
    }

    pub(super) fn id(&self) -> Option<CompanyId> {
        self.face.as_ref().map(|face| face.id)
    }

    /// Whether another row has to be shown here than the one that is.
    pub(super) fn is_stale(&self) -> bool {
        self.is_stale
    }

    pub(super) fn move_to(&mut self, position: usize) {
        if self.position != position {
            self.position = position;
            self.is_stale = true;
            let _ = self.element.set_attribute("aria-rowindex", &aria_row_index(position).to_string());
        }
    }

    /// Writes only what differs from what the row shows already.
    pub(super) fn show(&mut self, face: Face) {
        self.is_stale = false;
        let Some(old) = self.face.replace(face) else {
            self.show_first();
            return;
        };
        let Some(new) = &self.face else { return };
        if old.id != new.id {
            self.element.set_id(&format!("c{}", new.id));
        }
        if old.class != new.class {
            self.element.set_class_name(new.class);
        }
        for ((part, old), new) in self.parts.iter().zip(&old.cells).zip(&new.cells) {
            if old != new {
                set_html(part, new);
            }
        }
        if let Some(edit) = self.parts.last().filter(|_| old.edit != new.edit) {
            let _ = edit.set_attribute("aria-label", &new.edit);
            edit.set_title(&new.edit);
        }
    }

    fn show_first(&mut self) {
        let Some(face) = &self.face else { return };
        let mut html = String::with_capacity(2048);
        inner_html(face, &mut html);
        self.element.set_inner_html(&html);
        self.element.set_id(&format!("c{}", face.id));
        self.element.set_class_name(face.class);
        self.parts = parts(&self.element);
    }

    /// Which part holds the focused element.
    pub(super) fn part_of(&self, focused: &web_sys::Element) -> Part {
        let holds = |at: usize| self.parts.get(at).is_some_and(|part| part.contains(Some(focused)));
        if holds(1) {
            Part::Name
        } else if holds(CELLS - 1) {
            Part::Employees
        } else if holds(CELLS) {
            Part::Edit
        } else {
            Part::Row
        }
    }

    /// The element to focus. What a narrow screen hides gives way to the name.
    pub(super) fn part(&self, part: Part) -> HtmlElement {
        let link = |at: usize| self.parts.get(at)?.query_selector("a").ok()??.dyn_into().ok();
        let found: Option<HtmlElement> = match part {
            Part::Row => None,
            Part::Name => link(1),
            Part::Employees => link(CELLS - 1),
            Part::Edit => self.parts.last().cloned(),
        };
        let is_shown = |element: &HtmlElement| element.offset_width() > 0;
        match part {
            Part::Row => self.element.clone(),
            _ => found.filter(is_shown).or_else(|| link(1)).unwrap_or_else(|| self.element.clone()),
        }
    }
}

fn parts(row: &HtmlElement) -> Vec<HtmlElement> {
    let cells = row.children();
    let mut parts: Vec<HtmlElement> =
        (0..cells.length()).filter_map(|at| cells.item(at)?.dyn_into().ok()).take(CELLS).collect();
    let edit = row.query_selector("button").ok().flatten();
    parts.extend(edit.and_then(|button| button.dyn_into::<HtmlElement>().ok()));
    parts
}

/// Plain text needs no parser.
fn set_html(element: &HtmlElement, html: &str) {
    if html.contains(['<', '&']) {
        element.set_inner_html(html);
    } else {
        element.set_text_content(Some(html));
    }
}
