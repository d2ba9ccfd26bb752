//! A token at the desk: each method is one operation with the rights of its holder.

use std::sync::Arc;

use app::companies::{Book, CompanyForm, Field};
use app::error::ApiError;
use app::fields::Fields;
use app::people::Right;
use app::tokens::Permission;
use app::values::{CompanyId, Version};
use async_trait::async_trait;

use super::super::{Engine, companies, company_list, company_save};
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
    Ok(Arc::new(TokenSeat { engine, visit, holder }))
}

impl TokenSeat {
    fn answer<T>(&self, outcome: Outcome<T>) -> Answer<T> {
        outcome.map_err(|failure| failure.into_api(&*self.engine.house.chance))
    }

    /// The token is looked at again in the transaction, so that none writes after its end.
    async fn save(&self, id: CompanyId, version: Version, changes: Fields) -> Outcome<Option<CompanyForm>> {
        let mut tx = self.engine.db.begin().await?;
        let holder = holder::hold(&mut tx, &self.holder.token_hash, self.engine.house.now()).await?;
        if holder.permission != Permission::Money {
            return Err(ApiError::Refused(Permission::Money.as_str().to_owned()).into());
        }
        // How people sign in is no token's to change.
        let guarded = Field::RequireSecondFactor.wire();
        if changes.contains_key(guarded) {
            return Err(ApiError::Refused(guarded.to_owned()).into());
        }
        let admin = holder.actor.admin_with(Right::EditCompanies)?;
        let saved = company_save::save_unchanged(&self.engine, tx, admin, &self.visit, id, version, changes).await?;
        Ok(saved.map(|saved| saved.form))
    }
}

#[async_trait]
impl ApiDesk for TokenSeat {
    fn token_id(&self) -> &str {
        &self.holder.token_id
    }

    async fn companies(&self) -> Answer<Arc<Book>> {
        let (_, book) = self.answer(company_list::load(&self.engine, self.holder.actor.company_admin()?).await)?;
        Ok(book)
    }

    async fn company(&self, id: CompanyId) -> Answer<CompanyForm> {
        self.answer(companies::open(&self.engine, self.holder.actor.company_admin()?, id).await)
    }

    async fn save_company(&self, id: CompanyId, version: Version, changes: Fields) -> Answer<Option<CompanyForm>> {
        self.answer(self.save(id, version, changes).await)
    }
}
