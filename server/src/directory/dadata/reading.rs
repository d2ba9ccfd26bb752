//! An answer read with care: whatever is missing, `null` or of another type is as good as empty.

use app::requisites::LookUpTrouble;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;

/// The longest code word that is kept, in characters.
const LONGEST_WORD: usize = 40;

/// The `data` of each suggestion.
pub(super) fn suggestions(answer: &Value) -> Result<impl Iterator<Item = &Value>, LookUpTrouble> {
    let suggestions = answer.get("suggestions").and_then(Value::as_array).ok_or(LookUpTrouble::BrokenAnswer)?;
    Ok(suggestions.iter().filter(|suggestion| suggestion["data"].is_object()))
}

/// The text at a JSON pointer, untrimmed.
pub(super) fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// The first of several texts that passes a check.
pub(super) fn first<T: ToString, E>(texts: &[&str], check: impl Fn(&str) -> Result<T, E>) -> String {
    texts.iter().find_map(|text| check(text).ok()).map(|value| value.to_string()).unwrap_or_default()
}

/// A code word such as `ACTIVE`, known or not; anything that is no word is left out.
pub(super) fn word(value: &Value, pointer: &str) -> String {
    let word = text(value, pointer).trim();
    let is_plain = word.chars().all(|ch| ch.is_alphanumeric() || matches!(ch, '_' | '-' | ' '));
    if is_plain && word.chars().count() <= LONGEST_WORD { word.to_owned() } else { String::new() }
}

/// Unix milliseconds as the day in UTC, `YYYY-MM-DD`: registers date by the midnight of UTC.
pub(super) fn day(value: &Value, pointer: &str) -> String {
    let at = value.pointer(pointer).and_then(Value::as_i64).and_then(|ms| Timestamp::from_millisecond(ms).ok());
    at.map(|at| TimeZone::UTC.to_datetime(at).date().to_string()).unwrap_or_default()
}
