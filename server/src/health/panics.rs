//! A panic is a defect: it is logged once, with its place, and ends nothing but the request or task it happened in.

use std::any::Any;
use std::panic;

use axum::body::Body;
use axum::http::{Response, StatusCode};

/// From now on a panic of any thread goes to the log.
pub fn log_panics() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        let message = panic.payload_as_str().unwrap_or("");
        tracing::error!(place, message, "panic");
    }));
}

/// What the client of a request that panicked gets.
pub fn answer_for_panic(_: Box<dyn Any + Send>) -> Response<Body> {
    let mut response = Response::new(Body::from("Something broke on the server.\n"));
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}
