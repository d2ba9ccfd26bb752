//! What is wrong, and what is worth a look, at each field.

use leptos::prelude::*;

use super::Editor;
use crate::companies::edit_dialog::changes::with_edits;
use crate::companies::{Field, requisites_of};
use crate::requisites::doctor::{Diagnosis, diagnose};
use crate::requisites::{Level, Notice};
use crate::values::Problem;

impl Editor {
    /// The problem to show at a field: its own once it was left, a cross-check once any of its group was.
    pub fn problem(self, field: Field) -> Option<Problem> {
        let wrong = self.wrong.with(|wrong| wrong.first(field.wire()).cloned());
        let refused = || self.refused.with(|refused| refused.get(&field).cloned());
        wrong.filter(|_| self.is_due(field)).or_else(refused)
    }

    fn is_due(self, field: Field) -> bool {
        self.left.with(|left| {
            let in_group = |other: &Field| other.group().is_some() && other.group() == field.group();
            left.contains(&field)
                || self.changed.with(|changed| changed.iter().any(|other| in_group(other) && left.contains(other)))
        })
    }

    /// What may have been meant at a refused field.
    pub fn diagnosis(self, field: Field) -> Option<Diagnosis> {
        let draft = self.form.with(|form| self.edits.with(|edits| with_edits(&form.fields, edits)));
        let draft = requisites_of(&draft);
        let is_known = |inn: &str| self.known_inns().with(|known| known.contains(inn));
        self.bank().with(|bank| diagnose(field.wire(), &draft, bank, &is_known))
    }

    /// What is worth a look at a field that is not refused.
    pub fn notices(self, field: Field) -> Vec<Notice> {
        let wrong = self.problem(field).is_some();
        self.fixed
            .with_value(|fixed| fixed.notices)
            .with(|all| all.iter().filter(|notice| !wrong && notice.field == field.wire()).cloned().collect())
    }

    pub fn has_notice(self, field: Field) -> bool {
        !self.notices(field).is_empty()
    }

    /// How many of them are more than information.
    pub fn notice_count(self) -> usize {
        self.fixed
            .with_value(|fixed| fixed.notices)
            .with(|all| all.iter().filter(|notice| notice.level != Level::Neutral).count())
    }

    pub fn error_count(self) -> usize {
        Field::ALL.into_iter().filter(|field| self.problem(*field).is_some()).count()
    }
}
