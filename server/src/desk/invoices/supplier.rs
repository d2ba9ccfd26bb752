//! Who sells to a company, and that it hears what keeps its invoices from being issued.

use app::companies::{Field, Kind};
use app::invoices::{Vat, lacking};
use app::requisites::{BankRecord, CardFields};
use app::values::CompanyId;

use super::super::actor::Reach;
use super::super::company_row::CompanyRow;
use super::super::outbox::Recipient;
use super::super::{Connection, Engine, Tx, banks, company_row, money, outbox, requisites};
use crate::failure::{Failure, Outcome};
use crate::mail::Letter;
use crate::zones::day;

/// A company in whose name invoices are issued.
pub(super) struct SupplierRow {
    pub(super) company: CompanyRow,
    pub(super) fields: CardFields,
    pub(super) bank: BankRecord,
    pub(super) vat: Vat,
}

/// Whose invoices a company gets: its reseller's, or the platform's. Nobody's, where it is the platform itself.
pub(super) fn seller(kind: Kind, reseller_id: Option<i64>) -> Option<i64> {
    (kind != Kind::Platform).then(|| reseller_id.unwrap_or(CompanyId::PLATFORM.value()))
}

impl SupplierRow {
    pub(super) async fn of(engine: &Engine, connection: &mut Connection, id: i64) -> Outcome<Self> {
        let missing = || Failure::Broken(format!("supplier {id} is not there"));
        let id = CompanyId::new(id).ok_or_else(missing)?;
        let company = company_row::find(&mut *connection, Reach::EVERYTHING, id).await?.ok_or_else(missing)?;
        let bank = banks::record_of(engine, &mut *connection, &company.bic).await?;
        let vat = super::vat::stored(connection, company.id).await?;
        Ok(Self { fields: requisites::fields(company.clone()), bank, vat, company })
    }

    /// The fields without which it issues nothing.
    pub(super) fn lacking(&self) -> Vec<Field> {
        lacking(&self.fields, &self.bank)
    }

    /// By letter, at most once a day.
    pub(super) async fn tell_lacking(
        &self,
        engine: &Engine,
        tx: &mut Tx,
        buyer: &CompanyRow,
        lacking: &[Field],
    ) -> Outcome<()> {
        let today = day(&self.company.time_zone, engine.house.now());
        let told = sqlx::query("UPDATE company SET gaps_told_on = $1 WHERE id = $2 AND gaps_told_on <> $1")
            .bind(today)
            .bind(self.company.id)
            .execute(&mut **tx)
            .await?;
        if told.rows_affected() == 0 {
            return Ok(());
        }
        let letter = Letter::InvoiceNotIssued {
            supplier: self.company.name.clone(),
            supplier_id: self.company.id,
            buyer: buyer.name.clone(),
            lacking: lacking.to_vec(),
            at: engine.house.now(),
            zone: self.company.time_zone.clone(),
        };
        let Recipient { email, lang } = money::address_of(tx, self.company.id).await?;
        outbox::enqueue(tx, &engine.house, &email, lang, &letter).await?;
        Ok(())
    }
}
