//! What at a field does not refuse the save but is worth a look, in amber or red.

use leptos::prelude::*;

use super::editor::use_editor;
use super::field_frame::notice_id;
use crate::companies::Field;
use crate::requisites::Level;

#[component]
pub fn FieldNotices(field: Field) -> impl IntoView {
    let editor = use_editor();
    let notices = Memo::new(move |_| editor.notices(field));
    move || {
        let lines = notices.get();
        (!lines.is_empty()).then(|| {
            let line = |notice: crate::requisites::Notice| {
                let class = match notice.level {
                    Level::Neutral => "hint",
                    Level::Warning => "hint warn",
                    Level::Alarm => "hint bad",
                };
                view! { <div class=class>{move || notice.message(editor.lang.get())}</div> }
            };
            view! { <div id=notice_id(field)>{lines.into_iter().map(line).collect_view()}</div> }
        })
    }
}
