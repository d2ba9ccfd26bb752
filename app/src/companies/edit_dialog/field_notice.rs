//! What at a field does not refuse the save but is worth a look, in amber or red, with what it may be given instead.

use leptos::prelude::*;

use super::browser;
use super::diagnosis::Candidates;
use super::editor::use_editor;
use super::field_frame::{control_id, notice_id};
use crate::companies::Field;
use crate::requisites::{Level, Notice};

#[component]
pub fn FieldNotices(field: Field) -> impl IntoView {
    let editor = use_editor();
    let notices = Memo::new(move |_| editor.notices(field));
    let offer = move |value: &String| {
        let (shown, value) = (value.clone(), value.clone());
        let put = move |_| {
            browser::focus(&control_id(field));
            editor.type_in(field, value.clone());
        };
        view! { " " <button class="lnk" type="button" on:click=put>{shown}</button> }
    };
    let line = move |notice: Notice| {
        let class = match notice.level {
            Level::Neutral => "hint",
            Level::Warning => "hint warn",
            Level::Alarm => "hint bad",
        };
        let offers = notice.offers().iter().map(offer).collect_view();
        view! { <div class=class>{notice.message(editor.lang.get())} {offers}</div> }
    };
    move || {
        let lines = notices.get();
        (!lines.is_empty()).then(|| {
            view! {
                <div id=notice_id(field)>
                    {lines.into_iter().map(line).collect_view()}
                    <div class="hint warn"><Candidates field /></div>
                </div>
            }
        })
    }
}
