//! INN and KPP against each other.

use super::{Notice, NoticeKind};
use crate::requisites::region::{is_region, region_of_address};
use crate::requisites::{Inn, Requisites};

/// Regions are compared by the first two digits of both. A KPP of a largest taxpayer is of no region.
pub(super) fn notice(requisites: &Requisites) -> Option<Notice> {
    let inn = requisites.inn().filter(|inn| !inn.is_person())?;
    let Some(kpp) = requisites.kpp() else { return Some(Notice::warning("kpp", NoticeKind::KppMissing)) };
    let is_elsewhere = kpp.region() != inn.region() && !kpp.is_of_largest_taxpayer();
    is_elsewhere.then(|| {
        let kind = NoticeKind::OtherRegion { inn: inn.region().to_owned(), kpp: kpp.region().to_owned() };
        Notice::neutral("kpp", kind)
    })
}

/// Claims nothing where the address names no region, or the INN begins with no region's code.
pub(super) fn address_notice(inn: &str, legal_address: &str) -> Option<Notice> {
    let inn = Inn::parse(inn).ok()?;
    let (inn, address) = (inn.region().to_owned(), region_of_address(legal_address)?);
    (is_region(&inn) && inn != address)
        .then(|| Notice::neutral("legal_address", NoticeKind::AddressElsewhere { inn, address }))
}
