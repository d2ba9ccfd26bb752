//! What was typed against what is stored, decided without a page: which fields changed, and how values are shown.

use std::collections::BTreeSet;

use crate::companies::save::stored_form;
use crate::companies::{Draft, Field, OthersEdit};
use crate::values::{Kopecks, Lang, Phone, ZoneName, Zones};
use crate::words;

/// The fields whose typed text stands for another value than the stored one: `1 234,50` is no change of `1234.50`.
/// `edits` holds only what was typed.
pub fn changed(stored: &Draft, edits: &Draft, zones: &Zones) -> BTreeSet<Field> {
    edits.iter().filter(|(field, typed)| is_changed(stored, **field, typed, zones)).map(|(field, _)| *field).collect()
}

/// What a save sends and a draft keeps: the changes, and beside a changed requisite whatever was typed of its group.
/// A group is one choice, even where others have stored a part of it just so meanwhile.
pub fn unsaved(stored: &Draft, edits: &Draft, zones: &Zones) -> Draft {
    let changed = changed(stored, edits, zones);
    let is_unsaved = |field: Field| changed.contains(&field) || changed.iter().any(|other| is_one_group(*other, field));
    edits.iter().filter(|(field, _)| is_unsaved(**field)).map(|(field, typed)| (*field, typed.clone())).collect()
}

/// What was typed while a save was under way. `sent` and `now` are the edits then and now, `before` the record that
/// both were typed over.
pub fn typed_since(sent: &Draft, now: &Draft, before: &Draft) -> Draft {
    let newer = now.iter().filter(|(field, typed)| sent.get(field) != Some(typed));
    // An edit that is gone was taken back: the record holds it now, and is to hold the earlier value again.
    let taken_back = before.iter().filter(|(field, _)| sent.contains_key(field) && !now.contains_key(field));
    newer.chain(taken_back).map(|(field, text)| (*field, text.clone())).collect()
}

/// Whether something was typed into a field, or into a group of requisites, that others have changed.
pub fn meets(typed: &Draft, others: &[OthersEdit]) -> bool {
    let meets = |edit: &OthersEdit| {
        typed.contains_key(&edit.field) || typed.keys().any(|field| is_one_group(*field, edit.field))
    };
    others.iter().any(meets)
}

fn is_one_group(one: Field, other: Field) -> bool {
    one.group().is_some() && one.group() == other.group()
}

/// The record as it would stand with the edits.
pub fn with_edits(stored: &Draft, edits: &Draft) -> Draft {
    let mut draft = stored.clone();
    draft.extend(edits.iter().map(|(field, typed)| (*field, typed.clone())));
    draft
}

fn is_changed(stored: &Draft, field: Field, typed: &str, zones: &Zones) -> bool {
    let Some(stored) = stored.get(&field) else { return false };
    match stored_form(field, typed, zones) {
        Ok(value) => value != *stored,
        Err(_) => typed.trim() != stored,
    }
}

/// A stored value as its input holds it.
pub fn editable(field: Field, stored: &str, lang: Lang, zones: &Zones) -> String {
    let shown = match field {
        Field::CreditLimit | Field::NotificationThreshold => {
            Kopecks::parse_amount(stored).ok().map(|amount| amount.editable(lang))
        }
        Field::Phone => Phone::parse(stored).ok().map(|phone| phone.shown()),
        Field::TimeZone => ZoneName::parse(stored).ok().and_then(|name| Some(zones.find(&name)?.to_string())),
        _ => None,
    };
    shown.unwrap_or_else(|| stored.to_owned())
}

