//! Why a save was not taken back, or a value not restored: said in one text, field by field.

use crate::companies::{Conflict, Field, readable};
use crate::error::ApiError;
use crate::ui::FORM;
use crate::values::{Invalid, Lang, Zones, message};
use crate::words;

/// Nothing was changed; this says what stands in the way.
pub fn refusal(error: &ApiError, zones: &Zones, lang: Lang) -> String {
    match error {
        ApiError::Stale(conflict) => changed_since(conflict, zones, lang),
        ApiError::Invalid(invalid) | ApiError::Taken(invalid) => problems(invalid, lang),
        ApiError::PreviewChanged(_) => words::history::other_outcome(lang).to_owned(),
        ApiError::Refused(wire) => match Field::parse(wire) {
            Some(field) => words::history::not_yours(field, lang),
            None => words::problems::text(error, lang),
        },
        _ => words::problems::text(error, lang),
    }
}

fn changed_since(conflict: &Conflict, zones: &Zones, lang: Lang) -> String {
    let fields = conflict.fields.iter().map(|conflict| {
        let now = readable(conflict.field, &conflict.theirs, lang, zones);
        let now = if now.is_empty() { words::dialog::empty(lang).to_owned() } else { now };
        words::history::changed_since(conflict.field, &conflict.by, &now, lang)
    });
    format!("{} {}", words::history::conflict(lang), fields.collect::<Vec<_>>().join("; "))
}

fn problems(invalid: &Invalid, lang: Lang) -> String {
    let problem = |(name, problems): (&str, &[crate::values::Problem])| {
        let text = problems.first().map(|problem| message(problem, lang)).unwrap_or_default();
        match Field::parse(name).filter(|_| name != FORM) {
            Some(field) => format!("{}: {text}", words::dialog::label(field, lang)),
            None => text,
        }
    };
    invalid.iter().map(problem).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Problem;

    #[test]
    fn problems_are_told_with_their_fields_and_those_of_the_whole_without() {
        let mut invalid = Invalid::at("email", Problem::EmailNoAt);
        invalid.add("form", Problem::UndoTooLate);
        let text = refusal(&ApiError::Invalid(invalid), &Zones::default(), Lang::En);
        assert!(text.contains("Email: There is no @") && text.contains("within 24 hours"), "{text}");
    }

    #[test]
    fn a_right_that_is_missing_is_named_by_the_field() {
        let refused = ApiError::Refused("credit_limit".to_owned());
        assert!(refusal(&refused, &Zones::default(), Lang::En).contains("Credit limit"));
    }
}
