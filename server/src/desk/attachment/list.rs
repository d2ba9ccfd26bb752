//! Requests as `/support` shows them: the operator's queue with findings, everybody else's own without.

use std::collections::HashMap;

use app::affiliates::{Comment, Request, RequestState, Review};
use app::values::RequestId;

use super::super::Engine;
use super::super::actor::CompanyAdmin;
use super::findings::findings;
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
    let mut comments = comments(engine, is_operator, actor.company_id).await?;
    let sides = if is_operator { side::of_open_requests(&engine.db.reads).await? } else { HashMap::new() };
    let requests = rows.into_iter().map(|row| {
        let review = is_operator.then(|| row.review(&sides)).transpose()?;
        let comments = comments.remove(&row.id).unwrap_or_default();
        row.request(review, comments)
    });
    requests.collect()
}

/// By request, the oldest first; the times in the reader's zone.
async fn comments(engine: &Engine, is_operator: bool, company_id: i64) -> Outcome<HashMap<i64, Vec<Comment>>> {
    let rows: Vec<(i64, String, String, i64, String)> = sqlx::query_as(
        "SELECT request_comment.request_id, person.full_name, request_comment.text, request_comment.written_at, \
                reader.time_zone \
         FROM request_comment \
         JOIN support_request ON support_request.id = request_comment.request_id \
         JOIN person ON person.id = request_comment.person_id \
         JOIN company AS reader ON reader.id = $2 \
         WHERE $1 OR support_request.requester_company_id = $2 \
         ORDER BY request_comment.request_id, request_comment.number",
    )
    .bind(is_operator)
    .bind(company_id)
    .fetch_all(&engine.db.reads)
    .await?;
    let mut comments: HashMap<i64, Vec<Comment>> = HashMap::new();
    for (request, by, text, at, zone) in rows {
        let offset_minutes = offset_minutes(&zone, at);
        comments.entry(request).or_default().push(Comment { by, text, at, offset_minutes });
    }
    Ok(comments)
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
    /// In a settled request nothing is looked at any more.
    fn review(&self, sides: &HashMap<i64, Side>) -> Outcome<Review> {
        let is_open = self.state()? == RequestState::New;
        let found = findings(sides.get(&self.reseller_id), sides.get(&self.company_id))?;
        Ok(Review {
            requested_by: format!("{}, {}", self.requested_by, self.requester_company),
            reseller_name: self.reseller_name.clone(),
            company_name: self.company_name.clone(),
            findings: if is_open { found } else { Vec::new() },
        })
    }

    fn request(self, review: Option<Review>, comments: Vec<Comment>) -> Outcome<Request> {
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
            comments,
            review,
        })
    }

    fn state(&self) -> Outcome<RequestState> {
        match self.state.as_str() {
            "new" => Ok(RequestState::New),
            "completed" => Ok(RequestState::Completed),
            "declined" => Ok(RequestState::Declined),
            "withdrawn" => Ok(RequestState::Withdrawn),
            _ => Err(self.corrupt("state")),
        }
    }

    fn corrupt(&self, column: &'static str) -> Failure {
        Failure::Corrupt { table: "support_request", column, id: self.id.to_string() }
    }
}
