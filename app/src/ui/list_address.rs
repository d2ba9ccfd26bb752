//! The part of a list's address that keeps the query and the order: `?q=…&sort=…`.

use std::fmt::Write as _;

use super::sort::{Sort, SortColumn};

/// Empty when nothing is asked and the order is the default one.
pub fn suffix<K: SortColumn>(query: &str, sort: Option<Sort<K>>) -> String {
    let mut suffix = String::new();
    if !query.trim().is_empty() {
        suffix.push_str("?q=");
        encode(query, &mut suffix);
    }
    if let Some(sort) = sort {
        suffix.push_str(if suffix.is_empty() { "?sort=" } else { "&sort=" });
        suffix.push_str(&sort.to_string());
    }
    suffix
}

/// Percent-encodes everything but the unreserved characters of RFC 3986.
pub fn encode(text: &str, encoded: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            _ => {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::companies::SortKey;

    #[test]
    fn the_suffix_keeps_the_query_and_the_order() {
        assert_eq!(suffix::<SortKey>("", None), "");
        assert_eq!(suffix::<SortKey>("a b&c", None), "?q=a%20b%26c");
        assert_eq!(suffix("ё", Some(Sort::descending(SortKey::Balance))), "?q=%D1%91&sort=-balance");
        assert_eq!(suffix("", Some(Sort::ascending(SortKey::Id))), "?sort=id");
    }
}
