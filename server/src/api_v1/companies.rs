//! The companies calls.

use std::sync::Arc;

use app::companies::{CompanyForm, SearchQuery, Sort, SortKey};
use app::error::ApiError;
use app::fields::{self, Fields, text};
use app::values::{CompanyId, Invalid, Problem, Version};
use axum::body::to_bytes;
use axum::extract::{Path, Query, Request};
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};

use super::shapes::{Access, Company, CompanyPage, CompanySummary, Preview};
use super::{ApiDesk, Refusal, cursor, patch, problem};
use crate::gate::BODY_LIMIT;

/// Companies a page, where the call does not say, and at most.
const USUAL_LIMIT: usize = 50;
const MAX_LIMIT: usize = 200;

pub(super) type Desk = Arc<dyn ApiDesk>;
pub(super) type Answer<T> = Result<T, Refusal>;

/// Companies within reach, by ascending ID.
#[utoipa::path(
    get, path = "/api/v1/companies", operation_id = "listCompanies", tag = "companies",
    params(
        ("q" = Option<String>, Query, description = "Every word must occur in a company, as in the search of the Companies page."),
        ("limit" = Option<usize>, Query, minimum = 1, maximum = 200, description = "Companies a page; 50 without it."),
        ("cursor" = Option<String>, Query, description = "The `next_cursor` of the page before."),
    ),
    responses(
        (status = 200, body = CompanyPage),
        (status = "default", body = problem::Document, content_type = "application/problem+json", description = "RFC 9457 problem"),
    ),
)]
pub(super) async fn list(Extension(desk): Extension<Desk>, uri: Uri) -> Answer<Json<CompanyPage>> {
    let Query(asked) = Query::<Fields>::try_from_uri(&uri).map_err(|_| ApiError::Malformed)?;
    let page = PageAsked::read(&asked)?;
    let book = desk.companies().await?;
    let mut rows = book.view(&page.words, Some(Sort::ascending(SortKey::Id)));
    let total = rows.len();
    let id = |row: &u32| book.list().row(*row as usize).id();
    // A company whose ID is the query would come first; then no cursor could say where the page ends.
    rows.sort_unstable_by_key(id);
    rows.retain(|row| page.after.is_none_or(|after| id(row) > after));
    let has_more = rows.len() > page.limit;
    rows.truncate(page.limit);
    Ok(Json(CompanyPage {
        next_cursor: rows.last().filter(|_| has_more).map(|row| cursor::after(id(row))),
        items: rows.iter().map(|row| CompanySummary::from(book.list().row(*row as usize))).collect(),
        total,
    }))
}

/// One company.
#[utoipa::path(
    get, path = "/api/v1/companies/{id}", operation_id = "getCompany", tag = "companies",
    params(("id" = i64, Path)),
    responses(
        (status = 200, body = Company, headers(("ETag" = String, description = "The version, for `If-Match`."))),
        (status = "default", body = problem::Document, content_type = "application/problem+json", description = "RFC 9457 problem"),
    ),
)]
pub(super) async fn open(Extension(desk): Extension<Desk>, Path(id): Path<String>) -> Answer<Response> {
    Ok(answer(desk.company(company_id(&id)?).await?))
}

/// Changes fields of a company. Needs the right to read and money.
#[utoipa::path(
    patch, path = "/api/v1/companies/{id}", operation_id = "changeCompany", tag = "companies",
    params(
        ("id" = i64, Path),
        ("dry_run" = Option<bool>, Query, description = "`true` changes nothing and answers with a `Preview` of what the change would bring about."),
        ("outcome" = Option<String>, Query, description = "The `outcome` of a preview: where a change of `credit_limit` or `notification_threshold` would have another by now, nothing is changed; 409 with the new `preview`."),
        ("If-Match" = String, Header, description = "The `ETag` that the change is based on; or `*` for whatever stands there. 428 without it; 412 when the company has changed since."),
    ),
    request_body(
        content = patch::CompanyChanges, content_type = "application/merge-patch+json",
        description = "RFC 7396 merge patch: fields left out stay, null empties a field.",
    ),
    responses(
        (status = 200, body = Company, headers(("ETag" = String, description = "The new version."))),
        (status = "default", body = problem::Document, content_type = "application/problem+json", description = "RFC 9457 problem"),
    ),
)]
pub(super) async fn change(
    Extension(desk): Extension<Desk>,
    Path(id): Path<String>,
    request: Request,
) -> Answer<Response> {
    let id = company_id(&id)?;
    let Asked { changes, condition, is_dry_run, outcome } = match Asked::read(request).await {
        Ok(asked) => asked,
        Err(refusal) => return Err(unless_missing(&desk, id, refusal).await),
    };
    let version = match condition {
        Condition::Any => None,
        Condition::Version(version) => Some(version),
        Condition::OneOf(versions) => {
            let current = desk.company(id).await?.version;
            if !versions.contains(&current) {
                return Err(Refusal::Stale);
            }
            Some(current)
        }
    };
    if is_dry_run {
        let (impact, outcome) = desk.preview_company(id, version, changes).await?.ok_or(Refusal::Stale)?;
        return Ok(Json(Preview::new(impact, outcome)).into_response());
    }
    match desk.save_company(id, version, changes.clone(), outcome).await {
        Err(ApiError::PreviewChanged(_)) => {
            let (impact, outcome) = desk.preview_company(id, version, changes).await?.ok_or(Refusal::Stale)?;
            Err(Refusal::OtherOutcome(Box::new(Preview::new(impact, outcome))))
        }
        saved => Ok(answer(saved?.ok_or(Refusal::Stale)?)),
    }
}

