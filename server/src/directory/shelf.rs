//! The loaded directory in memory, by the number of its import: typing a BIC asks the database for that number alone.

use std::sync::{Arc, Mutex, PoisonError};

use super::Banks;

#[derive(Default)]
pub struct Shelf(Mutex<Option<(i64, Arc<Banks>)>>);

impl Shelf {
    /// The kept directory, if it is of this import.
    pub(crate) fn find(&self, import: i64) -> Option<Arc<Banks>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(number, _)| *number == import).map(|(_, banks)| Arc::clone(banks))
    }

    pub(crate) fn keep(&self, import: i64, banks: Arc<Banks>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((import, banks));
    }
}
