//! The directory of banks on the desk: looked up, searched, imported, and held against what companies have stored.

#[path = "banks/import.rs"]
mod import;
#[path = "banks/rows.rs"]
mod rows;
#[path = "banks/state.rs"]
mod state;
#[path = "banks/to_fix.rs"]
mod to_fix;
#[path = "banks/tries.rs"]
mod tries;
#[path = "banks/watch.rs"]
mod watch;

use std::sync::Arc;

use app::requisites::{Bank, BankRecord, Bic};

pub(super) use import::{from_command_line, load_sample, upload};
pub(super) use state::state;
pub(super) use to_fix::to_fix;

use super::{Connection, Engine};
use crate::directory::Banks;
use crate::failure::Outcome;
use crate::house::House;
use crate::zones;

/// What the loaded directory says of what stands in the field BIC; of what is no BIC it says nothing.
pub(super) async fn record_of(engine: &Engine, connection: &mut Connection, typed: &str) -> Outcome<BankRecord> {
    match Bic::parse(typed) {
        Ok(bic) => record(engine, connection, &bic).await,
        Err(_) => Ok(BankRecord::default()),
    }
}

/// What the loaded directory says of a BIC. Inside a transaction the connection is the transaction's own: who holds one
/// and waits for another may wait for ever.
pub(super) async fn record(engine: &Engine, connection: &mut Connection, bic: &Bic) -> Outcome<BankRecord> {
    let banks = loaded(engine, connection).await?;
    Ok(BankRecord {
        business_day: banks.as_ref().map(|banks| banks.business_day().to_owned()),
        bank: banks.and_then(|banks| banks.find(bic).cloned()),
        elsewhere: None,
        today: today(&engine.house),
    })
}

/// Banks by the beginning of their BIC or by words of their name, the likeliest first; at most 20.
pub(super) async fn search(engine: &Engine, text: &str) -> Outcome<Vec<Bank>> {
    let banks = loaded(engine, &mut *engine.db.reads.acquire().await?).await?;
    Ok(banks.map(|banks| banks.search(text)).unwrap_or_default())
}

/// The loaded directory, from memory while no server has loaded another one; nothing while none was ever loaded.
async fn loaded(engine: &Engine, connection: &mut Connection) -> Outcome<Option<Arc<Banks>>> {
    let mut latest = tries::latest_loaded(&mut *connection).await?;
    while let Some(import) = latest {
        if let Some(banks) = engine.house.banks.find(import.number) {
            return Ok(Some(banks));
        }
        let entries = rows::all(&mut *connection).await?;
        let banks = Arc::new(Banks::new(import.business_day, entries.iter().map(Bank::from)));
        latest = tries::latest_loaded(&mut *connection).await?;
        // What was loaded while this read would stand here under the wrong number.
        if latest.as_ref().is_some_and(|latest| latest.number == import.number) {
            engine.house.banks.keep(import.number, banks);
        }
    }
    Ok(None)
}

/// The day that a `DateOut` is held against.
fn today(house: &House) -> String {
    moscow_day(house.now())
}

/// `YYYY-MM-DD` of an instant in Unix milliseconds.
fn moscow_day(at: i64) -> String {
    zones::day("Europe/Moscow", at)
}
