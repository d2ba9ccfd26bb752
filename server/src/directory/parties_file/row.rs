//! One line of the upload, checked as the form checks it.

use app::requisites::{FaultKind, Inn, Kpp, Ogrn, Party, PartyFault, PartySource};
use app::values::{Address, CompanyName, Problem, optional};

use super::fault;
use super::table::{COLUMNS, Row};

/// The register's words, as look-ups bring them.
const STATUSES: [&str; 5] = ["ACTIVE", "LIQUIDATING", "LIQUIDATED", "BANKRUPT", "REORGANIZING"];

/// INN and name are required; the other values may be empty.
///
/// # Errors
/// Every refused value of the line.
pub(super) fn party(row: &Row<'_>) -> Result<Party, Vec<PartyFault>> {
    let [inn, kpp, ogrn, name, address, status] = row.values;
    let inn = Inn::parse(inn);
    let is_person = inn.as_ref().is_ok_and(Inn::is_person);
    let checked = [
        inn.map(|inn| inn.to_string()),
        checked_kpp(kpp, is_person),
        text(ogrn, Ogrn::parse),
        CompanyName::parse(name).map(|name| name.to_string()),
        text(address, Address::parse),
        text(status, known_status),
    ];
    let faults: Vec<PartyFault> = checked
        .iter()
        .zip(COLUMNS)
        .filter_map(|(value, column)| {
            let problem = value.as_ref().err()?;
            Some(fault(row.line, column, FaultKind::Value(problem.clone())))
        })
        .collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let [inn, kpp, ogrn, name, legal_address, status] = checked.map(Result::unwrap_or_default);
    let source = PartySource::Local;
    Ok(Party { inn, kpp, ogrn, name, legal_address, status, is_branch: false, actual_on: String::new(), source })
}

fn checked_kpp(typed: &str, is_person: bool) -> Result<String, Problem> {
    let kpp = text(typed, Kpp::parse)?;
    if is_person && !kpp.is_empty() { Err(Problem::KppForPerson) } else { Ok(kpp) }
}

fn text<T: ToString>(typed: &str, parse: impl FnOnce(&str) -> Result<T, Problem>) -> Result<String, Problem> {
    Ok(optional(typed, parse)?.map(|value| value.to_string()).unwrap_or_default())
}

fn known_status(typed: &str) -> Result<&'static str, Problem> {
    let typed = typed.trim();
    STATUSES.into_iter().find(|known| known.eq_ignore_ascii_case(typed)).ok_or(Problem::UnknownChoice)
}
