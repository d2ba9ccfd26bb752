//! Who the company is: name, e-mail, phone.

use leptos::prelude::*;

use super::editor::use_editor;
use super::field_frame::FieldFrame;
use super::text_row::{TextInput, TextRow};
use super::typo_hint::TypoHint;
use crate::companies::Field;
use crate::site::t;
use crate::words;

#[component]
pub fn CompanyGroup() -> impl IntoView {
    let editor = use_editor();
    let email = Signal::derive(move || editor.text(Field::Email));
    let correct = Callback::new(move |meant| editor.type_in(Field::Email, meant));
    view! {
        <div class="grp">
            <h3>{t(words::dialog::company)}</h3>
            <TextRow field=Field::Name />
            <div class="two">
                <FieldFrame field=Field::Email>
                    <TextInput field=Field::Email keys="email" />
                    <TypoHint email correct />
                </FieldFrame>
                <TextRow field=Field::Phone keys="tel" />
            </div>
        </div>
    }
}
