//! INN and KPP against each other.

use super::{Notice, NoticeKind};
use crate::requisites::Requisites;

/// Regions are compared by the first two digits of both. The legal address is left out: to tell its region takes a table
/// of regions, and a wrong guess would claim more than is known. A KPP of a largest taxpayer is of no region.
pub(super) fn notice(requisites: &Requisites) -> Option<Notice> {
    let inn = requisites.inn().filter(|inn| !inn.is_person())?;
    let Some(kpp) = requisites.kpp() else { return Some(Notice::warning("kpp", NoticeKind::KppMissing)) };
    let is_elsewhere = kpp.region() != inn.region() && !kpp.is_of_largest_taxpayer();
    is_elsewhere.then(|| {
        let kind = NoticeKind::OtherRegion { inn: inn.region().to_owned(), kpp: kpp.region().to_owned() };
        Notice::neutral("kpp", kind)
    })
}
