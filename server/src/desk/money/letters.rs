//! Who is told about money, and of what.

use std::collections::BTreeSet;

use app::companies::Kind;
use app::money::{Account, Cause};
use app::values::{CompanyId, Kopecks, Lang};

use super::super::company_row::CompanyRow;
use super::super::outbox::{self, Addressee, NO_PAGE, Recipient, active_people};
use super::super::{Connection, Tx};
use super::burn::burn;
use super::suspension::Proof;
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::{AccountFacts, Ending, EntryFacts, Letter};

/// What a person can switch off for themselves.
#[derive(Clone, Copy)]
pub(in super::super) enum Topic {
    Threshold,
    Suspension,
}

/// A company about which letters are written.
pub(super) struct Sheet<'a> {
    pub(super) house: &'a House,
    pub(super) company: &'a CompanyRow,
    pub(super) account: &'a Account,
    pub(super) now: i64,
    /// The language of the page that causes the letter.
    pub(super) page: Lang,
}

impl Sheet<'_> {
    /// `reached` as balances, the highest first.
    pub(super) async fn threshold_reached(&self, tx: &mut Tx, reached: &[Kopecks], is_repeated: bool) -> Outcome<()> {
        let burn = burn(tx, self.company, self.now).await?;
        let limit = self.account.effective_limit(self.now);
        let letter = Letter::ThresholdReached {
            account: self.facts(),
            thresholds: reached.to_vec(),
            days_left: burn.runway(self.account.balance, None, limit).to_suspension,
            is_repeated,
        };
        self.send(tx, Topic::Threshold, &letter).await
    }

    pub(super) async fn suspended(&self, tx: &mut Tx, cause: Cause, proof: &Proof<'_>) -> Outcome<()> {
        let letter = Letter::Suspended {
            account: self.facts(),
            cause,
            reason: proof.reason.to_owned(),
            entry: entry_facts(proof),
            grant: proof.grant,
            sum_to_resume: self.account.sum_to_resume(self.now).filter(|_| self.is_by_credit_alone()),
        };
        self.send(tx, Topic::Suspension, &letter).await
    }

    pub(super) async fn resumed(&self, tx: &mut Tx, cause: Cause, since: i64, proof: &Proof<'_>) -> Outcome<()> {
        let letter = Letter::Resumed {
            account: self.facts(),
            cause,
            since,
            ended_by: Ending { entry: entry_facts(proof), reason: proof.reason.to_owned(), grant: proof.grant },
            still: self.still(cause),
        };
        self.send(tx, Topic::Suspension, &letter).await
    }

    /// Paying ends no other cause.
    fn is_by_credit_alone(&self) -> bool {
        self.account.causes(self.now).into_iter().all(|cause| cause == Cause::Credit)
    }

    /// What goes on suspending the company when one cause has ended.
    fn still(&self, ended: Cause) -> Option<Cause> {
        self.account.causes(self.now).into_iter().find(|cause| *cause != ended)
    }

    pub(super) async fn temporary_limit_ends(&self, tx: &mut Tx, until: i64, sum_needed: Kopecks) -> Outcome<()> {
        let letter = Letter::TemporaryLimitEnds { account: self.facts(), until, sum_needed };
        self.send(tx, Topic::Suspension, &letter).await
    }

    pub(super) fn facts(&self) -> AccountFacts {
        AccountFacts {
            company: self.company.name.clone(),
            company_id: self.company.id,
            balance: self.account.balance,
            effective_limit: self.account.effective_limit(self.now),
            temporary_limit: self.account.running_increase(self.now),
            available: self.account.available(self.now),
            at: self.now,
            zone: self.company.time_zone.clone(),
        }
    }

    async fn send(&self, tx: &mut Tx, topic: Topic, letter: &Letter) -> Outcome<()> {
        let receivers = receivers(tx, self.company, topic, self.page).await?;
        outbox::enqueue_for(tx, self.house, receivers, letter).await
    }
}

fn entry_facts(proof: &Proof<'_>) -> Option<EntryFacts> {
    let (number, amount) = proof.entry?;
    Some(EntryFacts { number, amount, balance_before: proof.balance_before })
}

/// One letter for each distinct address, the company's first.
async fn receivers(
    connection: &mut Connection,
    company: &CompanyRow,
    topic: Topic,
    page: Lang,
) -> Outcome<Vec<Recipient>> {
    let mut receivers = candidates(connection, company, topic, page).await?;
    let mut seen = BTreeSet::new();
    receivers.retain(|receiver| seen.insert(receiver.email.to_lowercase()));
    Ok(receivers)
}

/// The company's own address, and whoever grants it credit: the administrators of its reseller, as far as they wish, or
/// the platform's address.
pub(super) async fn candidates(
    connection: &mut Connection,
    company: &CompanyRow,
    topic: Topic,
    page: Lang,
) -> Outcome<Vec<Recipient>> {
    let mut receivers = vec![address_of(connection, company.id).await?];
    receivers.extend(match (company.kind()?, company.reseller_id) {
        (Kind::Platform, _) => Vec::new(),
        (Kind::Affiliate, Some(reseller_id)) => administrators(connection, reseller_id, topic, page).await?,
        _ => vec![platform(connection).await?],
    });
    Ok(receivers)
}

/// A company's address, in the language of its earliest active administrator.
pub(in super::super) async fn address_of(connection: &mut Connection, company_id: i64) -> Outcome<Recipient> {
    let company: Addressee = sqlx::query_as(
        "SELECT company.email, \
                (SELECT person.language \
                 FROM person \
                 JOIN person_role ON person_role.person_id = person.id \
                 WHERE person.company_id = company.id \
                   AND person.state = 'active' \
                   AND person_role.role = 'administrator' \
                 ORDER BY person.id \
                 LIMIT 1) \
         FROM company \
         WHERE company.id = $1",
    )
    .bind(company_id)
    .fetch_one(connection)
    .await?;
    Ok(Recipient::of(company, NO_PAGE))
}

async fn platform(connection: &mut Connection) -> Outcome<Recipient> {
    address_of(connection, CompanyId::PLATFORM.value()).await
}

async fn administrators(
    connection: &mut Connection,
    reseller_id: i64,
    topic: Topic,
    page: Lang,
) -> Outcome<Vec<Recipient>> {
    let (for_thresholds, for_suspensions) = match topic {
        Topic::Threshold => (true, false),
        Topic::Suspension => (false, true),
    };
    let people: Vec<Addressee> = sqlx::query_as(active_people!(
        "person.company_id = $1 \
           AND person_role.role = 'administrator' \
           AND ((person.notify_threshold AND $2) OR (person.notify_suspension AND $3))"
    ))
    .bind(reseller_id)
    .bind(for_thresholds)
    .bind(for_suspensions)
    .fetch_all(connection)
    .await?;
    Ok(people.into_iter().map(|person| Recipient::of(person, page)).collect())
}
