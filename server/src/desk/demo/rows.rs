//! Statements of many rows. The only SQL that is put together at run time: its text depends on the number of rows.

use app::companies::Kind;
use app::people::Role;
use sqlx::QueryBuilder;

use super::super::{Database, Tx};
use crate::demo_data::{Company, LedgerLine, Person};
use crate::failure::Outcome;

pub(super) async fn companies(tx: &mut Tx, companies: &[Company]) -> Outcome<()> {
    if companies.is_empty() {
        return Ok(());
    }
    let mut insert = QueryBuilder::<Database>::new(
        "INSERT INTO company (currency, version, list_version, id, kind, reseller_id, reseller_kind, slug, name, \
                              email, phone, credit_limit, notification_threshold, time_zone, max_dialogs, \
                              comply_230fz, inn, kpp, ogrn, bic, bank, correspondent_account, account, \
                              legal_address, postal_address, created_at, confirmed_at) ",
    );
    insert.push_values(companies, |mut row, company| {
        let requisites = &company.requisites;
        row.push("'RUB', 1, 1")
            .push_bind(company.id)
            .push_bind(company.kind.as_str())
            .push_bind(company.reseller_id)
            .push_bind(company.reseller_id.map(|_| Kind::Reseller.as_str()))
            .push_bind(company.slug)
            .push_bind(company.name.as_str())
            .push_bind(company.email.as_str())
            .push_bind(company.phone.as_str())
            .push_bind(company.money.credit_limit)
            .push_bind(company.money.threshold)
            .push_bind(company.time_zone)
            .push_bind(company.max_dialogs)
            .push_bind(company.comply_230fz)
            .push_bind(requisites.inn.as_str())
            .push_bind(requisites.kpp.as_str())
            .push_bind(requisites.ogrn.as_str())
            .push_bind(requisites.bic)
            .push_bind(requisites.bank)
            .push_bind(requisites.correspondent_account.as_str())
            .push_bind(requisites.account.as_str())
            .push_bind(company.legal_address.as_str())
            .push_bind(company.postal_address.as_str())
            .push_bind(company.created_at)
            .push_bind(company.confirmed_at);
    });
    insert.build().execute(&mut **tx).await?;
    Ok(())
}

/// Everybody active has the one password.
pub(super) async fn people(tx: &mut Tx, people: &[Person], hash: &str) -> Outcome<()> {
    if people.is_empty() {
        return Ok(());
    }
    let mut insert = QueryBuilder::<Database>::new(
        "INSERT INTO person (id, company_id, email, email_key, full_name, language, state, password_hash, \
                             max_dialogs, created_at, last_sign_in_at) ",
    );
    insert.push_values(people, |mut row, person| {
        row.push_bind(person.id)
            .push_bind(person.company_id)
            .push_bind(person.email.as_str())
            .push_bind(person.email.as_str())
            .push_bind(person.full_name.as_str())
            .push_bind(person.language)
            .push_bind(if person.is_active { "active" } else { "invited" })
            .push_bind(person.is_active.then_some(hash))
            .push_bind(person.max_dialogs)
            .push_bind(person.created_at)
            .push_bind(person.last_sign_in_at);
    });
    insert.build().execute(&mut **tx).await?;
    Ok(())
}

pub(super) async fn roles(tx: &mut Tx, roles: &[(i64, Role)]) -> Outcome<()> {
    if roles.is_empty() {
        return Ok(());
    }
    let mut insert = QueryBuilder::<Database>::new("INSERT INTO person_role (person_id, role) ");
    insert.push_values(roles, |mut row, (person_id, role)| {
        row.push_bind(*person_id).push_bind(role.as_str());
    });
    insert.build().execute(&mut **tx).await?;
    Ok(())
}

/// A line with its place in the company's ledger.
pub(super) struct NumberedLine {
    company_id: i64,
    number: i64,
    balance_after: i64,
    line: LedgerLine,
}

/// A company's lines from the first one on.
pub(super) fn numbered(company_id: i64, lines: Vec<LedgerLine>) -> impl Iterator<Item = NumberedLine> {
    let mut balance_after = 0;
    (1..).zip(lines).map(move |(number, line)| {
        balance_after += line.amount;
        NumberedLine { company_id, number, balance_after, line }
    })
}

pub(super) async fn entries(tx: &mut Tx, entries: &[NumberedLine]) -> Outcome<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let mut insert = QueryBuilder::<Database>::new(
        "INSERT INTO ledger_entry (company_id, number, kind, amount, balance_after, description, service, occurred_at, \
                                   recorded_at) ",
    );
    insert.push_values(entries, |mut row, entry| {
        let line = &entry.line;
        row.push_bind(entry.company_id)
            .push_bind(entry.number)
            .push_bind(line.kind.as_str())
            .push_bind(line.amount)
            .push_bind(entry.balance_after)
            .push_bind(line.description)
            .push_bind(line.service)
            .push_bind(line.at)
            .push_bind(line.at);
    });
    insert.build().execute(&mut **tx).await?;
    Ok(())
}

/// What the lines say was spent, by company and day of its calendar.
pub(super) async fn spending(tx: &mut Tx, spent: &[(i64, String, i64)]) -> Outcome<()> {
    if spent.is_empty() {
        return Ok(());
    }
    let mut insert = QueryBuilder::<Database>::new("INSERT INTO spending (company_id, day, amount) ");
    insert.push_values(spent, |mut row, (company_id, day, amount)| {
        row.push_bind(*company_id).push_bind(day.as_str()).push_bind(*amount);
    });
    insert.build().execute(&mut **tx).await?;
    Ok(())
}
