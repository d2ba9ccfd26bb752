//! The directory of banks as the operator sees it: what is loaded, and every try.

use app::directories::{BankDirectory, LookUpCounts};

use super::super::Engine;
use super::super::actor::Operator;
use super::tries::{self, count};
use crate::failure::Outcome;
use crate::zones::offset_minutes;

pub(in super::super) async fn state(engine: &Engine, operator: Operator<'_>) -> Outcome<BankDirectory> {
    let reads = &engine.db.reads;
    let loaded = tries::latest_loaded(reads).await?;
    let zone = engine.zone_of(operator.actor().company_id).await?;
    Ok(BankDirectory {
        entries: loaded.as_ref().map_or(0, |loaded| count(loaded.entries)),
        accounts: loaded.as_ref().map_or(0, |loaded| count(loaded.accounts)),
        business_day: loaded.map(|loaded| loaded.business_day),
        tries: tries::latest(reads).await?,
        look_ups: engine.house.dadata.is_set().then(|| look_ups(engine)),
        offset_minutes: offset_minutes(&zone, engine.house.now()),
        zone,
    })
}

fn look_ups(engine: &Engine) -> LookUpCounts {
    engine.house.dadata.outcomes().fold(LookUpCounts::default(), |mut counts, (outcome, count)| {
        let place = if outcome == "answered" { &mut counts.answered } else { &mut counts.failed };
        *place += count;
        counts
    })
}
