//! A row of the table `company`, and its way into what the dialog shows.

use app::companies::{Draft, Field, Kind};
use app::money::Temporary;
use app::values::{CompanyId, Kopecks, Version};

use super::Tx;
use super::actor::Reach;
use crate::failure::{Failure, Outcome};

/// As stored.
#[derive(sqlx::FromRow, Clone, Debug)]
pub(super) struct CompanyRow {
    pub(super) id: i64,
    pub(super) kind: String,
    pub(super) reseller_id: Option<i64>,
    pub(super) version: i64,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) phone: String,
    pub(super) credit_limit: i64,
    pub(super) notification_threshold: Option<i64>,
    pub(super) time_zone: String,
    pub(super) max_dialogs: i64,
    pub(super) comply_230fz: bool,
    pub(super) require_second_factor: bool,
    pub(super) inn: String,
    pub(super) kpp: String,
    pub(super) ogrn: String,
    pub(super) bic: String,
    pub(super) bank: String,
    pub(super) correspondent_account: String,
    pub(super) account: String,
    pub(super) legal_address: String,
    pub(super) postal_address: String,
    pub(super) confirmed_at: Option<i64>,
    pub(super) attached_at: Option<i64>,
    pub(super) temporary_limit: Option<i64>,
    pub(super) temporary_until: Option<i64>,
    pub(super) postponed_until: Option<i64>,
    pub(super) balance: i64,
}

/// The columns of [`CompanyRow`]; the balance is what the last ledger entry left.
macro_rules! company_columns {
    () => {
        "company.id, company.kind, company.reseller_id, company.version, company.name, company.email, company.phone, \
         company.credit_limit, company.notification_threshold, company.time_zone, company.max_dialogs, \
         company.comply_230fz, company.require_second_factor, company.inn, company.kpp, company.ogrn, company.bic, \
         company.bank, company.correspondent_account, company.account, company.legal_address, company.postal_address, \
         company.confirmed_at, company.attached_at, company.temporary_limit, company.temporary_until, company.postponed_until, \
         COALESCE((SELECT ledger_entry.balance_after \
                   FROM ledger_entry \
                   WHERE ledger_entry.company_id = company.id \
                   ORDER BY ledger_entry.number DESC \
                   LIMIT 1), 0) AS balance"
    };
}
pub(super) use company_columns;

/// The company within reach, for reading.
pub(super) async fn find<'e, E>(executor: E, reach: Reach, id: CompanyId) -> Outcome<Option<CompanyRow>>
where
    E: sqlx::Executor<'e, Database = super::Database>,
{
    let row = sqlx::query_as(concat!(
        "SELECT ",
        company_columns!(),
        " FROM company \
         WHERE company.id = $1 \
           AND ($2 OR company.id = $3 OR company.reseller_id = $3)"
    ))
    .bind(id.value())
    .bind(reach.everything)
    .bind(reach.root)
    .fetch_optional(executor)
    .await?;
    Ok(row)
}

/// The company within reach, locked until the transaction ends.
pub(super) async fn lock(tx: &mut Tx, reach: Reach, id: CompanyId) -> Outcome<Option<CompanyRow>> {
    let row = sqlx::query_as(concat!(
        "SELECT ",
        company_columns!(),
        " FROM company \
         WHERE company.id = $1 \
           AND ($2 OR company.id = $3 OR company.reseller_id = $3)",
        for_update!()
    ))
    .bind(id.value())
    .bind(reach.everything)
    .bind(reach.root)
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row)
}

impl CompanyRow {
    pub(super) fn id(&self) -> Outcome<CompanyId> {
        CompanyId::new(self.id).ok_or_else(|| self.corrupt("id"))
    }

    pub(super) fn version(&self) -> Version {
        Version::new(self.version)
    }

    pub(super) fn kind(&self) -> Outcome<Kind> {
        Kind::parse(&self.kind).ok_or_else(|| self.corrupt("kind"))
    }

    pub(super) fn balance(&self) -> Kopecks {
        Kopecks::new(self.balance)
    }

    pub(super) fn credit_limit(&self) -> Kopecks {
        Kopecks::new(self.credit_limit)
    }

    /// The limit on top of the permanent one, which may be over.
    pub(super) fn temporary(&self) -> Option<Temporary> {
        let (amount, until) = self.temporary_limit.zip(self.temporary_until)?;
        Some(Temporary { amount: Kopecks::new(amount), until })
    }

    /// Every field as the text that the dialog shows and compares.
    pub(super) fn draft(&self) -> Draft {
        Field::ALL.into_iter().map(|field| (field, self.text(field))).collect()
    }

    fn text(&self, field: Field) -> String {
        match field {
            Field::Name => self.name.clone(),
            Field::Email => self.email.clone(),
            Field::Phone => self.phone.clone(),
            Field::RequireSecondFactor => self.require_second_factor.to_string(),
            Field::CreditLimit => Kopecks::new(self.credit_limit).to_string(),
            Field::NotificationThreshold => {
                self.notification_threshold.map(|kopecks| Kopecks::new(kopecks).to_string()).unwrap_or_default()
            }
            Field::TimeZone => self.time_zone.clone(),
            Field::MaxDialogs => self.max_dialogs.to_string(),
            Field::Comply230Fz => self.comply_230fz.to_string(),
            Field::Inn => self.inn.clone(),
            Field::Kpp => self.kpp.clone(),
            Field::Ogrn => self.ogrn.clone(),
            Field::Bic => self.bic.clone(),
            Field::Bank => self.bank.clone(),
            Field::CorrespondentAccount => self.correspondent_account.clone(),
            Field::Account => self.account.clone(),
            Field::LegalAddress => self.legal_address.clone(),
            Field::PostalAddress => self.postal_address.clone(),
        }
    }

    pub(super) fn broken(&self, what: &str) -> Failure {
        Failure::Broken(format!("company {}: {what}", self.id))
    }

    fn corrupt(&self, column: &'static str) -> Failure {
        Failure::Corrupt { table: "company", column, id: self.id.to_string() }
    }
}
