//! What stands around every control of the dialog: label, hint, problem, and the choice after a conflict.

use leptos::prelude::*;

use super::clash_choice::ClashChoice;
use super::editor::{Editor, use_editor};
use super::field_notice::FieldNotices;
use super::field_problem::FieldProblem;
use super::to_past::ToPast;
use crate::companies::Field;
use crate::words;

/// The ids by which label, control, hint and problem find each other.
pub fn control_id(field: Field) -> String {
    format!("f-{}", field.wire())
}

pub fn label_id(field: Field) -> String {
    format!("f-{}-l", field.wire())
}

pub fn hint_id(field: Field) -> String {
    format!("f-{}-h", field.wire())
}

pub fn problem_id(field: Field) -> String {
    format!("f-{}-e", field.wire())
}

pub fn notice_id(field: Field) -> String {
    format!("f-{}-n", field.wire())
}

/// For `aria-describedby`: the hint, the problem and the notices while there are any.
pub fn described_by(editor: Editor, field: Field) -> String {
    let problem = editor.problem(field).map(|_| problem_id(field));
    let notice = editor.has_notice(field).then(|| notice_id(field));
    [Some(hint_id(field)), problem, notice].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A label above, hint and problem below. The dot says that the field is changed, the hint what it was.
#[component]
pub fn FieldFrame(
    field: Field,
    #[prop(optional, into)] hint: Signal<String>,
    /// Stands at the right of the label.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
    children: Children,
) -> impl IntoView {
    let editor = use_editor();
    let label = move || words::dialog::label(field, editor.lang.get());
    let class = move || if editor.is_changed(field) { "f new" } else { "f" };
    view! {
        <div class=class>
            <div class="row">
                <label class="lab" id=label_id(field) for=control_id(field)>{label}</label>
                <ToPast field />
                {aside.map(|aside| aside.run())}
            </div>
            {children()}
            <FieldHint field hint />
            <FieldProblem field />
            <FieldNotices field />
            <ClashChoice field />
        </div>
    }
}

/// What the field held, while it is changed; then what it is for.
#[component]
pub fn FieldHint(field: Field, #[prop(into)] hint: Signal<String>) -> impl IntoView {
    let editor = use_editor();
    let text = move || {
        let was = editor.is_changed(field).then(|| words::dialog::was(&editor.was(field), editor.lang.get()));
        let parts: Vec<String> = was.into_iter().chain([hint.get()]).filter(|part| !part.is_empty()).collect();
        parts.join(". ")
    };
    let text = Memo::new(move |_| text());
    view! { <div class="hint" id=hint_id(field) hidden=move || text.with(String::is_empty)>{text}</div> }
}
