//! What stands in a cell: a frame of markup, and the values in it that differ from row to row.
//!
//! The server writes both out as HTML. In the browser a row is used again and again: where the frame stays, only the
//! values are replaced, which costs the browser a fraction of reading HTML and of making elements anew.

use std::ops::Range;

use crate::companies::html::escape;

/// Stands in a frame where a value goes. No frame has it otherwise.
const HOLE: char = '\0';

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::companies) enum Place {
    /// A text node of its own; they are counted as they come.
    Text,
    /// An attribute of the element that is opened at this number, from 0.
    Attribute(usize, &'static str),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::companies) struct Slot {
    pub place: Place,
    pub value: String,
}

/// Built from left to right. Whatever is not written in this program's own text becomes a slot, so that no value can
/// become markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::companies) struct Cell {
    frame: String,
    slots: Vec<Slot>,
    /// Opened so far.
    elements: usize,
}

impl Cell {
    /// Tags, or a part of one.
    pub(in crate::companies) fn markup(&mut self, markup: &'static str) -> &mut Self {
        let follows_text = self.frame.ends_with(HOLE);
        debug_assert!(!follows_text || markup.starts_with('<'), "{markup:?} would join the text before it");
        let opens = |pair: &[u8]| pair[0] == b'<' && pair[1].is_ascii_alphabetic();
        self.elements += markup.as_bytes().windows(2).filter(|pair| opens(pair)).count();
        self.frame.push_str(markup);
        self
    }

    /// Text between tags.
    pub(in crate::companies) fn text(&mut self, text: &str) -> &mut Self {
        match self.slots.last_mut() {
            _ if text.is_empty() => {}
            // Two texts side by side would be one node.
            Some(slot) if self.frame.ends_with(HOLE) => slot.value.push_str(text),
            _ => self.fill(Place::Text, text),
        }
        self
    }

    /// Text beside marks, a node of its own even while it is empty: where a mark stands in a text makes no other frame, so
    /// that typing on moves marks without making elements anew.
    fn text_beside_mark(&mut self, text: &str) -> &mut Self {
        match self.slots.last_mut() {
            Some(slot) if self.frame.ends_with(HOLE) => slot.value.push_str(text),
            _ => self.fill(Place::Text, text),
        }
        self
    }

    /// An attribute of the tag that was opened last and is not closed yet.
    pub(in crate::companies) fn attribute(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.frame.extend([" ", name, "=\""]);
        self.fill(Place::Attribute(self.elements.saturating_sub(1), name), value);
        self.frame.push('"');
        self
    }

    /// The part of `text` between two bytes with the marks that fall into it.
    pub(in crate::companies) fn marked_part(
        &mut self,
        text: &str,
        part: Range<usize>,
        marks: &[Range<usize>],
    ) -> &mut Self {
        let mut at = part.start;
        let mut is_marked = false;
        for mark in marks {
            let (start, end) = (mark.start.max(at), mark.end.min(part.end));
            if start < end {
                self.text_beside_mark(&text[at..start]).markup("<mark>").text(&text[start..end]).markup("</mark>");
                (at, is_marked) = (end, true);
            }
        }
        let rest = &text[at..part.end];
        if is_marked { self.text_beside_mark(rest) } else { self.text(rest) }
    }

    pub(in crate::companies) fn marked(&mut self, text: &str, marks: &[Range<usize>]) -> &mut Self {
        self.marked_part(text, 0..text.len(), marks)
    }

    pub(in crate::companies) fn append(&mut self, other: Self) -> &mut Self {
        let moved = |place| match place {
            Place::Attribute(element, name) => Place::Attribute(self.elements + element, name),
            Place::Text => Place::Text,
        };
        self.slots.extend(other.slots.into_iter().map(|slot| Slot { place: moved(slot.place), ..slot }));
        self.frame.push_str(&other.frame);
        self.elements += other.elements;
        self
    }

    pub(in crate::companies) fn is_empty(&self) -> bool {
        self.frame.is_empty()
    }

    pub(in crate::companies) fn push_html(&self, html: &mut String) {
        let mut slots = self.slots.iter();
        for (at, piece) in self.frame.split(HOLE).enumerate() {
            if at > 0 {
                slots.next().iter().for_each(|slot| escape(&slot.value, html));
            }
            html.push_str(piece);
        }
    }

