//! What follows from an edit of the credit limit or the notification threshold.

use app::companies::{Draft, Field};
use app::error::ApiError;
use app::money::{CreditChange, Grant, Ground, Impact};
use app::values::{Kopecks, Lang};

use super::super::actor::{Actor, CompanyAdmin};
use super::super::company_row::{self, CompanyRow};
use super::super::{Engine, Tx, outbox, people};
use super::books::Books;
use super::ground::ground;
use super::letters::{Sheet, address_of};
use super::seen::Seen;
use super::settle::{self, Trigger};
use super::{pool, time};
use crate::failure::Outcome;
use crate::mail::Letter;

/// An edit of a company that the transaction has locked, before anything of it is written.
pub(in super::super) struct CreditEdit {
    books: Books,
    ground: Ground,
    change: CreditChange,
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
        let change = CreditChange::of(changes).map_err(|_| row.broken("a checked amount does not parse"))?;
        let mut books = Books::of(tx, row.clone()).await?;
        time::catch_up(engine, tx, &mut books).await?;
        if change.limit.is_some() {
            pool::lock(tx, row).await?;
        }
        Ok(Self {
            change,
            email: changes.get(&Field::Email).unwrap_or(&row.email).clone(),
            ground: ground(engine, tx, admin, page, &books).await?,
            books,
            page,
        })
    }

    /// What it will bring about.
    pub(in super::super) fn impact(&self) -> Impact {
        self.ground.impact(self.change, &self.email)
    }

    /// [`ApiError::PreviewChanged`] where another outcome was `seen`.
    pub(in super::super) fn hold_to(&self, seen: Option<&Seen>) -> Result<(), ApiError> {
        match seen {
            Some(seen) if self.change.is_any() && !seen.is(&self.impact()) => {
                Err(ApiError::PreviewChanged(Box::new(self.ground.clone())))
            }
            _ => Ok(()),
        }
    }

    /// Brings it about, once the fields are written. A limit beyond the reseller's cap is refused at its field.
    pub(in super::super) async fn follow(
        self,
        engine: &Engine,
        tx: &mut Tx,
        admin: CompanyAdmin<'_>,
        reason: &str,
    ) -> Outcome<()> {
        let Self { mut books, ground, change, page, .. } = self;
        if !change.is_any() {
            return Ok(());
        }
        let old = books.account.limit;
        books.account = ground.edited(change);
        if let Some(row) = company_row::find(&mut **tx, admin.reach(), books.company.id()?).await? {
            books.company = row;
        }
        if change.limit.is_some() {
            let before = ground.account.effective_limit(ground.at);
            pool::keep_within(engine, tx, (admin, page), &books, before, Field::CreditLimit.wire()).await?;
            tell_of_limit(engine, tx, admin.actor(), &books, (old, reason), page).await?;
        }
        if change.threshold.is_some() {
            settle::set_main_threshold(tx, books.company.id, &books.account).await?;
        }
        let trigger = Trigger::edit(admin.actor(), page, change.limit.map(|_| Grant::Limit));
        settle::settle(engine, tx, &books.company, &mut books.account, &trigger).await
    }
}

/// The company reads what another has granted to it, or taken.
async fn tell_of_limit(
    engine: &Engine,
    tx: &mut Tx,
    actor: &Actor,
    books: &Books,
    (old, reason): (Kopecks, &str),
    page: Lang,
) -> Outcome<()> {
    let Books { company, account, .. } = books;
    if actor.company_id == company.id {
        return Ok(());
    }
    let by = people::acting(tx, actor).await?;
    let sheet = Sheet { house: &engine.house, company, account, now: engine.house.now(), page };
    let letter =
        Letter::CreditLimitChanged { account: sheet.facts(), old, new: account.limit, by, reason: reason.to_owned() };
    let receiver = address_of(tx, company.id).await?;
    outbox::enqueue(tx, &engine.house, &receiver.email, receiver.lang, &letter).await?;
    Ok(())
}
