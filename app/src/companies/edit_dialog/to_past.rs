//! From a field to what it has held: who changed it when, and the way back to any value.

use leptos::prelude::*;

use super::departure::{Way, use_departure};
use super::editor::use_editor;
use super::field_frame::label_id;
use crate::companies::Field;
use crate::history::field_history_href;
use crate::site::{Icon, t};
use crate::words::history as words;

/// Beside the field's label, which says of what. Not on the way of the Tab key, which leads from field to field: the
/// history at the head of the dialog is narrowed to a field as well.
#[component]
pub fn ToPast(field: Field) -> impl IntoView {
    let id = use_editor().form.with_untracked(|form| form.id);
    view! {
        <a
            class="past-of"
            href=field_history_href(id, field)
            tabindex="-1"
            title=t(words::earlier_values)
            aria-describedby=label_id(field)
            on:click=use_departure().by_link(Way::History(id, Some(field)))
        >
            <Icon name="clock" />
            <span class="vh">{t(words::earlier_values)}</span>
        </a>
    }
}
