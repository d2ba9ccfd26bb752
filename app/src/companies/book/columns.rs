//! What of a company can be searched: every column of the search rule, each read in its own way.

use search::Column as Searched;

use crate::companies::list::{Column, Row, Status};
use crate::values::{Lang, city};

/// The number of a row as the index counts it.
pub(super) fn number(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

/// Hands the searchable columns of a row on.
pub(super) fn with_columns<T>(row: Row<'_>, read: impl FnOnce(&[Searched<'_>]) -> T) -> T {
    let numbers = row.numbers();
    let text = |column| row.text(column);
    let id = numbers.id.to_string();
    let balance = numbers.balance.to_string();
    let credit_limit = numbers.credit_limit.to_string();
    let zone = searched_zone(&row.zone().name);
    read(&[
        Searched::Code(&id),
        Searched::Text(text(Column::Name)),
        Searched::Text(text(Column::Email)),
        Searched::Phone(text(Column::Phone)),
        Searched::Code(text(Column::Inn)),
        Searched::Code(text(Column::Kpp)),
        Searched::Code(text(Column::Ogrn)),
        Searched::Code(text(Column::Bic)),
        Searched::Choice(text(Column::Bank)),
        Searched::Code(text(Column::CorrespondentAccount)),
        Searched::Code(text(Column::Account)),
        Searched::Text(text(Column::LegalAddress)),
        Searched::Text(text(Column::PostalAddress)),
        Searched::Amount(&balance),
        Searched::Amount(&credit_limit),
        Searched::Choice(both_languages(numbers.status())),
        Searched::Choice(&zone),
    ])
}

/// A status is found by its word in either language, whatever the page speaks.
fn both_languages(status: Status) -> &'static str {
    match status {
        Status::Active => "Активна Active",
        Status::AwaitingConfirmation => "Ожидает подтверждения Awaiting confirmation",
        Status::LowBalance => "Низкий баланс Low balance",
        Status::Suspended => "Приостановлена Suspended",
    }
}

/// The IANA name and the city as a Russian page shows it.
fn searched_zone(name: &str) -> String {
    format!("{name} {}", city(name, Lang::Ru))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    #[test]
    fn every_word_that_a_page_shows_for_a_status_is_searchable() {
        let all = [Status::Active, Status::AwaitingConfirmation, Status::LowBalance, Status::Suspended];
        for status in all {
            for lang in [Lang::Ru, Lang::En] {
                assert!(both_languages(status).contains(words::companies::status(status, lang)));
            }
        }
    }
}
