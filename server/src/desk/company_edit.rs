//! Every field of every save: who changed what, from what, when and from where.

use std::collections::BTreeMap;

use app::companies::{Field, Theirs};
use app::values::{Lang, Version};
use app::words;

use super::Tx;
use super::actor::CompanyAdmin;
use super::company_row::CompanyRow;
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

/// A save on its way, of the company as it is before it.
#[derive(Clone, Copy)]
pub(super) struct Edit<'a> {
    pub(super) admin: CompanyAdmin<'a>,
    pub(super) visit: &'a Visit,
    pub(super) row: &'a CompanyRow,
    /// Unix milliseconds.
    pub(super) at: i64,
    /// The save that is taken back by this one.
    pub(super) undoes: Option<Version>,
    /// Why, where that is told.
    pub(super) reason: &'a str,
}

impl Edit<'_> {
    /// Keeps one field's values from before and after.
    pub(super) async fn record(&self, tx: &mut Tx, field: Field, old: &str, new: &str) -> Outcome<()> {
        let (actor, row) = (self.admin.actor(), self.row);
        sqlx::query(
            "INSERT INTO company_edit (company_id, version, field, old_value, new_value, person_id, edited_at, \
                                       address, request_id, side, undoes, token) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        )
        .bind(row.id)
        .bind(row.version().next().value())
        .bind(field.wire())
        .bind(old)
        .bind(new)
        .bind(actor.person_id)
        .bind(self.at)
        .bind(self.visit.address.to_string())
        .bind(&self.visit.request_id)
        .bind(actor.side_of(row.id).as_str())
        .bind(self.undoes.map(Version::value))
        .bind(&actor.token)
        .execute(&mut **tx)
        .await?;
        Ok(())
    }
}

/// What was saved since a version: the value before the first of those saves, and who saved last. An
/// operator of the platform is a person to colleagues only.
pub(super) async fn since(
    tx: &mut Tx,
    admin: CompanyAdmin<'_>,
    page: Lang,
    company: &CompanyRow,
    base: Version,
) -> Outcome<BTreeMap<Field, Theirs>> {
    let edits: Vec<(String, String, Option<String>, Option<String>, i64)> = sqlx::query_as(
        "SELECT company_edit.field, company_edit.old_value, \
                CASE WHEN $3 OR office.kind <> 'platform' THEN person.full_name END, company_edit.token, \
                company_edit.edited_at \
         FROM company_edit \
         JOIN person ON person.id = company_edit.person_id \
         JOIN company AS office ON office.id = person.company_id \
         WHERE company_edit.company_id = $1 \
           AND company_edit.version > $2 \
           AND company_edit.edited_at >= $4 \
         ORDER BY company_edit.version",
    )
    .bind(company.id)
    .bind(base.value())
    .bind(admin.reach().everything)
    .bind(admin.sees_since(company.id, company.attached_at))
    .fetch_all(&mut **tx)
    .await?;
    let mut theirs = BTreeMap::new();
    for (wire, original, by, token, at) in edits {
        let field = parse(&wire, company.id)?;
        let by = match (by, token) {
            (Some(by), Some(token)) => words::history::by_token(&token, &by, page),
            (Some(by), None) => by,
            (None, _) => words::history::platform(page).to_owned(),
        };
        let edit = theirs.entry(field).or_insert_with(|| Theirs { original, by: String::new(), at });
        (edit.by, edit.at) = (by, at);
    }
    Ok(theirs)
}

/// A stored field name.
pub(super) fn parse(wire: &str, company_id: i64) -> Outcome<Field> {
    let corrupt = || Failure::Corrupt { table: "company_edit", column: "field", id: company_id.to_string() };
    Field::parse(wire).ok_or_else(corrupt)
}
