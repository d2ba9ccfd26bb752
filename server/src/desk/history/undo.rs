//! Taking one save back: its fields get the values that they had before it, by a save like any other.

use app::companies::{Field, Saved};
use app::error::{ApiError, UNDO};
use app::history::UNDO_MS;
use app::values::{CompanyId, Problem, Version};

use super::super::actor::CompanyAdmin;
use super::super::company_save::Wish;
use super::super::money::Seen;
use super::super::{Engine, Tx, company_edit, company_row, company_save};
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

/// What one field had before the save.
struct Before {
    field: Field,
    value: String,
    /// When it was saved, Unix milliseconds.
    at: i64,
}

/// Takes a save back. Whatever was changed since is a conflict and stays; whoever may not change a field of it is
/// refused; an old value that no longer passes its check is a problem of its field.
///
/// # Errors
/// [`ApiError::Missing`] where there is no such save, or nothing of it may be seen; [`Problem::UndoTooLate`] at `form`;
/// [`ApiError::PreviewChanged`] where another outcome was `shown`.
pub(in super::super) async fn undo(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    (id, version): (CompanyId, Version),
    shown: Option<Seen>,
) -> Outcome<Saved> {
    let mut tx = engine.db.begin().await?;
    let row = company_row::lock(&mut tx, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    let mut before = before(&mut tx, row.id, version).await?;
    let since = admin.sees_since(row.id, row.attached_at);
    before.retain(|before| before.at >= since);
    let sees_credit = admin.edits_credit_of(row.id, row.kind()?);
    let Some(seen) = before.iter().find(|before| sees_credit || !before.field.is_credit()) else {
        return Err(ApiError::Missing.into());
    };
    if engine.house.now() - seen.at >= UNDO_MS {
        return Err(Failure::field("form", Problem::UndoTooLate));
    }
    if !sees_credit && before.iter().any(|before| before.field.is_credit()) {
        // Which other fields the save changed is not this person's to learn.
        return Err(ApiError::Refused(UNDO.to_owned()).into());
    }
    let changes = before.into_iter().map(|before| (before.field.wire().to_owned(), before.value)).collect();
    let wish = Wish { base: Some(version), changes, undoes: Some(version), seen: shown };
    company_save::apply(engine, tx, admin, visit, &row, wish).await
}

async fn before(tx: &mut Tx, company_id: i64, version: Version) -> Outcome<Vec<Before>> {
    let rows: Vec<(String, String, i64)> = sqlx::query_as(
        "SELECT field, old_value, edited_at \
         FROM company_edit \
         WHERE company_id = $1 \
           AND version = $2",
    )
    .bind(company_id)
    .bind(version.value())
    .fetch_all(&mut **tx)
    .await?;
    let before = |(wire, value, at): (String, String, i64)| {
        company_edit::parse(&wire, company_id).map(|field| Before { field, value, at })
    };
    rows.into_iter().map(before).collect()
}