    fn fill(&mut self, place: Place, value: &str) {
        self.slots.push(Slot { place, value: value.to_owned() });
        self.frame.push(HOLE);
    }
}

/// What the browser asks of the cells of a row that it uses again.
#[cfg(any(test, feature = "hydrate"))]
impl Cell {
    /// Whether only values differ, each in its place.
    pub(in crate::companies) fn is_like(&self, other: &Self) -> bool {
        self.frame == other.frame
    }

    /// Whether each of its texts is a node where it was read as HTML: an empty one is none.
    pub(in crate::companies) fn has_every_text(&self) -> bool {
        self.slots.iter().all(|slot| slot.place != Place::Text || !slot.value.is_empty())
    }

    /// All but the values.
    #[cfg(feature = "hydrate")]
    pub(in crate::companies) fn frame(&self) -> &str {
        &self.frame
    }

    /// The frame as HTML, with something in place of each text: an empty one would be no node.
    pub(in crate::companies) fn blank_html(&self) -> String {
        let mut slots = self.slots.iter();
        let filled = |piece: &str| {
            let is_text = slots.next().is_some_and(|slot| slot.place == Place::Text);
            piece.to_owned() + if is_text { "·" } else { "" }
        };
        self.frame.split(HOLE).map(filled).collect()
    }

    pub(in crate::companies) fn slots(&self) -> &[Slot] {
        &self.slots
    }

    #[cfg(test)]
    pub(in crate::companies) fn html(&self) -> String {
        let mut html = String::with_capacity(self.frame.len() + 64);
        self.push_html(&mut html);
        html
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(id: &str, name: &str) -> Cell {
        let mut cell = Cell::default();
        cell.markup("<span><a").attribute("href", id).markup(">").text(name).markup("</a></span>");
        cell
    }

    #[test]
    fn no_value_can_become_markup() {
        let cell = link("\"><script>", "<b>'&\"");
        assert_eq!(cell.html(), "<span><a href=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&#39;&amp;&quot;</a></span>");
    }

    #[test]
    fn cells_of_one_frame_differ_in_their_values_alone() {
        let (one, other) = (link("/1", "One"), link("/2", "Other"));
        assert!(one.is_like(&other));
        assert_eq!(one.slots()[0].place, Place::Attribute(1, "href"));
        assert_eq!(other.slots()[1], Slot { place: Place::Text, value: "Other".to_owned() });
        assert!(!one.is_like(&link("/3", "")), "without a text there is no node for one");
    }

    #[test]
    fn a_blank_frame_has_a_node_for_each_text() {
        assert_eq!(link("/1", "One").blank_html(), "<span><a href=\"\">·</a></span>");
    }

    #[test]
    fn texts_side_by_side_are_one() {
        let mut cell = Cell::default();
        cell.text("a").text("").text("b");
        assert_eq!((cell.slots().len(), cell.html().as_str()), (1, "ab"));
    }

    #[test]
    fn a_cell_within_a_cell_keeps_its_places() {
        let mut outer = Cell::default();
        outer.markup("<i></i>").append(link("/1", "One"));
        assert_eq!(outer.slots()[0].place, Place::Attribute(2, "href"));
        assert_eq!(outer.html(), "<i></i><span><a href=\"/1\">One</a></span>");
    }

    #[test]
    fn a_mark_may_move_within_its_text_and_grow() {
        let marked = |mark: Range<usize>| {
            let mut cell = Cell::default();
            cell.marked("Vektor", &[mark]);
            cell
        };
        let (start, middle, end) = (marked(0..2), marked(2..3), marked(3..6));
        assert!(start.is_like(&middle) && middle.is_like(&end));
        assert_eq!(start.html(), "<mark>Ve</mark>ktor");
        assert!(!start.has_every_text() && middle.has_every_text());
        assert_eq!(start.blank_html(), "·<mark>·</mark>·");
    }

    #[test]
    fn a_mark_over_a_border_is_cut_at_it() {
        let (text, border) = ("1,250.00", 5);
        let mut cell = Cell::default();
        cell.marked_part(text, 0..border, &[1..7])
            .markup("<i>")
            .marked_part(text, border..text.len(), &[1..7])
            .markup("</i>");
        assert_eq!(cell.html(), "1<mark>,250</mark><i><mark>.0</mark>0</i>");
    }
}
