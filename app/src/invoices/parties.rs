//! The two sides of an invoice and the supplier's bank, copied when it is issued.

use serde::{Deserialize, Serialize};

use crate::requisites::CardFields;

/// A side as it is printed; any of it may be empty on the buyer's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceParty {
    pub name: String,
    pub inn: String,
    pub kpp: String,
    pub legal_address: String,
}

/// Where the money goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceBank {
    pub bank: String,
    pub bic: String,
    pub correspondent_account: String,
    pub account: String,
}

impl InvoiceParty {
    pub fn of(fields: &CardFields) -> Self {
        Self {
            name: in_one_line(&fields.name),
            inn: in_one_line(&fields.inn),
            kpp: in_one_line(&fields.kpp),
            legal_address: in_one_line(&fields.legal_address),
        }
    }

    /// What stands below the name: `ИНН 0017000016, КПП 001701001, г. Примерск, ул. Новая, д. 1`.
    pub fn details(&self) -> String {
        let numbered = |label: &str, number: &str| match number {
            "" => String::new(),
            number => format!("{label}\u{a0}{number}"),
        };
        let parts = [numbered("ИНН", &self.inn), numbered("КПП", &self.kpp), self.legal_address.clone()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

impl InvoiceBank {
    pub fn of(fields: &CardFields) -> Self {
        Self {
            bank: in_one_line(&fields.bank),
            bic: in_one_line(&fields.bic),
            correspondent_account: in_one_line(&fields.correspondent_account),
            account: in_one_line(&fields.account),
        }
    }
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::sample::romashka;
    use super::*;

    #[test]
    fn a_party_is_described_by_what_it_has() {
        let whole = InvoiceParty::of(&romashka());
        let line = "ИНН\u{a0}0017000016, КПП\u{a0}001701001, 000001, г. Примерск ул. Новая, д. 1";
        assert_eq!(whole.details(), line);
        let person = InvoiceParty { inn: "001700000150".to_owned(), ..InvoiceParty::default() };
        assert_eq!(person.details(), "ИНН\u{a0}001700000150");
        assert_eq!(InvoiceParty::default().details(), "");
    }
}
