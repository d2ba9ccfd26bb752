//! A line of an invoice.

use serde::{Deserialize, Serialize};

use crate::values::Kopecks;

/// What is paid for. Its sum is the price times the quantity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceLine {
    pub name: String,
    pub quantity: u32,
    /// «усл.», «шт.», «мин.».
    pub unit: String,
    pub price: Kopecks,
}

impl InvoiceLine {
    /// One service as a whole, at its sum.
    pub fn whole(name: &str, sum: Kopecks) -> Self {
        Self { name: name.to_owned(), quantity: 1, unit: "усл.".to_owned(), price: sum }
    }

    /// Nothing on overflow.
    pub fn sum(&self) -> Option<Kopecks> {
        self.price.value().checked_mul(i64::from(self.quantity)).map(Kopecks::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_the_price_times_the_quantity_or_nothing() {
        let line = |price, quantity| InvoiceLine { quantity, ..InvoiceLine::whole("Голос", Kopecks::new(price)) };
        assert_eq!(line(125, 30).sum(), Some(Kopecks::new(3_750)));
        assert_eq!(line(i64::MAX, 1).sum(), Some(Kopecks::new(i64::MAX)));
        assert_eq!(line(i64::MAX, 2).sum(), None);
    }
}
