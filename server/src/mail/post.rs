//! The way out: a folder or a mail server, and the bell that calls the worker.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use lettre::message::Mailbox;
use tokio::sync::Notify;
use tokio::time::{sleep, timeout};

use super::smtp::Relay;
use super::{Parcel, folder};
use crate::config::{Config, Mail, PublicUrl};

/// Between the bell and the first look: the bell is rung inside a transaction, which then has to commit.
const COMMIT: Duration = Duration::from_millis(50);
/// A whole sending, however slowly the server answers.
const SENDING: Duration = Duration::from_secs(120);
const PROBE: Duration = Duration::from_secs(5);

/// Why a letter has not left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undelivered {
    /// For good: the server refuses this letter or this mailbox.
    Refused(String),
    /// For now: no connection, or the server asks to come again.
    Later(String),
}

impl Undelivered {
    /// What the server said, or what went wrong on the way.
    pub fn reason(&self) -> &str {
        let (Self::Refused(reason) | Self::Later(reason)) = self;
        reason
    }
}

/// Sends letters. One for the whole server.
pub struct Post {
    route: Route,
    from: Mailbox,
    public_url: PublicUrl,
    bell: Notify,
    sent: AtomicU64,
    failed: AtomicU64,
}

enum Route {
    Folder(std::path::PathBuf),
    Smtp(Relay),
}

impl Post {
    pub fn new(config: &Config) -> Self {
        let route = match &config.mail {
            Mail::Folder(folder) => Route::Folder(folder.clone()),
            Mail::Smtp(server) => Route::Smtp(Relay::new(server.clone())),
        };
        Self {
            route,
            from: config.mail_from.clone(),
            public_url: config.public_url.clone(),
            bell: Notify::new(),
            sent: AtomicU64::new(0),
            failed: AtomicU64::new(0),
        }
    }

    /// Calls the worker: a letter has been written and will be committed in a moment.
    pub fn ring(&self) {
        self.bell.notify_one();
    }

    /// Waits until the bell rings, at most for `longest`.
    pub async fn rung(&self, longest: Duration) {
        if timeout(longest, self.bell.notified()).await.is_ok() {
            sleep(COMMIT).await;
        }
    }

    /// Sends one letter. Nothing is promised about the mailbox, only that the next server has taken it over.
    pub async fn send(&self, parcel: &Parcel) -> Result<(), Undelivered> {
        let sending = match timeout(SENDING, self.carry(parcel)).await {
            Ok(sending) => sending,
            Err(_) => Err(Undelivered::Later(format!("no end after {} seconds", SENDING.as_secs()))),
        };
        let count = if sending.is_ok() { &self.sent } else { &self.failed };
        count.fetch_add(1, Ordering::Relaxed);
        sending
    }

    async fn carry(&self, parcel: &Parcel) -> Result<(), Undelivered> {
        let (sealed, from, public_url) = (parcel.clone(), self.from.clone(), self.public_url.clone());
        // An attached invoice is drawn only now.
        let sealing = tokio::task::spawn_blocking(move || sealed.seal(&from, &public_url)).await;
        let letter = match sealing {
            Ok(letter) => letter.map_err(Undelivered::Refused)?,
            Err(broken) => return Err(Undelivered::Refused(broken.to_string())),
        };
        match &self.route {
            Route::Folder(folder) => folder::put(folder, parcel, letter.formatted()).await,
            Route::Smtp(relay) => relay.send(letter).await,
        }
    }

    /// Whether letters could leave now.
    ///
    /// # Errors
    /// What stands in the way, without the password of the mail server.
    pub async fn probe(&self) -> Result<(), String> {
        let probing = async {
            match &self.route {
                Route::Folder(folder) => folder::probe(folder).await,
                Route::Smtp(relay) => relay.probe().await,
            }
        };
        timeout(PROBE, probing).await.unwrap_or_else(|_| Err(format!("no answer in {} seconds", PROBE.as_secs())))
    }

    /// Attempts since the start: those that ended well and those that failed.
    pub fn attempts(&self) -> (u64, u64) {
        (self.sent.load(Ordering::Relaxed), self.failed.load(Ordering::Relaxed))
    }
}
