//! The program killed in the middle of its work, and a disk that takes nothing more: what was acknowledged is there, and
//! nothing is counted twice.

#![expect(clippy::unwrap_used, reason = "what stands in a test's way fails it")]

#[path = "stories/support/database.rs"]
#[expect(dead_code, reason = "the stories use all of it")]
mod database;
#[expect(dead_code, reason = "the command line uses all of it")]
mod program;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use database::{Database, Engine};
use program::{Folder, Running, asked, fetched, kontora, said};
use serde_json::Value;

/// New ways company of the demo: it owes 1250.00 of 5000.00.
const COMPANY: i64 = 7;
/// Of 100.00 each: they suspend it on the way.
const CHARGES: usize = 120;
/// The server is killed once so many are acknowledged.
const ENOUGH: usize = 45;
const AT_ONCE: usize = 4;
const PATIENCE: Duration = Duration::from_secs(60);
/// What makes PostgreSQL start anew makes it do so for every test.
static POSTGRESQL: Mutex<()> = Mutex::new(());
const JSON: &str = "Content-Type: application/json";

/// An installation with the small demo, and what its server needs to be told.
struct Installation {
    folder: Folder,
    database: Database,
}

impl Installation {
    fn new(name: &str, engine: Engine) -> Option<Self> {
        let database = waited(Database::create(engine))?;
        let this = Self { folder: Folder::new(&format!("{name}-{engine:?}")), database };
        let filled = this.folder.run(&["demo", "--companies", "12"], &this.settings());
        assert!(filled.status.success(), "{}", said(&filled));
        Some(this)
    }

    fn settings(&self) -> [(&str, &str); 1] {
        [("KONTORA_DATABASE_URL", &self.database.url)]
    }

    fn start(&self) -> Running {
        let mut command = kontora(env!("CARGO_BIN_EXE_kontora"), &self.folder, &self.settings());
        Running::start(command.arg("serve"))
    }

    /// Where no file may grow beyond so many bytes.
    fn start_within(&self, bytes: u64) -> Running {
        // Blocks of 512 bytes; the signal that would end the program becomes an error of the write.
        let script = format!("trap '' XFSZ; ulimit -f {}; exec {} serve", bytes / 512, env!("CARGO_BIN_EXE_kontora"));
        Running::start(kontora("sh", &self.folder, &self.settings()).args(["-c", &script]))
    }

    fn number(&self, query: &'static str) -> i64 {
        waited(self.database.number(query))
    }

    fn entries(&self) -> i64 {
        self.number("SELECT COUNT(*) FROM ledger_entry WHERE company_id = 7")
    }

    /// The ledger adds up, each charge is there once, and the suspension is told once.
    fn is_whole(&self, entries_before: i64, server: &Running) {
        assert_eq!(self.entries(), entries_before + i64::try_from(CHARGES).unwrap());
        assert_eq!(self.number("SELECT MAX(number) FROM ledger_entry WHERE company_id = 7"), self.entries());
        assert_eq!(
            self.number("SELECT CAST(SUM(amount) AS BIGINT) FROM ledger_entry WHERE company_id = 7"),
            -1_325_000
        );
        let checked = self.folder.run(&["check"], &self.settings());
        assert!(checked.status.success(), "{}", said(&checked));
        let told = "SELECT COUNT(*) FROM letter WHERE kind = 'suspended' AND recipient = 'info@newways.test'";
        assert_eq!(self.number(told), 1);
        // What was on its way when the server was killed stays claimed for minutes.
        waited(self.database.execute("UPDATE letter SET claimed_until = 0 WHERE state = 'sending'")).unwrap();
        let deadline = Instant::now() + PATIENCE;
        while self.number("SELECT COUNT(*) FROM letter WHERE state IN ('queued', 'sending')") > 0 {
            assert!(Instant::now() < deadline, "letters do not leave");
            assert!(fetched(&server.address, "/healthz").starts_with("HTTP/1.1 200"));
        }
        let id = "SELECT id FROM letter WHERE kind = 'suspended' AND recipient = 'info@newways.test'";
        let id = waited(self.database.text(id));
        let letters = fs::read_dir(self.folder.path().join("data/mail")).unwrap();
        let mut letters = letters.map(|letter| fs::read_to_string(letter.unwrap().path()).unwrap());
        assert!(letters.any(|letter| letter.contains(&format!("Message-ID: <{id}@"))), "it has arrived");
    }
}

