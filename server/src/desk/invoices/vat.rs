//! What a supplier's invoices say of value added tax.

use app::audit::AuditKind;
use app::companies::Kind;
use app::error::ApiError;
use app::fields::{self, Fields, text};
use app::invoices::Vat;
use app::people::Right;
use app::values::{CompanyId, Problem};

use super::super::actor::CompanyAdmin;
use super::super::audit::Event;
use super::super::company_row::CompanyRow;
use super::super::{Connection, Engine, company_row};
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

/// What invoices say that are issued from now on. Fields: `vat`, as [`Vat::parse`] reads it.
///
/// # Errors
/// [`ApiError::Missing`] out of reach, and where the company sells to nobody; [`ApiError::Refused`] where the reader does
/// not edit it.
pub(in super::super) async fn set(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    fields: Fields,
) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    let company = company_row::lock(&mut tx, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    admin.need(Right::EditCompanies, company.id, company.kind()?)?;
    if !is_supplier(&company)? {
        return Err(ApiError::Missing.into());
    }
    let mut invalid = fields::unknown(&fields, &["vat"]);
    let vat = invalid.check("vat", Vat::parse(text(&fields, "vat")).ok_or(Problem::UnknownChoice));
    let Some(vat) = vat.filter(|_| invalid.is_empty()) else { return Err(invalid.into()) };
    let (old, new) = (stored(&mut tx, company.id).await?.stored(), vat.stored());
    if old != new {
        sqlx::query("UPDATE company SET vat = $1 WHERE id = $2").bind(&new).bind(company.id).execute(&mut *tx).await?;
        let event = Event::new(AuditKind::VatSet, admin.actor().person_id).of_company(company.id);
        event.change(&old, &new).record(&mut tx, &engine.house, visit).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// To whoever may set it.
pub(in super::super) async fn shown(
    reader: &mut Connection,
    admin: CompanyAdmin<'_>,
    company: &CompanyRow,
) -> Outcome<Option<Vat>> {
    if is_supplier(company)? && admin.has(Right::EditCompanies, company.id, company.kind()?) {
        return Ok(Some(stored(reader, company.id).await?));
    }
    Ok(None)
}

fn is_supplier(company: &CompanyRow) -> Outcome<bool> {
    Ok(matches!(company.kind()?, Kind::Platform | Kind::Reseller))
}

pub(super) async fn stored(connection: &mut Connection, company_id: i64) -> Outcome<Vat> {
    let stored: String =
        sqlx::query_scalar("SELECT vat FROM company WHERE id = $1").bind(company_id).fetch_one(connection).await?;
    Vat::parse(&stored).ok_or_else(|| Failure::Corrupt { table: "company", column: "vat", id: company_id.to_string() })
}
