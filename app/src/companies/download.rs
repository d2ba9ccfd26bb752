//! The whole list from the server: fetched only when it has changed, and read without stopping the page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_net::http::Request;
use leptos::prelude::{document, set_timeout};
use wasm_bindgen_futures::JsFuture;

use super::book::{Book, Building};
use super::list::CompanyList;
use super::live::{Shelved, shelve, shelved};
use crate::error::ApiError;
use crate::values::CompanyId;

const ADDRESS: &str = "/api/companies.bin";

/// How long the page may be busy reading before it answers the person again.
const SLICE_MS: f64 = 8.0;

/// Rows between two looks at the clock.
const ROWS_A_LOOK: usize = 100;

/// Sees to it that the book on the shelf is the list as it is now.
pub(super) async fn refresh_shelf(own: CompanyId) -> Result<(), ApiError> {
    let held = shelved(own).map(|kept| kept.version);
    if let Some((version, list)) = newer_list(held.as_deref()).await? {
        let book = Rc::new(RefCell::new(bind(list, own).await));
        shelve(Shelved { version, book });
    }
    Ok(())
}

/// The list in another version than the one held; `None` when that one is still true.
async fn newer_list(held: Option<&str>) -> Result<Option<(String, CompanyList)>, ApiError> {
    let mut request = Request::get(ADDRESS);
    if let Some(version) = held {
        request = request.header("If-None-Match", &format!("\"{version}\""));
    }
    let response = request.send().await.map_err(|_| ApiError::Offline)?;
    match response.status() {
        200 => {}
        304 => return Ok(None),
        401 => return Err(ApiError::Unauthenticated),
        403 => {
            let refusal = response.text().await.map_err(|_| ApiError::Offline)?;
            return Err(serde_json::from_str(&refusal).unwrap_or(ApiError::Internal(String::new())));
        }
        429 | 503 => return Err(ApiError::Busy),
        _ => return Err(ApiError::Internal(String::new())),
    }
    let version = response.headers().get("ETag").unwrap_or_default().trim_matches('"').to_owned();
    let bytes = response.binary().await.map_err(|_| ApiError::Offline)?;
    let list = CompanyList::decode(&bytes).ok_or(ApiError::Malformed)?;
    Ok(Some((version, list)))
}

/// Indexes and sorts the list in slices, with pauses in which the page is alive.
async fn bind(list: CompanyList, own: CompanyId) -> Book {
    let mut building = Building::new(list, own);
    loop {
        let until = js_sys::Date::now() + SLICE_MS;
        let is_seen = !document().hidden();
        while !is_seen || js_sys::Date::now() < until {
            if building.advance(ROWS_A_LOOK) {
                return building.finish();
            }
        }
        pause().await;
    }
}

async fn pause() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(
            move || {
                let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
            },
            std::time::Duration::ZERO,
        );
    });
    let _ = JsFuture::from(promise).await;
}
