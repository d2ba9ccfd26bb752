//! Companies within reach whose stored bank or correspondent account is not valid by the loaded directory.

use app::requisites::{BankFault, Bic, ToFix};
use app::values::CompanyId;

use super::super::Engine;
use super::super::actor::{CompanyAdmin, Reach};
use super::{loaded, today};
use crate::failure::{Failure, Outcome};

/// Rows read at once, and the longest list given.
const PAGE: i64 = 5000;
const LISTED: usize = 1000;

#[derive(sqlx::FromRow)]
struct Stored {
    id: i64,
    name: String,
    bic: String,
    correspondent_account: String,
}

/// By ID, at most 1000; none while no directory is loaded.
pub(in super::super) async fn to_fix(engine: &Engine, admin: CompanyAdmin<'_>) -> Outcome<Vec<ToFix>> {
    let Some(banks) = loaded(engine, &mut *engine.db.reads.acquire().await?).await? else { return Ok(Vec::new()) };
    let today = today(&engine.house);
    let mut to_fix = Vec::new();
    let mut last = 0;
    loop {
        let page = page(engine, admin.reach(), last).await?;
        let Some(end) = page.last().map(|stored| stored.id) else { return Ok(to_fix) };
        last = end;
        for stored in page {
            let bank = Bic::parse(&stored.bic).ok().and_then(|bic| banks.find(&bic));
            let Some(reason) = BankFault::of(bank, &stored.correspondent_account, &today) else { continue };
            to_fix.push(stored.to_fix(reason)?);
            if to_fix.len() == LISTED {
                return Ok(to_fix);
            }
        }
    }
}

/// The next companies that have stored a BIC.
async fn page(engine: &Engine, reach: Reach, after: i64) -> Outcome<Vec<Stored>> {
    let page = sqlx::query_as(
        "SELECT id, name, bic, correspondent_account \
         FROM company \
         WHERE company.bic <> '' \
           AND ($1 OR company.id = $2 OR company.reseller_id = $2) \
           AND company.id > $3 \
         ORDER BY company.id \
         LIMIT $4",
    )
    .bind(reach.everything)
    .bind(reach.root)
    .bind(after)
    .bind(PAGE)
    .fetch_all(&engine.db.reads)
    .await?;
    Ok(page)
}

impl Stored {
    fn to_fix(self, reason: BankFault) -> Outcome<ToFix> {
        let corrupt = || Failure::Corrupt { table: "company", column: "id", id: self.id.to_string() };
        let id = CompanyId::new(self.id).ok_or_else(corrupt)?;
        Ok(ToFix { id, name: self.name, bic: self.bic, reason })
    }
}
