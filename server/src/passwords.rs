//! Password hashes: Argon2id off the async threads, at most as many at once as cores.

use std::sync::Arc;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization as _;

use crate::failure::{Failure, Outcome};

/// Cost of one hash. OWASP's first recommendation for Argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// Hashes and checks passwords.
#[derive(Clone)]
pub struct Passwords {
    argon2: Argon2<'static>,
    turns: Arc<Semaphore>,
    /// Checked in place of a missing hash, so that unknown and known accounts take the same time.
    nobody: Arc<str>,
}

impl Passwords {
    /// At the recommended cost.
    pub fn new() -> Outcome<Self> {
        Self::with_cost(MEMORY_KIB, PASSES)
    }

    /// At a chosen cost, for tests and for demo data.
    pub fn with_cost(memory_kib: u32, passes: u32) -> Outcome<Self> {
        let params = Params::new(memory_kib, passes, 1, None).map_err(broken)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobody = hash(&argon2, "nobody's password")?.into();
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Ok(Self { argon2, turns: Arc::new(Semaphore::new(cores)), nobody })
    }

    /// A salted hash in the PHC format.
    pub async fn hash(&self, password: &str) -> Outcome<String> {
        let (argon2, password) = (self.argon2.clone(), normal(password));
        self.in_turn(move || hash(&argon2, &password)).await?
    }

    /// Whether the password is the one that was hashed. Without a hash: `false`, after the same work.
    pub async fn is_right(&self, password: &str, stored: Option<&str>) -> Outcome<bool> {
        let (argon2, password) = (self.argon2.clone(), normal(password));
        let known = stored.is_some();
        let stored = stored.unwrap_or(&self.nobody).to_owned();
        self.in_turn(move || {
            let parsed = PasswordHash::new(&stored).map_err(broken)?;
            Ok(argon2.verify_password(password.as_bytes(), &parsed).is_ok() && known)
        })
        .await?
    }

    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Outcome<T> {
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(broken)?;
        // The work holds its turn: it goes on even when whoever asked has hung up.
        let work = move || {
            let _turn = turn;
            work()
        };
        tokio::task::spawn_blocking(work).await.map_err(broken)
    }
}

fn hash(argon2: &Argon2<'_>, password: &str) -> Outcome<String> {
    Ok(argon2.hash_password(password.as_bytes()).map_err(broken)?.to_string())
}

/// The same password typed on two systems may be composed differently.
fn normal(password: &str) -> String {
    password.nfc().collect()
}

fn broken(error: impl std::fmt::Display) -> Failure {
    Failure::Broken(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `argon2id`, version, `m=…,t=…,p=…`, and how long salt and hash are: what the work of a comparison depends on.
    fn cost(stored: &str) -> (Vec<&str>, Vec<usize>) {
        let parts: Vec<&str> = stored.split('$').collect();
        let (terms, bytes) = parts.split_at(4);
        (terms.to_vec(), bytes.iter().map(|part| part.len()).collect())
    }

    #[tokio::test]
    async fn nobody_costs_the_same_work_as_somebody_with_a_wrong_password() {
        let passwords = Passwords::with_cost(4 * 1024, 2).unwrap();
        let stored = passwords.hash("kontora-demo-2026").await.unwrap();
        assert_eq!(cost(&passwords.nobody), cost(&stored));
        assert!(!passwords.is_right("not this one", Some(&stored)).await.unwrap());
        assert!(passwords.is_right("kontora-demo-2026", Some(&stored)).await.unwrap());
    }

    #[tokio::test]
    async fn nobody_has_no_password_that_is_right() {
        let passwords = Passwords::with_cost(4 * 1024, 2).unwrap();
        assert!(!passwords.is_right("nobody's password", None).await.unwrap());
        // What stands for nobody's hash is read, and so compared with.
        let without = Passwords { nobody: "no hash".into(), ..passwords };
        assert!(without.is_right("any", None).await.is_err());
    }
}
