//! The ledger calls: what the platform's services charge, and what was paid.

use app::error::ApiError;
use app::money::{EntryDraft, EntryKind, IdempotencyKey, NewEntry};
use app::values::{Invalid, Kopecks, MINUTE_MS, Problem};
use axum::body::to_bytes;
use axum::extract::{Path, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::companies::{Answer, Desk, company_id};
use super::members::members;
use super::problem::{FieldRefusal, Unfit};
use super::shapes::{CURRENCY, LedgerEntry};
use super::{Refusal, problem};
use crate::clock::hash;
use crate::gate::BODY_LIMIT;

/// The header by which a request is known when it comes again.
const KEY: &str = "Idempotency-Key";
/// A sender's clock may be ahead by this much.
const AHEAD_MS: i64 = 5 * MINUTE_MS;

/// An entry as other systems send it. The amount has no sign: the call says which way it goes.
#[derive(Serialize, ToSchema)]
pub(super) struct EntryBody {
    /// 0.01 to 999999999.99: digits, a point, at most two decimals.
    #[schema(example = "1250.00")]
    amount: String,
    /// The company's own; it is that one when left out.
    #[schema(example = "RUB")]
    currency: Option<String>,
    /// RFC 3339, when it happened; the present instant when left out, at most five minutes ahead of it.
    #[schema(example = "2026-11-23T14:05:00+03:00")]
    occurred_at: Option<String>,
    /// At most 500 characters.
    description: Option<String>,
    /// What a charge is for: one word such as `voice`, `sms`, `dialog`, `other`.
    service: Option<String>,
    /// The sender's own number, at most 100 characters; of a payment, the number of the invoice that it pays.
    reference: Option<String>,
}

/// Records a charge: a fact that has happened, so it is taken from a suspended company too, but not before a registration
/// is confirmed (422 `awaits_confirmation` at `company`). Needs the right to read and money.
#[utoipa::path(
    post, path = "/api/v1/companies/{id}/charges", operation_id = "postCharge", tag = "ledger",
    params(
        ("id" = i64, Path),
        ("Idempotency-Key" = String, Header, description = "1 to 255 printable ASCII characters. The same key with the same body gives the first answer again, and nothing is recorded twice; with another body 422. 400 without it."),
    ),
    request_body(content = EntryBody, content_type = "application/json"),
    responses(
        (status = 201, body = LedgerEntry, headers(("Idempotent-Replayed" = String, description = "`true` where an earlier request with this key has made the entry."))),
        (status = "default", body = problem::Document, content_type = "application/problem+json", description = "RFC 9457 problem"),
    ),
)]
pub(super) async fn charge(desk: Extension<Desk>, path: Path<String>, request: Request) -> Answer<Response> {
    post(desk, path, request, EntryKind::Charge).await
}

/// Records a payment. Needs the right to read and money.
#[utoipa::path(
    post, path = "/api/v1/companies/{id}/payments", operation_id = "postPayment", tag = "ledger",
    params(
        ("id" = i64, Path),
        ("Idempotency-Key" = String, Header, description = "As of a charge."),
    ),
    request_body(content = EntryBody, content_type = "application/json"),
    responses(
        (status = 201, body = LedgerEntry, headers(("Idempotent-Replayed" = String, description = "`true` where an earlier request with this key has made the entry."))),
        (status = "default", body = problem::Document, content_type = "application/problem+json", description = "RFC 9457 problem"),
    ),
)]
pub(super) async fn payment(desk: Extension<Desk>, path: Path<String>, request: Request) -> Answer<Response> {
    post(desk, path, request, EntryKind::Payment).await
}

async fn post(
    Extension(desk): Extension<Desk>,
    Path(id): Path<String>,
    request: Request,
    kind: EntryKind,
) -> Answer<Response> {
    let id = company_id(&id)?;
    let asked = match Asked::read(request, kind, desk.now()).await {
        Ok(asked) => asked,
        // Who may not write hears of that, whatever else is wrong.
        Err(refusal) => return Err(desk.may_post(id).await.err().map_or(refusal, Refusal::from)),
    };
    let posted = desk.post_entry(id, &asked.entry, &asked.key, &asked.hash).await;
    let (entry, is_replayed) = posted.map_err(named_by_header)?;
    let mut response = (StatusCode::CREATED, Json(LedgerEntry::new(id, entry))).into_response();
    if is_replayed {
        response.headers_mut().insert("idempotent-replayed", HeaderValue::from_static("true"));
    }
    Ok(response)
}

/// A request to record something.
struct Asked {
    entry: NewEntry,
    key: IdempotencyKey,
    /// By which requests are told apart.
    hash: String,
}

