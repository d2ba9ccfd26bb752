//! The settings one by one: default, form, and what is said of a malformed one.

use std::net::SocketAddr;
use std::time::Duration;

use ipnet::IpNet;
use lettre::message::Mailbox;
use tracing_subscriber::EnvFilter;

use super::sources::Given;
use super::{Config, Mail, PublicUrl};
use crate::mail::SmtpServer;

const DADATA: &str = "https://suggestions.dadata.ru/suggestions/api/4_1/rs";

/// Somebody waits at the form.
const DADATA_PATIENCE: Duration = Duration::from_secs(3);

/// Every setting checked, or every problem, one a line.
pub(super) fn config(mut given: Given) -> Result<Config, String> {
    let config = known(&mut given);
    let mut problems = std::mem::take(&mut given.problems);
    problems.extend(given.left().map(|name| format!("{name}: there is no such setting")));
    config.filter(|_| problems.is_empty()).ok_or_else(|| problems.join("\n"))
}

/// `None` after a problem. Every setting is looked at, so that all problems are told at once.
fn known(given: &mut Given) -> Option<Config> {
    let addr = one(given, "addr", "127.0.0.1:3000", "an address and a port, such as 127.0.0.1:3000", socket);
    let database_url =
        one(given, "database_url", "sqlite:data/kontora.db", "sqlite:PATH or postgres://…", database_url);
    let public_url = one(
        given,
        "public_url",
        "http://localhost:3000",
        "http:// or https:// with a host and no path, such as https://kontora.example",
        PublicUrl::parse,
    );
    let mail = one(
        given,
        "mail",
        "file:data/mail",
        "file:DIR, smtp://[USER:PASSWORD@]HOST[:PORT] or smtps://[USER:PASSWORD@]HOST[:PORT]",
        mail,
    );
    let mail_from = one(
        given,
        "mail_from",
        "Kontora <no-reply@localhost>",
        "a sender, such as Kontora <no-reply@kontora.example>",
        |text| text.parse::<Mailbox>().ok(),
    );
    let dadata_url = one(given, "dadata_url", DADATA, "an http:// or https:// address", web_address);
    let dadata_token = one(given, "dadata_token", "", "a token of letters, digits and signs", token);
    let trusted_proxy =
        one(given, "trusted_proxy", "", "networks divided by commas, such as 10.0.0.0/8, 192.168.1.7", networks);
    let metrics_addr = one(given, "metrics_addr", "", "an address and a port, such as 127.0.0.1:9464", |text| {
        if text.is_empty() { Some(None) } else { socket(text).map(Some) }
    });
    let log = one(given, "log", "info", "a log filter, such as info or info,server=debug", |text| {
        EnvFilter::try_new(text).ok().map(|_| text.to_owned())
    });
    let log_json = one(given, "log_format", "text", "text or json", |text| match text {
        "text" => Some(false),
        "json" => Some(true),
        _ => None,
    });
    Some(Config {
        addr: addr?,
        database_url: database_url?,
        public_url: public_url?,
        mail: mail?,
        mail_from: mail_from?,
        dadata_url: dadata_url?,
        dadata_token: dadata_token?,
        dadata_patience: DADATA_PATIENCE,
        trusted_proxy: trusted_proxy?,
        metrics_addr: metrics_addr?,
        log: log?,
        log_json: log_json?,
    })
}

/// One setting. What was given is not repeated in the complaint: it may be a password at the wrong place.
fn one<T>(
    given: &mut Given,
    key: &str,
    default: &str,
    expected: &str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let (name, text) = given.take(key).unwrap_or_else(|| (key.to_owned(), default.to_owned()));
    let value = parse(&text);
    if value.is_none() {
        given.problems.push(format!("{name}: expected {expected}"));
    }
    value
}

fn socket(text: &str) -> Option<SocketAddr> {
    text.parse().ok()
}

fn database_url(text: &str) -> Option<String> {
    let rest = ["sqlite:", "postgres://", "postgresql://"].iter().find_map(|scheme| text.strip_prefix(scheme))?;
    (!rest.trim_matches('/').is_empty()).then(|| text.to_owned())
}

fn mail(text: &str) -> Option<Mail> {
    match text.strip_prefix("file:") {
        Some("") => None,
        Some(folder) => Some(Mail::Folder(folder.into())),
        None => SmtpServer::parse(text).map(Mail::Smtp),
    }
}

fn web_address(text: &str) -> Option<String> {
    let uri: http::Uri = text.parse().ok()?;
    let is_web = matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some_and(|host| !host.is_empty());
    is_web.then(|| text.trim_end_matches('/').to_owned())
}

fn token(text: &str) -> Option<Option<String>> {
    let is_header_safe = text.bytes().all(|byte| byte.is_ascii_graphic());
    is_header_safe.then(|| Some(text.to_owned()).filter(|token| !token.is_empty()))
}

fn networks(text: &str) -> Option<Vec<IpNet>> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(network).collect()
}

/// A network, or a single address as a network of its own.
fn network(text: &str) -> Option<IpNet> {
    text.parse().ok().or_else(|| text.parse::<std::net::IpAddr>().ok().map(IpNet::from))
}
