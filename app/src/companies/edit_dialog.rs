//! The edit dialog: opens a company over the list, and asks before anything unsaved is left behind.

mod addresses_group;
mod bank_note;
mod bank_rows;
mod browser;
mod calls_group;
mod change_kind;
mod changes;
mod clash;
mod clash_choice;
mod combo_row;
mod company_group;
mod credit_group;
mod credit_line;
mod departure;
mod diagnosis;
mod difference;
mod drafts;
mod editing;
mod editor;
mod employees_group;
mod field_frame;
mod field_notice;
mod field_problem;
mod fill_by_inn;
mod filling;
mod foot;
mod found;
mod head;
mod kind_line;
mod moment;
mod namesake;
mod new_user;
mod newcomer;
mod notes;
mod paste;
mod requisites_group;
mod saving;
mod switch_row;
mod text_row;
mod to_past;
mod twins;
mod typo_hint;
mod unopened;
mod unsaved;
mod window;
mod work_group;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use self::change_kind::{ChangeKind, KindChange};
use self::departure::Departure;
use self::editing::Editing;
use self::unopened::{Loading, Unopened};
use self::unsaved::UnsavedChanges;
use self::window::DialogWindow;
use super::door;
use crate::error::ApiError;
use crate::values::CompanyId;

pub use changes::readable;
pub use drafts::clear_drafts;

/// The dialog at `/companies/ID`.
#[component]
pub fn EditDialog() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| CompanyId::parse(params.get_str("id")?).ok()));
    let departure = Departure::provide();
    let kind_change = KindChange::provide();
    let form = Resource::new_blocking(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => door::company(id).await,
                None => Err(ApiError::Missing),
            }
        },
    );
    let zones = Resource::new_blocking(|| (), |()| door::time_zones());
    let retry = Callback::new(move |()| {
        form.refetch();
        zones.refetch();
    });
    view! {
        <DialogWindow id>
            <Suspense fallback=Loading>
                {move || Suspend::new(async move {
                    match (form.await, zones.await) {
                        (Ok(form), Ok(zones)) => view! { <Editing form zones /> }.into_any(),
                        (Err(error), _) | (_, Err(error)) => view! { <Unopened error retry /> }.into_any(),
                    }
                })}
            </Suspense>
        </DialogWindow>
        <ChangeKind change=kind_change departure />
        <UnsavedChanges departure />
    }
}
