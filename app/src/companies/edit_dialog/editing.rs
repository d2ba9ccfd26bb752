//! The open record: every group of fields, and the save.

use leptos::prelude::*;

use super::addresses_group::AddressesGroup;
use super::browser;
use super::calls_group::CallsGroup;
use super::company_group::CompanyGroup;
use super::credit_group::CreditGroup;
use super::departure::use_departure;
use super::drafts::Drafts;
use super::editor::Editor;
use super::employees_group::EmployeesGroup;
use super::field_frame::control_id;
use super::foot::Foot;
use super::head::RecordHead;
use super::notes::{DraftNote, FailureNote, OthersNote};
use super::requisites_group::RequisitesGroup;
use super::saving::Saving;
use super::work_group::WorkGroup;
use crate::companies::{CompanyForm, Field};
use crate::site::{t, use_me};
use crate::ui::use_toasts;
use crate::values::Zones;
use crate::words;

/// How often the clock in the dialog is looked at.
const TICK: std::time::Duration = std::time::Duration::from_secs(15);

#[component]
pub fn Editing(form: CompanyForm, zones: Zones) -> impl IntoView {
    let company = form.id;
    let editor = Editor::new(form, zones);
    provide_context(editor);
    let departure = use_departure();
    let me = use_me();
    let drafts = Drafts::start(editor, me.with_untracked(|me| me.id), company);
    departure.watch(editor, drafts);
    keep_time(editor);
    Effect::new(|_| begin_soon());

    let saving = Saving { editor, departure, toasts: use_toasts(), me };
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        saving.save();
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if browser::is_save_key(&event) {
            event.prevent_default();
            saving.save();
        }
    };
    view! {
        <form method="post" novalidate on:submit=on_submit on:keydown=on_key>
            <RecordHead />
            <FailureNote retry=Callback::new(move |()| saving.save()) />
            <DraftNote drafts />
            <OthersNote />
            <div class="cols" tabindex="0" role="group" aria-label=t(words::dialog::fields)>
                <section>
                    <CompanyGroup />
                    <EmployeesGroup />
                    {editor.has(Field::CreditLimit).then(|| view! { <CreditGroup /> })}
                    <WorkGroup />
                </section>
                <section>
                    <RequisitesGroup />
                    <AddressesGroup />
                    <CallsGroup />
                </section>
            </div>
            <Foot />
        </form>
    }
}

/// Leads to the first field once the record is in the document. Whoever is in a field, or at a button under the fields or
/// above them, stays there.
fn begin_soon() {
    request_animation_frame(|| {
        if !browser::has_focus(".cols, .note, .dlg-foot") {
            browser::focus(&control_id(Field::Name));
        }
    });
}

/// The clock starts in the browser only: the server's page must not depend on the moment.
fn keep_time(editor: Editor) {
    Effect::new(move |_| {
        editor.now.set(browser::now());
        if let Ok(ticking) = set_interval_with_handle(
            move || {
                editor.now.try_set(browser::now());
            },
            TICK,
        ) {
            on_cleanup(move || ticking.clear());
        }
    });
}
