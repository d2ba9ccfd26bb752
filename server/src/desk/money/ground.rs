//! The facts behind a preview, read for the dialog and once more for its save.

use app::money::{Ground, Receiver};
use app::values::Lang;

use super::super::actor::CompanyAdmin;
use super::super::people::Recipient;
use super::super::{Connection, Engine};
use super::books::Books;
use super::letters::{Topic, receivers};
use super::pool;
use crate::failure::Outcome;

/// Of a company; whoever does not edit its credit learns nothing of who is told and of its reseller's pool.
pub(in super::super) async fn ground(
    engine: &Engine,
    connection: &mut Connection,
    admin: CompanyAdmin<'_>,
    page: Lang,
    books: &Books,
) -> Outcome<Ground> {
    let now = engine.house.now();
    let Books { company, account, .. } = books;
    let edits_credit = admin.edits_credit_of(company.id, company.kind()?);
    let bound_to = company.reseller_id.filter(|_| edits_credit && !admin.actor().is_operator());
    Ok(Ground {
        account: account.clone(),
        told_of_thresholds: if edits_credit { told(connection, books, Topic::Threshold, page).await? } else { vec![] },
        told_of_suspensions: if edits_credit {
            told(connection, books, Topic::Suspension, page).await?
        } else {
            vec![]
        },
        is_by_another: admin.actor().company_id != company.id,
        pool: match bound_to {
            Some(reseller_id) => pool::of(connection, reseller_id, now).await?,
            None => None,
        },
        at: now,
    })
}

async fn told(connection: &mut Connection, books: &Books, topic: Topic, page: Lang) -> Outcome<Vec<Receiver>> {
    let receivers = receivers(connection, &books.company, topic, page).await?;
    Ok(receivers.into_iter().map(|Recipient { email, lang }| Receiver { email, lang }).collect())
}
