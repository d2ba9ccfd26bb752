//! The switch that keeps calls within Federal Law 230-FZ.

use leptos::prelude::*;

use super::clash_choice::ClashChoice;
use super::editor::use_editor;
use super::field_frame::{FieldHint, control_id, described_by};
use super::field_problem::FieldProblem;
use crate::companies::Field;
use crate::site::t;
use crate::words;

#[component]
pub fn CallsGroup() -> impl IntoView {
    const FIELD: Field = Field::Comply230Fz;
    let editor = use_editor();
    let is_on = Memo::new(move |_| editor.text(FIELD) == "true");
    let hint = Signal::derive(move || words::dialog::compliance_hint(editor.lang.get()).to_owned());
    let class = move || if editor.is_changed(FIELD) { "sw new" } else { "sw" };
    view! {
        <div class="grp">
            <h3>{t(words::dialog::calls)}</h3>
            <div class=class>
                <input
                    type="checkbox"
                    role="switch"
                    id=control_id(FIELD)
                    name=FIELD.wire()
                    prop:checked=is_on
                    aria-describedby=move || described_by(editor, FIELD)
                    on:change:target=move |event| editor.type_in(FIELD, event.target().checked().to_string())
                />
                <label for=control_id(FIELD)>{move || words::dialog::label(FIELD, editor.lang.get())}</label>
                <FieldHint field=FIELD hint />
                <FieldProblem field=FIELD />
            </div>
            <ClashChoice field=FIELD />
        </div>
    }
}
