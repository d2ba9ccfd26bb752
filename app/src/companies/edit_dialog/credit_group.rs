//! How far an affiliate may go into debt, and from which balance letters are sent. Seen from above only.

use leptos::prelude::*;

use super::credit_line::{CreditLine, Standing};
use super::editor::use_editor;
use super::text_row::AmountRow;
use crate::companies::{Field, REASON};
use crate::money::ImpactNote;
use crate::site::t;
use crate::ui::TextField;
use crate::values::{CreditLimit, CreditState, Kopecks, Threshold};
use crate::words;

#[component]
pub fn CreditGroup() -> impl IntoView {
    let editor = use_editor();
    let standing = Memo::new(move |_| {
        let limit = CreditLimit::parse(&editor.text(Field::CreditLimit)).ok()?.kopecks();
        let threshold = Threshold::parse(&editor.text(Field::NotificationThreshold)).ok()?.kopecks();
        // What was lent for a time stays on top of whatever is typed.
        let (balance, lent) =
            editor.form.with(|form| (form.balance, form.effective_limit.value() - form.credit_limit.value()));
        Some(Standing { balance, limit: Kopecks::new(limit.value().saturating_add(lent)), threshold })
    });
    let class = move || match standing.get().map(Standing::state) {
        Some(CreditState::Suspended) => "grp off",
        Some(CreditState::Low) => "grp low",
        Some(CreditState::Active) | None => "grp",
    };
    let limit_hint = Signal::derive(move || {
        let lang = editor.lang.get();
        match standing.get() {
            Some(Standing { limit: Kopecks::ZERO, .. }) => words::dialog::prepaid(lang).to_owned(),
            Some(standing) => words::dialog::spare(standing.available(), lang),
            None => String::new(),
        }
    });
    let threshold_hint = Signal::derive(move || words::dialog::letters_to_email(editor.lang.get()).to_owned());
    let (tells_of_limit, reason) = (Memo::new(move |_| editor.tells_of_limit()), editor.reason());
    view! {
        <div class=class>
            <h3>{t(words::dialog::credit)}</h3>
            <div class="two">
                <AmountRow field=Field::CreditLimit hint=limit_hint />
                <AmountRow field=Field::NotificationThreshold hint=threshold_hint />
            </div>
            <Show when=move || tells_of_limit.get()>
                <TextField
                    name=REASON
                    label=words::dialog::limit_reason
                    hint=words::dialog::limit_reason_hint
                    value=reason.text
                    problems=reason.problems
                />
            </Show>
            <ImpactNote impact=Memo::new(move |_| editor.impact()) />
            {move || standing.get().filter(|standing| standing.limit > Kopecks::ZERO).map(|standing| view! { <CreditLine standing /> })}
        </div>
    }
}
