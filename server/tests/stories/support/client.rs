//! Another system of the platform: brings a token, keeps no cookies and comes from no page.

use axum::body::Body;
use axum::http::{HeaderName, Method, header};
use serde_json::{Value, json};

use super::answer::Answer;
use super::browser::Browser;
use super::kontora::{Kontora, demo};

#[derive(Clone)]
pub struct Client(Browser);

impl Client {
    /// From the machine of a browser.
    pub fn of(browser: &Browser, token: &str) -> Self {
        let mut machine = browser.sending(header::AUTHORIZATION, &format!("Bearer {token}"));
        machine.cookies.clear();
        machine.origin = None;
        Self(machine)
    }

    /// With a token that an inhabitant of the demo has just made.
    pub async fn of_company(kontora: &Kontora, who: &str, permission: &str) -> Self {
        let mut browser = kontora.signed_in(who).await;
        let fields = json!({
            "token_name": "Ledger bridge", "permission": permission, "days": "90", "networks": "",
            "current_password": demo::PASSWORD,
        });
        let made = browser.call("create_token", json!({"fields": fields})).await.ok();
        Self::of(&kontora.browser(), made["secret"].as_str().unwrap())
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None, "").await
    }

    /// A merge patch; `if_match` is sent as it is, an empty one not at all.
    pub async fn patch(&mut self, path: &str, if_match: &str, changes: &Value) -> Answer {
        let mut client = self.clone();
        if !if_match.is_empty() {
            client.0 = client.0.sending(header::IF_MATCH, if_match);
        }
        client.send(Method::PATCH, path, Some("application/merge-patch+json"), &changes.to_string()).await
    }

    /// The same client with one more header.
    pub fn with(&self, name: &'static str, value: &str) -> Self {
        Self(self.0.sending(HeaderName::from_static(name), value))
    }

    /// Anything else.
    pub async fn send(&mut self, method: Method, path: &str, kind: Option<&str>, body: &str) -> Answer {
        self.0.send(method, path, kind, Body::from(body.to_owned())).await
    }

    pub fn machine(&mut self) -> &mut Browser {
        &mut self.0
    }
}