impl Drop for Installation {
    fn drop(&mut self) {
        waited(self.database.remove());
    }
}

fn waited<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// A token of the reseller's for writing to ledgers.
fn token(address: &str) -> String {
    let origin = "Origin: http://localhost:3000";
    let form = "Content-Type: application/x-www-form-urlencoded";
    let credentials = "email=reseller%40demo.test&password=kontora-demo-2026";
    let signed_in = asked(address, &format!("POST /sign-in HTTP/1.1\r\n{origin}\r\n{form}"), credentials).unwrap();
    let cookies = signed_in.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
    let cookies: Vec<&str> = cookies.filter_map(|cookie| cookie.split(';').next()).collect();
    let fields = r#"{"fields":{"token_name":"Dialer","permission":"money","days":"90","networks":"","current_password":"kontora-demo-2026"}}"#;
    let head = format!("POST /api/create_token HTTP/1.1\r\n{origin}\r\n{JSON}\r\nCookie: {}", cookies.join("; "));
    let made = asked(address, &head, fields).unwrap();
    let made: Value = serde_json::from_str(made.split_once("\r\n\r\n").unwrap().1).unwrap();
    made["secret"].as_str().unwrap().to_owned()
}

/// What became of a charge: the status; nothing where the connection broke. One beyond the calls of a second is made again.
fn charge(address: &str, token: &str, key: usize) -> Option<(u16, bool)> {
    loop {
        match charge_once(address, token, key)? {
            (429, _) => thread::yield_now(),
            charged => return Some(charged),
        }
    }
}

fn charge_once(address: &str, token: &str, key: usize) -> Option<(u16, bool)> {
    let head = format!(
        "POST /api/v1/companies/{COMPANY}/charges HTTP/1.1\r\n{JSON}\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: {key}"
    );
    let answer = asked(address, &head, r#"{"amount":"100.00","currency":"RUB"}"#).ok()?;
    let status = answer.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()?;
    Some((status, answer.contains("idempotent-replayed: true")))
}

/// Sends all charges, several at once, until the server is gone; those that were acknowledged. `after` each one.
fn stream(address: &str, token: &str, after: impl Fn(usize, u16) + Sync) -> BTreeSet<usize> {
    let (next, acknowledged) = (AtomicUsize::new(0), Mutex::new(BTreeSet::new()));
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let key = next.fetch_add(1, Ordering::Relaxed);
                    if key >= CHARGES {
                        return;
                    }
                    let Some((status, _)) = charge(address, token, key) else { return };
                    let mut acknowledged = acknowledged.lock().unwrap();
                    if status == 201 {
                        acknowledged.insert(key);
                    }
                    after(acknowledged.len(), status);
                }
            });
        }
    });
    acknowledged.into_inner().unwrap()
}

/// Every charge again under its key: what was acknowledged is answered from the ledger.
fn repeat(server: &Running, token: &str, acknowledged: &BTreeSet<usize>) {
    for key in 0..CHARGES {
        let (status, is_replayed) = charge(&server.address, token, key).unwrap();
        assert_eq!(status, 201, "charge {key}");
        assert!(is_replayed || !acknowledged.contains(&key), "charge {key} was lost");
    }
}

fn a_kill_loses_and_doubles_nothing(engine: Engine) {
    let Some(installation) = Installation::new("kill", engine) else { return };
    let before = installation.entries();
    let server = installation.start();
    let token = token(&server.address);
    let victim = server.process.id().to_string();
    let acknowledged = stream(&server.address, &token, |count, status| {
        assert_eq!(status, 201);
        if count == ENOUGH {
            assert!(Command::new("kill").args(["-9", &victim]).status().unwrap().success());
        }
    });
    assert!((ENOUGH..CHARGES).contains(&acknowledged.len()), "killed in the middle: {}", acknowledged.len());
    drop(server);
    let server = installation.start();
    repeat(&server, &token, &acknowledged);
    installation.is_whole(before, &server);
}

