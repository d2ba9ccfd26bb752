//! The head of the column that says when a request was sent, with the zone in which it says so.

use leptos::prelude::*;

use super::request_list::RequestList;
use crate::site::use_lang;
use crate::words::support as words;

#[component]
pub fn SentHead(requests: RequestList) -> impl IntoView {
    let lang = use_lang();
    let text = move || words::sent_in_zone(&requests.zone(), lang.get());
    view! { <th role="columnheader" scope="col" class="hide-s" title=text>{text}</th> }
}
