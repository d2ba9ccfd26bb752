//! What a company sees of the looks at it.

use std::collections::HashMap;

use app::viewing::{Consent, PastViewing, ViewingLog};

use super::super::Engine;
use super::super::actor::CompanyAdmin;
use super::consent_stands;
use crate::failure::Outcome;
use crate::zones::offset_minutes;

/// So many of the latest are shown; the audit log has them all.
const SHOWN: i64 = 20;

#[derive(sqlx::FromRow)]
struct PastRow {
    id: String,
    viewer: String,
    is_platform: bool,
    through: String,
    reason: String,
    has_consent: bool,
    begun_at: i64,
    ended_at: Option<i64>,
}

/// The permission that stands, and the latest looks at the administrator's own company.
pub(in super::super) async fn log(engine: &Engine, admin: CompanyAdmin<'_>) -> Outcome<ViewingLog> {
    let (company_id, reads, now) = (admin.actor().company_id, &engine.db.reads, engine.house.now());
    let consent: Option<(String, Option<i64>)> = sqlx::query_as(concat!(
        "SELECT person.full_name, viewing_consent.until \
         FROM viewing_consent \
         JOIN person ON person.id = viewing_consent.given_by \
         WHERE viewing_consent.company_id = $1 \
           AND ",
        consent_stands!("$2")
    ))
    .bind(company_id)
    .bind(now)
    .fetch_optional(reads)
    .await?;
    let zone = engine.zone_of(company_id).await?;
    Ok(ViewingLog {
        consent: consent.map(|(given_by, until)| Consent { given_by, until }),
        past: past(engine, company_id).await?,
        zone_offset_minutes: offset_minutes(&zone, now),
    })
}

async fn past(engine: &Engine, company_id: i64) -> Outcome<Vec<PastViewing>> {
    let rows: Vec<PastRow> = sqlx::query_as(
        "SELECT viewing.id, viewer.full_name AS viewer, office.kind = 'platform' AS is_platform, \
                person.full_name AS through, viewing.reason, viewing.has_consent, viewing.begun_at, viewing.ended_at \
         FROM viewing \
         JOIN person ON person.id = viewing.person_id \
         JOIN person AS viewer ON viewer.id = viewing.viewer_id \
         JOIN company AS office ON office.id = viewer.company_id \
         WHERE viewing.company_id = $1 \
         ORDER BY viewing.begun_at DESC, viewing.id \
         LIMIT $2",
    )
    .bind(company_id)
    .bind(SHOWN)
    .fetch_all(&engine.db.reads)
    .await?;
    let pages: Vec<(String, String)> = sqlx::query_as(
        "SELECT viewing_page.viewing_id, viewing_page.path \
         FROM viewing_page \
         JOIN viewing ON viewing.id = viewing_page.viewing_id \
         WHERE viewing.company_id = $1 \
           AND viewing.begun_at >= $2 \
         ORDER BY viewing_page.at, viewing_page.path",
    )
    .bind(company_id)
    .bind(rows.last().map_or(i64::MAX, |row| row.begun_at))
    .fetch_all(&engine.db.reads)
    .await?;
    let mut by_look: HashMap<String, Vec<String>> = HashMap::new();
    for (viewing_id, path) in pages {
        by_look.entry(viewing_id).or_default().push(path);
    }
    Ok(rows.into_iter().map(|row| row.past(&mut by_look)).collect())
}

impl PastRow {
    fn past(self, pages: &mut HashMap<String, Vec<String>>) -> PastViewing {
        PastViewing {
            pages: pages.remove(&self.id).unwrap_or_default(),
            viewer: (!self.is_platform).then_some(self.viewer),
            id: self.id,
            through: self.through,
            reason: self.reason,
            has_consent: self.has_consent,
            begun_at: self.begun_at,
            ended_at: self.ended_at,
        }
    }
}
