//! All problems of a form at once, by field: a person sees everything to fix after one try.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::Problem;

/// The problems found so far, by the field's name on the wire. Empty means: nothing to refuse.
///
/// ```
/// use app::values::{CompanyName, Email, Invalid};
/// let mut invalid = Invalid::default();
/// let name = invalid.check("name", CompanyName::parse("New ways"));
/// let email = invalid.check("email", Email::parse("info"));
/// assert!(name.is_some() && email.is_none());
/// assert_eq!(invalid.fields().collect::<Vec<_>>(), ["email"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Invalid(BTreeMap<String, Vec<Problem>>);

impl Invalid {
    /// One problem at one field.
    pub fn at(field: &str, problem: Problem) -> Self {
        let mut invalid = Self::default();
        invalid.add(field, problem);
        invalid
    }

    /// Notes a problem; the same one twice at a field is kept once.
    pub fn add(&mut self, field: &str, problem: Problem) {
        let problems = self.0.entry(field.to_owned()).or_default();
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// Takes a field's problems back, as it is typed anew.
    pub fn forget(&mut self, field: &str) {
        self.0.remove(field);
    }

    /// Takes the value out of a parse, or notes the problem at `field`.
    pub fn check<T>(&mut self, field: &str, parsed: Result<T, Problem>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(problem) => {
                self.add(field, problem);
                None
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first problem of a field: the one to show.
    pub fn first(&self, field: &str) -> Option<&Problem> {
        self.problems(field).first()
    }

    pub fn problems(&self, field: &str) -> &[Problem] {
        self.0.get(field).map_or(&[], Vec::as_slice)
    }

    /// The refused fields, by name.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Problem])> {
        self.0.iter().map(|(field, problems)| (field.as_str(), problems.as_slice()))
    }

    /// `Ok` when no problem was noted.
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (field, problems)) in self.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{field}: ")?;
            for (index, problem) in problems.iter().enumerate() {
                let separator = if index == 0 { "" } else { ", " };
                write!(f, "{separator}{problem}")?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for Invalid {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_is_kept_at_its_field_once() {
        let mut invalid = Invalid::at("name", Problem::Required);
        invalid.add("name", Problem::Required);
        invalid.add("name", Problem::OnlyPunctuation);
        assert_eq!(invalid.check::<()>("inn", Err(Problem::AllZeros)), None);
        assert_eq!(invalid.problems("name"), [Problem::Required, Problem::OnlyPunctuation]);
        assert_eq!(invalid.fields().collect::<Vec<_>>(), ["inn", "name"]);
        assert_eq!(invalid.first("bic"), None);
    }

    #[test]
    fn a_field_typed_anew_is_judged_anew() {
        let mut invalid = Invalid::at("name", Problem::Required);
        invalid.add("inn", Problem::AllZeros);
        invalid.forget("name");
        assert_eq!(invalid.fields().collect::<Vec<_>>(), ["inn"]);
    }

    #[test]
    fn it_travels_as_a_map_of_fields() {
        let mut invalid = Invalid::at("email", Problem::EmailNoAt);
        invalid.add("name", Problem::TooLong { max: 255, actual: 300 });
        let json = serde_json::to_string(&invalid).unwrap();
        assert_eq!(json, r#"{"email":["email_no_at"],"name":[{"too_long":{"max":255,"actual":300}}]}"#);
        assert_eq!(serde_json::from_str::<Invalid>(&json).unwrap(), invalid);
    }

    #[test]
    fn nothing_noted_is_a_success() {
        assert_eq!(Invalid::default().into_result(), Ok(()));
        assert!(Invalid::at("name", Problem::Required).into_result().is_err());
    }
}
