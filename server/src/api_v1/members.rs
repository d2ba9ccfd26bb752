//! JSON that a call brings, in which no name stands twice.

use std::fmt;

use app::error::ApiError;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// The members of an object. [`ApiError::Malformed`] where it is none, or where it or an object in it names a member
/// twice: nobody knows which one is meant.
pub(super) fn members(body: &[u8]) -> Result<Map<String, Value>, ApiError> {
    match serde_json::from_slice(body) {
        Ok(Once(Value::Object(members))) => Ok(members),
        _ => Err(ApiError::Malformed),
    }
}

/// A value whose objects name each member once.
struct Once(Value);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut read: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Once(value)) = read.next_element()? {
            values.push(value);
        }
        Ok(values.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut read: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some((name, Once(value))) = read.next_entry::<String, Once>()? {
            if members.insert(name, value).is_some() {
                return Err(A::Error::custom("a member is named twice"));
            }
        }
        Ok(members.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_that_is_named_twice_is_refused_wherever_and_however_it_is_written() {
        for body in [
            r#"{"amount": "1", "amount": "2"}"#,
            r#"{"amount": "1", "\u0061mount": "1"}"#,
            r#"{"credit_limit": {"amount": "1", "amount": "9000", "currency": "RUB"}}"#,
            r#"{"name": [{"a": 1, "a": 1}]}"#,
            "[]",
            "1",
            "",
        ] {
            assert_eq!(members(body.as_bytes()), Err(ApiError::Malformed), "{body}");
        }
    }

    #[test]
    fn everything_else_is_read_as_it_is_written() {
        let body = r#"{"a": null, "b": [true, -1, 1.5, 18446744073709551615], "c": {"a": "я\n"}}"#;
        let plain: Map<String, Value> = serde_json::from_str(body).unwrap();
        assert_eq!(members(body.as_bytes()), Ok(plain));
    }
}
