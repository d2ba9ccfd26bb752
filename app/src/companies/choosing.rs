//! Companies to choose from in a form of another page: those of the page Companies, found as there.

pub use here::{company_choices, load_companies};

#[cfg(feature = "hydrate")]
mod here {
    use search::Query;

    use crate::companies::download::refresh_shelf;
    use crate::companies::live::shelved;
    use crate::error::ApiError;
    use crate::ui::Choice;
    use crate::values::CompanyId;

    /// Beyond so many one types on.
    const MOST: usize = 50;

    /// Fetches the list, unless it is here and still true. `own` is the company of whoever asks.
    pub async fn load_companies(own: CompanyId) -> Result<(), ApiError> {
        refresh_shelf(own).await
    }

    /// The likeliest companies for what was typed; none until the list is here.
    pub fn company_choices(own: CompanyId, typed: &str) -> Vec<Choice> {
        let Some(kept) = shelved(own) else { return Vec::new() };
        let book = kept.book.borrow();
        let choice = |row: u32| {
            let company = book.list().row(row as usize);
            let (name, key) = (company.name().to_owned(), company.id().to_string());
            Choice { text: name.clone(), name, detail: format!("ID {key}"), key }
        };
        book.view(&Query::parse(typed), None).into_iter().take(MOST).map(choice).collect()
    }
}

/// Nothing is chosen while the server renders.
#[cfg(not(feature = "hydrate"))]
mod here {
    use crate::error::ApiError;
    use crate::ui::Choice;
    use crate::values::CompanyId;

    pub async fn load_companies(_: CompanyId) -> Result<(), ApiError> {
        Ok(())
    }

    pub fn company_choices(_: CompanyId, _: &str) -> Vec<Choice> {
        Vec::new()
    }
}
