//! The form in which a number is kept and shown, field by field.

use super::{Bic, CorrespondentAccount, Inn, Kpp, Ogrn, SettlementAccount};
use crate::values::{Problem, optional};

/// Checks one field, named as on the wire, and gives its canonical text; blank stays empty. Fields
/// that are no number of the requisites are [`Problem::UnknownField`].
///
/// ```
/// use app::requisites::normalise;
/// assert_eq!(normalise("kpp", " 0017ab001 ").as_deref(), Ok("0017AB001"));
/// assert_eq!(normalise("bic", " ").as_deref(), Ok(""));
/// ```
pub fn normalise(field: &str, typed: &str) -> Result<String, Problem> {
    match field {
        "inn" => canonical(typed, Inn::parse),
        "kpp" => canonical(typed, Kpp::parse),
        "ogrn" => canonical(typed, Ogrn::parse),
        "bic" => canonical(typed, Bic::parse),
        "account" => canonical(typed, SettlementAccount::parse),
        "correspondent_account" => canonical(typed, CorrespondentAccount::parse),
        _ => Err(Problem::UnknownField),
    }
}

fn canonical<T: ToString>(typed: &str, parse: impl FnOnce(&str) -> Result<T, Problem>) -> Result<String, Problem> {
    let parsed = optional(typed, parse)?;
    Ok(parsed.map(|value| value.to_string()).unwrap_or_default())
}
