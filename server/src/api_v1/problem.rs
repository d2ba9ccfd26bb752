//! Refusals of the API as problem documents (RFC 9457), in the language that the caller accepts.

mod words;

use std::sync::Arc;

use app::error::ApiError;
use app::values::{Invalid, Lang, Problem, message};
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::shapes::Preview;

/// Why a call is refused.
#[derive(Clone, Debug)]
pub(crate) enum Refusal {
    /// What the desk says.
    Desk(ApiError),
    /// The call names no version to base the change on.
    Unconditional,
    /// A call that must not be done twice brings nothing to know it by.
    NoKey,
    /// The company is not of a version that the call names.
    Stale,
    /// The change would have another outcome than the one that the call names.
    OtherOutcome(Box<Preview>),
    /// Fields whose values are of another kind than the field.
    Fields(Vec<FieldRefusal>),
}

/// One refused field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FieldRefusal {
    Wrong { field: String, problem: Problem },
    Unfit { field: String, unfit: Unfit },
}

/// What a field wants of JSON and did not get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    Text,
    Number,
    Boolean,
    Money,
    /// Money of another currency than the company's.
    Currency,
}

/// A problem document.
#[derive(Serialize, ToSchema)]
pub(super) struct Document {
    /// What kind of problem it is; never changes.
    #[schema(example = "urn:kontora:problem:invalid")]
    r#type: String,
    title: &'static str,
    status: u16,
    /// In the language of `Accept-Language`.
    detail: String,
    /// Of refused fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
    /// What the change would bring about by now, where that is why it is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    preview: Option<Preview>,
}

/// One problem of one field.
#[derive(Serialize, ToSchema)]
pub(super) struct FieldError {
    field: String,
    /// Never changes.
    #[schema(example = "inn_control")]
    code: String,
    /// In the language of `Accept-Language`.
    detail: String,
}

impl From<ApiError> for Refusal {
    fn from(error: ApiError) -> Self {
        Self::Desk(error)
    }
}

/// Carries the refusal to [`written_out`], which knows the language.
impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

impl Refusal {
    fn status(&self) -> StatusCode {
        let status = match self {
            Self::Desk(error) => error.status(),
            Self::Unconditional => 428,
            Self::NoKey => 400,
            Self::Stale => 412,
            Self::OtherOutcome(_) => 409,
            Self::Fields(_) => 422,
        };
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn errors(&self, lang: Lang) -> Vec<FieldError> {
        match self {
            Self::Desk(ApiError::Invalid(invalid) | ApiError::Taken(invalid)) => {
                refusals(invalid).iter().map(|refusal| refusal.told(lang)).collect()
            }
            Self::Fields(refusals) => refusals.iter().map(|refusal| refusal.told(lang)).collect(),
            _ => Vec::new(),
        }
    }
}

impl FieldRefusal {
    pub(super) fn field(&self) -> &str {
        match self {
            Self::Wrong { field, .. } | Self::Unfit { field, .. } => field,
        }
    }

    fn told(&self, lang: Lang) -> FieldError {
        match self {
            Self::Wrong { field, problem } => {
                FieldError { field: field.clone(), code: code(problem), detail: message(problem, lang) }
            }
            Self::Unfit { field, unfit } => FieldError {
                field: field.clone(),
                code: words::unfit_code(*unfit).to_owned(),
                detail: words::unfit(*unfit, lang).to_owned(),
            },
        }
    }
}

/// Every problem of every field.
pub(super) fn refusals(invalid: &Invalid) -> Vec<FieldRefusal> {
    let of_field = |(field, problems): (&str, &[Problem])| {
        let wrong = |problem: &Problem| FieldRefusal::Wrong { field: field.to_owned(), problem: problem.clone() };
        problems.iter().map(wrong).collect::<Vec<_>>()
    };
    invalid.iter().flat_map(of_field).collect()
}

/// The name that the problem has on the wire.
fn code(problem: &Problem) -> String {
    match serde_json::to_value(problem) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(serde_json::Value::Object(named)) => named.keys().next().cloned().unwrap_or_default(),
        _ => String::new(),
    }
}

/// Writes a failed answer out as a document, whoever made it; others pass as they are.
pub(crate) fn written_out(response: Response, lang: Lang) -> Response {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let refusal = response.extensions().get::<Arc<Refusal>>().cloned();
    let (kind, title) = words::told(refusal.as_deref(), status, lang);
    let document = Document {
        r#type: format!("urn:kontora:problem:{kind}"),
        title,
        status: status.as_u16(),
        detail: words::detail(refusal.as_deref(), status, lang),
        errors: refusal.as_deref().map(|refusal| refusal.errors(lang)).unwrap_or_default(),
        preview: match refusal.as_deref() {
            Some(Refusal::OtherOutcome(preview)) => Some(Preview::clone(preview)),
            _ => None,
        },
    };
    let (mut parts, _) = response.into_parts();
    for (name, value) in [
        (header::CONTENT_TYPE, "application/problem+json"),
        (header::CONTENT_LANGUAGE, lang.as_str()),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        parts.headers.insert(name, HeaderValue::from_static(value));
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    if status == StatusCode::UNAUTHORIZED {
        parts.headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(Refusal::Desk(error)) = refusal.as_deref()
        && let Some(seconds) = error.retry_after()
    {
        parts.headers.insert(header::RETRY_AFTER, seconds.into());
    }
    Response::from_parts(parts, Body::from(serde_json::to_vec(&document).unwrap_or_default()))
}
