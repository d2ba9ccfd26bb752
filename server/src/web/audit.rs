//! The audit log as a table for spreadsheets: `GET /api/audit.csv`, narrowed like the page.

use std::sync::Arc;

use app::audit::{AuditEvent, AuditLog};
use app::error::ApiError;
use app::fields::Fields;
use app::values::Lang;
use app::words::{audit as words, history};
use axum::Extension;
use axum::extract::{Query, State};
use axum::http::{Uri, header};
use axum::response::{IntoResponse as _, Response};
use jiff::tz::Offset;

use crate::AppState;
use crate::csv_table::CsvTable;
use crate::gate::api_answer;
use crate::store::Visit;
use crate::zones::instant;

/// So many entries at most, the newest; a narrower period brings the older ones.
const MOST: usize = 50_000;

pub(super) async fn download(State(state): State<AppState>, Extension(visit): Extension<Visit>, uri: Uri) -> Response {
    match table(&state, visit, &uri).await {
        Ok(table) => {
            let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
            let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
            ([kind, name], table).into_response()
        }
        Err(error) => api_answer(&error),
    }
}

async fn table(state: &AppState, visit: Visit, uri: &Uri) -> Result<String, ApiError> {
    let Query(mut filter) = Query::<Fields>::try_from_uri(uri).map_err(|_| ApiError::Malformed)?;
    filter.retain(|_, value| !value.is_empty());
    let asked = visit.lang;
    let desk = Arc::clone(&state.store).entrance(visit).desk().await?;
    let lang = desk.me().await?.language.unwrap_or(asked);
    let mut table = CsvTable::new(separator(lang));
    table.row(heading(lang));
    let (mut after, mut count) = (None, 0);
    while count < MOST {
        let AuditLog { events, next, .. } = desk.audit(filter.clone(), after).await?;
        count += events.len();
        for event in events {
            table.row(cells(event, lang));
        }
        let Some(mark) = next else { return Ok(table.finish()) };
        after = Some(mark);
    }
    table.row([words::only_newest(MOST, lang)]);
    Ok(table.finish())
}

/// Where Russian is spoken the comma divides decimals, and spreadsheets expect a semicolon.
fn separator(lang: Lang) -> char {
    if lang == Lang::Ru { ';' } else { ',' }
}

fn heading(lang: Lang) -> [String; 13] {
    let words = [
        words::time(lang),
        words::kind_column(lang),
        words::who(lang),
        words::user_id(lang),
        words::company_id(lang),
        words::company_name(lang),
        words::object(lang),
        words::old(lang),
        words::new(lang),
        words::reason(lang),
        words::address(lang),
        words::request_id(lang),
        "UTC",
    ];
    words.map(str::to_owned)
}

fn cells(event: AuditEvent, lang: Lang) -> [String; 13] {
    [
        moment(event.at, event.offset),
        words::kind(event.kind, lang).to_owned(),
        history::author(&event.by, lang),
        event.by.key,
        event.company_id.to_string(),
        event.company.unwrap_or_default(),
        event.object,
        event.old,
        event.new,
        event.reason,
        event.address.unwrap_or_default(),
        event.request_id,
        moment(event.at, 0),
    ]
}

/// `2026-11-23 09:41:00` in the zone `offset` minutes east of UTC; `at` is Unix milliseconds.
fn moment(at: i64, offset: i16) -> String {
    let offset = Offset::from_seconds(i32::from(offset) * 60).unwrap_or(Offset::UTC);
    offset.to_datetime(instant(at)).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_in_the_zone() {
        assert_eq!(moment(1_795_416_060_000, 180), "2026-11-23 09:41:00");
        assert_eq!(moment(1_795_416_060_000, 0), "2026-11-23 06:41:00");
    }
}
