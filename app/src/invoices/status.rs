//! How an invoice stands.

use serde::{Deserialize, Serialize};

use crate::values::Kopecks;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceStatus {
    Issued,
    /// Payments that name its number add up to its total.
    Paid,
    /// By its supplier. The number stays used.
    Cancelled,
}

/// Whether the payments cover the total; a payment taken back counts with its minus.
///
/// ```
/// use app::invoices::paid;
/// use app::values::Kopecks;
/// let parts = [1_000_00, 250_49].map(Kopecks::new);
/// assert!(!paid(Kopecks::new(1_250_50), parts));
/// ```
pub fn paid(total: Kopecks, payments: impl IntoIterator<Item = Kopecks>) -> bool {
    // Beyond what 64 bits hold before any total is: entries are bounded, their number is not.
    let sum: i128 = payments.into_iter().map(|payment| i128::from(payment.value())).sum();
    sum >= i128::from(total.value())
}

impl InvoiceStatus {
    const ALL: [Self; 3] = [Self::Issued, Self::Paid, Self::Cancelled];

    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Paid => "paid",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn parse(stored: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == stored)
    }

    /// Only what nobody has paid in full yet can be cancelled.
    pub fn can_be_cancelled(self) -> bool {
        self == Self::Issued
    }

    /// The status once all payments that name the invoice are these. A cancelled one stays so, whoever pays it; a paid one
    /// whose payment was taken back is open again.
    pub fn after(self, total: Kopecks, payments: impl IntoIterator<Item = Kopecks>) -> Self {
        match self {
            Self::Cancelled => Self::Cancelled,
            Self::Issued | Self::Paid => {
                if paid(total, payments) {
                    Self::Paid
                } else {
                    Self::Issued
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(status: InvoiceStatus, payments: &[i64]) -> InvoiceStatus {
        status.after(Kopecks::new(125_050), payments.iter().copied().map(Kopecks::new))
    }

    #[test]
    fn part_payments_add_up() {
        use InvoiceStatus::{Cancelled, Issued, Paid};
        assert_eq!(after(Issued, &[]), Issued);
        assert_eq!(after(Issued, &[100_000]), Issued);
        assert_eq!(after(Issued, &[100_000, 25_049]), Issued);
        assert_eq!(after(Issued, &[100_000, 25_050]), Paid);
        assert_eq!(after(Issued, &[200_000]), Paid, "more than asked for");
        assert_eq!(after(Paid, &[125_050, -125_050]), Issued, "the payment was reversed");
        assert_eq!(after(Cancelled, &[125_050]), Cancelled);
        assert_eq!(after(Issued, &[i64::MAX, i64::MAX]), Paid);
    }

    #[test]
    fn what_is_stored_reads_back() {
        for status in InvoiceStatus::ALL {
            assert_eq!(InvoiceStatus::parse(status.as_str()), Some(status));
            assert_eq!(status.can_be_cancelled(), status == InvoiceStatus::Issued);
        }
        assert_eq!(InvoiceStatus::parse("open"), None);
    }
}
