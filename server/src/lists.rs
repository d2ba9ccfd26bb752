//! Company lists kept in memory by version, searched and sorted, so that a page, its data and a repeated visit
//! are made once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use app::companies::Book;

/// How many people's lists are kept; the least recently used goes first.
const KEPT: usize = 16;

/// Whose list it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The operator's: everything.
    All,
    /// A company with its affiliates, by ID.
    Tree(i64),
}

#[derive(Default)]
pub struct Lists(Mutex<HashMap<Scope, Kept>>);

struct Kept {
    version: String,
    book: Arc<Book>,
    used_at: i64,
}

impl Lists {
    /// The kept list, if it is of this version.
    pub fn find(&self, scope: Scope, version: &str, now: i64) -> Option<Arc<Book>> {
        let mut lists = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = lists.get_mut(&scope)?;
        kept.used_at = now;
        (kept.version == version).then(|| Arc::clone(&kept.book))
    }

    pub fn keep(&self, scope: Scope, version: String, book: Arc<Book>, now: i64) {
        let mut lists = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lists.insert(scope, Kept { version, book, used_at: now });
        if lists.len() > KEPT
            && let Some(oldest) = lists.iter().min_by_key(|(_, kept)| kept.used_at).map(|(scope, _)| *scope)
        {
            lists.remove(&oldest);
        }
    }
}
