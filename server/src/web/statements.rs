//! Reports, and the ledger of any period, as files: `GET /api/reports/ID/report.xlsx`, `GET /api/companies/ID/ledger.csv`.

use std::sync::Arc;

use app::desk::Desk;
use app::error::ApiError;
use app::fields::Fields;
use app::reports::{FileKind, StatementFile};
use app::values::{CompanyId, Lang};
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{Uri, header};
use axum::response::{IntoResponse as _, Response};

use crate::AppState;
use crate::gate::api_answer;
use crate::store::Visit;

pub(super) async fn report_xlsx(
    State(state): State<AppState>,
    Extension(visit): Extension<Visit>,
    Path(id): Path<String>,
) -> Response {
    answer(report(&state, visit, id, FileKind::Xlsx).await)
}

pub(super) async fn report_csv(
    State(state): State<AppState>,
    Extension(visit): Extension<Visit>,
    Path(id): Path<String>,
) -> Response {
    answer(report(&state, visit, id, FileKind::Csv).await)
}

pub(super) async fn ledger_xlsx(
    State(state): State<AppState>,
    Extension(visit): Extension<Visit>,
    Path(id): Path<String>,
    uri: Uri,
) -> Response {
    answer(ledger(&state, visit, &id, &uri, FileKind::Xlsx).await)
}

pub(super) async fn ledger_csv(
    State(state): State<AppState>,
    Extension(visit): Extension<Visit>,
    Path(id): Path<String>,
    uri: Uri,
) -> Response {
    answer(ledger(&state, visit, &id, &uri, FileKind::Csv).await)
}

async fn report(state: &AppState, visit: Visit, id: String, kind: FileKind) -> Result<StatementFile, ApiError> {
    let (desk, lang) = reader(state, visit).await?;
    desk.report_file(id, kind, lang).await
}

async fn ledger(
    state: &AppState,
    visit: Visit,
    id: &str,
    uri: &Uri,
    kind: FileKind,
) -> Result<StatementFile, ApiError> {
    let (desk, lang) = reader(state, visit).await?;
    let id = CompanyId::parse(id).map_err(|_| ApiError::Missing)?;
    let Query(mut filter) = Query::<Fields>::try_from_uri(uri).map_err(|_| ApiError::Malformed)?;
    filter.retain(|_, value| !value.is_empty());
    desk.ledger_file(id, filter, kind, lang).await
}

/// The reader's desk, and the language that they read.
async fn reader(state: &AppState, visit: Visit) -> Result<(Arc<dyn Desk>, Lang), ApiError> {
    let asked = visit.lang;
    let desk = Arc::clone(&state.store).entrance(visit).desk().await?;
    let lang = desk.me().await?.language.unwrap_or(asked);
    Ok((desk, lang))
}

fn answer(file: Result<StatementFile, ApiError>) -> Response {
    match file {
        Ok(StatementFile { name, kind, bytes }) => {
            let disposition = format!("attachment; filename=\"{name}.{}\"", kind.ending());
            let headers =
                [(header::CONTENT_TYPE, kind.media_type().to_owned()), (header::CONTENT_DISPOSITION, disposition)];
            (headers, bytes).into_response()
        }
        Err(error) => api_answer(&error),
    }
}
