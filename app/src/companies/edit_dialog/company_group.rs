//! Who the company is: name, e-mail, phone.

use leptos::prelude::*;

use super::browser;
use super::departure::use_departure;
use super::editor::use_editor;
use super::field_frame::{FieldFrame, control_id};
use super::kind_line::KindLine;
use super::namesake::namesake_hint;
use super::text_row::{TextInput, TextRow};
use super::typo_hint::TypoHint;
use crate::companies::Field;
use crate::site::t;
use crate::words;

#[component]
pub fn CompanyGroup() -> impl IntoView {
    let editor = use_editor();
    let email = Signal::derive(move || editor.text(Field::Email));
    // The offer goes once it is taken: the focus returns to the field.
    let correct = Callback::new(move |meant| {
        browser::focus(&control_id(Field::Email));
        editor.type_in(Field::Email, meant);
    });
    let namesake = namesake_hint(editor, use_departure().companies);
    view! {
        <div class="grp">
            <div class="row"><h3>{t(words::dialog::company)}</h3><KindLine /></div>
            <TextRow field=Field::Name hint=namesake />
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
