//! What really went wrong. Logged once, where it becomes the little that a client may learn.

use app::error::ApiError;
use app::values::{Invalid, Problem};

use crate::clock::{Chance, random_id};

/// The error of every operation on the desk.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Told to the client as it is.
    #[error("refused: {0}")]
    Refused(ApiError),
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// A stored value that no longer parses: the row was written by something else.
    #[error("corrupt row: {table}.{column} of {id}")]
    Corrupt { table: &'static str, column: &'static str, id: String },
    #[error("{0}")]
    Broken(String),
}

pub type Outcome<T> = Result<T, Failure>;

impl Failure {
    /// The client's answer. Logs what the client does not learn, with the incident number that it does.
    pub fn into_api(self, chance: &dyn Chance) -> ApiError {
        match self {
            Self::Refused(error) => error,
            Self::Database(sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed) => ApiError::Busy,
            Self::Database(sqlx::Error::Database(error)) if is_passing(&*error) => {
                tracing::warn!(%error, "two writers met");
                ApiError::Busy
            }
            Self::Database(error) if is_out_of_order(&error) => {
                tracing::error!(%error, "the database is out of order");
                ApiError::Busy
            }
            broken => {
                let incident = random_id(chance);
                tracing::error!(incident, error = %broken, "operation failed");
                ApiError::Internal(incident)
            }
        }
    }

    /// A refusal of one field.
    pub fn field(field: &str, problem: Problem) -> Self {
        let mut invalid = Invalid::default();
        invalid.add(field, problem);
        Self::Refused(ApiError::Invalid(invalid))
    }

    /// Whether a unique column refused the row.
    pub fn is_duplicate(&self) -> bool {
        matches!(self, Self::Database(sqlx::Error::Database(error)) if error.is_unique_violation())
    }
}

/// Whether the database gave up one of two transactions that wait for each other: tried again, it goes through.
/// PostgreSQL's `deadlock_detected` and `serialization_failure`; SQLite's `SQLITE_BUSY`.
fn is_passing(error: &dyn sqlx::error::DatabaseError) -> bool {
    error.code().is_some_and(|code| matches!(&*code, "40P01" | "40001" | "5"))
}

/// Whether the database cannot be reached, or takes nothing more: the connection broke, the server goes down or starts, the
/// disk is full or fails. Nothing was stored, and the same request may be made again.
///
/// PostgreSQL's classes 08 (connection), 53 (resources), 57P (intervention of its operator), 58 (system); SQLite's
/// `IOERR`, `FULL`, `CANTOPEN`, whose kinds are told by the higher bytes.
fn is_out_of_order(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::Protocol(_) | sqlx::Error::WorkerCrashed => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| {
            if code.len() < 5 {
                code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 10 | 13 | 14))
            } else {
                ["08", "53", "57P", "58"].iter().any(|class| code.starts_with(class))
            }
        }),
        _ => false,
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Refused(error)
    }
}

impl From<Invalid> for Failure {
    fn from(invalid: Invalid) -> Self {
        Self::Refused(ApiError::Invalid(invalid))
    }
}
