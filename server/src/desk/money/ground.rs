//! The facts behind a preview, read for the dialog and once more for its save.

use app::money::{Ground, Receiver, Until};
use app::values::Lang;

use super::super::actor::CompanyAdmin;
use super::super::outbox::{self, Recipient};
use super::super::{Connection, Engine};
use super::books::Books;
use super::letters::{Topic, candidates};
use super::pool;
use crate::failure::Outcome;
use crate::zones::offset_minutes;

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
    let reseller = company.reseller_id.filter(|_| edits_credit);
    let bounds_nobody = reseller.filter(|_| admin.actor().is_operator());
    Ok(Ground {
        account: account.clone(),
        told_of_thresholds: if edits_credit { told(connection, books, Topic::Threshold, page).await? } else { vec![] },
        told_of_suspensions: if edits_credit {
            told(connection, books, Topic::Suspension, page).await?
        } else {
            vec![]
        },
        is_by_another: admin.actor().company_id != company.id,
        pool: match reseller {
            Some(reseller_id) => pool::of(connection, reseller_id, now).await?,
            None => None,
        },
        told_of_pool: match bounds_nobody {
            Some(reseller_id) => shown(outbox::administrators(connection, reseller_id, page).await?),
            None => vec![],
        },
        at: now,
        ends: (account.temporary.map(|temporary| temporary.until).into_iter().chain(account.postponed_until))
            .map(|at| Until { at, offset_minutes: offset_minutes(&company.time_zone, at) })
            .collect(),
    })
}

async fn told(connection: &mut Connection, books: &Books, topic: Topic, page: Lang) -> Outcome<Vec<Receiver>> {
    Ok(shown(candidates(connection, &books.company, topic, page).await?))
}

fn shown(receivers: Vec<Recipient>) -> Vec<Receiver> {
    receivers.into_iter().map(|Recipient { email, lang }| Receiver { email, lang }).collect()
}