/// A value as running text shows it: amounts grouped, a switch as a word.
pub fn readable(field: Field, value: &str, lang: Lang, zones: &Zones) -> String {
    match field {
        Field::CreditLimit | Field::NotificationThreshold => {
            Kopecks::parse_amount(value).map_or_else(|_| value.to_owned(), |amount| amount.shown(lang).to_string())
        }
        _ if field.is_switch() && value == "true" => words::dialog::on(lang).to_owned(),
        _ if field.is_switch() => words::dialog::off(lang).to_owned(),
        _ => editable(field, value, lang, zones),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Zone;

    fn zones() -> Zones {
        let zone = |name, offset| Zone::new(ZoneName::parse(name).unwrap(), offset);
        Zones::new(vec![zone("Europe/Moscow", 180), zone("Asia/Omsk", 360)])
    }

    fn stored() -> Draft {
        Draft::from([
            (Field::Name, "New ways".to_owned()),
            (Field::Phone, "+79123456789".to_owned()),
            (Field::CreditLimit, "1234.50".to_owned()),
            (Field::NotificationThreshold, String::new()),
            (Field::TimeZone, "Europe/Moscow".to_owned()),
            (Field::Kpp, String::new()),
        ])
    }

    fn is_dirty(field: Field, typed: &str) -> bool {
        !changed(&stored(), &Draft::from([(field, typed.to_owned())]), &zones()).is_empty()
    }

    #[test]
    fn another_way_to_write_the_same_value_is_no_change() {
        for (field, typed) in [
            (Field::Name, "  New   ways "),
            (Field::Phone, "8 (912) 345-67-89"),
            (Field::CreditLimit, "1\u{a0}234,5"),
            (Field::NotificationThreshold, "  "),
            (Field::TimeZone, "Europe/Moscow (UTC+03:00)"),
            (Field::Kpp, " "),
        ] {
            assert!(!is_dirty(field, typed), "{field:?} {typed}");
        }
    }

    #[test]
    fn another_value_is_a_change_even_when_it_is_refused() {
        for (field, typed) in [
            (Field::Name, ""),
            (Field::CreditLimit, "1234.505"),
            (Field::CreditLimit, "1234.51"),
            (Field::NotificationThreshold, "0"),
            (Field::TimeZone, "Asia/Omsk"),
            (Field::TimeZone, "Atlantis"),
            (Field::Kpp, "0017"),
        ] {
            assert!(is_dirty(field, typed), "{field:?} {typed}");
        }
    }

    #[test]
    fn a_field_that_this_person_does_not_see_never_changes() {
        let own = Draft::from([(Field::Name, "New ways".to_owned())]);
        let edits = Draft::from([(Field::CreditLimit, "5".to_owned())]);
        assert!(changed(&own, &edits, &zones()).is_empty());
    }

    fn edits(texts: &[(Field, &str)]) -> Draft {
        texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect()
    }

    #[test]
    fn a_changed_requisite_takes_along_what_was_typed_of_its_group() {
        let stored = edits(&[(Field::Name, "New ways"), (Field::Bic, "040613748"), (Field::Account, "")]);
        let typed =
            edits(&[(Field::Name, "New ways "), (Field::Bic, "040613748"), (Field::Account, "40702810900000000017")]);
        let unsaved = |typed: &Draft| unsaved(&stored, typed, &zones()).into_keys().collect::<Vec<_>>();
        assert_eq!(unsaved(&typed), [Field::Bic, Field::Account]);
        assert!(unsaved(&edits(&[(Field::Bic, "040613748")])).is_empty());
    }

    #[test]
    fn a_save_leaves_what_was_typed_after_it_was_sent() {
        let before = edits(&[(Field::Name, "Old"), (Field::Phone, ""), (Field::Kpp, ""), (Field::Bank, "")]);
        let sent = edits(&[(Field::Name, "New"), (Field::Phone, "8 912 345-67-89"), (Field::Kpp, "001701001")]);
        let now = edits(&[(Field::Name, "Newer"), (Field::Phone, "8 912 345-67-89"), (Field::Bank, "Bank")]);
        let expected = edits(&[(Field::Name, "Newer"), (Field::Kpp, ""), (Field::Bank, "Bank")]);
        assert_eq!(typed_since(&sent, &now, &before), expected);
        assert!(typed_since(&sent, &sent, &before).is_empty());
    }

    #[test]
    fn requisites_of_one_group_meet() {
        let others = |field| [OthersEdit { field, by: "Anna".to_owned() }];
        let typed = edits(&[(Field::Account, "40702810900000000017"), (Field::Name, "Mine")]);
        assert!(meets(&typed, &others(Field::Bic)) && meets(&typed, &others(Field::Name)));
        assert!(!meets(&typed, &others(Field::Kpp)) && !meets(&typed, &others(Field::Email)) && !meets(&typed, &[]));
    }

    #[test]
    fn inputs_hold_what_can_be_read_back() {
        for (field, value) in stored() {
            for lang in [Lang::Ru, Lang::En] {
                let typed = editable(field, &value, lang, &zones());
                assert_eq!(stored_form(field, &typed, &zones()), Ok(value.clone()), "{typed}");
            }
        }
    }

    #[test]
    fn text_shows_amounts_grouped_and_the_switch_as_a_word() {
        let shown = |field, value| readable(field, value, Lang::En, &zones());
        assert_eq!(shown(Field::CreditLimit, "50000.00"), "50,000.00");
        assert_eq!(
            (shown(Field::Comply230Fz, "true"), shown(Field::Comply230Fz, "false")),
            ("on".into(), "off".into())
        );
        assert_eq!(shown(Field::TimeZone, "Asia/Omsk"), "Asia/Omsk (UTC+06:00)");
    }
}
