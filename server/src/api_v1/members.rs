//! The members of a JSON object that a call brings, each of them once.

use std::fmt;

use app::error::ApiError;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Map, Value};

/// [`ApiError::Malformed`] where it is no object, or names a member twice: nobody knows which one is meant.
pub(super) fn members(body: &[u8]) -> Result<Map<String, Value>, ApiError> {
    serde_json::from_slice(body).map(|Members(members)| members).map_err(|_| ApiError::Malformed)
}

struct Members(Map<String, Value>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Map<String, Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut read: A) -> Result<Self::Value, A::Error> {
        let mut members = Map::new();
        while let Some((name, value)) = read.next_entry::<String, Value>()? {
            if members.insert(name, value).is_some() {
                return Err(A::Error::custom("a member is named twice"));
            }
        }
        Ok(members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_that_is_named_twice_is_refused_however_it_is_written() {
        assert_eq!(members(br#"{"amount": "1"}"#).unwrap()["amount"], "1");
        for body in [r#"{"amount": "1", "amount": "2"}"#, r#"{"amount": "1", "\u0061mount": "1"}"#, "[]", "1", ""] {
            assert_eq!(members(body.as_bytes()), Err(ApiError::Malformed), "{body}");
        }
    }
}
