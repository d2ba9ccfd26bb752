//! Puts row elements where they belong in the document, moving as few as it can, and never the focused one.

use leptos::prelude::document;
use web_sys::Node;

use super::VirtualRows;
use crate::companies::live_row::LiveRow;

impl VirtualRows {
    /// Makes the rows in the document stand for these positions, ascending.
    pub(super) fn arrange(&mut self, positions: Vec<usize>, length: usize) {
        let old: Vec<usize> = self.rows.iter().map(LiveRow::position).collect();
        if old != positions {
            self.reassign(&positions);
        }
        self.space(length);
        if old != positions || self.gaps[0].parent_node().is_none() {
            self.place();
        }
    }

    /// Rows that stay keep their element; the others take one that is free.
    fn reassign(&mut self, positions: &[usize]) {
        let rows = std::mem::take(&mut self.rows);
        let is_wanted = |row: &LiveRow| positions.binary_search(&row.position()).is_ok();
        let (kept, free): (Vec<LiveRow>, Vec<LiveRow>) = rows.into_iter().partition(is_wanted);
        self.spare.extend(free);
        let mut kept = kept.into_iter().peekable();
        for position in positions {
            let row = kept.next_if(|row| row.position() == *position);
            let Some(mut row) = row.or_else(|| self.spare.pop()).or_else(LiveRow::blank) else { continue };
            row.move_to(*position);
            self.rows.push(row);
        }
    }

    /// Sets the spacers' heights.
    fn space(&mut self, length: usize) {
        let first = self.rows.first().map_or(0, LiveRow::position);
        let end = self.rows.last().map_or(0, |row| row.position() + 1);
        let hole = self.hole().map_or(0, |at| self.rows[at].position() - self.rows[at - 1].position() - 1);
        let heights = [first, hole, length.saturating_sub(end)].map(|rows| self.window.height(rows));
        for ((gap, spaced), height) in self.gaps.iter().zip(&mut self.spaced).zip(heights) {
            if *spaced != Some(height) {
                *spaced = Some(height);
                let _ = gap.style().set_property("height", &format!("{height}px"));
            }
        }
    }

    /// The row before which positions are left out, where a pinned row stands apart.
    fn hole(&self) -> Option<usize> {
        let is_apart = |pair: &[LiveRow]| pair[0].position() + 1 < pair[1].position();
        self.rows.windows(2).position(is_apart).map(|at| at + 1)
    }

    fn place(&self) {
        let focused = document().active_element();
        let is_focused = |node: &Node| focused.as_ref().is_some_and(|focused| node.contains(Some(focused)));
        let mut next = self.body.first_child();
        for node in self.sequence() {
            if next.as_ref() == Some(&node) {
                next = node.next_sibling();
            } else if node.parent_node().is_some() && is_focused(&node) {
                while let Some(before) = next.filter(|before| *before != node) {
                    next = before.next_sibling();
                    let _ = self.body.remove_child(&before);
                }
                next = node.next_sibling();
            } else {
                let _ = self.body.insert_before(&node, next.as_ref());
            }
        }
        while let Some(rest) = next {
            next = rest.next_sibling();
            let _ = self.body.remove_child(&rest);
        }
    }

    fn sequence(&self) -> Vec<Node> {
        let hole = self.hole();
        let mut nodes: Vec<Node> = vec![self.gaps[0].clone().into()];
        for (at, row) in self.rows.iter().enumerate() {
            if hole == Some(at) {
                nodes.push(self.gaps[1].clone().into());
            }
            nodes.push(row.element().clone().into());
        }
        nodes.push(self.gaps[2].clone().into());
        nodes
    }
}
