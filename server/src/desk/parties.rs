//! Who a company is by its INN: the platform's own directory first, then the look-up service.
//!
//! Both hold facts of the public register. What companies of the platform say of themselves is in neither.

#[path = "parties/local.rs"]
pub(super) mod local;

use std::collections::BTreeSet;

use app::error::ApiError;
use app::requisites::{Inn, LookUp, PartiesReport, Party, PartyFault};
use app::values::MINUTE_MS;

use super::Engine;
use super::actor::{CompanyAdmin, Operator};
use super::attempts::{self, Limit};
use crate::directory::parties_file;
use crate::failure::{Failure, Outcome};
use local::{Local, Source};

const LOOK_UPS: Limit = Limit { action: "look_up", most: 30, window_ms: MINUTE_MS };
/// The most INNs of one question.
const MOST_INNS: usize = 100;

/// Register facts of an INN. A service that fails is told as trouble, never as a failure: the form goes on without.
///
/// # Errors
/// A malformed INN at `inn`; [`ApiError::TooMany`] at the company's thirty-first look-up within a minute.
pub(super) async fn look_up(engine: &Engine, admin: CompanyAdmin<'_>, inn: &str) -> Outcome<LookUp> {
    let inn = Inn::parse(inn).map_err(|problem| Failure::field("inn", problem))?;
    let now = engine.house.now();
    ration(engine, admin, LOOK_UPS, now).await?;
    if let Some(answer) = engine.house.recent.find(&inn, now) {
        return Ok(answer);
    }
    let answer = find(engine, &inn, now).await?;
    // Trouble may be over the next moment.
    if answer.trouble.is_none() {
        engine.house.recent.keep(inn, answer.clone(), now);
    }
    Ok(answer)
}

/// Which of these INNs the platform's own directory has; what is no INN is in none.
pub(super) async fn known(engine: &Engine, _: CompanyAdmin<'_>, inns: &[String]) -> Outcome<BTreeSet<String>> {
    if inns.len() > MOST_INNS {
        return Err(ApiError::TooLarge.into());
    }
    let inns: BTreeSet<Inn> = inns.iter().filter_map(|inn| Inn::parse(inn).ok()).collect();
    local::known(&engine.db.reads, &inns).await
}

/// The operator's upload from a page.
pub(super) async fn import(engine: &Engine, _: Operator<'_>, file: Vec<u8>) -> Outcome<PartiesReport> {
    import_file(engine, file).await
}

/// Stores the organizations of a CSV file in place of what was known of their INNs; nothing while a line is bad.
pub(super) async fn import_file(engine: &Engine, file: Vec<u8>) -> Outcome<PartiesReport> {
    let parties = match read(file).await? {
        Ok(parties) => parties,
        Err(faults) => return Ok(PartiesReport { stored: 0, faults }),
    };
    let mut tx = engine.db.begin().await?;
    local::replace(&mut tx, &parties, Source::Upload, engine.house.now()).await?;
    tx.commit().await?;
    engine.house.recent.forget_all();
    Ok(PartiesReport { stored: u32::try_from(parties.len()).unwrap_or(u32::MAX), faults: Vec::new() })
}

/// A thread of its own: a large file keeps nobody's request waiting.
async fn read(file: Vec<u8>) -> Outcome<Result<Vec<Party>, Vec<PartyFault>>> {
    let reading = tokio::task::spawn_blocking(move || parties_file::read(&file));
    reading.await.map_err(|panic| Failure::Broken(panic.to_string()))
}

/// Counts one question of the company, up to its limit.
///
/// # Errors
/// [`ApiError::TooMany`] where it is reached.
pub(super) async fn ration(engine: &Engine, admin: CompanyAdmin<'_>, limit: Limit, now: i64) -> Outcome<()> {
    let company = admin.actor().company_id.to_string();
    let mut tx = engine.db.begin().await?;
    attempts::check(&mut tx, limit, &company, now).await?;
    attempts::record(&mut tx, limit, &company, now).await?;
    tx.commit().await?;
    Ok(())
}

async fn find(engine: &Engine, inn: &Inn, now: i64) -> Outcome<LookUp> {
    let local = Local::find(&engine.db.reads, inn).await?;
    if local.is_fresh(now) {
        return Ok(local.answer(None));
    }
    match engine.house.dadata.party(inn).await {
        Err(trouble) => Ok(local.answer(Some(trouble))),
        // The service has not everybody whom an operator may have uploaded.
        Ok(found) if found.is_empty() => Ok(local.answer(None)),
        Ok(found) => {
            let mut tx = engine.db.begin().await?;
            local::replace(&mut tx, &found, Source::LookUp, now).await?;
            tx.commit().await?;
            Ok(LookUp { found, trouble: None, as_of: None })
        }
    }
}
