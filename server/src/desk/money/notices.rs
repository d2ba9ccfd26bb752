//! Which further thresholds a company's balance is watched by, and whether a notice is repeated.

use app::audit::AuditKind;
use app::fields::{self, Fields, text};
use app::money::{Level, Slot, Watch};
use app::people::Right;
use app::values::{CompanyId, Invalid, Problem, optional};

use super::super::actor::CompanyAdmin;
use super::super::audit::Event;
use super::super::{Engine, Tx};
use super::books::Books;
use super::{grant, thresholds};
use crate::failure::Outcome;
use crate::store::Visit;

/// Fields: `threshold_1` … `threshold_4`, each an amount or a share of the effective limit as [`Level::parse`] reads them,
/// or empty; `repeats` (`on` or `off`). One that is saved as it was keeps its state.
pub(in super::super) async fn set_notices(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    fields: Fields,
) -> Outcome<()> {
    let (mut tx, mut books) = Books::open(engine, admin, Right::SetCredit, id).await?;
    let wish = Wish::read(&fields)?;
    let old = told(&books.account.watches, thresholds::are_repeated(&mut tx, books.company.id).await?);
    let main = books.account.watches.iter().copied().filter(|watch| watch.slot == Slot::MAIN);
    let wanted: Vec<Watch> = main.chain(wish.levels.iter().map(|(slot, level)| Watch::new(*slot, *level))).collect();
    books.account.watches = replace(&mut tx, books.company.id, &books.account.watches, wanted).await?;
    thresholds::repeat(&mut tx, books.company.id, wish.repeats).await?;
    let new = told(&books.account.watches, wish.repeats);
    if new != old {
        let event = Event::new(AuditKind::ThresholdsSet, admin.actor().person_id).of_company(books.company.id);
        event.change(&old, &new).record(&mut tx, &engine.house, visit).await?;
    }
    grant::finish(engine, tx, admin, visit, books).await
}

/// Those that stay keep whether they have fired.
async fn replace(tx: &mut Tx, company_id: i64, there: &[Watch], wanted: Vec<Watch>) -> Outcome<Vec<Watch>> {
    let stays = |watch: &Watch, other: &Watch| (watch.slot, watch.level) == (other.slot, other.level);
    for gone in there.iter().filter(|watch| !wanted.iter().any(|other| stays(watch, other))) {
        thresholds::remove(tx, company_id, gone.slot).await?;
    }
    let mut watches = Vec::with_capacity(wanted.len());
    for watch in wanted {
        match there.iter().find(|other| stays(other, &watch)) {
            Some(same) => watches.push(*same),
            None => {
                thresholds::add(tx, company_id, watch).await?;
                watches.push(watch);
            }
        }
    }
    Ok(watches)
}

/// As the audit log keeps it: `500.00, 80 %`.
fn told(watches: &[Watch], repeats: bool) -> String {
    let further = watches.iter().filter(|watch| watch.slot != Slot::MAIN).map(|watch| watch.level.to_string());
    further.chain(repeats.then(|| "7d".to_owned())).collect::<Vec<_>>().join(", ")
}

struct Wish {
    levels: Vec<(Slot, Level)>,
    repeats: bool,
}

impl Wish {
    fn read(fields: &Fields) -> Result<Self, Invalid> {
        let names = Slot::FURTHER.map(Slot::field);
        let mut known = names.to_vec();
        known.push("repeats");
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
        let repeats = match text(fields, "repeats") {
            "on" => Ok(true),
            "off" => Ok(false),
            _ => Err(Problem::UnknownChoice),
        };
        match invalid.check("repeats", repeats) {
            Some(repeats) if invalid.is_empty() => Ok(Self { levels, repeats }),
            _ => Err(invalid),
        }
    }
}
