//! The book of this browser tab: going to another page and back needs no new download.

use std::cell::RefCell;
use std::rc::Rc;

use crate::companies::book::Book;
use crate::values::CompanyId;

thread_local! {
    static SHELF: RefCell<Option<Shelved>> = const { RefCell::new(None) };
}

/// The book with the version of the list it was made of.
#[derive(Clone)]
pub(in crate::companies) struct Shelved {
    pub version: String,
    pub book: Rc<RefCell<Book>>,
}

pub(in crate::companies) fn shelve(shelved: Shelved) {
    SHELF.with_borrow_mut(|shelf| *shelf = Some(shelved));
}

/// The kept book, unless it belongs to somebody of another company.
pub(in crate::companies) fn shelved(own: CompanyId) -> Option<Shelved> {
    SHELF.with_borrow(Clone::clone).filter(|shelved| shelved.book.borrow().own() == own)
}
