//! Frames of cells, each read as HTML once and copied from then on: a copy costs the browser a fraction of reading.

use std::collections::HashMap;

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{DocumentFragment, HtmlElement, HtmlTemplateElement};

use super::Places;
use crate::companies::face::Cell;

/// Far more than there are, but for marks in all places of a cell.
const MOST: usize = 256;

#[derive(Default)]
pub(in crate::companies) struct Frames {
    read: HashMap<String, DocumentFragment>,
}

impl Frames {
    /// Replaces what stands in an element by a cell.
    pub(super) fn stamp(&mut self, cell: &Cell, element: &HtmlElement) -> Option<Places> {
        let copy = self.frame(cell)?.clone_node_with_deep(true).ok()?;
        let places = Places::of(&copy);
        places.show(cell, None);
        element.replace_children_with_node_1(&copy);
        Some(places)
    }

    fn frame(&mut self, cell: &Cell) -> Option<&DocumentFragment> {
        if !self.read.contains_key(cell.frame()) {
            if self.read.len() >= MOST {
                self.read.clear();
            }
            let template: HtmlTemplateElement = document().create_element("template").ok()?.dyn_into().ok()?;
            template.set_inner_html(&cell.blank_html());
            self.read.insert(cell.frame().to_owned(), template.content());
        }
        self.read.get(cell.frame())
    }
}
