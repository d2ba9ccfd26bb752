//! What a request says about itself: address, host, language. Forwarded headers count from trusted proxies only.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use app::values::Lang;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::AppState;
use crate::config::Config;
use crate::cookies::Cookies;
use crate::store::Visit;

/// The host that the client asked for, with its port, lower case.
#[derive(Clone)]
pub(super) struct AskedHost(pub(super) String);

/// Finds out who is visiting, hands it to the doors, and sets the cookies they asked for.
pub(super) async fn introduce(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let config = &state.house.config;
    let peer =
        request.extensions().get::<ConnectInfo<SocketAddr>>().map_or(Ipv4Addr::LOCALHOST.into(), |info| info.0.ip());
    let host = asked_host(config, peer, &request);
    let headers = request.headers();
    let cookies = Cookies::of(headers, config.public_url.is_https);
    let mut visit = Visit {
        address: client_address(config, peer, headers),
        user_agent: text(headers, header::USER_AGENT.as_str()).unwrap_or_default().chars().take(300).collect(),
        lang: asked_language(&cookies, headers),
        slug: config.public_url.slug_of(&host).flatten().map(str::to_ascii_lowercase),
        cookies: cookies.clone(),
    };
    if request.method() == Method::GET
        && cookies.session().is_some()
        && let Ok(desk) = Arc::clone(&state.store).entrance(visit.clone()).desk().await
        && let Ok(me) = desk.me().await
    {
        visit.lang = me.language.unwrap_or(visit.lang);
        request.extensions_mut().insert(HasSession);
    }
    request.extensions_mut().insert(AskedHost(host));
    request.extensions_mut().insert(visit);
    let mut response = next.run(request).await;
    for cookie in cookies.headers() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The request carries a live session.
#[derive(Clone, Copy)]
pub(super) struct HasSession;

fn asked_host(config: &Config, peer: IpAddr, request: &Request) -> String {
    let forwarded = is_trusted(config, peer).then(|| text(request.headers(), "x-forwarded-host")).flatten();
    let host = forwarded
        .or_else(|| text(request.headers(), header::HOST.as_str()))
        .or_else(|| request.uri().authority().map(|authority| authority.as_str()));
    host.unwrap_or_default().trim().to_ascii_lowercase()
}

/// The last address in the chain that is not a trusted proxy's.
fn client_address(config: &Config, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    if !is_trusted(config, peer) {
        return peer;
    }
    let chain = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let addresses: Vec<IpAddr> =
        chain.flat_map(|line| line.split(',')).filter_map(|part| part.trim().parse().ok()).collect();
    addresses.into_iter().rev().find(|address| !is_trusted(config, *address)).unwrap_or(peer)
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
