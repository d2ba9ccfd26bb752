//! What the web server and the workers ask of an engine, whichever it is.

use std::net::IpAddr;
use std::sync::Arc;

use app::desk::Entrance;
use app::directories::ImportReport;
use app::error::ApiError;
use app::requisites::PartiesReport;
use app::values::Lang;
use async_trait::async_trait;

use crate::api_v1::ApiDesk;
use crate::cookies::Cookies;
use crate::failure::Outcome;

/// One database with the desk on it.
#[async_trait]
pub trait Store: Send + Sync {
    /// The way in for one request.
    fn entrance(self: Arc<Self>, visit: Visit) -> Arc<dyn Entrance>;
    /// The desk of the API's token that a call brings; [`ApiError::Unauthenticated`] when it is none that lives.
    async fn api(self: Arc<Self>, visit: Visit, token: &str) -> Answer<Arc<dyn ApiDesk>>;
    /// Whether the database answers.
    async fn is_ready(&self) -> bool;
    /// Whether no company exists yet.
    async fn is_empty(&self) -> Outcome<bool>;
    /// Sends letters that are due; how many were tried.
    async fn send_letters(&self) -> Outcome<usize>;
    /// Reminds of and removes unconfirmed registrations, forgets old attempts and sessions.
    async fn tidy(&self) -> Outcome<()>;
    /// Ends temporary limits and postponements that are over, announces and repeats what is due.
    async fn keep_time(&self) -> Outcome<()>;
    /// Makes the reports that are due.
    async fn make_reports(&self) -> Outcome<()>;
    /// Makes a platform operator; the one-time link to set the password.
    async fn create_operator(&self, email: &str) -> Outcome<String>;
    /// Fills an empty database with demo data.
    async fn fill_demo(&self, companies: u32, seed: u64) -> Outcome<()>;
    /// Stores the organizations of a CSV file in the platform's own directory; nothing while a line is bad.
    async fn import_parties(&self, file: Vec<u8>) -> Outcome<PartiesReport>;
    /// Makes a file the directory of banks, also against doubts that can be confirmed.
    async fn import_banks(&self, file_name: &str, file: Vec<u8>, is_confirmed: bool) -> Outcome<ImportReport>;
    /// The first company whose ledger is not what it has to be: numbers without gaps, each balance the one before and the
    /// amount.
    async fn broken_ledger(&self) -> Outcome<Option<i64>>;
    /// Letters that were given up on.
    async fn dead_letters(&self) -> Outcome<u64>;
    /// Letters still to be sent.
    async fn queued_letters(&self) -> Outcome<u64>;
    /// Ends the use of the database; what runs on it is finished first.
    async fn close(&self);
}

/// What a request says about itself, found out once at the gate.
#[derive(Clone)]
pub struct Visit {
    /// Where answers put their cookies.
    pub cookies: Cookies,
    /// The client's address, through trusted proxies only.
    pub address: IpAddr,
    pub user_agent: String,
    /// Names this one request, in whatever it leaves behind.
    pub request_id: String,
    /// The language of the page.
    pub lang: Lang,
    /// The page that is asked for or asks.
    pub page: PageAsked,
    /// The slug of the reseller's domain the request came to, if it is one.
    pub slug: Option<String>,
}

/// Which page a request is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageAsked {
    /// None that says anything: a file, a probe, a form.
    None,
    /// The whole page at this path.
    Whole(String),
    /// A call of the page at this path; of a call that names no page, the call's own path.
    Call(String),
}

/// A client's answer in place of a failure.
pub type Answer<T> = Result<T, ApiError>;

impl Visit {
    /// A request that did not pass the gate: it carries nothing and is trusted with nothing.
    pub(crate) fn unknown() -> Self {
        Self {
            cookies: Cookies::of(&http::HeaderMap::new(), true),
            address: std::net::Ipv4Addr::UNSPECIFIED.into(),
            user_agent: String::new(),
            request_id: String::new(),
            lang: Lang::default(),
            page: PageAsked::None,
            slug: None,
        }
    }
}
