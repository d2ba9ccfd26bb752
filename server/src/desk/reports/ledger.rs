//! The ledger of any period as a file, all of it or some of its entries.

use app::error::ApiError;
use app::fields::{self, Fields};
use app::reports::{FileKind, StatementFile};
use app::values::{CompanyId, Invalid, Kopecks, Lang, Problem, ZoneName};

use super::super::actor::CompanyAdmin;
use super::super::period::Period as Days;
use super::super::{Engine, company_row};
use super::entries::entries;
use super::new::last_before;
use crate::failure::{Failure, Outcome};
use crate::reports::{Entry, Kind, Period, Statement, Subject, Summary, written};

/// Which of a period's entries are wanted.
struct Filter {
    days: Days,
    kind: Option<Kind>,
    /// Empty: of any.
    service: String,
}

/// Fields of the filter, each of which may be empty: `from`, `until` (days of the company's zone, both included), `kind`,
/// `service`. [`ApiError::Missing`] out of reach.
pub(in super::super) async fn ledger_file(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    id: CompanyId,
    filter: Fields,
    kind: FileKind,
    lang: Lang,
) -> Outcome<StatementFile> {
    let mut reader = engine.db.reads.acquire().await?;
    let company = company_row::find(&mut *reader, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    let (currency, created_at): (String, i64) =
        sqlx::query_as("SELECT currency, created_at FROM company WHERE id = $1")
            .bind(company.id)
            .fetch_one(&mut *reader)
            .await?;
    let filter = Filter::parse(&filter, &company.time_zone)?;
    let now = engine.house.now();
    let period = Period { from: filter.days.from.max(created_at), to: filter.days.until.min(now) };
    let after = last_before(&mut reader, company.id, period.from).await?;
    let last = last_before(&mut reader, company.id, period.to).await?;
    let mut all = entries(&mut reader, company.id, after, last).await?;
    drop(reader);
    let summary = filter.is_whole().then(|| sums(&all)).transpose()?;
    all.retain(|entry| filter.takes(entry));
    let subject = Subject {
        zone: ZoneName::parse(&company.time_zone).map_err(|_| company.broken("its zone is none"))?,
        company_id: company.id,
        company: company.name,
        currency,
    };
    let statement =
        Statement { subject: &subject, month: None, period, made_at: now, summary: summary.as_ref(), entries: &all };
    Ok(StatementFile { name: format!("ledger-{}", company.id), bytes: written(&statement, kind, lang)?, kind })
}

fn sums(entries: &[Entry]) -> Outcome<Summary> {
    let opening = entries.first().map_or(0, |first| first.balance_after.value() - first.amount.value());
    Summary::of(Kopecks::new(opening), entries).map_err(|uneven| Failure::Broken(uneven.to_string()))
}

impl Filter {
    fn parse(fields: &Fields, zone: &str) -> Result<Self, Invalid> {
        let mut invalid = fields::unknown(fields, &["from", "until", "kind", "service"]);
        let text = |name| fields::text(fields, name).trim();
        let kind = invalid.check("kind", kind(text("kind")));
        let days = Days::read(fields, zone, &mut invalid);
        match (days, kind) {
            (Some(days), Some(kind)) if invalid.is_empty() => {
                Ok(Self { days, kind, service: text("service").to_owned() })
            }
            _ => Err(invalid),
        }
    }

    /// Whether the period's entries add up.
    fn is_whole(&self) -> bool {
        self.kind.is_none() && self.service.is_empty()
    }

    fn takes(&self, entry: &Entry) -> bool {
        self.kind.is_none_or(|kind| entry.kind == kind) && (self.service.is_empty() || entry.service == self.service)
    }
}

fn kind(text: &str) -> Result<Option<Kind>, Problem> {
    if text.is_empty() { Ok(None) } else { Kind::parse(text).map(Some).ok_or(Problem::UnknownChoice) }
}
