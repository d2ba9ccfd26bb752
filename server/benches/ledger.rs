//! How many charges, and how many questions whether a company may use the services, a second: through the whole router,
//! every charge on disk before it is answered. On SQLite, and on the PostgreSQL that `KONTORA_TEST_POSTGRES` names.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement fails where it stands, and prints")]

#[path = "../tests/stories/support"]
#[expect(dead_code, unused_imports, reason = "the stories use all of it")]
mod support {
    mod answer;
    mod authenticator;
    mod browser;
    mod client;
    mod clock;
    mod database;
    mod kontora;
    mod letter;
    mod tell;

    pub use answer::Answer;
    pub use authenticator::Authenticator;
    pub use browser::{Browser, MAIN_HOST};
    pub use client::Client;
    pub use clock::SECOND;
    pub use database::Engine;
    pub use kontora::{Kontora, World, demo};
    pub use tell::tell;
}

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use axum::http::Method;
use support::{Client, Engine, Kontora, SECOND, World, demo, tell};
use tokio::task::JoinSet;

const CALLS: usize = 4000;
const WARM_UP: usize = 400;
/// Callers that each wait for their answer before they ask again.
const AT_ONCE: usize = 16;
/// A kopeck: no charge of the measurement suspends anybody.
const BODY: &str = r#"{"amount":"0.01","currency":"RUB"}"#;

#[derive(Clone, Copy)]
enum Call {
    /// To one company, whose entries follow one another.
    ChargeOne,
    /// To each affiliate in turn.
    ChargeMany,
    Access,
}

impl Call {
    const ALL: [(Self, &'static str); 3] = [
        (Self::ChargeOne, "charges to one company"),
        (Self::ChargeMany, "charges to twelve"),
        (Self::Access, "access"),
    ];

    async fn make(self, client: &mut Client, number: usize, round: &str) -> u16 {
        let affiliates = demo::AFFILIATE..=demo::LAST_AFFILIATE;
        let many = i64::try_from(number).unwrap() % i64::from(demo::AFFILIATES) + affiliates.start();
        let company = if matches!(self, Self::ChargeOne) { demo::EXAMPLE } else { many };
        let path = format!("/api/v1/companies/{company}/");
        match self {
            Self::Access => client.get(&format!("{path}access")).await.status,
            Self::ChargeOne | Self::ChargeMany => {
                let mut client = client.with("idempotency-key", &format!("{round} {number}"));
                client.send(Method::POST, &format!("{path}charges"), Some("application/json"), BODY).await.status
            }
        }
    }
}

fn main() {
    println!(
        "{AT_ONCE} callers, {CALLS} calls each row; a second, and milliseconds at the median and at the 99th percentile"
    );
    for (engine, name) in [(Engine::Sqlite, "SQLite"), (Engine::Postgres, "PostgreSQL")] {
        tell(engine, World::Demo, move |kontora| measure(kontora, name));
    }
}

async fn measure(kontora: Kontora, engine: &'static str) {
    let client = Client::of_company(&kontora, "reseller", "money").await;
    let kontora = Arc::new(kontora);
    for (call, name) in Call::ALL {
        run(&kontora, &client, call, WARM_UP, "warm").await;
        let began = Instant::now();
        let mut waits = run(&kontora, &client, call, CALLS, name).await;
        let rate = f64::from(u32::try_from(CALLS).unwrap()) / began.elapsed().as_secs_f64();
        waits.sort_unstable();
        let at = |percent: usize| waits[(waits.len() - 1) * percent / 100].as_secs_f64() * 1000.0;
        println!("{engine:<11}{name:<24}{rate:>8.0}/s  p50 {:>7.2}  p99 {:>7.2}", at(50), at(99));
    }
}

/// How long each call took.
async fn run(kontora: &Arc<Kontora>, client: &Client, call: Call, calls: usize, round: &'static str) -> Vec<Duration> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut callers = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (kontora, mut client, next) = (Arc::clone(kontora), client.clone(), Arc::clone(&next));
        callers.spawn(async move {
            let mut waits = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= calls {
                    return waits;
                }
                // The clock runs fast, so that the limit of calls a second is not what is measured.
                kontora.pass(SECOND / 20);
                let began = Instant::now();
                let status = call.make(&mut client, number, round).await;
                waits.push(began.elapsed());
                assert!((200..300).contains(&status), "{status}");
            }
        });
    }
    callers.join_all().await.concat()
}
