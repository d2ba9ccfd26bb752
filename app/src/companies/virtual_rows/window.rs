//! Which rows are in view, from the sizes and the scroll.

/// Rows drawn beyond each edge of the view, so that a scroll finds them there. The head and the totals lie over two more.
const BEYOND: usize = 2;

/// Until a row has been measured.
const GUESSED_HEIGHT: f64 = 30.0;

/// All in CSS pixels.
#[derive(Default)]
pub(super) struct Window {
    pub(super) room: f64,
    pub(super) scrolled: f64,
    pub(super) row_height: Option<f64>,
}

impl Window {
    pub(super) fn row_height(&self) -> f64 {
        self.row_height.unwrap_or(GUESSED_HEIGHT)
    }

    /// The positions to draw, ascending: those in view and the pinned one.
    pub(super) fn positions(&self, length: usize, pinned: Option<usize>) -> Vec<usize> {
        let in_view = whole((self.room / self.row_height()).ceil());
        let first = whole((self.scrolled / self.row_height()).floor()).min(length.saturating_sub(in_view));
        let start = first.saturating_sub(BEYOND);
        let end = (first + in_view + BEYOND).min(length);
        let mut positions: Vec<usize> = (start..end).collect();
        match pinned.filter(|pinned| *pinned < length) {
            Some(pinned) if pinned < start => positions.insert(0, pinned),
            Some(pinned) if pinned >= end => positions.push(pinned),
            _ => {}
        }
        positions
    }

    /// The scroll that has a row in the middle.
    pub(super) fn to_show(&self, position: usize) -> i32 {
        let top = pixels(position) * self.row_height() - self.room / 2.0;
        i32::try_from(whole(top.max(0.0))).unwrap_or(i32::MAX)
    }

    /// The height of so many rows.
    pub(super) fn height(&self, rows: usize) -> f64 {
        pixels(rows) * self.row_height()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count of rows on a screen; `as` saturates"
)]
fn whole(number: f64) -> usize {
    number as usize
}

#[expect(clippy::cast_precision_loss, reason = "a row number is far below 2^52")]
fn pixels(rows: usize) -> f64 {
    rows as f64
}
