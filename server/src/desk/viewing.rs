//! Looking through another's eyes. A session that does so has a desk of the other's, on which nothing can be changed; the
//! company has allowed it, or the platform looks and says so at once; either way the company sees it afterwards.

#[path = "viewing/begin.rs"]
mod begin;
#[path = "viewing/consent.rs"]
mod consent;
#[path = "viewing/end.rs"]
mod end;
#[path = "viewing/letters.rs"]
mod letters;
#[path = "viewing/log.rs"]
mod log;
#[path = "viewing/resume.rs"]
mod resume;

use app::values::MINUTE_MS;

pub(super) use begin::begin;
pub(super) use consent::{allow, forbid};
pub(super) use end::{end, leave, overdue};
pub(super) use log::log;
pub(super) use resume::{Eyes, resume};

/// No look is longer, milliseconds.
const LENGTH_MS: i64 = 30 * MINUTE_MS;

/// Whether the company allows it at the moment `$n`: a condition on `viewing_consent`.
macro_rules! consent_stands {
    ($now:literal) => {
        concat!("(viewing_consent.until IS NULL OR viewing_consent.until > ", $now, ")")
    };
}
use consent_stands;
