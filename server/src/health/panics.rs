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

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::http::Request;
    use axum::routing::get;
    use tower::ServiceExt as _;
    use tower_http::catch_panic::CatchPanicLayer;

    use super::*;

    async fn defect() -> &'static str {
        panic!("a defect")
    }

    #[tokio::test]
    async fn a_request_that_panics_gets_an_answer() {
        let site = Router::new().route("/", get(defect)).layer(CatchPanicLayer::custom(answer_for_panic));
        let answer = site.oneshot(Request::get("/").body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    }
}
