//! Figures in the text format of Prometheus (version 0.0.4).

use std::fmt::Write as _;
use std::fs;
use std::sync::atomic::Ordering;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::AppState;

const FORMAT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// A layer that counts answers by the class of their status.
pub async fn count(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let class = usize::from(response.status().as_u16() / 100);
    if let Some(answers) = class.checked_sub(1).and_then(|index| state.house.vitals.answers.get(index)) {
        answers.fetch_add(1, Ordering::Relaxed);
    }
    response
}

/// `GET /metrics`. Figures that need the database are left out while it does not answer.
pub async fn metrics(State(AppState { house, store }): State<AppState>) -> Response {
    let mut text = String::new();
    let (sent, failed) = house.post.attempts();
    let answers = house.vitals.answers.iter().map(|answers| answers.load(Ordering::Relaxed)).zip(1..);
    family(&mut text, "kontora_http_answers_total", "counter", "Answers by class of status.");
    for (answers, class) in answers {
        line(&mut text, "kontora_http_answers_total", &format!("{{status=\"{class}xx\"}}"), answers);
    }
    family(&mut text, "kontora_letter_attempts_total", "counter", "Attempts to send a letter, by how they ended.");
    line(&mut text, "kontora_letter_attempts_total", "{outcome=\"sent\"}", sent);
    line(&mut text, "kontora_letter_attempts_total", "{outcome=\"failed\"}", failed);
    family(&mut text, "kontora_look_ups_total", "counter", "Requests to the look-up service, by how they ended.");
    for (outcome, count) in house.dadata.outcomes() {
        line(&mut text, "kontora_look_ups_total", &format!("{{outcome=\"{outcome}\"}}"), count);
    }
    if let (Ok(queued), Ok(dead)) = (store.queued_letters().await, store.dead_letters().await) {
        family(&mut text, "kontora_letters", "gauge", "Letters not sent: waiting, or given up on.");
        line(&mut text, "kontora_letters", "{state=\"queued\"}", queued);
        line(&mut text, "kontora_letters", "{state=\"dead\"}", dead);
    }
    if let Some(bytes) = resident_bytes() {
        family(&mut text, "process_resident_memory_bytes", "gauge", "Resident memory.");
        line(&mut text, "process_resident_memory_bytes", "", bytes);
    }
    (StatusCode::OK, [(header::CONTENT_TYPE, FORMAT)], text).into_response()
}

fn family(text: &mut String, name: &str, kind: &str, help: &str) {
    writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}").expect("a String takes any text");
}

fn line(text: &mut String, name: &str, labels: &str, value: u64) {
    writeln!(text, "{name}{labels} {value}").expect("a String takes any text");
}

/// Where Linux tells it; elsewhere nothing.
fn resident_bytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?.trim().strip_suffix("kB")?;
    Some(kilobytes.trim().parse::<u64>().ok()? * 1024)
}
