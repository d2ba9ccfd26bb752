//! The rows in view, and nothing else of a list of any length.
//!
//! Rows are elements used again and again. Spacer rows stand for what is above and below; a row that has the
//! focus stays even when it is scrolled out of view, between spacers of its own.

mod placing;
mod window;

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

use self::window::Window;
use super::face::Face;
use super::live_row::{Frames, LiveRow, Part};
use crate::values::CompanyId;

/// Where the focus is in the table.
#[derive(Clone, Copy)]
pub(super) struct Focus {
    pub position: usize,
    pub id: CompanyId,
    pub part: Part,
}

pub(super) struct VirtualRows {
    scroller: HtmlElement,
    body: HtmlElement,
    /// In the document, by position.
    rows: Vec<LiveRow>,
    /// Out of the document, to be used again.
    spare: Vec<LiveRow>,
    frames: Frames,
    /// Above all rows, between the rows in view and the focused one, below all rows.
    gaps: [HtmlElement; 3],
    /// The height that each spacer has.
    spaced: [Option<f64>; 3],
    window: Window,
    resized: (ResizeObserver, Closure<dyn FnMut()>),
}

impl VirtualRows {
    /// Takes over the rows in the table's body, which show `faces` from position 0 on.
    /// `on_resize` is called when the room for rows or their height may have changed.
    pub(super) fn adopt(
        scroller: HtmlElement,
        body: HtmlElement,
        faces: Vec<Face>,
        on_resize: impl FnMut() + 'static,
    ) -> Option<Self> {
        let elements = body.children();
        let row = |(at, face): (usize, Face)| {
            let element = elements.item(u32::try_from(at).ok()?)?.dyn_into().ok()?;
            Some(LiveRow::adopt(element, at, face))
        };
        let rows: Vec<LiveRow> = faces.into_iter().enumerate().filter_map(row).collect();
        let closure = Closure::<dyn FnMut()>::new(on_resize);
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(&scroller);
        let gaps = [gap()?, gap()?, gap()?];
        let mut adopted = Self {
            scroller,
            body,
            rows,
            spare: Vec::new(),
            frames: Frames::default(),
            gaps,
            spaced: [None; 3],
            window: Window::default(),
            resized: (observer, closure),
        };
        adopted.measure();
        Some(adopted)
    }

    /// Reads the sizes that everything is computed from. Forces a layout, so only when they may have changed.
    pub(super) fn measure(&mut self) {
        self.window.room = f64::from(self.scroller.client_height());
        self.window.scrolled = f64::from(self.scroller.scroll_top());
        if let Some(row) = self.rows.first() {
            self.window.row_height =
                Some(row.element().get_bounding_client_rect().height()).filter(|height| *height > 0.0);
        }
    }

    pub(super) fn scrolled(&mut self) {
        self.window.scrolled = f64::from(self.scroller.scroll_top());
    }

    pub(super) fn scroll_to_top(&mut self) {
        if self.window.scrolled > 0.0 {
            self.scroller.set_scroll_top(0);
            self.window.scrolled = 0.0;
        }
    }

    /// Brings a row into view, in the middle where it was not near.
    pub(super) fn scroll_near(&mut self, position: usize) {
        if !self.rows.iter().any(|row| row.position() == position) {
            self.scroller.set_scroll_top(self.window.to_show(position));
            self.scrolled();
        }
    }

    pub(super) fn focus(&self) -> Option<Focus> {
        let focused = document().active_element()?;
        if !self.body.contains(Some(&focused)) {
            return None;
        }
        let row = self.rows.iter().find(|row| row.element().contains(Some(&focused)))?;
        Some(Focus { position: row.position(), id: row.id()?, part: row.part_of(&focused) })
    }

    /// Shows the rows in view, and the one at `pinned`, of a list of that length.
    /// With `is_new` the list is another one and every row is looked at again.
    pub(super) fn paint(&mut self, length: usize, pinned: Option<usize>, is_new: bool, face: impl Fn(usize) -> Face) {
        let needs_measure = self.window.row_height.is_none();
        self.arrange(self.window.positions(length, pinned), length);
        for row in self.rows.iter_mut().filter(|row| is_new || row.is_stale()) {
            row.show(face(row.position()), &mut self.frames);
        }
        if needs_measure && !self.rows.is_empty() {
            self.measure();
            if self.window.row_height.is_some() {
                self.paint(length, pinned, false, face);
            }
        }
    }

    /// Gives the focus to a part of a row that is shown.
    pub(super) fn give_focus(&self, position: usize, part: Part, is_scrolling: bool) {
        let Some(row) = self.rows.iter().find(|row| row.position() == position) else { return };
        let element = row.part(part);
        if document().active_element().as_ref() == Some(element.as_ref()) {
            return;
        }
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(!is_scrolling);
        let _ = element.focus_with_options(&options);
    }

    /// Where the focus goes when its row is gone.
    pub(super) fn focus_table(&self) {
        let _ = self.scroller.focus();
    }

    /// Tells which query the rows belong to.
    pub(super) fn name_query(&self, query: &str) {
        let _ = self.body.set_attribute("data-rendered-query", query);
    }

    pub(super) fn id_of(&self, element: &web_sys::Element) -> Option<CompanyId> {
        self.rows.iter().find(|row| row.element().contains(Some(element)))?.id()
    }
}

impl Drop for VirtualRows {
    fn drop(&mut self) {
        self.resized.0.disconnect();
    }
}

fn gap() -> Option<HtmlElement> {
    let row: HtmlElement = document().create_element("tr").ok()?.dyn_into().ok()?;
    row.set_class_name("gap");
    row.set_attribute("aria-hidden", "true").ok()?;
    let cell = document().create_element("td").ok()?;
    row.append_child(&cell).ok()?;
    Some(row)
}
