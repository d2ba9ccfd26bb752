//! Nine digits without a label are a KPP or a BIC; neither has a control digit, so the other numbers decide.

use super::found::{Found, Weight};
use super::{Known, Slot};
use crate::requisites::{Bic, CorrespondentAccount, SettlementAccount};

/// Puts each where it belongs.
pub(super) fn settle(found: &mut Found, known: &Known) {
    for number in std::mem::take(&mut found.kpps_or_bics) {
        let (slot, weight) = read_as(&number, found, known);
        found.add(slot, number, weight);
    }
}

/// A BIC is in the directory, or the correspondent account is its own. A KPP begins with the tax office of the INN. The
/// key of one account proves little by itself, but no KPP begins with 04 by chance as well.
fn read_as(number: &str, found: &Found, known: &Known) -> (Slot, Weight) {
    let texts = |slot| found.values.iter().filter(move |value| value.slot == slot).map(|value| value.text.as_str());
    let Ok(bic) = Bic::parse(number) else { return (Slot::Kpp, Weight::Doubtful) };
    let is_own = |account: CorrespondentAccount| account.ends_as(&bic) && account.check_key(&bic).is_ok();
    let mut correspondent = texts(Slot::CorrespondentAccount).filter_map(|text| CorrespondentAccount::parse(text).ok());
    if known.banks.contains_key(&bic) || correspondent.any(is_own) {
        return (Slot::Bic, Weight::Shown);
    }
    if texts(Slot::Inn).any(|inn| inn.len() == 10 && inn.get(..4) == number.get(..4)) {
        return (Slot::Kpp, Weight::Shown);
    }
    let mut accounts = texts(Slot::Account).filter_map(|text| SettlementAccount::parse(text).ok());
    let fits = accounts.any(|account| account.check_key(&bic).is_ok());
    match (fits, number.starts_with("04")) {
        (true, true) => (Slot::Bic, Weight::Shown),
        (true, false) | (false, true) => (Slot::Bic, Weight::Doubtful),
        (false, false) => (Slot::Kpp, Weight::Doubtful),
    }
}
