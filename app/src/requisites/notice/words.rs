//! The notices as a person reads them.

use super::NoticeKind;
use crate::values::Lang;

mod english;
mod russian;

pub(super) fn message(kind: &NoticeKind, lang: Lang) -> String {
    match lang {
        Lang::Ru => russian::message(kind),
        Lang::En => english::message(kind),
    }
}
