//! A token at the desk: each method is one operation with the rights of its holder.

use std::sync::Arc;

use app::companies::{Book, CompanyForm, Field};
use app::error::ApiError;
use app::fields::Fields;
use app::money::{Access, Entry, IdempotencyKey, Impact, NewEntry};
use app::people::Right;
use app::values::{CompanyId, Version};
use async_trait::async_trait;

use super::super::company_save::Wish;
use super::super::money::Seen;
use super::super::outbox::NO_PAGE;
use super::super::{Engine, Tx, companies, company_list, company_save, money};
use super::holder::{self, Holder};
use crate::api_v1::ApiDesk;
use crate::failure::Outcome;
use crate::store::{Answer, Visit};

struct TokenSeat {
    engine: Arc<Engine>,
    visit: Visit,
    holder: Holder,
}

/// The desk of the token that a call brings.
pub(in super::super) async fn open(engine: Arc<Engine>, visit: Visit, token: &str) -> Answer<Arc<dyn ApiDesk>> {
    let found = holder::find(&engine, visit.address, token).await;
    let found = found.map_err(|failure| failure.into_api(&*engine.house.chance))?;
    let holder = found.ok_or(ApiError::Unauthenticated)?;
    // What another system accepts is not what the readers of a letter read.
    let visit = Visit { lang: NO_PAGE, ..visit };
    Ok(Arc::new(TokenSeat { engine, visit, holder }))
}

impl TokenSeat {
    fn answer<T>(&self, outcome: Outcome<T>) -> Answer<T> {
        outcome.map_err(|failure| failure.into_api(&*self.engine.house.chance))
    }

    async fn check_post(&self, id: CompanyId) -> Outcome<()> {
        self.holder.needs_money()?;
        money::may_post(&self.engine, self.holder.actor.company_admin()?, id).await
    }

    async fn post(&self, id: CompanyId, entry: &NewEntry, key: &IdempotencyKey, hash: &str) -> Outcome<(Entry, bool)> {
        let (tx, holder) = self.begin().await?;
        let admin = holder.actor.company_admin()?;
        money::post_by_token(&self.engine, tx, admin, &self.visit, id, (entry, key, hash)).await
    }

    /// A transaction that will write. The token is looked at again in it, so that none writes after its end.
    async fn begin(&self) -> Outcome<(Tx, Holder)> {
        let mut tx = self.engine.db.begin().await?;
        let holder = holder::hold(&mut tx, &self.holder.token_hash, self.engine.house.now()).await?;
        holder.needs_money()?;
        Ok((tx, holder))
    }

    async fn preview(&self, id: CompanyId, version: Option<Version>, changes: Fields) -> Outcome<Option<Impact>> {
        let (tx, holder) = self.begin().await?;
        refuse_guarded(&changes)?;
        let admin = holder.actor.admin_with(Right::EditCompanies)?;
        company_save::try_out(&self.engine, tx, admin, &self.visit, id, version, changes).await
    }

    async fn save(&self, id: CompanyId, wish: Wish) -> Outcome<Option<CompanyForm>> {
        let (tx, holder) = self.begin().await?;
        refuse_guarded(&wish.changes)?;
        let admin = holder.actor.admin_with(Right::EditCompanies)?;
        let saved = company_save::save_unchanged(&self.engine, tx, admin, &self.visit, id, wish).await?;
        Ok(saved.map(|saved| saved.form))
    }
}

/// How people sign in is no token's to change.
fn refuse_guarded(changes: &Fields) -> Result<(), ApiError> {
    let guarded = Field::RequireSecondFactor.wire();
    if changes.contains_key(guarded) { Err(ApiError::Refused(guarded.to_owned())) } else { Ok(()) }
}

#[async_trait]
impl ApiDesk for TokenSeat {
    fn token_id(&self) -> &str {
        &self.holder.token_id
    }

    fn now(&self) -> i64 {
        self.engine.house.now()
    }

    async fn companies(&self) -> Answer<Arc<Book>> {
        let (_, book) = self.answer(company_list::load(&self.engine, self.holder.actor.company_admin()?).await)?;
        Ok(book)
    }

    async fn company(&self, id: CompanyId) -> Answer<CompanyForm> {
        self.answer(companies::open(&self.engine, self.holder.actor.company_admin()?, id).await)
    }

    async fn access(&self, id: CompanyId) -> Answer<Access> {
        self.answer(money::access(&self.engine, self.holder.actor.company_admin()?, id).await)
    }

    async fn may_post(&self, id: CompanyId) -> Answer<()> {
        self.answer(self.check_post(id).await)
    }

    async fn post_entry(
        &self,
        id: CompanyId,
        entry: &NewEntry,
        key: &IdempotencyKey,
        hash: &str,
    ) -> Answer<(Entry, bool)> {
        self.answer(self.post(id, entry, key, hash).await)
    }

    async fn preview_company(
        &self,
        id: CompanyId,
        version: Option<Version>,
        changes: Fields,
    ) -> Answer<Option<(Impact, String)>> {
        let impact = self.answer(self.preview(id, version, changes).await)?;
        Ok(impact.map(|impact| {
            let tag = money::tag(&impact);
            (impact, tag)
        }))
    }

    async fn save_company(
        &self,
        id: CompanyId,
        version: Option<Version>,
        changes: Fields,
        outcome: Option<String>,
    ) -> Answer<Option<CompanyForm>> {
        let wish = Wish { base: version, changes, undoes: None, seen: outcome.map(Seen::Tag) };
        self.answer(self.save(id, wish).await)
    }
}
