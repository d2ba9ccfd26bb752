//! Cookies of one request: what came, and what the answer sets.

use std::sync::{Arc, Mutex, PoisonError};

use http::HeaderMap;
use http::header::{COOKIE, HeaderValue};

/// The session's cookie over https; browsers accept the prefix only with `Secure`, `Path=/` and no domain.
const SESSION_SECURE: &str = "__Host-session";
const SESSION_PLAIN: &str = "session";
const DEVICE_SECURE: &str = "__Host-device";
const DEVICE_PLAIN: &str = "device";
const PENDING_SECURE: &str = "__Host-pending";
const PENDING_PLAIN: &str = "pending";
const LANG: &str = "lang";
/// A little longer than a code is awaited.
const PENDING_S: u32 = 15 * 60;
const YEAR_S: u32 = 365 * 24 * 60 * 60;

/// Shared between the operation that sets a cookie and the gate that writes the answer's header.
#[derive(Clone)]
pub struct Cookies {
    is_secure: bool,
    received: Arc<[(String, String)]>,
    set: Arc<Mutex<Vec<String>>>,
}

impl Cookies {
    /// Reads the request's cookies. `is_secure`: the public address is https.
    pub fn of(headers: &HeaderMap, is_secure: bool) -> Self {
        let received = headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Self { is_secure, received, set: Arc::default() }
    }

    pub fn session(&self) -> Option<&str> {
        self.find(self.session_name())
    }

    pub fn device(&self) -> Option<&str> {
        self.find(self.device_name())
    }

    /// Of a sign-in whose code is awaited.
    pub fn pending(&self) -> Option<&str> {
        self.find(self.pending_name())
    }

    pub fn set_pending(&self, token: &str) {
        self.push(self.pending_name(), token, Some(PENDING_S), true);
    }

    pub fn clear_pending(&self) {
        self.push(self.pending_name(), "", Some(0), true);
    }

    pub fn set_session(&self, token: &str) {
        self.push(self.session_name(), token, None, true);
    }

    pub fn clear_session(&self) {
        self.push(self.session_name(), "", Some(0), true);
    }

    pub fn set_device(&self, token: &str) {
        self.push(self.device_name(), token, Some(YEAR_S), true);
    }

    /// Readable by the page, which switches the language without asking.
    pub fn set_lang(&self, lang: &str) {
        self.push(LANG, lang, Some(YEAR_S), false);
    }

    /// The `Set-Cookie` headers of the answer.
    pub fn headers(&self) -> Vec<HeaderValue> {
        let set = self.set.lock().unwrap_or_else(PoisonError::into_inner);
        set.iter().filter_map(|line| HeaderValue::from_str(line).ok()).collect()
    }

    /// A cookie that is no secret.
    pub(crate) fn find(&self, name: &str) -> Option<&str> {
        let found = self.received.iter().find(|(received, _)| received == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    fn push(&self, name: &str, value: &str, max_age_s: Option<u32>, is_http_only: bool) {
        let mut line = format!("{name}={value}; Path=/; SameSite=Lax");
        if let Some(seconds) = max_age_s {
            line.push_str(&format!("; Max-Age={seconds}"));
        }
        if self.is_secure {
            line.push_str("; Secure");
        }
        if is_http_only {
            line.push_str("; HttpOnly");
        }
        self.set.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }

    fn session_name(&self) -> &'static str {
        if self.is_secure { SESSION_SECURE } else { SESSION_PLAIN }
    }

    fn pending_name(&self) -> &'static str {
        if self.is_secure { PENDING_SECURE } else { PENDING_PLAIN }
    }

    fn device_name(&self) -> &'static str {
        if self.is_secure { DEVICE_SECURE } else { DEVICE_PLAIN }
    }
}
