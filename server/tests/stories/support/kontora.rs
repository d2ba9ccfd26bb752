//! The whole product, driven from outside: its router, its workers, its clock, its mail.

use std::collections::BTreeSet;
use std::fs;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use server::AppState;
use server::clock::Clock;
use server::config::Config;
use server::db;
use server::house::House;
use server::passwords::Passwords;
use server::store::Store;

use super::browser::Browser;
use super::clock::{SeededChance, StoryClock};
use super::database::Database;
use super::letter::Letter;

/// What the story begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum World {
    /// No company, nobody.
    Empty,
    /// The small demo, whose inhabitants are in [`demo`].
    Demo,
}

/// Who lives where in the small demo.
pub mod demo {
    /// Twelve affiliates of New ways partner.
    pub const AFFILIATES: u32 = 12;
    pub const PASSWORD: &str = "kontora-demo-2026";

    pub const PLATFORM: i64 = 1;
    /// The reseller New ways partner, slug `newways`; its affiliates are 3 to 14.
    pub const NEW_WAYS: i64 = 2;
    pub const AFFILIATE: i64 = 3;
    pub const SIBLING: i64 = 4;
    /// New ways company: balance −1250.00, limit 5000.00, requisites of the search examples.
    pub const EXAMPLE: i64 = 7;
    pub const LAST_AFFILIATE: i64 = 14;
    /// The reseller Sibir Connect, slug `sibir`; its affiliates are 16 to 25.
    pub const SIBIR: i64 = 15;
    pub const SIBIR_AFFILIATE: i64 = 16;
    pub const LAST_SIBIR_AFFILIATE: i64 = 25;
    /// Stand-alone companies: that of `single@demo.test` and two more.
    pub const SINGLE: i64 = 26;
    pub const OTHER_SINGLES: [i64; 2] = [27, 28];
    pub const NOBODY: i64 = 29;
}

pub struct Kontora {
    pub database: Arc<Database>,
    state: AppState,
    site: Router,
    clock: Arc<StoryClock>,
    read: Mutex<BTreeSet<String>>,
    visitors: AtomicU16,
}

impl Kontora {
    pub(super) async fn start(database: &Arc<Database>, world: World) -> Self {
        let clock = Arc::new(StoryClock::new());
        let state = open(database, &clock, 1, &[], None).await;
        if world == World::Demo {
            state.store.fill_demo(demo::AFFILIATES, 1).await.unwrap();
        }
        Self {
            database: Arc::clone(database),
            site: server::router(state.clone()),
            state,
            clock,
            read: Mutex::default(),
            visitors: AtomicU16::new(1),
        }
    }

    /// The same installation after a restart: same database, same clock, nothing else.
    pub async fn restarted(&self) -> Self {
        self.again(&[], None).await
    }

    /// The same with one more setting.
    pub async fn restarted_with(&self, setting: &str, value: &str) -> Self {
        self.again(&[(setting, value)], None).await
    }

    /// Restarted where there is a look-up service. The story closes its store at the end.
    pub async fn with_look_ups(&self, service: LookUpService<'_>) -> Self {
        self.again(&[], Some(service)).await
    }

    async fn again(&self, settings: &[(&str, &str)], service: Option<LookUpService<'_>>) -> Self {
        let state = open(&self.database, &self.clock, 2, settings, service).await;
        Self {
            database: Arc::clone(&self.database),
            site: server::router(state.clone()),
            state,
            clock: Arc::clone(&self.clock),
            read: Mutex::default(),
            visitors: AtomicU16::new(20_000),
        }
    }

    pub fn store(&self) -> Arc<dyn Store> {
        Arc::clone(&self.state.store)
    }

    pub fn now(&self) -> i64 {
        self.clock.now()
    }

    /// Lets time pass, milliseconds.
    pub fn pass(&self, milliseconds: i64) {
        self.clock.pass(milliseconds);
    }

    /// What the figures say, for whoever watches the server.
    pub async fn figures(&self) -> String {
        let site = Router::new().route("/metrics", get(server::health::metrics)).with_state(self.state.clone());
        Browser::new(site, IpAddr::V4(Ipv4Addr::LOCALHOST)).get("/metrics").await.is(200).text()
    }

