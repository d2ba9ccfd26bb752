//! A Kontora of its own for one story: a fresh database, a clock that stands still, letters to the sink.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::{env, fs};

use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, header};
use serde_json::{Value, json};
use server::clock::{Clock, SystemChance};
use server::config::Config;
use server::house::House;
use server::passwords::Passwords;
use server::store::Store;
use server::totp::Secret;
use server::{AppState, db, router};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use tower::ServiceExt as _;

use crate::smtp_sink::SmtpSink;

pub const MINUTE_MS: i64 = 60 * 1000;

/// Tells the time that the story says it is.
pub struct StoryClock(AtomicI64);

impl Clock for StoryClock {
    fn now(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

/// Where a story's data lie; gone with it, where it is a file.
pub struct Place {
    pub url: String,
    folder: Option<PathBuf>,
}

impl Place {
    fn file() -> Self {
        let folder = env::temp_dir().join(format!("kontora-mail-{}", fresh_name()));
        fs::create_dir_all(&folder).unwrap();
        Self { url: format!("sqlite:{}/kontora.db", folder.display()), folder: Some(folder) }
    }

    /// In the throw-away server that `KONTORA_TEST_POSTGRES` names, if it does.
    async fn postgres() -> Option<Self> {
        let server = env::var("KONTORA_TEST_POSTGRES").ok()?;
        let name = format!("mail_{}", fresh_name());
        let mut connection = PgConnection::connect(&server).await.unwrap();
        sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut connection).await.unwrap();
        let (server, options) = server
            .split_once('?')
            .map_or((server.as_str(), String::new()), |(server, options)| (server, format!("?{options}")));
        let (server, _) = server.rsplit_once('/').unwrap();
        Some(Self { url: format!("{server}/{name}{options}"), folder: None })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            drop(fs::remove_dir_all(folder));
        }
    }
}

fn fresh_name() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// One running server of the installation.
pub struct Installation {
    house: Arc<House>,
    pub store: Arc<dyn Store>,
    pub clock: Arc<StoryClock>,
    pub sink: SmtpSink,
    pub place: Arc<Place>,
}

impl Installation {
    async fn begin(place: Place) -> Self {
        let clock = Arc::new(StoryClock(AtomicI64::new(1_773_489_895_007)));
        let sink = SmtpSink::start().await;
        let place = Arc::new(place);
        let (house, store) = start(&place, &clock, &sink).await;
        Self { house, store, clock, sink, place }
    }

    /// Another server on the same database: after a restart, or beside the first.
    pub async fn another_server(&self) -> Arc<dyn Store> {
        start(&self.place, &self.clock, &self.sink).await.1
    }

    pub fn pass_minutes(&self, minutes: i64) {
        self.clock.0.fetch_add(minutes * MINUTE_MS, Ordering::SeqCst);
    }

    /// Makes an operator who has not set a password yet, and lets them ask for the link again: one letter.
    pub async fn cause_letter(&self, email: &str) {
        self.store.create_operator(email).await.unwrap();
        self.submit("/forgot-password", &[("email", email)]).await;
    }

    /// Makes an operator, signs them in and sets up their second factor, of which a letter tells them; their session cookie.
    pub async fn operator(&self, email: &str) -> String {
        let link = self.store.create_operator(email).await.unwrap();
        let (_, token) = link.rsplit_once('=').unwrap();
        let password = "wide river, slow boat";
        let answer = self.submit("/set-password", &[("token", token), ("password", password)]).await;
        let cookie = cookies(&answer);
        let fields = json!({"fields": {"current_password": password}}).to_string();
        let answer = self.post("/api/begin_second_factor", "application/json", &cookie, fields).await;
        // Whoever proves themselves again goes on under a new session token.
        let cookie = cookies(&answer);
        let set_up = json_of(answer).await;
        let code = Secret::parse(set_up["secret"].as_str().unwrap()).unwrap().code(self.clock.now()).unwrap();
        let fields = json!({"fields": {"code": code}}).to_string();
        let answer = self.post("/api/confirm_second_factor", "application/json", &cookie, fields).await;
        self.send().await;
        let renewed = cookies(&answer);
        if renewed.is_empty() { cookie } else { renewed }
    }

    /// Sends a plain form, as a browser without WASM does.
    async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Response<Body> {
        let form = fields.iter().map(|(name, value)| format!("{name}={}", percent_encoded(value)));
        let form = form.collect::<Vec<_>>().join("&");
        self.post(path, "application/x-www-form-urlencoded", "", form).await
    }

    /// Calls a server function; its answer as JSON.
    pub async fn call(&self, function: &str, cookie: &str, arguments: Value) -> Value {
        let answer = self.post(&format!("/api/{function}"), "application/json", cookie, arguments.to_string()).await;
        json_of(answer).await
    }

    async fn post(&self, path: &str, content: &str, cookie: &str, body: String) -> Response<Body> {
        let request = Request::post(path)
            .header(header::HOST, "localhost:3000")
            .header(header::ORIGIN, "http://localhost:3000")
            .header(header::CONTENT_TYPE, content)
            .header(header::ACCEPT_LANGUAGE, "en")
            .header(header::COOKIE, cookie)
            .body(Body::from(body))
            .unwrap();
        let router = router(AppState::new(Arc::clone(&self.house), Arc::clone(&self.store)));
        let answer = router.oneshot(request).await.unwrap();
        assert!(answer.status().is_success() || answer.status().is_redirection(), "{path}: {}", answer.status());
        answer
    }

    /// Lets the worker look once; how many letters it tried.
    pub async fn send(&self) -> usize {
        self.store.send_letters().await.unwrap()
    }
}

async fn start(place: &Place, clock: &Arc<StoryClock>, sink: &SmtpSink) -> (Arc<House>, Arc<dyn Store>) {
    let settings = [
        ("KONTORA_DATABASE_URL".to_owned(), place.url.clone()),
        ("KONTORA_MAIL".to_owned(), sink.url()),
        ("KONTORA_MAIL_FROM".to_owned(), "Kontora <no-reply@kontora.test>".to_owned()),
    ];
    let config = Config::from_sources(settings.into_iter(), "").unwrap_or_else(|problems| panic!("{problems}"));
    let passwords = Passwords::with_cost(8, 1).unwrap();
    let clock: Arc<dyn Clock> = Arc::clone(clock) as _;
    let house = Arc::new(House::new(config, clock, Arc::new(SystemChance), passwords));
    let store = db::open(&place.url, Arc::clone(&house)).await.unwrap_or_else(|reason| panic!("{reason}"));
    (house, store)
}

/// What an answer sets, as the next request brings it.
fn cookies(answer: &Response<Body>) -> String {
    let set = answer.headers().get_all(header::SET_COOKIE).iter().map(|cookie| cookie.to_str().unwrap());
    set.filter_map(|cookie| cookie.split(';').next()).collect::<Vec<_>>().join("; ")
}

async fn json_of(answer: Response<Body>) -> Value {
    let body = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
    serde_json::from_slice(&body).unwrap()
}

fn percent_encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Tells the story on SQLite, and on PostgreSQL where there is one.
pub async fn on_both_engines(story: impl AsyncFn(Installation)) {
    story(Installation::begin(Place::file()).await).await;
    if let Some(place) = Place::postgres().await {
        story(Installation::begin(place).await).await;
    }
}
