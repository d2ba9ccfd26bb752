//! A merge patch (RFC 7396) of a company, turned into the fields of the edit dialog.

use app::companies::{Field, REASON};
use app::fields::Fields;
use app::values::{Kopecks, Problem};
use axum::http::{HeaderMap, header};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::members::members;
use super::problem::{FieldRefusal, Refusal, Unfit};
use super::shapes::{CURRENCY, Money};

/// What a patch may bring; each may be left out.
#[derive(Serialize, ToSchema)]
pub(super) struct CompanyChanges {
    name: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    /// Granted from above only: not of the token's own company.
    credit_limit: Option<Money>,
    /// Granted from above only: not of the token's own company.
    notification_threshold: Option<Money>,
    time_zone: Option<String>,
    #[schema(minimum = 1, maximum = 100_000)]
    max_dialogs: Option<u32>,
    comply_230fz: Option<bool>,
    inn: Option<String>,
    kpp: Option<String>,
    ogrn: Option<String>,
    bic: Option<String>,
    bank: Option<String>,
    correspondent_account: Option<String>,
    account: Option<String>,
    legal_address: Option<String>,
    postal_address: Option<String>,
    /// Why the credit limit is another: for the letter to the company and the audit log, at most 500 characters.
    reason: Option<String>,
}

/// Whether the body is of a kind that [`read`] reads.
pub(super) fn is_readable(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    ["application/merge-patch+json", "application/json"].iter().any(|known| kind.eq_ignore_ascii_case(known))
}

/// The changed fields by wire name, as the dialog would send them. Unknown ones stay: the save refuses them by name.
pub(super) fn read(body: &[u8]) -> Result<Fields, Refusal> {
    let patch = members(body)?;
    let mut changes = Fields::new();
    let mut refused = Vec::new();
    for (name, value) in patch {
        let typed = match (Field::parse(&name), value) {
            (Some(field), value) => typed(field, value),
            (None, Value::String(text)) if name == REASON => Ok(text),
            (None, value) if name == REASON && !value.is_null() => Err(Unfit::Text.into()),
            (None, _) => Ok(String::new()),
        };
        match typed {
            Ok(typed) => {
                changes.insert(name, typed);
            }
            Err(Mistake::Kind(unfit)) => refused.push(FieldRefusal::Unfit { field: name, unfit }),
            Err(Mistake::Amount(problem)) => refused.push(FieldRefusal::Wrong { field: name, problem }),
        }
    }
    if refused.is_empty() { Ok(changes) } else { Err(Refusal::Fields(refused)) }
}

/// Why a value is none for its field, whatever stands in the record.
enum Mistake {
    Kind(Unfit),
    Amount(Problem),
}

impl From<Unfit> for Mistake {
    fn from(unfit: Unfit) -> Self {
        Self::Kind(unfit)
    }
}

fn typed(field: Field, value: Value) -> Result<String, Mistake> {
    Ok(match (field, value) {
        (_, Value::Null) => String::new(),
        (Field::CreditLimit | Field::NotificationThreshold, value) => return amount(value),
        (Field::MaxDialogs, Value::Number(number)) if number.is_i64() || number.is_u64() => number.to_string(),
        (Field::MaxDialogs, _) => return Err(Unfit::Number.into()),
        (field, Value::Bool(is_on)) if field.is_switch() => is_on.to_string(),
        (field, _) if field.is_switch() => return Err(Unfit::Boolean.into()),
        (_, Value::String(text)) => text,
        _ => return Err(Unfit::Text.into()),
    })
}

fn amount(value: Value) -> Result<String, Mistake> {
    let Money { amount, currency } = serde_json::from_value(value).map_err(|_| Unfit::Money)?;
    if currency != CURRENCY {
        return Err(Unfit::Currency.into());
    }
    // Not as people type them; whether it may be negative is for its field to say.
    let digits = amount.strip_prefix('-').unwrap_or(&amount);
    match Kopecks::parse_exact(digits) {
        Ok(Kopecks::ZERO) if amount != digits => Err(Mistake::Amount(Problem::ExactAmountNeeded)),
        Err(problem @ Problem::ExactAmountNeeded) => Err(Mistake::Amount(problem)),
        _ => Ok(amount),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use app::error::ApiError;

    use super::*;

    fn of(body: Value) -> Result<Fields, Refusal> {
        read(body.to_string().as_bytes())
    }

    #[test]
    fn values_become_what_a_person_would_type() {
        let read = of(json!({
            "name": "Новая", "max_dialogs": 50, "comply_230fz": false, "phone": null, "notification_threshold": null,
            "credit_limit": {"amount": "1000.50", "currency": "RUB"}, "balance": 7, "reason": "Season",
        }));
        let wanted = [
            ("balance", ""),
            ("comply_230fz", "false"),
            ("credit_limit", "1000.50"),
            ("max_dialogs", "50"),
            ("name", "Новая"),
            ("notification_threshold", ""),
            ("phone", ""),
            ("reason", "Season"),
        ];
        let wanted = wanted.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(read.unwrap(), Fields::from(wanted));
    }

    #[test]
    fn a_value_of_another_kind_is_refused_by_its_field() {
        for (field, value, unfit) in [
            ("name", json!(7), Unfit::Text),
            ("reason", json!(7), Unfit::Text),
            ("inn", json!(7_707_083_893_i64), Unfit::Text),
            ("max_dialogs", json!("50"), Unfit::Number),
            ("max_dialogs", json!(1.5), Unfit::Number),
            ("comply_230fz", json!("true"), Unfit::Boolean),
            ("credit_limit", json!("1000.00"), Unfit::Money),
            ("credit_limit", json!({"amount": 1000, "currency": "RUB"}), Unfit::Money),
            ("credit_limit", json!({"amount": "1", "currency": "RUB", "cents": 1}), Unfit::Money),
            ("credit_limit", json!({"amount": "1000.00", "currency": "USD"}), Unfit::Currency),
        ] {
            let refused = of(json!({field: value})).unwrap_err();
            let Refusal::Fields(refused) = refused else { panic!("{field}: {refused:?}") };
            assert_eq!(refused, [FieldRefusal::Unfit { field: field.to_owned(), unfit }]);
        }
    }

    #[test]
    fn an_amount_is_exact_and_not_as_people_type_it() {
        for amount in ["1 250,00", "1,250.00", "5.005", "1e3", "+5", "-0.00", "--5", ""] {
            let refused = of(json!({"notification_threshold": {"amount": amount, "currency": "RUB"}})).unwrap_err();
            let Refusal::Fields(refused) = refused else { panic!("{amount}: {refused:?}") };
            let (field, problem) = ("notification_threshold".to_owned(), Problem::ExactAmountNeeded);
            assert_eq!(refused, [FieldRefusal::Wrong { field, problem }], "{amount:?}");
        }
        for amount in ["-1250.00", "5", "5.0", "0.00"] {
            assert!(of(json!({"notification_threshold": {"amount": amount, "currency": "RUB"}})).is_ok(), "{amount}");
        }
    }

    #[test]
    fn only_an_object_is_a_patch() {
        for body in ["", "{", "[]", "null", "\"name\"", "{} {}"] {
            assert!(matches!(read(body.as_bytes()), Err(Refusal::Desk(ApiError::Malformed))), "{body}");
        }
    }
}
