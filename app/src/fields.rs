//! A form on its way: the fields by wire name, as typed.

use std::collections::BTreeMap;

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
}
