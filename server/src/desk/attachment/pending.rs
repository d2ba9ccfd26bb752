//! A request that somebody decides about, locked until the transaction ends.

use app::error::ApiError;
use app::values::{Problem, RequestId};

use super::super::{Engine, Tx};
use crate::failure::{Failure, Outcome};

#[derive(sqlx::FromRow, Clone, Debug)]
pub(super) struct Pending {
    pub(super) id: i64,
    pub(super) reseller_id: i64,
    pub(super) company_id: i64,
    pub(super) requested_by: i64,
    pub(super) requester_company_id: i64,
    state: String,
}

impl Pending {
    /// Any request; [`ApiError::Missing`] when there is none.
    pub(super) async fn lock(tx: &mut Tx, id: RequestId) -> Outcome<Self> {
        let pending: Option<Self> = sqlx::query_as(concat!(
            "SELECT id, reseller_id, company_id, requested_by, requester_company_id, state \
             FROM support_request \
             WHERE id = $1",
            for_update!()
        ))
        .bind(i64::from(id))
        .fetch_optional(&mut **tx)
        .await?;
        Ok(pending.ok_or(ApiError::Missing)?)
    }

    /// Whether it is settled in this way already: doing it twice is doing it once.
    ///
    /// # Errors
    /// The state that it reached, at `form`, when somebody has settled it another way meanwhile.
    pub(super) fn is_already(&self, state: &str) -> Outcome<bool> {
        if self.state == state {
            return Ok(true);
        }
        match self.state.as_str() {
            "new" => Ok(false),
            "completed" => Err(Failure::field("form", Problem::RequestCompleted)),
            "declined" => Err(Failure::field("form", Problem::RequestDeclined)),
            _ => Err(Failure::field("form", Problem::RequestWithdrawn)),
        }
    }

    /// Writes how it ended, and who ended it.
    pub(super) async fn close(
        &self,
        tx: &mut Tx,
        engine: &Engine,
        settled_by: i64,
        state: &str,
        reason: &str,
    ) -> Outcome<()> {
        sqlx::query(
            "UPDATE support_request \
             SET state = $1, reason = $2, settled_by = $3, settled_at = $4 \
             WHERE id = $5",
        )
        .bind(state)
        .bind(reason)
        .bind(settled_by)
        .bind(engine.house.now())
        .bind(self.id)
        .execute(&mut **tx)
        .await?;
        Ok(())
    }
}
