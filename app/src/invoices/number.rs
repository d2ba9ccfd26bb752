//! The number of an invoice, by which a payment names it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::InvoiceDay;
use crate::values::CompanyId;

/// `S-YYYY-NNNNNN`: the supplier's ID, the year by its calendar, and a serial from 1 without gaps within both. A serial of
/// more than six digits is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct InvoiceNumber {
    supplier: CompanyId,
    year: u16,
    serial: i64,
}

impl InvoiceNumber {
    /// The number of an invoice issued on this day; nothing where the serial is not positive.
    pub fn new(supplier: CompanyId, day: &InvoiceDay, serial: i64) -> Option<Self> {
        (serial > 0).then(|| Self { supplier, year: day.year(), serial })
    }

    /// Reads a number exactly as [`Display`](fmt::Display) writes it; spaces around it do not count.
    ///
    /// ```
    /// use app::invoices::InvoiceNumber;
    /// let number = InvoiceNumber::parse("2-2026-000017").unwrap();
    /// assert_eq!((number.year(), number.serial()), (2026, 17));
    /// assert!(InvoiceNumber::parse("2-2026-17").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let parts: Vec<&str> = text.split('-').collect();
        let [supplier, year, serial] = parts[..] else { return None };
        let number = Self {
            supplier: CompanyId::parse(supplier).ok()?,
            year: year.parse().ok().filter(|year| (1..=9999).contains(year))?,
            serial: serial.parse().ok().filter(|serial| *serial > 0)?,
        };
        (number.to_string() == text).then_some(number)
    }

    pub fn supplier(self) -> CompanyId {
        self.supplier
    }

    pub fn year(self) -> u16 {
        self.year
    }

    /// From 1.
    pub fn serial(self) -> i64 {
        self.serial
    }
}

impl fmt::Display for InvoiceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}-{:06}", self.supplier, self.year, self.serial)
    }
}

impl TryFrom<String> for InvoiceNumber {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("no invoice number")
    }
}

impl From<InvoiceNumber> for String {
    fn from(number: InvoiceNumber) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_second_suppliers_seventeenth_invoice_of_the_year() {
        let day = InvoiceDay::parse("2026-11-23").unwrap();
        let supplier = CompanyId::parse("2").unwrap();
        assert_eq!(InvoiceNumber::new(supplier, &day, 17).unwrap().to_string(), "2-2026-000017");
        assert_eq!(InvoiceNumber::new(supplier, &day, 1_000_000).unwrap().to_string(), "2-2026-1000000");
        assert_eq!(InvoiceNumber::new(supplier, &day, 0), None);
    }

    #[test]
    fn only_what_is_written_so_is_a_number() {
        assert!(InvoiceNumber::parse(" 2-2026-000017\n").is_some());
        for text in [
            "",
            "2-2026",
            "2-2026-17",
            "2-2026-0000017",
            "02-2026-000017",
            "2-26-000017",
            "2-02026-000017",
            "2-2026-000000",
            "0-2026-000017",
            "2-0000-000017",
            "-2-2026-000017",
            "2-2026-+00017",
            "2 -2026-000017",
            "2–2026–000017",
            "№ 2-2026-000017",
            "2-2026-000017-1",
            "2-2026-99999999999999999999",
        ] {
            assert_eq!(InvoiceNumber::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_number_reads_back_as_itself(supplier in 1..i64::MAX, year in 1_u16..=9999, serial in 1..i64::MAX) {
            let number = InvoiceNumber { supplier: CompanyId::new(supplier).unwrap(), year, serial };
            prop_assert_eq!(InvoiceNumber::parse(&number.to_string()), Some(number));
            let json = serde_json::to_string(&number).unwrap();
            prop_assert_eq!(serde_json::from_str::<InvoiceNumber>(&json).unwrap(), number);
        }
    }
}
