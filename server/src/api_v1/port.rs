//! What a token opens. It has no users, tokens or sign-in details: there is nothing to call.

use std::sync::Arc;

use app::companies::{Book, CompanyForm};
use app::error::ApiError;
use app::fields::Fields;
use app::money::{Access, Entry, IdempotencyKey, Impact, NewEntry};
use app::values::{CompanyId, Version};
use async_trait::async_trait;

/// The desk of a live token. Every method sees only what the administrators of its company reach.
#[async_trait]
pub trait ApiDesk: Send + Sync {
    /// By which the calls of this token are counted.
    fn token_id(&self) -> &str;
    /// The present instant, Unix milliseconds.
    fn now(&self) -> i64;
    async fn companies(&self) -> Result<Arc<Book>, ApiError>;
    async fn company(&self, id: CompanyId) -> Result<CompanyForm, ApiError>;
    async fn access(&self, id: CompanyId) -> Result<Access, ApiError>;
    /// Refuses whoever may not write to this ledger.
    async fn may_post(&self, id: CompanyId) -> Result<(), ApiError>;
    /// Writes to the ledger, or gives what an earlier request with this key wrote; whether it did. `hash` tells requests
    /// apart.
    async fn post_entry(
        &self,
        id: CompanyId,
        entry: &NewEntry,
        key: &IdempotencyKey,
        hash: &str,
    ) -> Result<(Entry, bool), ApiError>;
    /// What saving the changed fields would bring about, and the name of that outcome; `None` when the company is of
    /// another version by now than the one that is named.
    async fn preview_company(
        &self,
        id: CompanyId,
        version: Option<Version>,
        changes: Fields,
    ) -> Result<Option<(Impact, String)>, ApiError>;
    /// Saves the changed fields by wire name, as typed; `None` when the company is of another version by now than the one
    /// that is named.
    /// [`ApiError::PreviewChanged`] where a change of the credit has another outcome than the one named.
    async fn save_company(
        &self,
        id: CompanyId,
        version: Option<Version>,
        changes: Fields,
        outcome: Option<String>,
    ) -> Result<Option<CompanyForm>, ApiError>;
}
