//! The order that a person chose for a table, as it stands in the address: `?sort=column` or `?sort=-column`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The columns that a table sorts by.
pub trait SortColumn: Copy + Eq + Send + Sync + 'static {
    const ALL: &'static [Self];

    /// The name in the address.
    fn as_str(self) -> &'static str;
}

/// A column and a direction. Without one the table stands in its default order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort<K> {
    pub key: K,
    pub is_descending: bool,
}

impl<K: SortColumn> Sort<K> {
    pub const fn ascending(key: K) -> Self {
        Self { key, is_descending: false }
    }

    pub const fn descending(key: K) -> Self {
        Self { key, is_descending: true }
    }

    /// What a press on a column's head makes of the order: up, then down, then the default again.
    pub fn after_press(current: Option<Self>, key: K) -> Option<Self> {
        match current {
            Some(sort) if sort.key == key => (!sort.is_descending).then_some(Self::descending(key)),
            _ => Some(Self::ascending(key)),
        }
    }

    /// The value of `aria-sort` on the column's head; none on the others.
    pub fn aria(current: Option<Self>, key: K) -> Option<&'static str> {
        let sort = current.filter(|sort| sort.key == key)?;
        Some(if sort.is_descending { "descending" } else { "ascending" })
    }
}

/// An unknown column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownColumn;

impl<K: SortColumn> FromStr for Sort<K> {
    type Err = UnknownColumn;

    fn from_str(text: &str) -> Result<Self, UnknownColumn> {
        let (name, is_descending) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
        let key = K::ALL.iter().copied().find(|key| key.as_str() == name).ok_or(UnknownColumn)?;
        Ok(Self { key, is_descending })
    }
}

impl<K: SortColumn> fmt::Display for Sort<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minus = if self.is_descending { "-" } else { "" };
        write!(f, "{minus}{}", self.key.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::companies::SortKey;

    #[test]
    fn the_address_gives_back_the_order_it_was_written_from() {
        for key in SortKey::ALL.iter().copied() {
            for sort in [Sort::ascending(key), Sort::descending(key)] {
                assert_eq!(sort.to_string().parse(), Ok(sort));
            }
        }
        assert_eq!("-balance".parse(), Ok(Sort::descending(SortKey::Balance)));
        for unknown in ["", "-", "name", "--id", "ID"] {
            assert_eq!(unknown.parse::<Sort<SortKey>>(), Err(UnknownColumn), "{unknown}");
        }
    }

    #[test]
    fn three_presses_lead_back_to_the_default_order() {
        let up = Sort::after_press(None, SortKey::Inn);
        let down = Sort::after_press(up, SortKey::Inn);
        assert_eq!(up, Some(Sort::ascending(SortKey::Inn)));
        assert_eq!(down, Some(Sort::descending(SortKey::Inn)));
        assert_eq!(Sort::after_press(down, SortKey::Inn), None);
        assert_eq!(Sort::after_press(down, SortKey::Id), Some(Sort::ascending(SortKey::Id)));
    }
}
