//! How fast companies spend: by day in the table `spending`, which is written with the ledger.

use std::collections::{BTreeMap, HashMap};

use app::money::{Burn, EntryKind};
use app::values::{DAY_MS, Kopecks};

use super::super::actor::Reach;
use super::super::company_row::CompanyRow;
use super::super::{Connection, Engine, Tx};
use super::ledger::EntryRow;
use crate::failure::Outcome;
use crate::zones::{LastDays, day, last_days};

/// Longer ago than any of the days that count, in any zone.
const LONG_AGO_MS: i64 = (Burn::DAYS as i64 + 3) * DAY_MS;

/// Days before this one are nothing to anybody.
pub(in super::super) fn spending_counts_from(now: i64) -> String {
    day("UTC", now - LONG_AGO_MS)
}

/// Counts an entry that was just written, where it is a charge or takes one back.
pub(super) async fn count(tx: &mut Tx, company: &CompanyRow, entry: &EntryRow) -> Outcome<()> {
    let kind = match entry.reverses {
        None => entry.kind.clone(),
        Some(number) => {
            sqlx::query_scalar("SELECT kind FROM ledger_entry WHERE company_id = $1 AND number = $2")
                .bind(company.id)
                .bind(number)
                .fetch_one(&mut **tx)
                .await?
        }
    };
    if kind != EntryKind::Charge.as_str() {
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO spending (company_id, day, amount) \
         VALUES ($1, $2, $3) \
         ON CONFLICT (company_id, day) DO UPDATE SET amount = spending.amount + excluded.amount",
    )
    .bind(company.id)
    .bind(day(&company.time_zone, entry.recorded_at))
    .bind(-entry.amount)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What a company's services cost over the last whole days of its zone.
pub(super) async fn burn(reader: &mut Connection, company: &CompanyRow, now: i64) -> Outcome<Burn> {
    let created_at: i64 = sqlx::query_scalar("SELECT created_at FROM company WHERE id = $1")
        .bind(company.id)
        .fetch_one(&mut *reader)
        .await?;
    let spent: Vec<(String, i64)> =
        sqlx::query_as("SELECT day, amount FROM spending WHERE company_id = $1 AND day >= $2")
            .bind(company.id)
            .bind(spending_counts_from(now))
            .fetch_all(reader)
            .await?;
    let days = last_days(&company.time_zone, Burn::DAYS, created_at, now);
    Ok(days.map_or(Burn::NOTHING, |days| Window::of(&company.time_zone, days).burn(&spent)))
}

/// What the services of every company within reach cost, as [`burn`] tells it of one.
pub(in super::super) struct Burns {
    spent: HashMap<i64, Vec<(String, i64)>>,
    /// Of the companies that are old enough, by zone.
    windows: BTreeMap<String, Option<Window>>,
    now: i64,
}

impl Burns {
    pub(in super::super) async fn read(engine: &Engine, reach: Reach) -> Outcome<Self> {
        let now = engine.house.now();
        let rows: Vec<(i64, String, i64)> = sqlx::query_as(
            "SELECT spending.company_id, spending.day, spending.amount \
             FROM spending \
             JOIN company ON company.id = spending.company_id \
             WHERE ($1 OR company.id = $2 OR company.reseller_id = $2) \
               AND spending.day >= $3",
        )
        .bind(reach.everything)
        .bind(reach.root)
        .bind(spending_counts_from(now))
        .fetch_all(&engine.db.reads)
        .await?;
        let mut spent: HashMap<i64, Vec<(String, i64)>> = HashMap::new();
        for (company_id, day, amount) in rows {
            spent.entry(company_id).or_default().push((day, amount));
        }
        Ok(Self { spent, windows: BTreeMap::new(), now })
    }

    pub(in super::super) fn of(&mut self, company: &CompanyRow, created_at: i64) -> Burn {
        let Some(spent) = self.spent.get(&company.id) else { return Burn::NOTHING };
        let (zone, now) = (company.time_zone.as_str(), self.now);
        let window = |since| last_days(zone, Burn::DAYS, since, now).map(|days| Window::of(zone, days));
        if created_at > now - LONG_AGO_MS {
            return window(created_at).map_or(Burn::NOTHING, |window| window.burn(spent));
        }
        let known = self.windows.entry(zone.to_owned()).or_insert_with(|| window(created_at));
        known.as_ref().map_or(Burn::NOTHING, |window| window.burn(spent))
    }
}

/// Days as the table has them, half-open.
struct Window {
    from: String,
    until: String,
    whole: u8,
}

impl Window {
    fn of(zone: &str, days: LastDays) -> Self {
        Self { from: day(zone, days.from), until: day(zone, days.until), whole: days.whole }
    }

    fn burn(&self, spent: &[(String, i64)]) -> Burn {
        let counts = |day: &String| (&self.from..&self.until).contains(&day);
        Burn::over(Kopecks::new(spent.iter().filter(|(day, _)| counts(day)).map(|(_, sum)| sum).sum()), self.whole)
    }
}
