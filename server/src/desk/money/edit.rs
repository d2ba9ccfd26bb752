//! What follows from an edit of the credit limit or the notification threshold.

use app::companies::{Draft, Field};
use app::error::ApiError;
use app::money::{Ground, Impact};
use app::values::{CreditLimit, Kopecks, Lang, Threshold};

use super::super::actor::{Actor, CompanyAdmin};
use super::super::company_row::{self, CompanyRow};
use super::super::{Engine, Tx, outbox, people};
use super::books::Books;
use super::ground::ground;
use super::letters::{Sheet, address_of};
use super::settle::{self, Trigger};
use super::{pool, time};
use crate::failure::Outcome;
use crate::mail::{Grant, Letter};

/// An edit of a company that the transaction has locked, before anything of it is written.
pub(in super::super) struct CreditEdit {
    books: Books,
    ground: Ground,
    limit: Option<Kopecks>,
    threshold: Option<Option<Kopecks>>,
    /// The company's address after the edit.
    email: String,
    page: Lang,
}

impl CreditEdit {
    /// `changes` have been checked.
    pub(in super::super) async fn of(
        engine: &Engine,
        tx: &mut Tx,
        admin: CompanyAdmin<'_>,
        page: Lang,
        row: &CompanyRow,
        changes: &Draft,
    ) -> Outcome<Self> {
        let limit = changes.get(&Field::CreditLimit).map(|text| CreditLimit::parse(text)).transpose();
        let threshold = changes.get(&Field::NotificationThreshold).map(|text| Threshold::parse(text)).transpose();
        let broken = |_| row.broken("a checked amount does not parse");
        let mut books = Books::of(tx, row.clone()).await?;
        time::catch_up(engine, tx, &mut books).await?;
        Ok(Self {
            limit: limit.map_err(broken)?.map(CreditLimit::kopecks),
            threshold: threshold.map_err(broken)?.map(Threshold::kopecks),
            email: changes.get(&Field::Email).unwrap_or(&row.email).clone(),
            ground: ground(engine, tx, admin, page, &books).await?,
            books,
            page,
        })
    }

    /// What it will bring about.
    pub(in super::super) fn impact(&self) -> Impact {
        self.ground.impact(self.limit, self.threshold, &self.email)
    }

    /// [`ApiError::PreviewChanged`] where another outcome was `seen`.
    pub(in super::super) fn hold_to(&self, seen: Option<&Impact>) -> Result<(), ApiError> {
        let is_of_credit = self.limit.is_some() || self.threshold.is_some();
        match seen {
            Some(seen) if is_of_credit && !self.impact().keeps_the_promise_of(seen) => {
                Err(ApiError::PreviewChanged(Box::new(self.ground.clone())))
            }
            _ => Ok(()),
        }
    }

    /// Brings it about, once the fields are written. A limit beyond the reseller's cap is refused at its field.
    pub(in super::super) async fn follow(self, engine: &Engine, tx: &mut Tx, admin: CompanyAdmin<'_>) -> Outcome<()> {
        if self.limit.is_none() && self.threshold.is_none() {
            return Ok(());
        }
        let Self { mut books, ground, limit, threshold, page, .. } = self;
        let old = books.account.limit;
        books.account = ground.edited(limit, threshold);
        if let Some(row) = company_row::find(&mut **tx, admin.reach(), books.company.id()?).await? {
            books.company = row;
        }
        if limit.is_some() {
            let before = ground.account.effective_limit(ground.at);
            pool::keep_within(engine, tx, (admin, page), &books, before, Field::CreditLimit.wire()).await?;
            tell_of_limit(engine, tx, admin.actor(), &books, old, page).await?;
        }
        if threshold.is_some() {
            settle::set_main_threshold(tx, books.company.id, &books.account).await?;
        }
        let trigger = Trigger::edit(admin.actor(), page, limit.map(|_| Grant::Limit));
        settle::settle(engine, tx, &books.company, &mut books.account, &trigger).await
    }
}

/// The company reads what another has granted to it, or taken.
async fn tell_of_limit(
    engine: &Engine,
    tx: &mut Tx,
    actor: &Actor,
    books: &Books,
    old: Kopecks,
    page: Lang,
) -> Outcome<()> {
    let Books { company, account, .. } = books;
    if actor.company_id == company.id {
        return Ok(());
    }
    let by = people::acting(tx, actor).await?;
    let sheet = Sheet { house: &engine.house, company, account, now: engine.house.now(), page };
    let letter = Letter::CreditLimitChanged { account: sheet.facts(), old, new: account.limit, by };
    let receiver = address_of(tx, company.id).await?;
    outbox::enqueue(tx, &engine.house, &receiver.email, receiver.lang, &letter).await?;
    Ok(())
}
