//! One request and its answer over HTTP: straight to the service, past any proxy, following no redirect.

use std::error::Error as _;
use std::io;
use std::time::Duration;

use app::requisites::LookUpTrouble;
use axum::body::Bytes;
use http::{HeaderValue, Request, StatusCode, header};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::{Client, Error};
use hyper_util::rt::TokioExecutor;
use serde_json::Value;
use tokio::time::timeout;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const LARGEST_ANSWER: usize = 1024 * 1024;

pub(super) struct Wire {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    base: String,
    /// `Token …`, marked as a secret: whatever prints headers leaves it out.
    key: HeaderValue,
    /// For a request as a whole, its second try included.
    patience: Duration,
}

/// Why an exchange came to nothing.
enum Fault {
    /// The connection broke: on the way there or on the way back, who knows. The question changes nothing at the
    /// service, so it can be asked once more.
    Dropped,
    Final(LookUpTrouble),
}

impl Wire {
    /// `None` where the key cannot stand in a header, which the settings refuse before.
    pub(super) fn new(base: &str, key: &str, patience: Duration) -> Option<Self> {
        let mut key = HeaderValue::from_str(&format!("Token {key}")).ok()?;
        key.set_sensitive(true);
        let ring = rustls::crypto::ring::default_provider();
        let tls = HttpsConnectorBuilder::new().with_provider_and_webpki_roots(ring).ok()?;
        let connector = tls.https_or_http().enable_http1().build();
        // Look-ups are rare: a connection kept for the next one would mostly be a dead one.
        let client = Client::builder(TokioExecutor::new())
            .pool_max_idle_per_host(0)
            .retry_canceled_requests(false)
            .build(connector);
        Some(Self { client, base: base.to_owned(), key, patience })
    }

    /// Posts a query to a method of the service; its answer.
    pub(super) async fn ask(&self, method: &str, query: &Value) -> Result<Value, LookUpTrouble> {
        let answer = timeout(self.patience, self.ask_twice(method, query)).await;
        let bytes = answer.unwrap_or(Err(LookUpTrouble::TimedOut))?;
        serde_json::from_slice(&bytes).map_err(|_| LookUpTrouble::BrokenAnswer)
    }

    /// Asks again at once, and once only, where the connection broke. Whatever the service itself says is final.
    async fn ask_twice(&self, method: &str, query: &Value) -> Result<Bytes, LookUpTrouble> {
        let first = match self.exchange(method, query).await {
            Err(Fault::Dropped) => self.exchange(method, query).await,
            first => first,
        };
        first.map_err(|fault| match fault {
            Fault::Dropped => LookUpTrouble::Unreachable,
            Fault::Final(trouble) => trouble,
        })
    }

    async fn exchange(&self, method: &str, query: &Value) -> Result<Bytes, Fault> {
        let request = Request::post(format!("{}/{method}", self.base))
            .header(header::CONTENT_TYPE, JSON)
            .header(header::ACCEPT, JSON)
            .header(header::USER_AGENT, HeaderValue::from_static("Kontora"))
            .header(header::AUTHORIZATION, &self.key)
            .body(Full::from(query.to_string()))
            .map_err(|_| Fault::Final(LookUpTrouble::Unreachable))?;
        let response = self.client.request(request).await.map_err(|error| fault(&error))?;
        match response.status() {
            StatusCode::OK => whole(response.into_body()).await,
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(Fault::Final(LookUpTrouble::KeyRefused)),
            StatusCode::TOO_MANY_REQUESTS => Err(Fault::Final(LookUpTrouble::LimitReached)),
            _ => Err(Fault::Final(LookUpTrouble::ServiceFailed)),
        }
    }
}

async fn whole(body: Incoming) -> Result<Bytes, Fault> {
    match Limited::new(body, LARGEST_ANSWER).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(Fault::Final(LookUpTrouble::BrokenAnswer)),
        Err(_) => Err(Fault::Dropped),
    }
}

fn fault(error: &Error) -> Fault {
    if error.is_connect() {
        return Fault::Final(LookUpTrouble::Unreachable);
    }
    match error.source().and_then(|cause| cause.downcast_ref::<hyper::Error>()) {
        Some(cause) if is_dropped(cause) => Fault::Dropped,
        Some(_) => Fault::Final(LookUpTrouble::BrokenAnswer),
        None => Fault::Final(LookUpTrouble::Unreachable),
    }
}

fn is_dropped(error: &hyper::Error) -> bool {
    let is_of_io = error.source().is_some_and(|cause| cause.is::<io::Error>());
    error.is_incomplete_message() || error.is_canceled() || error.is_closed() || is_of_io
}
