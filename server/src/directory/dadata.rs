//! `DaData`, a look-up service for organizations and banks (suggestions API 4.1, methods `findById/…`).

mod bank;
mod party;
mod reading;
mod wire;

use std::sync::atomic::{AtomicU64, Ordering};

use app::requisites::{Bic, Inn, LookUpTrouble, Party};
use serde_json::{Value, json};

use crate::config::Config;
use wire::Wire;

pub use bank::FoundBank;

/// The most organizations of one INN that are asked for.
const MOST: usize = 20;

/// How a request can end, as the figures name it.
const OUTCOMES: [(Result<(), LookUpTrouble>, &str); 7] = [
    (Ok(()), "answered"),
    (Err(LookUpTrouble::KeyRefused), "key_refused"),
    (Err(LookUpTrouble::LimitReached), "limit_reached"),
    (Err(LookUpTrouble::TimedOut), "timed_out"),
    (Err(LookUpTrouble::Unreachable), "unreachable"),
    (Err(LookUpTrouble::ServiceFailed), "service_failed"),
    (Err(LookUpTrouble::BrokenAnswer), "broken_answer"),
];

/// One for the whole server. Without `Debug`, because it holds the key.
pub struct DaData {
    /// Nothing while no key is set: then no request leaves.
    wire: Option<Wire>,
    counts: [AtomicU64; OUTCOMES.len()],
}

impl DaData {
    pub fn new(config: &Config) -> Self {
        let key = config.dadata_token.as_deref();
        let wire = key.and_then(|key| Wire::new(&config.dadata_url, key, config.dadata_patience));
        Self { wire, counts: Default::default() }
    }

    /// Whether a key is set.
    pub fn is_set(&self) -> bool {
        self.wire.is_some()
    }

    /// What the register says of an INN, the head office first. Nothing: the register has nobody of this INN.
    pub async fn party(&self, inn: &Inn) -> Result<Vec<Party>, LookUpTrouble> {
        let query = json!({"query": inn.as_str(), "count": MOST});
        self.ask("findById/party", &query, |answer| party::read(answer, inn)).await
    }

    /// What is known of the bank with a BIC.
    pub async fn bank(&self, bic: &Bic) -> Result<Option<FoundBank>, LookUpTrouble> {
        let query = json!({"query": bic.as_str()});
        self.ask("findById/bank", &query, |answer| bank::read(answer, bic)).await
    }

    /// How the requests since the start ended.
    pub fn outcomes(&self) -> impl Iterator<Item = (&'static str, u64)> {
        OUTCOMES.iter().zip(&self.counts).map(|((_, name), count)| (*name, count.load(Ordering::Relaxed)))
    }

    async fn ask<T>(
        &self,
        method: &str,
        query: &Value,
        read: impl FnOnce(&Value) -> Result<T, LookUpTrouble>,
    ) -> Result<T, LookUpTrouble> {
        let wire = self.wire.as_ref().ok_or(LookUpTrouble::NoToken)?;
        let answer = wire.ask(method, query).await.and_then(|answer| read(&answer));
        self.count(method, answer.as_ref().map(|_| ()).map_err(|trouble| *trouble));
        answer
    }

    fn count(&self, method: &str, outcome: Result<(), LookUpTrouble>) {
        let Some(index) = OUTCOMES.iter().position(|(known, _)| *known == outcome) else { return };
        self.counts[index].fetch_add(1, Ordering::Relaxed);
        if outcome.is_err() {
            tracing::warn!(method, outcome = OUTCOMES[index].1, "the look-up service did not answer as it should");
        }
    }
}

#[cfg(test)]
mod tests;

/// Any bytes as the answers of the service, for the fuzz targets.
#[cfg(fuzzing)]
pub fn read_anything(bytes: &[u8]) {
    let (Ok(answer), Ok(inn), Ok(bic)) =
        (serde_json::from_slice(bytes), Inn::parse("0017000016"), Bic::parse("040613746"))
    else {
        return;
    };
    let _ = party::read(&answer, &inn);
    let _ = bank::read(&answer, &bic);
}
