//! What has suspended a company, and what was put off, read for its page.

use app::money::{Cause, EntryNumber, Grant, Postponement, SuspensionEvent, Until};
use app::values::Kopecks;

use super::super::Connection;
use super::super::actor::CompanyAdmin;
use super::super::company_row::CompanyRow;
use super::billing::MaybeAuthor;
use crate::failure::{Failure, Outcome};
use crate::zones::offset_minutes;

/// The longest either is shown.
const SHOWN: usize = 50;

/// Both the newest first, and both as far back as all of either is shown.
pub(super) async fn past(
    reader: &mut Connection,
    admin: CompanyAdmin<'_>,
    company: &CompanyRow,
) -> Outcome<(Vec<SuspensionEvent>, Vec<Postponement>)> {
    let since = admin.sees_since(company.id, company.attached_at);
    let mut events = events(reader, admin, company.id, since).await?;
    let mut postponements = postponements(reader, admin, company, since).await?;
    if let Some(oldest) = events.get(SHOWN - 1).map(|event| event.at) {
        postponements.retain(|postponement| postponement.at >= oldest);
    }
    if let Some(oldest) = postponements.get(SHOWN - 1).map(|postponement| postponement.at) {
        events.retain(|event| event.at >= oldest);
    }
    Ok((events, postponements))
}

#[derive(sqlx::FromRow)]
struct EventRow {
    at: i64,
    cause: String,
    begins: bool,
    reason: String,
    entry_number: Option<i64>,
    balance_before: i64,
    balance_after: i64,
    effective_limit: i64,
    grant_kind: Option<String>,
    token: String,
    #[sqlx(flatten)]
    author: MaybeAuthor,
}

async fn events(
    reader: &mut Connection,
    admin: CompanyAdmin<'_>,
    company_id: i64,
    since: i64,
) -> Outcome<Vec<SuspensionEvent>> {
    let rows: Vec<EventRow> = sqlx::query_as(
        "SELECT event.at, event.cause, event.begins, event.reason, event.entry_number, event.balance_before, \
                event.balance_after, event.effective_limit, event.grant_kind, event.token, event.side, \
                event.person_id, person.full_name, \
                person.company_id AS author_company_id, office.name AS author_company, office.kind AS author_kind \
         FROM suspension_event AS event \
         LEFT JOIN person ON person.id = event.person_id \
         LEFT JOIN company AS office ON office.id = person.company_id \
         WHERE event.company_id = $1 \
           AND event.at >= $3 \
         ORDER BY event.number DESC \
         LIMIT $2",
    )
    .bind(company_id)
    .bind(i64::try_from(SHOWN).unwrap_or(i64::MAX))
    .bind(since)
    .fetch_all(reader)
    .await?;
    rows.into_iter().map(|row| row.event(admin, company_id)).collect()
}

impl EventRow {
    fn event(self, admin: CompanyAdmin<'_>, company_id: i64) -> Outcome<SuspensionEvent> {
        let corrupt = |column| Failure::Corrupt { table: "suspension_event", column, id: company_id.to_string() };
        let by = self.author.known().map(|author| author.of(admin, company_id)).transpose()?;
        let token = Some(self.token.as_str()).filter(|token| !token.is_empty());
        let grant =
            self.grant_kind.map(|grant| Grant::parse(&grant).ok_or_else(|| corrupt("grant_kind"))).transpose()?;
        Ok(SuspensionEvent {
            at: self.at,
            cause: Cause::parse(&self.cause).ok_or_else(|| corrupt("cause"))?,
            begins: self.begins,
            by: by.map(|by| by.with_token(token)),
            reason: self.reason,
            grant,
            entry: self.entry_number.and_then(EntryNumber::new),
            balance_before: Kopecks::new(self.balance_before),
            balance_after: Kopecks::new(self.balance_after),
            effective_limit: Kopecks::new(self.effective_limit),
        })
    }
}

#[derive(sqlx::FromRow)]
struct PostponementRow {
    at: i64,
    postponed_until: Option<i64>,
    reason: String,
    #[sqlx(flatten)]
    author: MaybeAuthor,
}

async fn postponements(
    reader: &mut Connection,
    admin: CompanyAdmin<'_>,
    company: &CompanyRow,
    since: i64,
) -> Outcome<Vec<Postponement>> {
    let rows: Vec<PostponementRow> = sqlx::query_as(
        "SELECT postponement.at, postponement.postponed_until, postponement.reason, postponement.side, \
                postponement.person_id, person.full_name, person.company_id AS author_company_id, \
                office.name AS author_company, office.kind AS author_kind \
         FROM postponement \
         LEFT JOIN person ON person.id = postponement.person_id \
         LEFT JOIN company AS office ON office.id = person.company_id \
         WHERE postponement.company_id = $1 \
           AND postponement.at >= $3 \
         ORDER BY postponement.number DESC \
         LIMIT $2",
    )
    .bind(company.id)
    .bind(i64::try_from(SHOWN).unwrap_or(i64::MAX))
    .bind(since)
    .fetch_all(reader)
    .await?;
    let postponement = |row: PostponementRow| {
        Ok(Postponement {
            at: row.at,
            until: row.postponed_until.map(|at| Until { at, offset_minutes: offset_minutes(&company.time_zone, at) }),
            by: row.author.known().map(|author| author.of(admin, company.id)).transpose()?,
            reason: row.reason,
        })
    };
    rows.into_iter().map(postponement).collect()
}
