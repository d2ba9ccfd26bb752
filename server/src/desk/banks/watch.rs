//! The bank watch: whose stored bank was valid at the import before and is not any more. One letter a tree of companies,
//! to the administrators at its root; the companies' own data stay as they are.

use std::collections::{BTreeMap, HashMap};

use app::requisites::{Bank, BankFault};
use app::values::Lang;
use sqlx::QueryBuilder;

use super::super::{Database, Tx, outbox};
use crate::directory::{Changes, Entry};
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::{FaultyBank, Letter};

/// BICs a statement, and companies a letter: beyond those the letter gives their number.
const BICS: usize = 500;
const LISTED: usize = 50;

/// From one loaded directory to the next.
pub(super) struct Step<'a> {
    /// `YYYY-MM-DD`, of the new one.
    pub(super) business_day: &'a str,
    pub(super) before: &'a [Entry],
    /// The day in Moscow on which those were loaded, and with it judged; `YYYY-MM-DD`.
    pub(super) judged_on: &'a str,
    pub(super) changes: &'a Changes<'a>,
}

#[derive(sqlx::FromRow)]
struct Holder {
    id: i64,
    root: i64,
    name: String,
    bic: String,
    correspondent_account: String,
}

/// Writes the letters into the outbox, in the import's own transaction.
pub(super) async fn tell(tx: &mut Tx, house: &House, page: Lang, step: &Step<'_>) -> Outcome<()> {
    let today = super::today(house);
    let touched = touched(step, &today);
    let mut trees: BTreeMap<i64, Vec<FaultyBank>> = BTreeMap::new();
    for holder in holders(tx, touched.keys().copied().collect()).await? {
        let Some((before, after)) = touched.get(holder.bic.as_str()) else { continue };
        let fault = |bank, day| BankFault::of(bank, &holder.correspondent_account, day);
        if let (None, Some(reason)) = (fault(Some(before), step.judged_on), fault(after.as_ref(), &today)) {
            let Holder { id, root, name, bic, .. } = holder;
            trees.entry(root).or_default().push(FaultyBank { company: name, company_id: id, bic, reason });
        }
    }
    for (root, mut companies) in trees {
        let count = companies.len();
        companies.truncate(LISTED);
        let letter = Letter::BanksNoLongerValid { business_day: step.business_day.to_owned(), companies, count };
        let administrators = outbox::administrators(tx, root, page).await?;
        outbox::enqueue_for(tx, house, administrators, &letter).await?;
    }
    Ok(())
}

/// Banks that were there and are no more what they were, by BIC: before and after. One whose last day has passed
/// meanwhile is among them, though its entry still reads the same.
fn touched<'a>(step: &Step<'a>, today: &str) -> HashMap<&'a str, (Bank, Option<Bank>)> {
    let has_ended = |old: &&Entry| old.date_out.as_deref().is_some_and(|last| step.judged_on <= last && last < today);
    let ended = step.before.iter().filter(has_ended).map(|old| (old, Some(Bank::from(old))));
    let changed = step.changes.changed.iter().map(|(old, new)| (*old, Some(Bank::from(*new))));
    let gone = step.changes.gone.iter().map(|old| (*old, None));
    // Of one BIC the last counts.
    ended.chain(changed).chain(gone).map(|(old, new)| (old.bic.as_str(), (Bank::from(old), new))).collect()
}

/// The companies that have stored one of these BICs, by ID.
async fn holders(tx: &mut Tx, bics: Vec<&str>) -> Outcome<Vec<Holder>> {
    let mut holders: Vec<Holder> = Vec::new();
    for bics in bics.chunks(BICS) {
        let mut select = QueryBuilder::<Database>::new(
            "SELECT id, COALESCE(reseller_id, id) AS root, name, bic, correspondent_account \
             FROM company \
             WHERE bic IN (",
        );
        let mut list = select.separated(", ");
        for bic in bics {
            list.push_bind(*bic);
        }
        select.push(")");
        holders.extend(select.build_query_as::<Holder>().fetch_all(&mut **tx).await?);
    }
    holders.sort_by_key(|holder| holder.id);
    Ok(holders)
}
