//! A company as it was just saved, put into its row without asking the server again.

use super::Book;
use crate::companies::list::Column;
use crate::companies::{CompanyForm, Draft, Field};
use crate::people::lacks_administrator;
use crate::values::{Kopecks, Threshold};

impl Book {
    /// Shows the saved record in its row; nothing where the list has no such company.
    pub fn saved(&mut self, form: &CompanyForm) {
        let Some(at) = self.list.position(form.id) else { return };
        let row = self.list.row(at);
        let mut numbers = *row.numbers();
        numbers.kind = form.kind;
        numbers.is_confirmed = form.is_confirmed;
        numbers.balance = form.balance;
        numbers.credit_limit = form.credit_limit;
        numbers.effective_limit = form.effective_limit;
        numbers.suspended = form.suspended;
        numbers.lacks_administrator = lacks_administrator(&form.administrators);
        if let Some(threshold) = threshold(&form.fields) {
            numbers.threshold = threshold;
        }
        let texts: Vec<String> = Column::ALL.into_iter().map(|column| text(column, form, row.text(column))).collect();
        let zone = form.fields.get(&Field::TimeZone).unwrap_or(&row.zone().name).clone();
        let offset = self.list.offset_minutes(&zone).unwrap_or(row.zone().offset_minutes);
        let texts: [&str; Column::COUNT] = std::array::from_fn(|column| texts[column].as_str());
        self.replace(at, numbers, (&zone, offset), texts);
    }
}

/// Not everybody's form holds the threshold: then the row keeps what it has.
fn threshold(fields: &Draft) -> Option<Option<Kopecks>> {
    let text = fields.get(&Field::NotificationThreshold)?;
    Some(Threshold::parse(text).ok()?.kopecks())
}

fn text(column: Column, form: &CompanyForm, shown: &str) -> String {
    let field = match column {
        Column::Name => Field::Name,
        Column::Email => Field::Email,
        Column::Phone => Field::Phone,
        Column::Inn => Field::Inn,
        Column::Kpp => Field::Kpp,
        Column::Ogrn => Field::Ogrn,
        Column::Bic => Field::Bic,
        Column::Bank => Field::Bank,
        Column::CorrespondentAccount => Field::CorrespondentAccount,
        Column::Account => Field::Account,
        Column::LegalAddress => Field::LegalAddress,
        Column::PostalAddress => Field::PostalAddress,
    };
    form.fields.get(&field).map_or(shown, String::as_str).to_owned()
}
