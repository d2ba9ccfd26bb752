//! Where the company is, and where its mail goes.

use leptos::prelude::*;

use super::editor::use_editor;
use super::text_row::AddressRow;
use crate::companies::Field;
use crate::site::t;
use crate::words;

#[component]
pub fn AddressesGroup() -> impl IntoView {
    let editor = use_editor();
    let copy = move || {
        view! {
            <button class="lnk s end" type="button" on:click=move |_| editor.type_in(Field::PostalAddress, editor.text(Field::LegalAddress))>
                {t(words::dialog::same_as_legal)}
            </button>
        }
    };
    view! {
        <div class="grp">
            <h3>{t(words::dialog::addresses)}</h3>
            <AddressRow field=Field::LegalAddress />
            <AddressRow field=Field::PostalAddress aside=copy />
        </div>
    }
}