    /// A browser on a machine of its own, signed out, at the public host.
    pub fn browser(&self) -> Browser {
        let [high, low] = self.visitors.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        Browser::new(self.site.clone(), IpAddr::V4(Ipv4Addr::new(198, 18, high, low)))
    }

    /// The same at a reseller's host.
    pub fn browser_at(&self, slug: &str) -> Browser {
        let mut browser = self.browser();
        browser.go_to(slug);
        browser
    }

    /// A browser in which an inhabitant of the demo has signed in: `"reseller"` is `reseller@demo.test`.
    pub async fn signed_in(&self, who: &str) -> Browser {
        let mut browser = self.browser();
        browser.sign_in(&format!("{who}@demo.test"), demo::PASSWORD).await.ok();
        browser
    }

    /// Sends what is due and reads what has arrived since the last look, by receiver. Stories sign the same person in on
    /// many machines: the notices of that are left out.
    pub async fn letters(&self) -> Vec<Letter> {
        let mut letters = self.every_letter().await;
        letters.retain(|letter| !matches!(letter.subject.as_str(), "New sign-in" | "Новый вход"));
        letters
    }

    /// The same with the notices of new sign-ins.
    pub async fn every_letter(&self) -> Vec<Letter> {
        while self.state.store.send_letters().await.unwrap() > 0 {}
        let Ok(folder) = fs::read_dir(self.database.folder.join("mail")) else { return Vec::new() };
        let mut read = self.read.lock().unwrap();
        let files =
            folder.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "eml"));
        let new = files.filter(|path| read.insert(path.display().to_string()));
        let mut letters: Vec<Letter> = new.map(|path| Letter::read(&fs::read_to_string(path).unwrap())).collect();
        letters.sort_by(|one, other| (&one.to, &one.subject).cmp(&(&other.to, &other.subject)));
        letters
    }

    /// Those of them that are for somebody; others are left out.
    pub async fn letters_to(&self, to: &str) -> Vec<Letter> {
        let mut letters = self.letters().await;
        letters.retain(|letter| letter.to == to);
        letters
    }

    /// The one that is for somebody.
    pub async fn letter_to(&self, to: &str) -> Letter {
        let mut letters = self.letters_to(to).await;
        assert_eq!(letters.len(), 1, "letters to {to}: {letters:#?}");
        letters.remove(0)
    }
}

/// Where the look-up service is, and how long it may take.
#[derive(Clone, Copy)]
pub struct LookUpService<'a> {
    pub url: &'a str,
    pub token: &'a str,
    pub patience: Duration,
}

async fn open(
    database: &Database,
    clock: &Arc<StoryClock>,
    seed: u64,
    more: &[(&str, &str)],
    service: Option<LookUpService<'_>>,
) -> AppState {
    let mail = format!("file:{}/mail", database.folder.display());
    let usual = [
        ("KONTORA_DATABASE_URL", database.url.as_str()),
        ("KONTORA_TRUSTED_PROXY", "203.0.113.0/24"),
        ("KONTORA_MAIL", mail.as_str()),
    ];
    let looks_up =
        service.map(|service| [("KONTORA_DADATA_URL", service.url), ("KONTORA_DADATA_TOKEN", service.token)]);
    let settings = usual
        .into_iter()
        .chain(more.iter().copied())
        .chain(looks_up.into_iter().flatten())
        .map(|(setting, value)| (setting.to_owned(), value.to_owned()));
    let mut config = Config::from_sources(settings, "").unwrap_or_else(|problems| panic!("{problems}"));
    if let Some(service) = service {
        config.dadata_patience = service.patience;
    }
    // The cheapest that the algorithm knows: stories are about who gets in, not about how long guessing takes.
    let passwords = Passwords::with_cost(8, 1).unwrap();
    let clock: Arc<dyn Clock> = Arc::<StoryClock>::clone(clock);
    let house = Arc::new(House::new(config, clock, Arc::new(SeededChance::new(seed)), passwords));
    let store = db::open(&database.url, Arc::clone(&house)).await.unwrap_or_else(|reason| panic!("{reason}"));
    AppState::new(house, store)
}
