//! A card as this product writes it. Its heading vouches for the layout: each line is a value, whatever words it holds.

use super::Slot;
use super::found::Found;
use crate::requisites::card::{INDENT, heading};
use crate::values::Lang;

/// Nothing where any line is not as a card has it: then the text is read as any other.
pub(super) fn read(text: &str) -> Option<Found> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let title = lines.next()?.trim();
    let lang = [Lang::Ru, Lang::En].into_iter().find(|lang| title == heading(*lang))?;
    let mut values: Vec<(Slot, String)> = Vec::new();
    for line in lines {
        if let Some(more) = line.strip_prefix(INDENT) {
            let (_, address) = values.last_mut().filter(|(slot, _)| slot.is_address())?;
            address.push('\n');
            address.push_str(more);
            continue;
        }
        let (slot, value) = Slot::ALL.into_iter().find_map(|slot| Some((slot, value_of(line, slot, lang)?)))?;
        if values.iter().any(|(earlier, _)| *earlier == slot) {
            return None;
        }
        values.push((slot, value.to_owned()));
    }
    let mut found = Found::default();
    for (slot, value) in values {
        found.state(slot, value);
    }
    Some(found)
}

fn value_of(line: &str, slot: Slot, lang: Lang) -> Option<&str> {
    line.strip_prefix(slot.label(lang))?.strip_prefix(": ").map(str::trim)
}
