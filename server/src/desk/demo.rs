//! Fills an empty database with demo data: one transaction of few large statements.

#[path = "demo/rows.rs"]
mod rows;
#[path = "demo/standings.rs"]
mod standings;
#[path = "demo/waiting.rs"]
mod waiting;

use std::collections::BTreeMap;

use app::money::EntryKind;
use app::people::Role;

use super::parties::local::{self, Source};
use super::{Engine, Tx, banks};
use crate::demo_data::{Company, LedgerLine, MAX_AFFILIATES, PASSWORD, Person, Plan, Register, ledger};
use crate::failure::{Failure, Outcome};
use crate::zones::day;
use rows::{NumberedLine, numbered};
use waiting::Waiting;

/// Rows a statement, well under what either engine takes in parameters.
const COMPANIES: usize = 500;
const PEOPLE: usize = 1000;
const SMALL_ROWS: usize = 2000;

/// From this size on progress is told, so often.
const LARGE: i64 = 20_000;
const TOLD_EVERY: i64 = 50_000;

/// What is made and not yet written.
struct Writing {
    hash: String,
    companies: Waiting<Company>,
    entries: Waiting<NumberedLine>,
    /// Of the whole demo.
    affiliates: u32,
    now: i64,
    people: Waiting<Person>,
    roles: Waiting<(i64, Role)>,
    last_person: i64,
}

/// Writes the demo data of one size and seed.
///
/// # Errors
/// [`Failure::Broken`] in words for whoever typed the command: a size out of range, a database that is not empty.
pub(super) async fn fill(engine: &Engine, affiliates: u32, seed: u64) -> Outcome<()> {
    if !(1..=MAX_AFFILIATES).contains(&affiliates) {
        return Err(Failure::Broken(format!("demo data has 1 to {MAX_AFFILIATES} affiliates, not {affiliates}")));
    }
    let now = engine.house.now();
    let plan = Plan::new(affiliates, seed, now);
    let mut register = Register::new(now);
    let mut writing = Writing::new(engine.house.passwords.hash(PASSWORD).await?, affiliates, now);
    let mut tx = engine.db.begin().await?;
    claim_empty(&mut tx, plan.companies_count()).await?;
    for company in plan.companies() {
        tell_progress(company.id, plan.companies_count());
        register.note(&company);
        writing.add(&mut tx, company).await?;
    }
    writing.finish(&mut tx).await?;
    standings::record(&mut tx).await?;
    local::replace(&mut tx, register.parties(), Source::Demo, now).await?;
    banks::load_sample(&mut tx, &engine.house).await?;
    sqlx::query("INSERT INTO counter (name, value) VALUES ('demo', 1)").execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes all company IDs at once, which works only while none was ever given.
async fn claim_empty(tx: &mut Tx, companies: i64) -> Outcome<()> {
    let claimed = sqlx::query("UPDATE counter SET value = $1 WHERE name = 'company' AND value = 0")
        .bind(companies)
        .execute(&mut **tx)
        .await?;
    match claimed.rows_affected() {
        1 => Ok(()),
        _ => Err(Failure::Broken("demo data needs an empty database: this one has companies already".to_owned())),
    }
}

fn tell_progress(done: i64, of: i64) {
    if of >= LARGE && done % TOLD_EVERY == 0 {
        eprintln!("{done} of {of} companies");
    }
}

impl Writing {
    fn new(hash: String, affiliates: u32, now: i64) -> Self {
        Self {
            hash,
            companies: Waiting::new(COMPANIES),
            entries: Waiting::new(SMALL_ROWS),
            affiliates,
            now,
            people: Waiting::new(PEOPLE),
            roles: Waiting::new(SMALL_ROWS),
            last_person: 0,
        }
    }

    async fn add(&mut self, tx: &mut Tx, company: Company) -> Outcome<()> {
        if let Some(full) = self.companies.add(company) {
            self.write_companies(tx, full).await?;
        }
        Ok(())
    }

    /// Writes what never filled a statement.
    async fn finish(mut self, tx: &mut Tx) -> Outcome<()> {
        let companies = self.companies.rest();
        self.write_companies(tx, companies).await?;
        let people = self.people.rest();
        self.write_people(tx, people).await?;
        rows::roles(tx, &self.roles.rest()).await?;
        rows::entries(tx, &self.entries.rest()).await?;
        sqlx::query("UPDATE counter SET value = $1 WHERE name = 'person'")
            .bind(self.last_person)
            .execute(&mut **tx)
            .await?;
        Ok(())
    }

    /// Companies first: what belongs to them refers to them.
    async fn write_companies(&mut self, tx: &mut Tx, companies: Vec<Company>) -> Outcome<()> {
        rows::companies(tx, &companies).await?;
        for company in companies {
            let lines = ledger(&company, self.affiliates, self.now);
            for chunk in spent_by_day(&company, &lines).chunks(SMALL_ROWS) {
                rows::spending(tx, chunk).await?;
            }
            for line in numbered(company.id, lines) {
                if let Some(full) = self.entries.add(line) {
                    rows::entries(tx, &full).await?;
                }
            }
            for person in company.people {
                if let Some(full) = self.people.add(person) {
                    self.write_people(tx, full).await?;
                }
            }
        }
        Ok(())
    }

    async fn write_people(&mut self, tx: &mut Tx, people: Vec<Person>) -> Outcome<()> {
        rows::people(tx, &people, &self.hash).await?;
        for person in people {
            self.last_person = person.id;
            for role in person.roles {
                if let Some(full) = self.roles.add((person.id, *role)) {
                    rows::roles(tx, &full).await?;
                }
            }
        }
        Ok(())
    }
}

/// What the charges of a company make on each day of its calendar.
fn spent_by_day(company: &Company, lines: &[LedgerLine]) -> Vec<(i64, String, i64)> {
    let mut spent: BTreeMap<String, i64> = BTreeMap::new();
    for charge in lines.iter().filter(|line| line.kind == EntryKind::Charge) {
        *spent.entry(day(company.time_zone, charge.at)).or_default() -= charge.amount;
    }
    spent.into_iter().map(|(day, amount)| (company.id, day, amount)).collect()
}
