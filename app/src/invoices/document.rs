//! An invoice as it was issued: everything that is printed on it.

use serde::{Deserialize, Serialize};

use super::{
    InvoiceBank, InvoiceDay, InvoiceLine, InvoiceNumber, InvoiceParty, Vat, VatRate, in_words, lacking, purpose,
};
use crate::companies::Field;
use crate::requisites::{BankRecord, CardFields, NoCode, PaymentCode};
use crate::values::{Kopecks, Lang};

/// Stored with the invoice as JSON and never written again. Only [`issue`](Self::issue) makes one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceDocument {
    number: InvoiceNumber,
    day: InvoiceDay,
    supplier: InvoiceParty,
    bank: InvoiceBank,
    buyer: InvoiceParty,
    lines: Vec<InvoiceLine>,
    total: Kopecks,
    vat: Vat,
    purpose: String,
    code: Result<String, NoCode>,
}

/// Who sells, with what the directory says of its BIC.
#[derive(Clone, Copy, Debug)]
pub struct Supplier<'a> {
    pub fields: &'a CardFields,
    pub bank: &'a BankRecord,
    pub vat: Vat,
}

/// Why no invoice was issued.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoInvoice {
    /// These fields of the supplier are empty or fail their checks.
    Lacking(Vec<Field>),
    /// The lines add up to nothing, or to more than can be counted.
    Sum,
}

impl InvoiceDocument {
    /// Writes everything down. The buyer's requisites may have gaps; [`missing_of_buyer`](super::missing_of_buyer) tells
    /// them. Sums are in roubles.
    pub fn issue(
        number: InvoiceNumber,
        day: InvoiceDay,
        supplier: Supplier<'_>,
        buyer: &CardFields,
        lines: Vec<InvoiceLine>,
    ) -> Result<Self, NoInvoice> {
        let lacking = lacking(supplier.fields, supplier.bank);
        if !lacking.is_empty() {
            return Err(NoInvoice::Lacking(lacking));
        }
        let total = total(&lines).ok_or(NoInvoice::Sum)?;
        let purpose = purpose(number, &day, supplier.vat, total);
        Ok(Self {
            number,
            day,
            supplier: InvoiceParty::of(supplier.fields),
            bank: InvoiceBank::of(supplier.fields),
            buyer: InvoiceParty::of(buyer),
            lines,
            total,
            vat: supplier.vat,
            code: code(supplier, total, &purpose),
            purpose,
        })
    }

    pub fn number(&self) -> InvoiceNumber {
        self.number
    }

    pub fn day(&self) -> &InvoiceDay {
        &self.day
    }

    /// `Счет на оплату № 2-2026-000017 от 23.11.2026`.
    pub fn title(&self) -> String {
        format!("Счет на оплату № {} от {}", self.number, self.day.shown(Lang::Ru))
    }

    pub fn supplier(&self) -> &InvoiceParty {
        &self.supplier
    }

    pub fn bank(&self) -> &InvoiceBank {
        &self.bank
    }

    pub fn buyer(&self) -> &InvoiceParty {
        &self.buyer
    }

    pub fn lines(&self) -> &[InvoiceLine] {
        &self.lines
    }

    pub fn total(&self) -> Kopecks {
        self.total
    }

    pub fn total_in_words(&self, lang: Lang) -> String {
        in_words(self.total, lang)
    }

    pub fn vat(&self) -> Vat {
        self.vat
    }

    /// The rate and the tax within the total, where the supplier has set a rate.
    pub fn included_vat(&self) -> Option<(VatRate, Kopecks)> {
        match self.vat {
            Vat::Included(rate) => Some((rate, rate.within(self.total))),
            Vat::NotSet | Vat::Without => None,
        }
    }

    pub fn purpose(&self) -> &str {
        &self.purpose
    }

    /// The text of the payment code by GOST R 56042, or why there is none.
    pub fn code(&self) -> Result<&str, &NoCode> {
        self.code.as_deref()
    }
}

/// Positive, or nothing.
fn total(lines: &[InvoiceLine]) -> Option<Kopecks> {
    let sum = lines.iter().try_fold(Kopecks::ZERO, |sum, line| sum.checked_add(line.sum()?))?;
    (sum > Kopecks::ZERO).then_some(sum)
}

/// The bank is called as the directory calls it; without an entry there, as the supplier does.
fn code(supplier: Supplier<'_>, total: Kopecks, purpose: &str) -> Result<String, NoCode> {
    let Supplier { fields, bank, .. } = supplier;
    let name_p = bank.bank.as_ref().map(|bank| &bank.name);
    let code = PaymentCode {
        name: fields.name.clone(),
        account: fields.account.clone(),
        bank_name: name_p.unwrap_or(&fields.bank).clone(),
        bic: fields.bic.clone(),
        correspondent_account: fields.correspondent_account.clone(),
        sum: Some(total.value().unsigned_abs()),
        purpose: Some(purpose.to_owned()),
        inn: fields.inn.clone(),
        kpp: fields.kpp.clone(),
    };
    code.compose(bank)
}

#[cfg(test)]
mod tests;
