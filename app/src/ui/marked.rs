//! A shown value with the places that match the search.

use leptos::either::Either;
use leptos::prelude::*;
use search::{Column, Query, marks};

/// The value's text, its matches in `<mark>`.
pub fn marked(column: Column<'_>, query: &Query) -> impl IntoView + use<> {
    let text = column.text();
    let mut pieces = Vec::new();
    let mut at = 0;
    for mark in marks(column, query) {
        pieces.push(Either::Left(text[at..mark.start].to_owned()));
        at = mark.end;
        pieces.push(Either::Right(view! { <mark>{text[mark].to_owned()}</mark> }));
    }
    pieces.push(Either::Left(text[at..].to_owned()));
    pieces
}
