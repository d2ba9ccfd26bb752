//! What a new directory changes in the loaded one.

use std::collections::BTreeMap;

use app::requisites::Bic;

use super::Entry;

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes<'a> {
    pub(crate) added: Vec<&'a Entry>,
    /// Before and after.
    pub(crate) changed: Vec<(&'a Entry, &'a Entry)>,
    pub(crate) gone: Vec<&'a Entry>,
}

impl<'a> Changes<'a> {
    pub(crate) fn between(before: &'a [Entry], after: &'a [Entry]) -> Self {
        let mut left: BTreeMap<&Bic, &Entry> = before.iter().map(|entry| (&entry.bic, entry)).collect();
        let mut changes = Self::default();
        for entry in after {
            match left.remove(&entry.bic) {
                None => changes.added.push(entry),
                Some(old) if old != entry => changes.changed.push((old, entry)),
                Some(_) => {}
            }
        }
        changes.gone = left.into_values().collect();
        changes
    }

    /// Entries to be written.
    pub(crate) fn new_rows(&self) -> Vec<&'a Entry> {
        self.added.iter().copied().chain(self.changed.iter().map(|(_, new)| *new)).collect()
    }

    /// Entries whose rows have to go first.
    pub(crate) fn old_rows(&self) -> Vec<&'a Entry> {
        self.changed.iter().map(|(old, _)| *old).chain(self.gone.iter().copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn added_changed_and_gone_are_told_apart() {
        let before = read(include_bytes!("../demo_data/ed807.xml")).unwrap().entries;
        assert_eq!(Changes::between(&before, &before), Changes::default());
        let mut after = before.clone();
        after.reverse();
        assert_eq!(Changes::between(&before, &after), Changes::default(), "the order says nothing");
        let gone = after.remove(0);
        after[0].accounts.clear();
        after[1].accounts.clear();
        let changes = Changes::between(&before, &after);
        assert_eq!((changes.added.len(), changes.changed.len()), (0, 1), "the entry without accounts is as it was");
        assert_eq!(changes.gone, [&gone]);
        assert_eq!(changes.old_rows(), [changes.changed[0].0, &gone]);
        assert_eq!(Changes::between(&[], &before).new_rows().len(), 8);
    }
}
