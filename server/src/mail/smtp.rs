//! A mail server, spoken to over SMTP: with TLS where it offers it (`smtp:`), or from the first byte (`smtps:`).

use std::sync::OnceLock;
use std::time::Duration;

use lettre::transport::smtp::response::Category;
use lettre::transport::smtp::{AsyncSmtpTransportBuilder, Error, PoolConfig, SMTP_PORT};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

use super::Undelivered;

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// For each step of the conversation.
const STEP: Duration = Duration::from_secs(30);
/// Longest reason kept, in characters.
const REASON: usize = 500;

/// A mail server as the settings name it.
#[derive(Clone, Debug)]
pub struct SmtpServer(AsyncSmtpTransportBuilder);

impl SmtpServer {
    /// Reads `smtp://[USER:PASSWORD@]HOST[:PORT]` or `smtps://…`. Without a port: 465 for `smtps:`, 587 for
    /// `smtp:` with a user, else 25. A `%` in user and password begins an escape, as in any address.
    ///
    /// `None` when it is not such an address. What it was is not told: it may hold a password.
    pub fn parse(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let authority = rest.strip_suffix('/').unwrap_or(rest);
        let (access, host) =
            authority.rsplit_once('@').map_or((None, authority), |(access, host)| (Some(access), host));
        let is_plain = !host.contains(['/', '?', '#']) && access.is_none_or(|access| access.contains(':'));
        let tls = match scheme {
            "smtp" => "?tls=opportunistic",
            "smtps" => "",
            _ => return None,
        };
        let builder = Transport::from_url(&format!("{scheme}://{authority}{tls}")).ok().filter(|_| is_plain)?;
        let has_port = host.rsplit_once(':').is_some_and(|(_, port)| port.bytes().all(|digit| digit.is_ascii_digit()));
        let is_relay = scheme == "smtp" && access.is_none() && !has_port;
        Some(Self(if is_relay { builder.port(SMTP_PORT) } else { builder }))
    }
}

/// Keeps a few connections open between letters.
pub(super) struct Relay {
    server: SmtpServer,
    /// Made at the first use, because making it needs the running runtime.
    transport: OnceLock<Transport>,
}

impl Relay {
    pub(super) fn new(server: SmtpServer) -> Self {
        Self { server, transport: OnceLock::new() }
    }

    pub(super) async fn send(&self, letter: Message) -> Result<(), Undelivered> {
        self.transport().send(letter).await.map(drop).map_err(|error| undelivered(&error))
    }

    /// Connects, signs in, says NOOP.
    pub(super) async fn probe(&self) -> Result<(), String> {
        match self.transport().test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("the mail server does not answer".to_owned()),
            Err(error) => Err(reason(&error)),
        }
    }

    fn transport(&self) -> &Transport {
        self.transport.get_or_init(|| {
            let pool = PoolConfig::new().max_size(4).idle_timeout(Duration::from_secs(60));
            self.server.0.clone().timeout(Some(STEP)).pool_config(pool).build()
        })
    }
}

/// A refusal of the letter is for good. One that concerns us (signing in: 530 to 538) passes once somebody mends
/// the settings, so it must not kill every letter meanwhile.
fn undelivered(error: &Error) -> Undelivered {
    let concerns_us = error.status().is_some_and(|code| code.category == Category::Unspecified3);
    if error.is_permanent() && !concerns_us {
        Undelivered::Refused(reason(error))
    } else {
        Undelivered::Later(reason(error))
    }
}

fn reason(error: &Error) -> String {
    error.to_string().chars().take(REASON).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn port(url: &str) -> Option<u16> {
        let shown = format!("{:?}", SmtpServer::parse(url)?);
        let digits = shown.split_once("port: ")?.1;
        digits[..digits.find(|ch: char| !ch.is_ascii_digit())?].parse().ok()
    }

    #[test]
    fn the_port_follows_from_the_scheme_and_the_user() {
        assert_eq!(port("smtp://mail.test"), Some(25));
        assert_eq!(port("smtp://mail.test/"), Some(25));
        assert_eq!(port("smtp://u:p@mail.test"), Some(587));
        assert_eq!(port("smtps://u:p@mail.test"), Some(465));
        assert_eq!(port("smtp://mail.test:2525"), Some(2525));
        assert_eq!(port("smtp://[::1]:2525"), Some(2525));
        assert_eq!(port("smtp://[::1]"), Some(25));
    }

    #[test]
    fn what_is_no_mail_server_is_refused() {
        for url in [
            "",
            "smtp://",
            "smtp:mail.test",
            "http://mail.test",
            "smtp://user@mail.test",
            "smtp://mail.test/x",
            "smtp://mail.test?tls=none",
        ] {
            assert!(SmtpServer::parse(url).is_none(), "{url}");
        }
    }

    #[test]
    fn a_password_is_not_shown() {
        let server = SmtpServer::parse("smtps://user:pass%2Fword@mail.test").unwrap();
        assert!(!format!("{server:?}").contains("pass"));
    }
}
