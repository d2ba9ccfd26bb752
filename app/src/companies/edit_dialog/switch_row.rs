//! One switch of the dialog, with what stands around every control.

use leptos::prelude::*;

use super::clash_choice::ClashChoice;
use super::editor::use_editor;
use super::field_frame::{FieldHint, control_id, described_by, label_id};
use super::field_problem::FieldProblem;
use super::to_past::ToPast;
use crate::companies::Field;
use crate::values::Lang;
use crate::words;

#[component]
pub fn SwitchRow(field: Field, hint: fn(Lang) -> &'static str) -> impl IntoView {
    let editor = use_editor();
    let is_on = Memo::new(move |_| editor.text(field) == "true");
    let hint = Signal::derive(move || hint(editor.lang.get()).to_owned());
    let class = move || if editor.is_changed(field) { "sw new" } else { "sw" };
    view! {
        <div class=class>
            <input
                type="checkbox"
                role="switch"
                id=control_id(field)
                name=field.wire()
                prop:checked=is_on
                aria-describedby=move || described_by(editor, field)
                on:change:target=move |event| editor.type_in(field, event.target().checked().to_string())
            />
            <div class="row">
                <label id=label_id(field) for=control_id(field)>
                    {move || words::dialog::label(field, editor.lang.get())}
                </label>
                <ToPast field />
            </div>
            <FieldHint field hint />
            <FieldProblem field />
        </div>
        <ClashChoice field />
    }
}
