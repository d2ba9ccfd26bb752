//! What invoices need: taxpayer numbers and the bank account.

use leptos::prelude::*;

use super::combo_row::DirectoryRow;
use super::fill_by_inn::InnRow;
use super::text_row::TextRow;
use crate::companies::Field;
use crate::site::t;
use crate::words;

#[component]
pub fn RequisitesGroup() -> impl IntoView {
    view! {
        <div class="grp">
            <h3>{t(words::dialog::requisites)}</h3>
            <InnRow />
            <div class="two">
                <TextRow field=Field::Kpp />
                <TextRow field=Field::CorrespondentAccount keys="numeric" />
            </div>
            <div class="two">
                <DirectoryRow field=Field::Bic keys="numeric" />
                <DirectoryRow field=Field::Bank />
            </div>
            <TextRow field=Field::Account keys="numeric" />
        </div>
    }
}
