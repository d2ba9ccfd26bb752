//! What somebody was shown that a change would bring about: nothing else is saved in its place.

use app::money::Impact;

use crate::clock;

/// What came back with the change itself.
pub(in super::super) enum Seen {
    Impact(Impact),
    /// [`tag`] of it.
    Tag(String),
}

impl Seen {
    /// Whether an outcome keeps what this one promised.
    pub(super) fn is(&self, now: &Impact) -> bool {
        match self {
            Self::Impact(seen) => seen.promise() == now.promise(),
            Self::Tag(seen) => *seen == tag(now),
        }
    }
}

/// Names what an outcome promises, for callers that keep no more of it.
pub(in super::super) fn tag(impact: &Impact) -> String {
    clock::hash(&serde_json::to_string(&impact.promise()).unwrap_or_default())
}
