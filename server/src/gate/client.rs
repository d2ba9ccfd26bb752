//! What a request says about itself: address, host, language. Forwarded headers count from trusted proxies only.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use app::error::ApiError;
use app::people::Me;
use app::values::Lang;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, Uri, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::AppState;
use crate::clock::random_id;
use crate::config::Config;
use crate::cookies::Cookies;
use crate::store::{PageAsked, Visit};
use crate::web;

/// Where the client sent the request, lower case: `https`, and the host with its port unless that is the usual one.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) scheme: &'static str,
    pub(super) host: String,
}

/// Finds out who is visiting, hands it to the doors, and sets the cookies they asked for.
pub(super) async fn introduce(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let config = &state.house.config;
    // A server that listens on IPv6 sees IPv4 clients in their mapped form.
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(Ipv4Addr::LOCALHOST.into(), |info| info.0.ip().to_canonical());
    let asked = Asked::of(config, peer, &request);
    let headers = request.headers();
    let cookies = Cookies::of(headers, config.public_url.is_https);
    let mut visit = Visit {
        address: client_address(config, peer, headers),
        user_agent: text(headers, header::USER_AGENT.as_str()).unwrap_or_default().chars().take(300).collect(),
        request_id: random_id(&*state.house.chance),
        page: page(&request, &asked),
        lang: asked_language(&cookies, headers),
        slug: config.public_url.slug_of(&asked.host).flatten().map(str::to_ascii_lowercase),
        cookies: cookies.clone(),
    };
    if shows_a_page(&request) && cookies.session().is_some() {
        match signed_in(&state, &visit).await {
            Ok(me) => {
                visit.lang = me.language.unwrap_or(visit.lang);
                request.extensions_mut().insert(HasSession { owes_second_factor: me.owes_second_factor });
            }
            Err(ApiError::Unauthenticated) => {}
            // Who it is cannot be found out now. The page itself says so, with the status of the failure.
            Err(_) => {
                request.extensions_mut().insert(HasSession { owes_second_factor: false });
            }
        }
    }
    request.extensions_mut().insert(asked);
    request.extensions_mut().insert(visit);
    let mut response = next.run(request).await;
    for cookie in cookies.headers() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// A call's page is the one that the browser names as where it came from, if it is one of this very site.
fn page(request: &Request, asked: &Asked) -> PageAsked {
    let path = request.uri().path();
    if path.starts_with("/api/") {
        let referrer = text(request.headers(), header::REFERER.as_str()).and_then(|url| url.parse::<Uri>().ok());
        let page = referrer.filter(|page| request.method() == Method::POST && asked.is_at(page));
        let page = page.map(|page| page.path().to_owned()).filter(|path| web::is_page(path));
        return PageAsked::Call(page.unwrap_or_else(|| path.to_owned()));
    }
    if matches!(*request.method(), Method::GET | Method::HEAD) && web::is_page(path) {
        PageAsked::Whole(path.to_owned())
    } else {
        PageAsked::None
    }
}

/// The request carries a live session.
#[derive(Clone, Copy)]
pub(super) struct HasSession {
    /// Nothing but the page that sets it up is open.
    pub(super) owes_second_factor: bool,
}

/// Pages speak the language of whoever is signed in; files, probes and data do not.
fn shows_a_page(request: &Request) -> bool {
    let path = request.uri().path();
    matches!(*request.method(), Method::GET | Method::HEAD)
        && !path.starts_with("/assets/")
        && !path.starts_with("/api/")
        && !matches!(path, "/healthz" | "/readyz")
}

async fn signed_in(state: &AppState, visit: &Visit) -> Result<Me, ApiError> {
    Arc::clone(&state.store).entrance(visit.clone()).desk().await?.me().await
}

impl Asked {
    fn of(config: &Config, peer: IpAddr, request: &Request) -> Self {
        let forwarded = |name| is_trusted(config, peer).then(|| text(request.headers(), name)).flatten().map(str::trim);
        let scheme = match forwarded("x-forwarded-proto") {
            Some(scheme) if scheme.eq_ignore_ascii_case("https") => "https",
            // Nothing here ends TLS, and of several proxies the last may speak plain HTTP to the next: the public
            // address tells what the browser sees.
            _ if config.public_url.is_https => "https",
            _ => "http",
        };
        let host = forwarded("x-forwarded-host")
            .or_else(|| text(request.headers(), header::HOST.as_str()))
            .or_else(|| request.uri().authority().map(|authority| authority.as_str()))
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        Self { scheme, host: without_usual_port(scheme, host) }
    }

    /// Whether an address is of the same host.
    fn is_at(&self, address: &Uri) -> bool {
        let host = address.authority().map(|authority| authority.as_str().to_ascii_lowercase()).unwrap_or_default();
        without_usual_port(self.scheme, host) == self.host
    }
}

fn without_usual_port(scheme: &str, host: String) -> String {
    let usual_port = if scheme == "https" { ":443" } else { ":80" };
    host.strip_suffix(usual_port).map(str::to_owned).unwrap_or(host)
}

/// The last address in the chain that is not a trusted proxy's. What stands left of an entry that is no address was
/// perhaps written by the client itself: the proxy before it is then the client.
fn client_address(config: &Config, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    if !is_trusted(config, peer) {
        return peer;
    }
    let lines = headers.get_all("x-forwarded-for").iter().map(|value| value.to_str().unwrap_or_default());
    let chain: Vec<&str> = lines.flat_map(|line| line.split(',')).collect();
    let mut client = peer;
    for entry in chain.into_iter().rev() {
        let Some(address) = address_in(entry.trim()) else { return client };
        client = address;
        if !is_trusted(config, address) {
            return client;
        }
    }
    client
}

/// Some proxies add the port: `192.0.2.7:50123`, `[2001:db8::1]:50123`.
fn address_in(entry: &str) -> Option<IpAddr> {
    let with_port = || Some(entry.parse::<SocketAddr>().ok()?.ip());
    entry.parse().ok().or_else(with_port).map(|address: IpAddr| address.to_canonical())
}

fn is_trusted(config: &Config, address: IpAddr) -> bool {
    config.trusted_proxy.iter().any(|network| network.contains(&address))
}

fn asked_language(cookies: &Cookies, headers: &HeaderMap) -> Lang {
    let chosen = cookies.find("lang").and_then(Lang::parse);
    chosen.unwrap_or_else(|| {
        text(headers, header::ACCEPT_LANGUAGE.as_str()).map_or(Lang::default(), Lang::from_accept_language)
    })
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
