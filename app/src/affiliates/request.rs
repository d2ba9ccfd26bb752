//! Requests to attach an existing company to a reseller, as `/support` shows them.

use serde::{Deserialize, Serialize};

use super::Finding;
use crate::values::RequestId;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    New,
    Completed,
    Declined,
    /// By its own company.
    Withdrawn,
}

/// One request. The requester sees the IDs as typed; names and findings are the operator's alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    pub id: RequestId,
    pub reseller_id: i64,
    pub company_id: i64,
    pub comment: String,
    pub state: RequestState,
    /// The operator's reason, where declined.
    pub reason: String,
    pub created_at: i64,
    pub settled_at: Option<i64>,
    /// The IANA name of the reader's company's time zone, and its offset when the request was made, minutes east of
    /// UTC: the zone of the times shown.
    pub zone: String,
    pub offset_minutes: i16,
    /// By administrators of the company that made it, the oldest first.
    pub comments: Vec<Comment>,
    /// For the operator only.
    pub review: Option<Review>,
}

/// What was added to a request while it was open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    pub by: String,
    pub text: String,
    /// Unix milliseconds.
    pub at: i64,
    /// Of the reader's zone at that moment.
    pub offset_minutes: i16,
}

impl Request {
    /// What is to be read of it: the comment or, once declined, the reason.
    pub fn remark(&self) -> &str {
        if self.reason.is_empty() { &self.comment } else { &self.reason }
    }
}

/// What the operator sees before deciding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    pub requested_by: String,
    pub reseller_name: Option<String>,
    pub company_name: Option<String>,
    /// Every check with its verdict; none once the request is settled.
    pub findings: Vec<Finding>,
}

/// The reseller behind a registration page: its name and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registrar {
    pub name: String,
}
