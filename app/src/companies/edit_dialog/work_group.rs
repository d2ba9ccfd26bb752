//! How the company works: its time zone and how many dialogs an operator gets.

use leptos::prelude::*;

use super::combo_row::ZoneRow;
use super::editor::use_editor;
use super::text_row::TextRow;
use crate::companies::Field;
use crate::site::t;
use crate::ui::clock;
use crate::words;

#[component]
pub fn WorkGroup() -> impl IntoView {
    let editor = use_editor();
    let zone_hint = Signal::derive(move || {
        let lang = editor.lang.get();
        let purpose = words::dialog::zone_hint(lang);
        let typed = editor.text(Field::TimeZone);
        let offset = editor.zones(|zones| Some(zones.find(&zones.parse(&typed).ok()?)?.offset_minutes()));
        match (editor.now.get(), offset) {
            (Some(now), Some(offset)) => format!("{purpose}. {}", words::dialog::now_there(&clock(now, offset), lang)),
            _ => purpose.to_owned(),
        }
    });
    let dialogs_hint = Signal::derive(move || words::dialog::dialogs_hint(editor.lang.get()).to_owned());
    view! {
        <div class="grp">
            <h3>{t(words::dialog::work)}</h3>
            <ZoneRow hint=zone_hint />
            <TextRow field=Field::MaxDialogs keys="numeric" hint=dialogs_hint />
        </div>
    }
}
