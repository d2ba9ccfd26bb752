//! Which further thresholds a company's balance is watched by, and whether a notice is repeated.

use app::audit::AuditKind;
use app::fields::{self, Fields, text};
use app::money::{Account, Level, Slot, Watch, notices_text};
use app::people::Right;
use app::values::{CompanyId, Invalid, Problem, optional};

use super::super::actor::CompanyAdmin;
use super::super::audit::Event;
use super::super::{Engine, Tx};
use super::books::Books;
use super::seen::Seen;
use super::{grant, thresholds};
use crate::failure::Outcome;
use crate::store::Visit;

/// Fields: `threshold_1` … `threshold_4`, each an amount or a share of the effective limit as [`Level::parse`] reads them,
/// or empty; `repeats` (`on` or `off`); `was`, what [`notices_text`] said when the form was opened: refused where it is another by
/// now. One that is saved as it was keeps its state.
pub(in super::super) async fn set_notices(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    fields: Fields,
    seen: Option<Seen>,
) -> Outcome<()> {
    let (mut tx, mut books) = Books::open(engine, admin, Right::SetCredit, id).await?;
    let wish = Wish::read(&fields)?;
    let old = notices_text(&books.account.watches, thresholds::are_repeated(&mut tx, books.company.id).await?);
    if wish.was.is_some_and(|was| was != old) {
        return Err(Invalid::at("form", Problem::ChangedMeanwhile { now: old }).into());
    }
    let account = Account { watches: books.account.watched_by(&wish.levels), ..books.account.clone() };
    grant::hold_to(engine, &mut tx, admin, visit, &books, &account, seen.as_ref()).await?;
    replace(&mut tx, books.company.id, &books.account.watches, &account.watches).await?;
    books.account = account;
    thresholds::repeat(&mut tx, books.company.id, wish.repeats).await?;
    let new = notices_text(&books.account.watches, wish.repeats);
    if new != old {
        let event = Event::new(AuditKind::ThresholdsSet, admin.actor().person_id).of_company(books.company.id);
        event.change(&old, &new).record(&mut tx, &engine.house, visit).await?;
    }
    grant::finish(engine, tx, admin, visit, books, None).await
}

/// Those that stay are left alone.
async fn replace(tx: &mut Tx, company_id: i64, there: &[Watch], wanted: &[Watch]) -> Outcome<()> {
    for gone in there.iter().filter(|watch| !wanted.contains(watch)) {
        thresholds::remove(tx, company_id, gone.slot).await?;
    }
    for new in wanted.iter().filter(|watch| !there.contains(watch)) {
        thresholds::add(tx, company_id, *new).await?;
    }
    Ok(())
}

struct Wish {
    /// As the form found them, where it says so.
    was: Option<String>,
    levels: Vec<(Slot, Level)>,
    repeats: bool,
}

impl Wish {
    fn read(fields: &Fields) -> Result<Self, Invalid> {
        let names = Slot::FURTHER.map(Slot::field);
        let mut known = names.to_vec();
        known.extend(["repeats", "was"]);
        let mut invalid = fields::unknown(fields, &known);
        let mut levels: Vec<(Slot, Level)> = Vec::new();
        for (slot, name) in Slot::FURTHER.into_iter().zip(names) {
            let Some(level) = invalid.check(name, optional(text(fields, name), Level::parse)).flatten() else {
                continue;
            };
            if levels.iter().any(|(_, other)| *other == level) {
                invalid.add(name, Problem::GivenAlready);
            }
            levels.push((slot, level));
        }
        let repeats = fields::switch(fields, "repeats").and_then(|on| on.ok_or(Problem::UnknownChoice));
        match invalid.check("repeats", repeats) {
            Some(repeats) if invalid.is_empty() => Ok(Self { was: fields.get("was").cloned(), levels, repeats }),
            _ => Err(invalid),
        }
    }
}
