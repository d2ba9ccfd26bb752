//! A browser as far as the server can tell: keeps cookies, names its origin, posts forms and calls functions.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderName, HeaderValue, Method, Request, header};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::answer::Answer;

pub const MAIN_HOST: &str = "localhost:3000";

/// A clone is another tab: it has the cookies, and what happens to either does not show in the other.
#[derive(Clone)]
pub struct Browser {
    site: Router,
    pub host: String,
    /// What a write says it comes from; `None` leaves the header out.
    pub origin: Option<String>,
    pub address: IpAddr,
    pub cookies: BTreeMap<String, String>,
    pub language: &'static str,
    extra: Vec<(HeaderName, HeaderValue)>,
}

impl Browser {
    pub fn new(site: Router, address: IpAddr) -> Self {
        Self {
            site,
            host: MAIN_HOST.to_owned(),
            origin: Some(format!("http://{MAIN_HOST}")),
            address,
            cookies: BTreeMap::new(),
            language: "en",
            extra: Vec::new(),
        }
    }

    /// Opens a page on a reseller's host.
    pub fn go_to(&mut self, slug: &str) {
        self.host = format!("{slug}.{MAIN_HOST}");
        self.origin = Some(format!("http://{}", self.host));
    }

    /// The same browser, sending one header more with every request.
    #[must_use]
    pub fn sending(&self, name: HeaderName, value: &str) -> Self {
        let mut browser = self.clone();
        browser.extra.push((name, HeaderValue::from_str(value).unwrap()));
        browser
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None, Body::empty()).await
    }

    /// Calls a server function as the page does.
    pub async fn call(&mut self, function: &str, arguments: Value) -> Answer {
        let body = arguments.to_string();
        self.send_sized(&format!("/api/{function}"), "application/json", body).await
    }

    /// Sends a form without any script.
    pub async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_encoded(fields);
        self.send_sized(path, "application/x-www-form-urlencoded", body).await
    }

    /// Sends a form with a file in the field `file`, without any script; other fields are ticked boxes.
    pub async fn upload(&mut self, path: &str, file_name: &str, file: impl AsRef<[u8]>, ticked: &[&str]) -> Answer {
        const BOUNDARY: &str = "----story";
        let disposition = |field: &str| format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"");
        let mut body = Vec::new();
        for field in ticked {
            body.extend(format!("{}\r\n\r\non\r\n", disposition(field)).bytes());
        }
        body.extend(format!("{}; filename=\"{file_name}\"\r\n\r\n", disposition("file")).bytes());
        body.extend(file.as_ref());
        body.extend(format!("\r\n--{BOUNDARY}--\r\n").bytes());
        self.send_sized(path, &format!("multipart/form-data; boundary={BOUNDARY}"), body).await
    }

    pub async fn sign_in(&mut self, email: &str, password: &str) -> Answer {
        self.call("sign_in", json!({"fields": {"email": email, "password": password}})).await
    }

    /// A write with a body of known length, as browsers send it.
    pub async fn send_sized(&mut self, path: &str, kind: &str, body: impl Into<Vec<u8>>) -> Answer {
        let body = body.into();
        let length = body.len();
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::CONTENT_TYPE, kind)
            .header(header::CONTENT_LENGTH, length);
        self.exchange(request.body(Body::from(body)).unwrap()).await
    }

    /// Anything else.
    pub async fn send(&mut self, method: Method, path: &str, kind: Option<&str>, body: Body) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        self.exchange(request.body(body).unwrap()).await
    }

    async fn exchange(&mut self, mut request: Request<Body>) -> Answer {
        let is_write = !matches!(*request.method(), Method::GET | Method::HEAD);
        let headers = request.headers_mut();
        headers.insert(header::HOST, HeaderValue::from_str(&self.host).unwrap());
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(self.language));
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            headers.insert(header::COOKIE, HeaderValue::from_str(&pairs.join("; ")).unwrap());
        }
        if let Some(origin) = self.origin.as_ref().filter(|_| is_write) {
            headers.insert(header::ORIGIN, HeaderValue::from_str(origin).unwrap());
        }
        headers.extend(self.extra.iter().cloned());
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.address, 50_000)));
        let Ok(response) = self.site.clone().oneshot(request).await;
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().unwrap());
        }
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    fn keep(&mut self, cookie: &str) {
        let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
        let (name, value) = pair.split_once('=').unwrap();
        if attributes.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

fn form_encoded(fields: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
    pairs.join("&")
}

fn encoded(text: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
