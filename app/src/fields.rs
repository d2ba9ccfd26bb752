//! A form on its way: the fields by wire name, as typed.

use std::collections::BTreeMap;

use crate::ui::list_address::encode;
use crate::values::{Invalid, Problem};

/// Unknown names are refused by whoever reads the form, never dropped.
pub type Fields = BTreeMap<String, String>;

/// A problem for every field whose name is not among `known`.
pub fn unknown(fields: &Fields, known: &[&str]) -> Invalid {
    let mut invalid = Invalid::default();
    for name in fields.keys().filter(|name| !known.contains(&name.as_str())) {
        invalid.add(name, Problem::UnknownField);
    }
    invalid
}

/// What was typed into a field; a missing one is empty.
pub fn text<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.get(name).map_or("", String::as_str)
}

/// A box that is ticked (`on`) or not (`off`); nothing where it was left out.
///
/// # Errors
/// [`Problem::UnknownChoice`] for anything else.
pub fn switch(fields: &Fields, name: &str) -> Result<Option<bool>, Problem> {
    match text(fields, name) {
        "" => Ok(None),
        "on" => Ok(Some(true)),
        "off" => Ok(Some(false)),
        _ => Err(Problem::UnknownChoice),
    }
}

/// The part of an address that asks for these fields: `?field=inn&from=2026-11-23`. Empty ones are left out.
pub fn query(fields: &Fields) -> String {
    let mut query = String::new();
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(name);
        query.push('=');
        encode(value, &mut query);
    }
    query
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_nobody_knows_is_refused_by_its_name() {
        let fields =
            Fields::from([("email".to_owned(), "a@b.test".to_owned()), ("role".to_owned(), "operator".to_owned())]);
        let invalid = unknown(&fields, &["email"]);
        assert_eq!(invalid.fields().collect::<Vec<_>>(), ["role"]);
        assert_eq!((text(&fields, "email"), text(&fields, "phone")), ("a@b.test", ""));
    }
    #[test]
    fn an_address_names_what_is_asked_and_nothing_else() {
        let query = |pairs: &[(&str, &str)]| {
            query(&pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
        };
        assert_eq!(
            query(&[("field", "credit_limit"), ("from", "2026-11-23"), ("person", "")]),
            "?field=credit_limit&from=2026-11-23"
        );
        assert_eq!(query(&[("person", "a+b@c.test")]), "?person=a%2Bb%40c.test");
        assert_eq!(query(&[("field", "")]), "");
    }
}
