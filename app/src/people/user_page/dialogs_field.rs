//! The most dialogs at once: an own value, or the company's default and the way back to it.

use leptos::prelude::*;

use crate::people::UserField;
use crate::site::use_lang;
use crate::ui::browser::focus_soon;
use crate::ui::{Problems, TextField};
use crate::words::people as words;

#[component]
pub fn DialogsField(value: RwSignal<String>, problems: Problems, default: u32) -> impl IntoView {
    let lang = use_lang();
    let has_own = Memo::new(move |_| value.with(|typed| !typed.trim().is_empty()));
    let clear = move |_| {
        value.set(String::new());
        problems.update(|all| all.forget(UserField::MaxDialogs.wire()));
        focus_soon("#max_dialogs");
    };
    view! {
        <TextField
            name="max_dialogs"
            label=words::max_dialogs
            value
            problems
            inputmode="numeric"
            check=|text| UserField::MaxDialogs.parse(text).map(drop)
        >
            <div class="hint">
                {move || {
                    if has_own.get() {
                        view! {
                            <button class="lnk" type="button" on:click=clear>
                                {move || words::back_to_default(default, lang.get())}
                            </button>
                        }
                        .into_any()
                    } else {
                        (move || words::by_default(default, lang.get())).into_any()
                    }
                }}
            </div>
        </TextField>
    }
}
