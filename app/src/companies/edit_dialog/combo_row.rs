//! Fields with a list to choose from.

use leptos::prelude::*;

use super::editor::use_editor;
use super::field_frame::{FieldFrame, control_id, described_by};
use crate::companies::Field;
use crate::ui::{Choice, Combobox};
use crate::words;

/// The zones of the world with their offsets today.
#[component]
pub fn ZoneRow(#[prop(into)] hint: Signal<String>) -> impl IntoView {
    let editor = use_editor();
    let choices = Callback::new(move |typed: String| {
        let choice = |zone: &crate::values::Zone| Choice {
            text: zone.to_string(),
            name: zone.name().to_string(),
            detail: zone.offset(),
            key: String::new(),
        };
        editor.zones(|zones| zones.matches(&typed).map(choice).collect())
    });
    view! {
        <FieldFrame field=Field::TimeZone hint>
            <FieldCombobox field=Field::TimeZone choices />
        </FieldFrame>
    }
}

/// The bare control. `on_typed` and `on_choose` take what otherwise goes into the field.
#[component]
pub fn FieldCombobox(
    field: Field,
    #[prop(default = "text")] keys: &'static str,
    choices: Callback<String, Vec<Choice>>,
    #[prop(optional)] on_typed: Option<Callback<String>>,
    #[prop(optional)] on_choose: Option<Callback<Choice>>,
) -> impl IntoView {
    let editor = use_editor();
    let on_text = on_typed.unwrap_or_else(|| Callback::new(move |text| editor.type_in(field, text)));
    let text = Memo::new(move |_| editor.text(field));
    view! {
        <Combobox
            id=control_id(field)
            name=field.wire()
            keys
            list_name=Signal::derive(move || words::dialog::label(field, editor.lang.get()).to_owned())
            text
            described_by=Signal::derive(move || described_by(editor, field))
            is_refused=Signal::derive(move || editor.problem(field).is_some())
            on_text
            on_leave=Callback::new(move |()| editor.leave(field))
            choices=Some(choices)
            on_choose
        />
    }
}
