//! The reason at a field. An account's key is shown in its place, the digit that would fit is offered, and of a number
//! that fails its check what may have been meant instead.

use leptos::prelude::*;

use super::browser;
use super::diagnosis::Candidates;
use super::editor::{Editor, use_editor};
use super::field_frame::{control_id, problem_id};
use crate::companies::Field;
use crate::requisites::normalise;
use crate::site::Icon;
use crate::values::{Problem, message};
use crate::words;

#[component]
pub fn FieldProblem(field: Field) -> impl IntoView {
    let editor = use_editor();
    let problem = Memo::new(move |_| editor.problem(field));
    move || {
        problem.get().map(|problem| {
            let text = message(&problem, editor.lang.get());
            view! {
                <div class="err" id=problem_id(field)>
                    <Icon name="alert" />
                    <span>{text} {account_key(editor, field, &problem)} <Candidates field /></span>
                </div>
            }
        })
    }
}

/// The account with the doubtful digit marked, and a button that puts the expected one in.
fn account_key(editor: Editor, field: Field, problem: &Problem) -> Option<impl IntoView + use<>> {
    let Problem::AccountKey { expected, position } = *problem else { return None };
    let account = normalise(field.wire(), &editor.text(field)).ok()?;
    let at = usize::try_from(position).ok()?.checked_sub(1)?;
    let (before, rest) = account.split_at_checked(at)?;
    let (digit, after) = rest.split_at_checked(1)?;
    let fitting = format!("{before}{expected}{after}");
    // The button goes with the problem: the focus returns to the field.
    let put = move |_| {
        browser::focus(&control_id(field));
        editor.type_in(field, fitting.clone());
    };
    Some(view! {
        <span class="key">{before.to_owned()}<del>{digit.to_owned()}</del>{after.to_owned()}</span>
        " "
        <button class="lnk" type="button" on:click=put>{move || words::dialog::put_digit(expected, editor.lang.get())}</button>
    })
}
