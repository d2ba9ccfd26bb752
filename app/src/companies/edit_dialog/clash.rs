//! The choice between two people's values of one field. Requisites of a group are chosen together.

use crate::companies::{Draft, Field, FieldConflict};

/// Whose value is to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Theirs,
    Yours,
}

/// One field that both changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    pub conflict: FieldConflict,
    pub choice: Option<Side>,
}

/// Every field to choose for. Yours keeps what was typed, so that changing one's mind loses nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clashes(Vec<Clash>);

impl Clashes {
    /// `edits` still hold what was typed, which is shown in place of its stored form.
    pub fn new(conflicts: Vec<FieldConflict>, edits: &Draft) -> Self {
        let clash = |mut conflict: FieldConflict| {
            if let Some(typed) = edits.get(&conflict.field) {
                conflict.yours.clone_from(typed);
            }
            Clash { conflict, choice: None }
        };
        Self(conflicts.into_iter().map(clash).collect())
    }

    pub fn of(&self, field: Field) -> Option<&Clash> {
        self.0.iter().find(|clash| clash.conflict.field == field)
    }

    /// Takes a side for the field and for every other one of its group, and changes the edits to it.
    pub fn choose(&mut self, field: Field, side: Side, edits: &mut Draft) {
        let together = |other: Field| other == field || other.group().is_some() && other.group() == field.group();
        for clash in self.0.iter_mut().filter(|clash| together(clash.conflict.field)) {
            clash.choice = Some(side);
            let field = clash.conflict.field;
            match side {
                Side::Theirs => edits.remove(&field),
                Side::Yours => edits.insert(field, clash.conflict.yours.clone()),
            };
        }
    }

    /// Typing on in a field is to choose one's own value, and to change it.
    pub fn retype(&mut self, field: Field, typed: &str, edits: &mut Draft) {
        self.choose(field, Side::Yours, edits);
        if let Some(clash) = self.0.iter_mut().find(|clash| clash.conflict.field == field) {
            typed.clone_into(&mut clash.conflict.yours);
        }
        edits.insert(field, typed.to_owned());
    }

    /// The first field for which nothing is chosen yet.
    pub fn open(&self) -> Option<Field> {
        self.0.iter().find(|clash| clash.choice.is_none()).map(|clash| clash.conflict.field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conflict(field: Field, theirs: &str, yours: &str) -> FieldConflict {
        FieldConflict {
            field,
            theirs: theirs.to_owned(),
            yours: yours.to_owned(),
            original: String::new(),
            by: "Anna".to_owned(),
            at: 0,
        }
    }

    fn start() -> (Clashes, Draft) {
        let edits = Draft::from([(Field::Bic, "0445 25225".to_owned()), (Field::Name, "Mine".to_owned())]);
        let conflicts = vec![
            conflict(Field::Name, "Hers", "Mine"),
            conflict(Field::Bic, "040613746", "044525225"),
            conflict(Field::Account, "40702810100000000017", ""),
        ];
        (Clashes::new(conflicts, &edits), edits)
    }

    #[test]
    fn choosing_in_one_field_of_a_group_chooses_in_all_of_it() {
        let (mut clashes, mut edits) = start();
        clashes.choose(Field::Account, Side::Yours, &mut edits);
        assert_eq!(clashes.of(Field::Bic).unwrap().choice, Some(Side::Yours));
        assert_eq!(clashes.of(Field::Name).unwrap().choice, None);
        assert_eq!((edits[&Field::Bic].as_str(), edits[&Field::Account].as_str()), ("0445 25225", ""));
        assert_eq!(clashes.open(), Some(Field::Name));
    }

    #[test]
    fn a_change_of_mind_brings_back_what_was_typed() {
        let (mut clashes, mut edits) = start();
        clashes.choose(Field::Name, Side::Theirs, &mut edits);
        assert!(!edits.contains_key(&Field::Name));
        clashes.choose(Field::Name, Side::Yours, &mut edits);
        assert_eq!(edits[&Field::Name], "Mine");
    }

    #[test]
    fn typing_a_third_value_is_a_choice_of_ones_own() {
        let (mut clashes, mut edits) = start();
        clashes.retype(Field::Bic, "044525974", &mut edits);
        assert_eq!(clashes.of(Field::Account).unwrap().choice, Some(Side::Yours));
        assert_eq!(
            (edits[&Field::Bic].as_str(), clashes.of(Field::Bic).unwrap().conflict.yours.as_str()),
            ("044525974", "044525974")
        );
        clashes.choose(Field::Name, Side::Theirs, &mut edits);
        assert_eq!(clashes.open(), None);
    }
}
