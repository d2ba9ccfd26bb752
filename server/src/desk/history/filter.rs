//! What the history is narrowed by: a field, a person, a period of whole days in the company's zone.

use app::companies::Field;
use app::fields::{self, Fields};
use app::history::PLATFORM;
use app::values::{Invalid, Problem, UserId};

use super::super::period::Period;

/// Read from a form in which every field may be empty.
pub(super) struct Filter {
    pub(super) field: Option<Field>,
    pub(super) who: Who,
    pub(super) period: Period,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Anybody,
    Person(i64),
    /// Any operator.
    Platform,
}

impl Filter {
    pub(super) fn parse(fields: &Fields, zone: &str) -> Result<Self, Invalid> {
        let mut invalid = fields::unknown(fields, &["field", "person", "from", "until"]);
        let text = |name| fields::text(fields, name).trim();
        let field = invalid.check("field", field(text("field")));
        let who = invalid.check("person", who(text("person")));
        let period = Period::read(fields, zone, &mut invalid);
        match (field, who, period) {
            (Some(field), Some(who), Some(period)) if invalid.is_empty() => Ok(Self { field, who, period }),
            _ => Err(invalid),
        }
    }

    pub(super) fn shows(&self, field: Field) -> bool {
        self.field.is_none_or(|wanted| wanted == field)
    }
}

fn who(text: &str) -> Result<Who, Problem> {
    match text {
        "" => Ok(Who::Anybody),
        PLATFORM => Ok(Who::Platform),
        id => UserId::parse(id).map(|id| Who::Person(id.value())),
    }
}

fn field(text: &str) -> Result<Option<Field>, Problem> {
    if text.is_empty() { Ok(None) } else { Field::parse(text).map(Some).ok_or(Problem::UnknownChoice) }
}
