//! The bank watch: whose stored bank was valid before an import and is not after it. One letter a tree of companies,
//! to the administrators at its root; the companies' own data stay as they are.

use std::collections::{BTreeMap, HashMap};

use app::requisites::{Bank, BankFault};
use app::values::Lang;
use sqlx::QueryBuilder;

use super::super::{Database, Tx, outbox, people};
use crate::directory::Changes;
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::{FaultyBank, Letter};

/// BICs a statement, and companies a letter: beyond those the letter gives their number.
const BICS: usize = 500;
const LISTED: usize = 50;

#[derive(sqlx::FromRow)]
struct Holder {
    id: i64,
    root: i64,
    name: String,
    bic: String,
    correspondent_account: String,
}

/// Writes the letters into the outbox, in the import's own transaction.
pub(super) async fn tell(
    tx: &mut Tx,
    house: &House,
    page: Lang,
    business_day: &str,
    changes: &Changes<'_>,
) -> Outcome<()> {
    let today = super::today(house);
    let touched = touched(changes);
    let mut trees: BTreeMap<i64, Vec<FaultyBank>> = BTreeMap::new();
    for holder in holders(tx, touched.keys().copied().collect()).await? {
        let Some((before, after)) = touched.get(holder.bic.as_str()) else { continue };
        let fault = |bank| BankFault::of(bank, &holder.correspondent_account, &today);
        if let (None, Some(reason)) = (fault(Some(before)), fault(after.as_ref())) {
            let Holder { id, root, name, bic, .. } = holder;
            trees.entry(root).or_default().push(FaultyBank { company: name, company_id: id, bic, reason });
        }
    }
    for (root, mut companies) in trees {
        let count = companies.len();
        companies.truncate(LISTED);
        let letter = Letter::BanksNoLongerValid { business_day: business_day.to_owned(), companies, count };
        for receiver in people::active_administrators(tx, root, page).await? {
            outbox::enqueue(tx, house, &receiver.email, receiver.lang, &letter).await?;
        }
    }
    Ok(())
}

/// Banks that were there and are no more what they were, by BIC: before and after.
fn touched<'a>(changes: &Changes<'a>) -> HashMap<&'a str, (Bank, Option<Bank>)> {
    let changed = changes.changed.iter().map(|(old, new)| (*old, Some(Bank::from(*new))));
    let gone = changes.gone.iter().map(|old| (*old, None));
    changed.chain(gone).map(|(old, new)| (old.bic.as_str(), (Bank::from(old), new))).collect()
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