#[test]
fn a_kill_loses_and_doubles_nothing_on_sqlite() {
    a_kill_loses_and_doubles_nothing(Engine::Sqlite);
}

#[test]
fn a_kill_loses_and_doubles_nothing_on_postgresql() {
    let _turn = POSTGRESQL.lock().unwrap_or_else(PoisonError::into_inner);
    a_kill_loses_and_doubles_nothing(Engine::Postgres);
}

/// The throw-away server saves itself the waiting for its log; this database does not.
const WAITING_FOR_THE_LOG: &str = "DO $$ BEGIN \
     EXECUTE format('ALTER DATABASE %I SET synchronous_commit = on', current_database()); \
     END $$";
/// One process of those that serve the database.
const A_BACKEND: &str = "SELECT CAST(MIN(pid) AS BIGINT) \
                         FROM pg_stat_activity \
                         WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
/// A process that PostgreSQL has one of and starts anew with all others.
const ITS_CHECKPOINTER: &str = "SELECT CAST(pid AS BIGINT) FROM pg_stat_activity WHERE backend_type = 'checkpointer'";

#[test]
fn postgresql_that_starts_anew_under_load_loses_and_doubles_nothing() {
    let _turn = POSTGRESQL.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(installation) = Installation::new("anew", Engine::Postgres) else { return };
    waited(installation.database.execute(WAITING_FOR_THE_LOG)).unwrap();
    let before = installation.entries();
    let server = installation.start();
    let token = token(&server.address);
    let checkpointer = installation.number(ITS_CHECKPOINTER);
    // One of its processes killed, PostgreSQL ends all connections, takes none and recovers from its log.
    let kill = Once::new();
    let acknowledged = stream(&server.address, &token, |count, status| {
        assert!([201, 503].contains(&status), "{status}");
        if count >= ENOUGH {
            kill.call_once(|| {
                let backend = installation.number(A_BACKEND).to_string();
                // A process of this machine and of PostgreSQL, not another of that number.
                let name = fs::read_to_string(format!("/proc/{backend}/cmdline")).unwrap_or_default();
                assert!(name.starts_with("postgres"), "the database server has to run on this machine: {name:?}");
                assert!(Command::new("kill").args(["-9", &backend]).status().unwrap().success());
            });
        }
    });
    assert!(kill.is_completed(), "{} acknowledged", acknowledged.len());
    let deadline = Instant::now() + PATIENCE;
    while !fetched(&server.address, "/readyz").starts_with("HTTP/1.1 200") {
        assert!(Instant::now() < deadline, "the database does not come back");
    }
    assert_ne!(installation.number(ITS_CHECKPOINTER), checkpointer, "the database has started anew");
    repeat(&server, &token, &acknowledged);
    installation.is_whole(before, &server);
}

#[test]
fn a_full_disk_is_said_and_leaves_nothing_half_done() {
    let installation = Installation::new("full", Engine::Sqlite).unwrap();
    let before = installation.entries();
    let server = installation.start();
    let token = token(&server.address);
    drop(server);
    let file = installation.database.folder.join("kontora.db");
    let size = fs::metadata(file).unwrap().len();
    let server = installation.start_within(size);
    let acknowledged = stream(&server.address, &token, |_, status| {
        assert!([201, 503].contains(&status), "{status}");
    });
    assert!(acknowledged.len() < CHARGES, "the disk was large enough for all");
    // Not the smallest write fits any more: what is written past the server makes the file longer than it may write.
    let log = installation.database.folder.join("kontora.db-wal");
    while fs::metadata(&log).unwrap().len() <= size {
        waited(installation.database.execute("UPDATE counter SET value = value + 1 WHERE name = 'tidy'")).unwrap();
    }
    assert!(fetched(&server.address, "/readyz").starts_with("HTTP/1.1 503"));
    drop(server);
    let server = installation.start();
    assert!(fetched(&server.address, "/readyz").starts_with("HTTP/1.1 200"));
    repeat(&server, &token, &acknowledged);
    installation.is_whole(before, &server);
}
