//! An invoice as a list shows it, and what issuing one answers.

use serde::{Deserialize, Serialize};

use super::{InvoiceDay, InvoiceNumber, InvoiceStatus};
use crate::companies::Field;
use crate::reports::Month;
use crate::values::Kopecks;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoice {
    pub number: InvoiceNumber,
    /// By the supplier's calendar.
    pub day: InvoiceDay,
    /// Of what month; nothing for a top-up.
    pub month: Option<Month>,
    pub total: Kopecks,
    /// The sum of the payments that name it.
    pub paid: Kopecks,
    pub status: InvoiceStatus,
    /// Whether the reader may cancel it now.
    pub may_cancel: bool,
}

impl Invoice {
    /// Where its PDF is.
    pub fn href(&self) -> String {
        format!("/api/invoices/{}/invoice.pdf", self.number)
    }
}

/// An invoice that was just issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedInvoice {
    pub number: InvoiceNumber,
    /// What it does not say of its buyer.
    pub missing: Vec<Field>,
}

/// A PDF on its way to whoever downloads it.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceFile {
    /// ASCII, with its ending.
    pub name: String,
    pub bytes: Vec<u8>,
}
