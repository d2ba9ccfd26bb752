//! The history of a company, read part by part, and the way back.

#[path = "history/filter.rs"]
mod filter;
#[path = "history/rows.rs"]
mod rows;
#[path = "history/undo.rs"]
mod undo;

use app::companies::Draft;
use app::error::ApiError;
use app::fields::Fields;
use app::history::{Author, History, PastChange, PastSave, UNDO_MS};
use app::values::{CompanyId, Version};

pub(super) use rows::{AuthorRow, last_edit};
pub(super) use undo::undo;

use super::actor::CompanyAdmin;
use super::company_row::{self, CompanyRow};
use super::{Engine, companies, company_edit};
use crate::failure::Outcome;
use crate::zones::offset_minutes;
use filter::Filter;
use rows::{EditRow, Sight};

/// So many saves a part.
const PART: usize = 50;

/// The saves of a company within reach that fit the filter, the newest first, below a version.
pub(super) async fn read(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    id: CompanyId,
    filter: Fields,
    before: Option<Version>,
) -> Outcome<History> {
    let reads = &engine.db.reads;
    let row = company_row::find(reads, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    let mut filter = Filter::parse(&filter, &row.time_zone)?;
    filter.period = filter.period.since(admin.sees_since(row.id, row.attached_at))?;
    let form = companies::form(engine, admin, &row).await?;
    let look = Look { engine, admin, current: form.fields, row };
    let sees_credit = admin.edits_credit_of(look.row.id, look.row.kind()?);
    let sight = Sight { credit: sees_credit, operators: admin.reach().everything };
    let rows = rows::saves(reads, look.row.id, sight, &filter, before, PART + 1).await?;
    let mut saves = rows.chunk_by(|one, other| one.version == other.version);
    let part: Vec<&[EditRow]> = saves.by_ref().take(PART).collect();
    let is_more = saves.next().is_some();
    let next = part.last().and_then(|rows| rows.first()).filter(|_| is_more).map(|row| Version::new(row.version));
    let part: Outcome<Vec<PastSave>> = part.into_iter().map(|rows| look.save(rows, &filter)).collect();
    Ok(History {
        company_id: id,
        version: look.row.version(),
        saves: part?,
        next,
        authors: look.authors(sees_credit).await?,
        current: look.current,
        ground: form.ground,
        company_name: look.row.name,
        zone: look.row.time_zone,
    })
}

/// Somebody's look at a company.
struct Look<'a> {
    engine: &'a Engine,
    admin: CompanyAdmin<'a>,
    row: CompanyRow,
    /// Every field that they see, as it is now.
    current: Draft,
}

impl Look<'_> {
    /// One save, from a row for each of its fields.
    fn save(&self, rows: &[EditRow], filter: &Filter) -> Outcome<PastSave> {
        let mut changes = Vec::with_capacity(rows.len());
        for row in rows {
            let field = company_edit::parse(&row.field, self.row.id)?;
            changes.push(PastChange { field, old: row.old_value.clone(), new: row.new_value.clone() });
        }
        let [first, ..] = rows else { return Err(self.row.broken("a save without a row")) };
        let sees_all = changes.iter().all(|change| self.current.contains_key(&change.field));
        let is_any = changes.iter().any(|change| self.current.get(&change.field) != Some(&change.old));
        let is_fresh = self.engine.house.now() - first.edited_at < UNDO_MS;
        let can_undo = sees_all && is_any && is_fresh;
        let is_of_credit = changes.iter().any(|change| change.field.is_credit());
        let is_untouched = |change: &PastChange| {
            self.current.get(&change.field).is_some_and(|now| *now == change.new || *now == change.old)
        };
        let is_told = can_undo && is_of_credit && changes.iter().all(is_untouched);
        let before = changes.iter().filter(|_| is_told).map(|change| (change.field, change.old.clone()));
        let restores = before.collect();
        changes.retain(|change| self.current.contains_key(&change.field) && filter.shows(change.field));
        changes.sort_by_key(|change| change.field);
        Ok(PastSave {
            version: Version::new(first.version),
            at: first.edited_at,
            offset: offset_minutes(&self.row.time_zone, first.edited_at),
            by: first.by(self.admin, self.row.id)?,
            undoes: first.undoes.map(Version::new),
            can_undo,
            changes,
            restores,
        })
    }

    /// Whoever is not told apart is one.
    async fn authors(&self, sees_credit: bool) -> Outcome<Vec<Author>> {
        let since = self.admin.sees_since(self.row.id, self.row.attached_at);
        let rows = rows::authors(&self.engine.db.reads, self.row.id, since, sees_credit).await?;
        let mut authors: Vec<Author> = Vec::new();
        for row in rows {
            let author = row.of(self.admin, self.row.id)?;
            if authors.iter().all(|known| known.key != author.key) {
                authors.push(author);
            }
        }
        Ok(authors)
    }
}
