//! Time and chance, handed in: the only place that asks the machine for either.

use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// Tells the time, in Unix milliseconds.
pub trait Clock: Send + Sync {
    fn now(&self) -> i64;
}

/// Fills bytes that nobody can guess.
pub trait Chance: Send + Sync {
    fn fill(&self, bytes: &mut [u8]);
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> i64 {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}

/// The operating system's generator.
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes)
            .expect("the operating system has a random generator: nothing secret can be made without");
    }
}

/// A secret that is handed out once; the database keeps its hash alone.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// 256 random bits.
    pub fn new(chance: &dyn Chance) -> Self {
        let mut bytes = [0; 32];
        chance.fill(&mut bytes);
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// What came back from a cookie or an address.
    pub fn presented(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the database keeps: SHA-256, which is enough for a secret of 256 bits.
    pub fn hash(&self) -> String {
        hash(&self.0)
    }
}

/// SHA-256 of a text, base64url.
pub fn hash(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(text.as_bytes()))
}

/// A random name for a letter or an incident: 96 bits.
pub fn random_id(chance: &dyn Chance) -> String {
    let mut bytes = [0; 12];
    chance.fill(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}
