//! `kontora serve`: web server, figures and workers until somebody says stop, then the drain.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use axum::serve::ListenerExt as _;
use server::config::Config;
use server::{AppState, health, router};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::time::timeout;
use tower_http::catch_panic::CatchPanicLayer;

use super::open::{open, told};
use super::workers;

/// Requests that take longer than this after the stop are cut off.
const DRAIN: Duration = Duration::from_secs(20);

pub async fn serve(config: Config) -> Result<(), String> {
    let addr = config.addr;
    let metrics_addr = config.metrics_addr;
    let state = open(config).await?;
    let listener = listen("KONTORA_ADDR", addr).await?;
    let metrics = match metrics_addr {
        Some(addr) => Some(listen("KONTORA_METRICS_ADDR", addr).await?),
        None => None,
    };
    say_hello(&state, &listener).await?;

    let (stop, stopped) = watch::channel(false);
    let mut workers = workers::begin(&state, &stopped);
    if let Some(metrics) = metrics {
        println!("Figures at http://{}/metrics", address(&metrics)?);
        let figures = Router::new().route("/metrics", get(health::metrics)).with_state(state.clone());
        workers.spawn(answer(metrics, figures, stopped.clone()));
    }
    workers.spawn(answer(listener, site(&state), stopped));

    until_told_to_stop().await?;
    tracing::info!("stopping");
    stop.send_replace(true);
    if timeout(DRAIN, async { while workers.join_next().await.is_some() {} }).await.is_err() {
        tracing::warn!(drain_s = DRAIN.as_secs(), "requests were cut off");
    }
    state.store.close().await;
    Ok(())
}

async fn listen(setting: &str, addr: SocketAddr) -> Result<TcpListener, String> {
    TcpListener::bind(addr).await.map_err(|error| format!("{setting}: {addr}: {error}"))
}

async fn say_hello(state: &AppState, listener: &TcpListener) -> Result<(), String> {
    println!("Kontora at {}, listening on {}", state.house.config.public_url.origin(), address(listener)?);
    if state.store.is_empty().await.map_err(told)? {
        println!("There is no company yet. Make the operator: kontora create-operator EMAIL");
    }
    Ok(())
}

fn address(listener: &TcpListener) -> Result<SocketAddr, String> {
    listener.local_addr().map_err(|error| error.to_string())
}

/// The product, with a panic kept to its request and every answer counted.
fn site(state: &AppState) -> Router {
    router(state.clone())
        .layer(CatchPanicLayer::custom(health::answer_for_panic))
        .layer(from_fn_with_state(state.clone(), health::count))
}

/// Answers until the stop, then finishes the requests under way.
async fn answer(listener: TcpListener, site: Router, mut stopped: watch::Receiver<bool>) {
    let listener = listener.tap_io(|connection| {
        // Without it the last packet of an answer can wait for an acknowledgement. Refused, it merely waits.
        drop(connection.set_nodelay(true));
    });
    let service = site.into_make_service_with_connect_info::<SocketAddr>();
    let stop = async move {
        // An error means that the sender is gone, which is a stop as well.
        drop(stopped.wait_for(|stop| *stop).await);
    };
    if let Err(error) = axum::serve(listener, service).with_graceful_shutdown(stop).await {
        tracing::error!(%error, "listening ended");
    }
}

async fn until_told_to_stop() -> Result<(), String> {
    let mut terminate = signal(SignalKind::terminate()).map_err(|error| format!("SIGTERM: {error}"))?;
    tokio::select! {
        _ = terminate.recv() => Ok(()),
        interrupt = tokio::signal::ctrl_c() => interrupt.map_err(|error| format!("SIGINT: {error}")),
    }
}
