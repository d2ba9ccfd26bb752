//! What may have been meant by a doubtful number: what can be said of it, and a button for each candidate.

use leptos::prelude::*;

use super::browser;
use super::editor::use_editor;
use super::field_frame::control_id;
use crate::companies::Field;
use crate::requisites::doctor::Candidate;

/// Nothing where nothing is known.
#[component]
pub fn Candidates(field: Field) -> impl IntoView {
    let editor = use_editor();
    let diagnosis = Memo::new(move |_| editor.diagnosis(field));
    let button = move |candidate: Candidate| {
        let Candidate { value, .. } = candidate.clone();
        let target = Field::parse(candidate.field).unwrap_or(field);
        let put = move |_| {
            browser::focus(&control_id(target));
            editor.type_in(target, value.clone());
        };
        view! {
            <button class="lnk" type="button" title=candidate.reason(editor.lang.get()) on:click=put>
                {candidate.label(editor.lang.get())}
            </button>
            " "
        }
    };
    move || {
        diagnosis.get().map(|diagnosis| {
            let remark = diagnosis.remark(editor.lang.get());
            let remark = (!remark.is_empty()).then(|| format!("\u{a0}· {remark}"));
            view! { {remark} " " {diagnosis.candidates.into_iter().map(button).collect_view()} }
        })
    }
}
