//! A company's requisites as a text to send to somebody: one field a line, and read back by `paste` as they were.

use serde::{Deserialize, Serialize};

use super::slot::Slot;
use super::{BankRecord, NoCode, PaymentCode};
use crate::values::{Lang, Phone};

#[cfg(test)]
pub(super) mod tests;

/// What stands on a card, each value as its field keeps it; any may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CardFields {
    pub name: String,
    pub inn: String,
    pub kpp: String,
    pub ogrn: String,
    pub account: String,
    pub bank: String,
    pub bic: String,
    pub correspondent_account: String,
    pub legal_address: String,
    pub postal_address: String,
    pub phone: String,
    pub email: String,
}

/// Stands before the second and further lines of an address.
pub(super) const INDENT: &str = "  ";

/// The card: a heading, then a line `label: value` for each field that is filled.
///
/// ```
/// use app::requisites::{CardFields, card};
/// use app::values::Lang;
/// let fields = CardFields { inn: "0017000016".to_owned(), kpp: "001701001".to_owned(), ..Default::default() };
/// assert_eq!(card::text(&fields, Lang::Ru), "Карточка реквизитов\nИНН: 0017000016\nКПП: 001701001\n");
/// ```
pub fn text(fields: &CardFields, lang: Lang) -> String {
    let mut card = heading(lang).to_owned();
    card.push('\n');
    for (label, value) in lines(fields, lang) {
        card.extend([label, ": ", &value, "\n"]);
    }
    card
}

/// The filled fields with their labels, in the order of a card.
pub fn lines(fields: &CardFields, lang: Lang) -> Vec<(&'static str, String)> {
    let line = |slot: Slot| (slot.label(lang), shown(fields, slot));
    Slot::ALL.into_iter().map(line).filter(|(_, value)| !value.is_empty()).collect()
}

/// The code that fills a payment to this company, without a sum. `bank` is what the directory says of its BIC; without an
/// entry there, the field Bank names the bank.
pub fn payment_code(fields: &CardFields, bank: &BankRecord) -> Result<String, NoCode> {
    let name_p = bank.bank.as_ref().map(|bank| &bank.name);
    let code = PaymentCode {
        name: fields.name.clone(),
        account: fields.account.clone(),
        bank_name: name_p.unwrap_or(&fields.bank).clone(),
        bic: fields.bic.clone(),
        correspondent_account: fields.correspondent_account.clone(),
        sum: None,
        purpose: None,
        inn: fields.inn.clone(),
        kpp: fields.kpp.clone(),
    };
    code.compose(bank)
}

pub(super) fn heading(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "Карточка реквизитов",
        Lang::En => "Requisites card",
    }
}

fn shown(fields: &CardFields, slot: Slot) -> String {
    let value = match slot {
        Slot::Name => &fields.name,
        Slot::Email => &fields.email,
        Slot::Phone => &fields.phone,
        Slot::Inn => &fields.inn,
        Slot::Kpp => &fields.kpp,
        Slot::Ogrn => &fields.ogrn,
        Slot::Bic => &fields.bic,
        Slot::Bank => &fields.bank,
        Slot::CorrespondentAccount => &fields.correspondent_account,
        Slot::Account => &fields.account,
        Slot::LegalAddress => &fields.legal_address,
        Slot::PostalAddress => &fields.postal_address,
    };
    match slot {
        Slot::Phone => Phone::parse(value).map_or_else(|_| value.clone(), |phone| phone.shown()),
        slot if slot.is_address() => value.trim().replace('\n', &format!("\n{INDENT}")),
        _ => value.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}
