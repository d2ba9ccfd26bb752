//! Requests as `/support` shows them: the operator's queue with findings, everybody else's own without.

use std::collections::HashMap;

use app::affiliates::{Request, RequestState, Review};
use app::values::RequestId;

use super::super::Engine;
use super::super::actor::CompanyAdmin;
use super::obstacle::obstacle;
use super::side::{self, Side};
use crate::failure::{Failure, Outcome};
use crate::zones::offset_minutes;

/// The longest list shown; what lies beyond is older.
const SHOWN: i64 = 1000;

#[derive(sqlx::FromRow)]
struct RequestRow {
    id: i64,
    reseller_id: i64,
    company_id: i64,
    comment: String,
    state: String,
    reason: String,
    created_at: i64,
    settled_at: Option<i64>,
    requested_by: String,
    requester_company: String,
    reseller_name: Option<String>,
    company_name: Option<String>,
    zone: String,
}

/// Open ones first, then the newest. The operator sees all, everybody else those that their company made.
pub(in super::super) async fn list(engine: &Engine, admin: CompanyAdmin<'_>) -> Outcome<Vec<Request>> {
    let actor = admin.actor();
    let is_operator = actor.is_operator();
    let rows = rows(engine, is_operator, actor.company_id).await?;
    if !is_operator {
        return rows.into_iter().map(|row| row.request(None)).collect();
    }
    let sides = side::of_open_requests(&engine.db.reads).await?;
    let reviewed = rows.into_iter().map(|row| {
        let review = row.review(&sides)?;
        row.request(Some(review))
    });
    reviewed.collect()
}

async fn rows(engine: &Engine, is_operator: bool, company_id: i64) -> Outcome<Vec<RequestRow>> {
    let rows = sqlx::query_as(
        "SELECT support_request.id, support_request.reseller_id, support_request.company_id, support_request.comment, \
                support_request.state, support_request.reason, support_request.created_at, support_request.settled_at, \
                person.full_name AS requested_by, requester.name AS requester_company, \
                reseller.name AS reseller_name, company.name AS company_name, reader.time_zone AS zone \
         FROM support_request \
         JOIN person ON person.id = support_request.requested_by \
         JOIN company AS requester ON requester.id = support_request.requester_company_id \
         JOIN company AS reader ON reader.id = $2 \
         LEFT JOIN company AS reseller ON reseller.id = support_request.reseller_id \
         LEFT JOIN company ON company.id = support_request.company_id \
         WHERE $1 OR support_request.requester_company_id = $2 \
         ORDER BY CASE support_request.state WHEN 'new' THEN 0 ELSE 1 END, support_request.id DESC \
         LIMIT $3",
    )
    .bind(is_operator)
    .bind(company_id)
    .bind(SHOWN)
    .fetch_all(&engine.db.reads)
    .await?;
    Ok(rows)
}

impl RequestRow {
    /// A settled request has no obstacles any more.
    fn review(&self, sides: &HashMap<i64, Side>) -> Outcome<Review> {
        let is_open = self.state()? == RequestState::New;
        let found = obstacle(sides.get(&self.reseller_id), sides.get(&self.company_id))?;
        Ok(Review {
            requested_by: format!("{}, {}", self.requested_by, self.requester_company),
            reseller_name: self.reseller_name.clone(),
            company_name: self.company_name.clone(),
            obstacle: found.filter(|_| is_open),
        })
    }

    fn request(self, review: Option<Review>) -> Outcome<Request> {
        Ok(Request {
            id: RequestId::try_from(self.id).map_err(|_| self.corrupt("id"))?,
            reseller_id: self.reseller_id,
            company_id: self.company_id,
            state: self.state()?,
            comment: self.comment,
            reason: self.reason,
            created_at: self.created_at,
            settled_at: self.settled_at,
            offset_minutes: offset_minutes(&self.zone, self.created_at),
            zone: self.zone,
            review,
        })
    }

    fn state(&self) -> Outcome<RequestState> {
        match self.state.as_str() {
            "new" => Ok(RequestState::New),
            "completed" => Ok(RequestState::Completed),
            "declined" => Ok(RequestState::Declined),
            _ => Err(self.corrupt("state")),
        }
    }

    fn corrupt(&self, column: &'static str) -> Failure {
        Failure::Corrupt { table: "support_request", column, id: self.id.to_string() }
    }
}
