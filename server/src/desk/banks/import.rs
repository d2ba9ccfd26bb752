//! An import: one transaction that makes the directory what the file says, or a record of why not.

use app::directories::{ImportRefusal, ImportReport};
use app::values::{Lang, Problem};

use super::super::actor::Operator;
use super::super::{Engine, Tx, counter};
use super::tries::{self, Record};
use super::{moscow_day, rows, watch};
use crate::directory::{self, Changes, Ed807, LARGEST_FILE};
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::store::Visit;

/// Characters kept of a file's name.
const LONGEST_NAME: usize = 120;

/// Whose import it is, and the language of letters to those who have chosen none.
struct Sender {
    person_id: Option<i64>,
    lang: Lang,
}

/// Why a file was not loaded, and what it holds as far as that was found out.
type Refused = (ImportRefusal, Option<ImportReport>);

/// The operator's upload. A refusal stands at the field `file`.
pub(in super::super) async fn upload(
    engine: &Engine,
    operator: Operator<'_>,
    visit: &Visit,
    file_name: &str,
    file: Vec<u8>,
    is_confirmed: bool,
) -> Outcome<ImportReport> {
    let sender = Sender { person_id: Some(operator.actor().person_id), lang: visit.lang };
    import(engine, &sender, file_name, file, is_confirmed).await
}

/// The same by whoever has the server's command line.
pub(in super::super) async fn from_command_line(
    engine: &Engine,
    file_name: &str,
    file: Vec<u8>,
    is_confirmed: bool,
) -> Outcome<ImportReport> {
    let sender = Sender { person_id: None, lang: Lang::Ru };
    import(engine, &sender, file_name, file, is_confirmed).await
}

/// The invented directory that the demo begins with, in the demo's own transaction.
pub(in super::super) async fn load_sample(tx: &mut Tx, house: &House) -> Outcome<()> {
    let sender = Sender { person_id: None, lang: Lang::Ru };
    let sample = directory::read(crate::demo_data::BANKS).map_err(broken)?;
    load(tx, house, &sender, "ed807.xml", &sample, false).await?.map_err(|(refusal, _)| broken(refusal))?;
    Ok(())
}

fn broken(refusal: ImportRefusal) -> Failure {
    Failure::Broken(refusal.words(Lang::En))
}

async fn import(
    engine: &Engine,
    sender: &Sender,
    file_name: &str,
    file: Vec<u8>,
    is_confirmed: bool,
) -> Outcome<ImportReport> {
    let file_name: String = file_name.chars().filter(|ch| !ch.is_control()).take(LONGEST_NAME).collect();
    let (refusal, report) = match attempt(engine, sender, &file_name, file, is_confirmed).await {
        Ok(Ok(report)) => return Ok(report),
        Ok(Err(refused)) => refused,
        Err(failure) => {
            // The failure is what there is to tell, whether or not it can also be recorded.
            drop(record(engine, sender, &file_name, &ImportRefusal::Failed, None).await);
            return Err(failure);
        }
    };
    record(engine, sender, &file_name, &refusal, report.as_ref()).await?;
    Err(Failure::field("file", Problem::ImportRefused(refusal)))
}

async fn attempt(
    engine: &Engine,
    sender: &Sender,
    file_name: &str,
    file: Vec<u8>,
    is_confirmed: bool,
) -> Outcome<Result<ImportReport, Refused>> {
    let directory = match read(file).await? {
        Ok(directory) => directory,
        Err(refusal) => return Ok(Err((refusal, None))),
    };
    let mut tx = engine.db.begin().await?;
    let loaded = load(&mut tx, &engine.house, sender, file_name, &directory, is_confirmed).await?;
    if loaded.is_ok() {
        tx.commit().await?;
    }
    Ok(loaded)
}

/// A thread of its own: a large file keeps nobody's request waiting.
async fn read(file: Vec<u8>) -> Outcome<Result<Ed807, ImportRefusal>> {
    if file.len() > LARGEST_FILE {
        return Ok(Err(ImportRefusal::TooLarge));
    }
    let reading = tokio::task::spawn_blocking(move || directory::read(&file));
    reading.await.map_err(|panic| Failure::Broken(panic.to_string()))
}

/// The number is taken first: its row is what two imports at once wait for.
async fn load(
    tx: &mut Tx,
    house: &House,
    sender: &Sender,
    file_name: &str,
    directory: &Ed807,
    is_confirmed: bool,
) -> Outcome<Result<ImportReport, Refused>> {
    let number = counter::next(tx, "bank_import").await?;
    let before = rows::all(&mut *tx).await?;
    let changes = Changes::between(&before, &directory.entries);
    let report = report(directory, &changes);
    let loaded = tries::latest_loaded(&mut **tx).await?;
    let loaded_day = loaded.as_ref().map(|loaded| loaded.business_day.as_str());
    if let Some(doubt) = doubt(&report, before.len(), loaded_day).filter(|_| !is_confirmed) {
        return Ok(Err((doubt, Some(report))));
    }
    rows::delete(tx, &changes.old_rows()).await?;
    rows::insert(tx, &changes.new_rows()).await?;
    let judged_on = moscow_day(loaded.map_or(house.now(), |loaded| loaded.tried_at));
    let business_day = &directory.business_day;
    let step = watch::Step { business_day, before: &before, judged_on: &judged_on, changes: &changes };
    watch::tell(tx, house, sender.lang, &step).await?;
    let record = Record {
        number,
        at: house.now(),
        person_id: sender.person_id,
        file_name,
        report: Some(&report),
        refusal: None,
    };
    record.write(tx).await?;
    Ok(Ok(report))
}

fn report(directory: &Ed807, changes: &Changes<'_>) -> ImportReport {
    let accounts = directory.entries.iter().map(|entry| entry.accounts.len()).sum();
    ImportReport {
        business_day: directory.business_day.clone(),
        entries: count(directory.entries.len()),
        accounts: count(accounts),
        added: count(changes.added.len()),
        changed: count(changes.changed.len()),
        gone: count(changes.gone.len()),
    }
}

/// What the operator has to confirm.
fn doubt(report: &ImportReport, loaded: usize, loaded_day: Option<&str>) -> Option<ImportRefusal> {
    let loaded = count(loaded);
    if u64::from(report.entries) * 2 < u64::from(loaded) {
        return Some(ImportRefusal::TooFew { entries: report.entries, loaded });
    }
    let loaded_day = loaded_day.filter(|day| report.business_day.as_str() < *day)?;
    Some(ImportRefusal::Older { business_day: report.business_day.clone(), loaded: loaded_day.to_owned() })
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

/// In a transaction of its own: that of the import is gone.
async fn record(
    engine: &Engine,
    sender: &Sender,
    file_name: &str,
    refusal: &ImportRefusal,
    report: Option<&ImportReport>,
) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    let number = counter::next(&mut tx, "bank_import").await?;
    let at = engine.house.now();
    let record = Record { number, at, person_id: sender.person_id, file_name, report, refusal: Some(refusal) };
    record.write(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}