impl Asked {
    async fn read(request: Request, kind: EntryKind, now: i64) -> Answer<Self> {
        let key = key(request.headers());
        if !is_json(request.headers()) {
            return Err(ApiError::Unsupported.into());
        }
        let body = to_bytes(request.into_body(), BODY_LIMIT).await.map_err(|_| ApiError::TooLarge)?;
        let fields = members(&body)?;
        let (key, entry) = (key?, read(&fields, kind, now)?);
        // The order of a body's members and its spaces make it no other request.
        Ok(Self { entry, key, hash: hash(&Value::Object(fields).to_string()) })
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn key(headers: &HeaderMap) -> Answer<IdempotencyKey> {
    let value = headers.get(KEY).ok_or(Refusal::NoKey)?;
    let text = value.to_str().map_err(|_| Problem::NotPrintable);
    let key = text.and_then(IdempotencyKey::parse);
    key.map_err(|problem| match problem {
        Problem::Required => Refusal::NoKey,
        problem => ApiError::Invalid(Invalid::at(KEY, problem)).into(),
    })
}

/// The desk says at the form as a whole that the key was used.
fn named_by_header(error: ApiError) -> Refusal {
    match error {
        ApiError::Invalid(invalid) if invalid.first("form").is_some() => {
            let mut named = Invalid::default();
            for (field, problems) in invalid.iter() {
                for problem in problems {
                    named.add(if field == "form" { KEY } else { field }, problem.clone());
                }
            }
            ApiError::Invalid(named).into()
        }
        error => error.into(),
    }
}

fn read(fields: &Map<String, Value>, kind: EntryKind, now: i64) -> Answer<NewEntry> {
    const KNOWN: [&str; 6] = ["amount", "currency", "occurred_at", "description", "service", "reference"];
    let mut texts = Map::new();
    let mut refused = Vec::new();
    for (name, value) in fields {
        match value {
            _ if !KNOWN.contains(&name.as_str()) => {
                refused.push(FieldRefusal::Wrong { field: name.clone(), problem: Problem::UnknownField });
            }
            Value::Null => {}
            Value::String(_) => {
                texts.insert(name.clone(), value.clone());
            }
            _ => refused.push(FieldRefusal::Unfit { field: name.clone(), unfit: Unfit::Text }),
        }
    }
    let text = |name: &str| texts.get(name).and_then(Value::as_str).unwrap_or_default();
    let is_refused = |name: &str| refused.iter().any(|refusal| refusal.field() == name);
    let mut invalid = Invalid::default();
    let amount = match text("amount") {
        _ if is_refused("amount") => None,
        "" => invalid.check("amount", Err(Problem::Required)),
        amount => invalid.check("amount", Kopecks::parse_exact(amount)),
    };
    if texts.get("currency").is_some_and(|currency| currency != CURRENCY) {
        invalid.add("currency", Problem::CurrencyMismatch { currency: CURRENCY.to_owned() });
    }
    let occurred_at = invalid.check("occurred_at", occurred_at(text("occurred_at"), now));
    let draft =
        EntryDraft { amount, description: text("description"), service: text("service"), reference: text("reference") };
    let entry = draft.check(kind, &mut invalid);
    refused.extend(problem::refusals(&invalid));
    match (entry, occurred_at) {
        (Some(entry), Some(occurred_at)) if refused.is_empty() => Ok(entry.occurring_at(occurred_at)),
        _ => Err(Refusal::Fields(refused)),
    }
}

fn occurred_at(text: &str, now: i64) -> Result<Option<i64>, Problem> {
    if text.is_empty() {
        return Ok(None);
    }
    let at = text.parse::<Timestamp>().map_err(|_| Problem::NotAnInstant)?.as_millisecond();
    if at > now + AHEAD_MS { Err(Problem::InFuture) } else { Ok(Some(at)) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(body: &Value) -> Answer<NewEntry> {
        read(body.as_object().unwrap(), EntryKind::Charge, 1_773_489_895_007)
    }

    fn refused(body: &Value) -> Vec<String> {
        match of(body) {
            Err(Refusal::Fields(fields)) => fields.iter().map(|refusal| refusal.field().to_owned()).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_entry_is_read_to_the_kopeck() {
        let entry = of(&json!({"amount": "5", "currency": "RUB", "service": "voice", "reference": "cdr-1"})).unwrap();
        assert_eq!((entry.amount(), entry.reference()), (Kopecks::new(-500), "cdr-1"));
        assert_eq!(entry.service().unwrap().as_str(), "voice");
        let told = of(&json!({"amount": "0.01", "occurred_at": "2026-03-14T15:04:55+03:00"})).unwrap();
        assert_eq!(told.occurred_at(), Some(1_773_489_895_000));
    }

    #[test]
    fn what_is_no_amount_is_refused_at_its_field() {
        for amount in [
            json!(12.5),
            json!(5),
            json!("0.001"),
            json!("-1.00"),
            json!("0"),
            json!("1e2"),
            json!("1,250.00"),
            json!("+5"),
            json!(" 5"),
            json!("-0.00"),
            json!("1000000000"),
            json!(["5"]),
            json!(null),
            json!(""),
        ] {
            assert_eq!(refused(&json!({"amount": amount, "currency": "RUB"})), ["amount"], "{amount}");
        }
    }

    #[test]
    fn another_currency_an_unknown_member_and_a_future_are_refused_by_name() {
        assert_eq!(refused(&json!({"amount": "1", "currency": "USD"})), ["currency"]);
        assert_eq!(refused(&json!({"amount": "1", "currency": ""})), ["currency"]);
        assert_eq!(refused(&json!({"amount": "1", "cents": 1})), ["cents"]);
        for instant in ["2026-03-14T15:10:55+03:00", "yesterday", "2026-03-14"] {
            assert_eq!(refused(&json!({"amount": "1", "occurred_at": instant})), ["occurred_at"], "{instant}");
        }
        assert!(of(&json!({"amount": "1", "occurred_at": "2026-03-14T15:09:54+03:00"})).is_ok());
    }
}