/// Whether a company may use the services now.
#[utoipa::path(
    get, path = "/api/v1/companies/{id}/access", operation_id = "getAccess", tag = "companies",
    params(("id" = i64, Path)),
    responses(
        (status = 200, body = Access),
        (status = "default", body = problem::Document, content_type = "application/problem+json", description = "RFC 9457 problem"),
    ),
)]
pub(super) async fn access(Extension(desk): Extension<Desk>, Path(id): Path<String>) -> Answer<Json<Access>> {
    let access = desk.access(company_id(&id)?).await?;
    Ok(Json(Access::from(access)))
}

/// What is out of reach is missing, whatever else is wrong with a request.
async fn unless_missing(desk: &Desk, id: CompanyId, refusal: Refusal) -> Refusal {
    desk.company(id).await.err().map_or(refusal, Refusal::from)
}

/// A change that is asked for.
struct Asked {
    changes: Fields,
    condition: Condition,
    is_dry_run: bool,
    /// The outcome that it is to have.
    outcome: Option<String>,
}

impl Asked {
    async fn read(request: Request) -> Answer<Self> {
        let Query(asked) = Query::<Fields>::try_from_uri(request.uri()).map_err(|_| ApiError::Malformed)?;
        let mut invalid: Invalid = fields::unknown(&asked, &["dry_run", "outcome"]);
        let is_dry_run = match text(&asked, "dry_run") {
            "" | "false" => Ok(false),
            "true" => Ok(true),
            _ => Err(Problem::UnknownChoice),
        };
        let is_dry_run = invalid.check("dry_run", is_dry_run).unwrap_or_default();
        invalid.into_result().map_err(ApiError::from)?;
        if !patch::is_readable(request.headers()) {
            return Err(ApiError::Unsupported.into());
        }
        let condition = Condition::of(request.headers());
        let body = to_bytes(request.into_body(), BODY_LIMIT).await.map_err(|_| ApiError::TooLarge)?;
        let (changes, condition) = (patch::read(&body)?, condition.ok_or(Refusal::Unconditional)?);
        Ok(Self { changes, condition, is_dry_run, outcome: asked.get("outcome").cloned() })
    }
}

/// What is no ID names no company.
pub(super) fn company_id(text: &str) -> Answer<CompanyId> {
    Ok(CompanyId::parse(text).map_err(|_| ApiError::Missing)?)
}

fn answer(form: CompanyForm) -> Response {
    let etag = format!("\"{}\"", form.version);
    ([(header::ETAG, etag)], Json(Company::from(form))).into_response()
}

/// What `If-Match` asks for (RFC 9110, 13.1.1).
enum Condition {
    /// `*`: whatever stands there.
    Any,
    Version(Version),
    /// One of several; none where no tag is a version. Weak tags never match.
    OneOf(Vec<Version>),
}

impl Condition {
    /// Nothing when there is none.
    fn of(headers: &HeaderMap) -> Option<Self> {
        let mut tags = headers.get_all(header::IF_MATCH).iter().peekable();
        tags.peek()?;
        let text = tags.map(|value| value.to_str().unwrap_or_default()).collect::<Vec<_>>().join(",");
        if text.trim() == "*" {
            return Some(Self::Any);
        }
        let version = |tag: &str| Version::parse(tag.trim().strip_prefix('"')?.strip_suffix('"')?).ok();
        let versions: Vec<Version> = text.split(',').filter_map(version).collect();
        Some(match versions.as_slice() {
            [version] => Self::Version(*version),
            _ => Self::OneOf(versions),
        })
    }
}

/// The part of a list that a call asks for.
struct PageAsked {
    words: SearchQuery,
    limit: usize,
    after: Option<CompanyId>,
}

impl PageAsked {
    fn read(asked: &Fields) -> Answer<Self> {
        let mut invalid: Invalid = fields::unknown(asked, &["q", "limit", "cursor"]);
        let limit = asked.get("limit").map(|limit| invalid.check("limit", read_limit(limit)));
        let after = asked.get("cursor").map(|raw| {
            let read = cursor::read(raw).ok_or(Problem::UnknownChoice);
            invalid.check("cursor", read)
        });
        invalid.into_result().map_err(ApiError::from)?;
        Ok(Self {
            words: SearchQuery::parse(text(asked, "q")),
            limit: limit.flatten().unwrap_or(USUAL_LIMIT),
            after: after.flatten(),
        })
    }
}

fn read_limit(text: &str) -> Result<usize, Problem> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Problem::WholeNumberNeeded);
    }
    let limit = text.parse().ok().filter(|limit| (1..=MAX_LIMIT).contains(limit));
    limit.ok_or(Problem::OutOfRange { min: 1, max: 200 })
}
