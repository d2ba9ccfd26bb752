//! Pages that fill from above: what no longer fits begins the next.

use super::mark::{Bar, Ink, Mark, Style, Text};

/// A4 in points.
pub(super) const WIDTH: f32 = 595.276;
pub(super) const HEIGHT: f32 = 841.89;
/// Fifteen millimetres on either side.
pub(super) const LEFT: f32 = 42.52;
pub(super) const RIGHT: f32 = WIDTH - LEFT;
pub(super) const BREADTH: f32 = RIGHT - LEFT;
const TOP: f32 = 42.52;
/// Below it stands the page's number.
const BOTTOM: f32 = HEIGHT - 56.0;

pub(super) struct Sheet {
    pages: Vec<Vec<Mark>>,
    y: f32,
}

impl Default for Sheet {
    fn default() -> Self {
        Self { pages: vec![Vec::new()], y: TOP }
    }
}

impl Sheet {
    /// Where the next thing begins.
    pub(super) fn y(&self) -> f32 {
        self.y
    }

    pub(super) fn down(&mut self, by: f32) {
        self.y += by;
    }

    pub(super) fn has_room(&self, height: f32) -> bool {
        self.y + height <= BOTTOM
    }

    /// Whether this would fit on a page of its own.
    pub(super) fn fits_a_page(height: f32) -> bool {
        TOP + height <= BOTTOM
    }

    pub(super) fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.y = TOP;
    }

    /// Keeps what follows together, where a page can hold it.
    pub(super) fn keep(&mut self, height: f32) {
        if !self.has_room(height) && self.y > TOP {
            self.turn();
        }
    }

    /// A line of text whose upper edge is `y`.
    pub(super) fn text(&mut self, x: f32, y: f32, style: Style, text: &str) {
        let shown = style.weight.face().shown(text);
        // The ascenders of capital letters end there, a quarter of the leading is left below.
        let baseline = y + style.size * 1.03;
        self.put(Mark::Text(Text { x, baseline, style, shown }));
    }

    pub(super) fn text_to(&mut self, right: f32, y: f32, style: Style, text: &str) {
        self.text(right - style.width(text), y, style, text);
    }

    /// Wraps a text and goes down below it, over as many pages as it takes.
    pub(super) fn flow(&mut self, x: f32, width: f32, style: Style, text: &str) {
        for line in style.wrapped(text, width) {
            self.keep(style.leading());
            self.text(x, self.y, style, &line);
            self.down(style.leading());
        }
    }

    pub(super) fn bar(&mut self, x: f32, y: f32, [width, height]: [f32; 2], ink: Ink) {
        self.put(Mark::Bar(Bar { x, y, width, height, ink }));
    }

    /// From one side to the other.
    pub(super) fn rule(&mut self, thickness: f32, ink: Ink) {
        self.bar(LEFT, self.y, [BREADTH, thickness], ink);
    }

    fn put(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    /// The finished pages; where there are several, each says of what it is which.
    pub(super) fn into_pages(mut self, title: &str) -> Vec<Vec<Mark>> {
        let count = self.pages.len();
        if count > 1 {
            let pages = std::mem::take(&mut self.pages);
            for (index, page) in pages.into_iter().enumerate() {
                self.pages.push(page);
                let y = HEIGHT - 40.0;
                self.text(LEFT, y, Style::LABEL, title);
                self.text_to(RIGHT, y, Style::LABEL, &format!("Страница {} из {count}", index + 1));
            }
        }
        self.pages
    }
}

/// How high so many lines are.
pub(super) fn height(lines: usize, style: Style) -> f32 {
    f32::from(u16::try_from(lines).unwrap_or(u16::MAX)) * style.leading()
}
