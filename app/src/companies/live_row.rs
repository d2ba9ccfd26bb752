//! One row of the table in the browser: an element that is used again for another company.

mod frames;

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, Node};

pub(super) use self::frames::Frames;
use super::face::{CELLS, Cell, EMPLOYEES, Face, Place};
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
    /// Where the values of each cell stand, once they have been looked for.
    places: [Option<Places>; CELLS],
    position: usize,
    face: Option<Face>,
    is_stale: bool,
}

impl LiveRow {
    pub(super) fn blank() -> Option<Self> {
        let element: HtmlElement = document().create_element("tr").ok()?.dyn_into().ok()?;
        element.set_attribute("role", "row").ok()?;
        element.set_tab_index(-1);
        Some(Self {
            element,
            parts: Vec::new(),
            places: Default::default(),
            position: usize::MAX,
            face: None,
            is_stale: true,
        })
    }

    /// Takes over a row that the server rendered.
    pub(super) fn adopt(element: HtmlElement, position: usize, face: Face) -> Self {
        let parts = parts(&element);
        Self { element, parts, places: Default::default(), position, face: Some(face), is_stale: false }
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
    pub(super) fn show(&mut self, face: Face, frames: &mut Frames) {
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
        for (((part, places), old), new) in self.parts.iter().zip(&mut self.places).zip(&old.cells).zip(&new.cells) {
            if old.is_like(new) && (places.is_some() || old.has_every_text()) {
                places.get_or_insert_with(|| Places::of(part)).show(new, Some(old));
            } else {
                *places = frames.stamp(new, part);
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
        } else if holds(EMPLOYEES) {
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
            Part::Employees => link(EMPLOYEES),
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

/// The elements and the texts of a cell, in the order of the document.
#[derive(Default)]
struct Places {
    elements: Vec<Element>,
    texts: Vec<Node>,
}

impl Places {
    fn of(cell: &Node) -> Self {
        let mut places = Self::default();
        places.collect(cell);
        places
    }

    fn collect(&mut self, parent: &Node) {
        let mut next = parent.first_child();
        while let Some(node) = next {
            next = node.next_sibling();
            match node.dyn_into::<Element>() {
                Ok(element) => {
                    self.elements.push(element.clone());
                    self.collect(&element);
                }
                Err(text) => self.texts.push(text),
            }
        }
    }

    /// Writes the values, those alone that differ from `old`.
    fn show(&self, new: &Cell, old: Option<&Cell>) {
        let mut texts = self.texts.iter();
        for (at, new) in new.slots().iter().enumerate() {
            let text = if new.place == Place::Text { texts.next() } else { None };
            if old.is_some_and(|old| old.slots()[at].value == new.value) {
                continue;
            }
            match new.place {
                Place::Text => text.iter().for_each(|text| text.set_node_value(Some(&new.value))),
                Place::Attribute(element, name) => {
                    if let Some(element) = self.elements.get(element) {
                        let _ = element.set_attribute(name, &new.value);
                    }
                }
            }
        }
    }
}
