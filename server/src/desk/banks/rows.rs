//! The tables of the directory: read whole, written in few large statements.

use app::requisites::Bic;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::QueryBuilder;

use super::super::{Connection, Database, Tx};
use crate::directory::{Account, Entry};
use crate::failure::{Failure, Outcome};

/// Rows a statement, well under what either engine takes in parameters.
const ROWS: usize = 500;

#[derive(sqlx::FromRow)]
struct BankRow {
    bic: String,
    name: String,
    english_name: String,
    registration_number: String,
    country: String,
    region: String,
    postal_code: String,
    settlement_kind: String,
    settlement: String,
    address: String,
    head_office: Option<String>,
    date_in: Option<String>,
    date_out: Option<String>,
    participant_type: String,
    services: String,
    exchange: String,
    uid: String,
    restrictions: String,
    swift_codes: String,
}

#[derive(sqlx::FromRow)]
struct AccountRow {
    bic: String,
    number: String,
    kind: String,
    unit: Option<String>,
    date_in: Option<String>,
    date_out: Option<String>,
    status: String,
    restrictions: String,
}

/// Every entry with its accounts in their order.
pub(super) async fn all(connection: &mut Connection) -> Outcome<Vec<Entry>> {
    let banks: Vec<BankRow> = sqlx::query_as(
        "SELECT bic, name, english_name, registration_number, country, region, postal_code, settlement_kind, settlement, \
                address, head_office, date_in, date_out, participant_type, services, exchange, uid, restrictions, \
                swift_codes \
         FROM bank \
         ORDER BY bic",
    )
    .fetch_all(&mut *connection)
    .await?;
    let accounts: Vec<AccountRow> = sqlx::query_as(
        "SELECT bic, number, kind, unit, date_in, date_out, status, restrictions \
         FROM bank_account \
         ORDER BY bic, position",
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut accounts = accounts.into_iter().peekable();
    banks
        .into_iter()
        .map(|bank| {
            let mut own = Vec::new();
            while let Some(account) = accounts.next_if(|account| account.bic == bank.bic) {
                own.push(account.read()?);
            }
            bank.read(own)
        })
        .collect()
}

/// Takes entries out, with their accounts.
pub(super) async fn delete(tx: &mut Tx, entries: &[&Entry]) -> Outcome<()> {
    for entries in entries.chunks(ROWS) {
        for table in ["DELETE FROM bank_account WHERE bic IN (", "DELETE FROM bank WHERE bic IN ("] {
            let mut delete = QueryBuilder::<Database>::new(table);
            let mut bics = delete.separated(", ");
            for entry in entries {
                bics.push_bind(entry.bic.as_str());
            }
            delete.push(")");
            delete.build().execute(&mut **tx).await?;
        }
    }
    Ok(())
}

/// Puts entries in that are not there.
pub(super) async fn insert(tx: &mut Tx, entries: &[&Entry]) -> Outcome<()> {
    for entries in entries.chunks(ROWS) {
        insert_banks(tx, entries).await?;
    }
    let accounts: Vec<(&Bic, i64, &Account)> = entries
        .iter()
        .flat_map(|entry| (0..).zip(&entry.accounts).map(|(at, account)| (&entry.bic, at, account)))
        .collect();
    for accounts in accounts.chunks(ROWS) {
        insert_accounts(tx, accounts).await?;
    }
    Ok(())
}

async fn insert_banks(tx: &mut Tx, entries: &[&Entry]) -> Outcome<()> {
    let mut insert = QueryBuilder::<Database>::new(
        "INSERT INTO bank (bic, name, english_name, registration_number, country, region, postal_code, settlement_kind, \
                           settlement, address, head_office, date_in, date_out, participant_type, services, exchange, \
                           uid, restrictions, swift_codes) ",
    );
    insert.push_values(entries, |mut row, entry| {
        row.push_bind(entry.bic.as_str())
            .push_bind(entry.name.as_str())
            .push_bind(entry.english_name.as_str())
            .push_bind(entry.registration_number.as_str())
            .push_bind(entry.country.as_str())
            .push_bind(entry.region.as_str())
            .push_bind(entry.postal_code.as_str())
            .push_bind(entry.settlement_kind.as_str())
            .push_bind(entry.settlement.as_str())
            .push_bind(entry.address.as_str())
            .push_bind(entry.head_office.as_ref().map(Bic::as_str))
            .push_bind(entry.date_in.as_deref())
            .push_bind(entry.date_out.as_deref())
            .push_bind(entry.participant_type.as_str())
            .push_bind(entry.services.as_str())
            .push_bind(entry.exchange.as_str())
            .push_bind(entry.uid.as_str())
            .push_bind(json(&entry.restrictions))
            .push_bind(json(&entry.swift_codes));
    });
    insert.build().execute(&mut **tx).await?;
    Ok(())
}

async fn insert_accounts(tx: &mut Tx, accounts: &[(&Bic, i64, &Account)]) -> Outcome<()> {
    let mut insert = QueryBuilder::<Database>::new(
        "INSERT INTO bank_account (bic, position, number, kind, unit, date_in, date_out, status, restrictions) ",
    );
    insert.push_values(accounts, |mut row, (bic, position, account)| {
        row.push_bind(bic.as_str())
            .push_bind(*position)
            .push_bind(account.number.as_str())
            .push_bind(account.kind.as_str())
            .push_bind(account.unit.as_ref().map(Bic::as_str))
            .push_bind(account.date_in.as_deref())
            .push_bind(account.date_out.as_deref())
            .push_bind(account.status.as_str())
            .push_bind(json(&account.restrictions));
    });
    insert.build().execute(&mut **tx).await?;
    Ok(())
}

impl BankRow {
    fn read(self, accounts: Vec<Account>) -> Outcome<Entry> {
        let corrupt = |column| Failure::Corrupt { table: "bank", column, id: self.bic.clone() };
        Ok(Entry {
            bic: Bic::parse(&self.bic).map_err(|_| corrupt("bic"))?,
            head_office: bic(self.head_office.as_deref()).ok_or_else(|| corrupt("head_office"))?,
            restrictions: list(&self.restrictions).ok_or_else(|| corrupt("restrictions"))?,
            swift_codes: list(&self.swift_codes).ok_or_else(|| corrupt("swift_codes"))?,
            name: self.name,
            english_name: self.english_name,
            registration_number: self.registration_number,
            country: self.country,
            region: self.region,
            postal_code: self.postal_code,
            settlement_kind: self.settlement_kind,
            settlement: self.settlement,
            address: self.address,
            date_in: self.date_in,
            date_out: self.date_out,
            participant_type: self.participant_type,
            services: self.services,
            exchange: self.exchange,
            uid: self.uid,
            accounts,
        })
    }
}

impl AccountRow {
    fn read(self) -> Outcome<Account> {
        let corrupt = |column| Failure::Corrupt { table: "bank_account", column, id: self.bic.clone() };
        Ok(Account {
            unit: bic(self.unit.as_deref()).ok_or_else(|| corrupt("unit"))?,
            restrictions: list(&self.restrictions).ok_or_else(|| corrupt("restrictions"))?,
            number: self.number,
            kind: self.kind,
            date_in: self.date_in,
            date_out: self.date_out,
            status: self.status,
        })
    }
}

/// `None` where what is stored is no BIC.
fn bic(stored: Option<&str>) -> Option<Option<Bic>> {
    stored.map(Bic::parse).transpose().ok()
}

fn list<T: DeserializeOwned>(stored: &str) -> Option<Vec<T>> {
    serde_json::from_str(stored).ok()
}

/// Texts and flags alone, which always become JSON.
fn json<T: Serialize>(list: &[T]) -> String {
    serde_json::to_string(list).unwrap_or_default()
}
