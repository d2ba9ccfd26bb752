//! A remark that a line of the table would cut: whole, under its row.

use leptos::prelude::*;

use crate::affiliates::Request;

/// What a row of the table shows of a remark at most, in characters.
const ONE_LINE: usize = 60;

/// The comment or, once declined, the reason, where it is more than a line.
pub fn long_remark(request: &Request) -> Option<String> {
    let remark = if request.reason.is_empty() { &request.comment } else { &request.reason };
    (remark.chars().count() > ONE_LINE || remark.contains('\n')).then(|| remark.clone())
}

#[component]
pub fn RemarkRow(text: String, columns: &'static str) -> impl IntoView {
    view! { <tr role="row" class="more"><td role="cell" class="sub" colspan=columns>{text}</td></tr> }
}
