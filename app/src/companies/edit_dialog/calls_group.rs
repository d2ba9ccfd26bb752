//! The switch that keeps calls within Federal Law 230-FZ.

use leptos::prelude::*;

use super::switch_row::SwitchRow;
use crate::companies::Field;
use crate::site::t;
use crate::words;

#[component]
pub fn CallsGroup() -> impl IntoView {
    view! {
        <div class="grp">
            <h3>{t(words::dialog::calls)}</h3>
            <SwitchRow field=Field::Comply230Fz hint=words::dialog::compliance_hint />
        </div>
    }
}
