//! Rows that wait until a statement is full: statements of one size are prepared once.

pub(super) struct Waiting<T> {
    rows: Vec<T>,
    size: usize,
}

impl<T> Waiting<T> {
    pub(super) fn new(size: usize) -> Self {
        Self { rows: Vec::with_capacity(size), size }
    }

    /// The rows of a full statement, once this one completes it.
    pub(super) fn add(&mut self, row: T) -> Option<Vec<T>> {
        self.rows.push(row);
        (self.rows.len() == self.size).then(|| std::mem::replace(&mut self.rows, Vec::with_capacity(self.size)))
    }

    /// Those of the last, shorter statement.
    pub(super) fn rest(&mut self) -> Vec<T> {
        std::mem::take(&mut self.rows)
    }
}
