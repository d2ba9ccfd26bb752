//! That no edit is lost and nobody's value overwritten unseen, whatever comes between typing and saving.

use super::*;
use crate::companies::edit_dialog::drafts::KeptDraft;
use crate::companies::edit_dialog::newcomer::NewcomerText;
use crate::companies::{Conflict, FieldConflict, Kind, Saved};
use crate::site::provide_language;
use crate::values::{CompanyId, Kopecks, Zone};

fn draft(texts: &[(Field, &str)]) -> Draft {
    texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect()
}

fn form(version: i64, changes: &[(Field, &str)]) -> CompanyForm {
    let mut fields: Draft = Field::ALL.into_iter().map(|field| (field, String::new())).collect();
    fields.extend(draft(&[(Field::Name, "Old"), (Field::Email, "info@corp.test"), (Field::MaxDialogs, "3000")]));
    fields.extend(draft(changes));
    CompanyForm {
        id: CompanyId::PLATFORM,
        version: Version::new(version),
        kind: Kind::Affiliate,
        is_own: false,
        is_confirmed: true,
        balance: Kopecks::ZERO,
        credit_limit: Kopecks::ZERO,
        effective_limit: Kopecks::ZERO,
        suspended: None,
        ground: None,
        fields,
        administrators: Vec::new(),
    }
}

/// An editor of the first version.
fn in_editor(story: impl FnOnce(Editor)) {
    let owner = Owner::new();
    owner.with(|| {
        provide_language();
        let zone = Zone::new(ZoneName::parse("Europe/Moscow").unwrap(), 180);
        story(Editor::new(form(1, &[]), Zones::new(vec![zone])));
    });
}

/// Of the next save, and of a draft.
fn versions(editor: Editor) -> (i64, i64) {
    let basis = editor.basis.get_untracked();
    (basis.save.value(), basis.draft.value())
}

fn kept(version: i64, edits: &[(Field, &str)]) -> KeptDraft {
    KeptDraft {
        version: Version::new(version),
        at: 0,
        edits: draft(edits),
        reason: String::new(),
        newcomer: NewcomerText::default(),
    }
}

fn conflict_over_name() -> Conflict {
    let name = FieldConflict {
        field: Field::Name,
        theirs: "Hers".to_owned(),
        yours: "Mine".to_owned(),
        original: "Old".to_owned(),
        by: "Anna".to_owned(),
        at: 0,
    };
    let phone = OthersEdit { field: Field::Phone, by: "Anna".to_owned() };
    let current = form(2, &[(Field::Name, "Hers"), (Field::Phone, "+79123456789")]);
    Conflict { current, fields: vec![name], merged: vec![phone] }
}

#[test]
fn an_open_choice_does_not_make_a_draft_newer() {
    in_editor(|editor| {
        editor.type_in(Field::Name, "Mine".to_owned());
        editor.meet(conflict_over_name());
        assert_eq!(versions(editor), (2, 1));
        assert_eq!(editor.unsaved(), draft(&[(Field::Name, "Mine")]));
    });
}

#[test]
fn a_field_touched_and_left_as_it_was_takes_what_others_saved() {
    in_editor(|editor| {
        editor.type_in(Field::Name, "Mine".to_owned());
        editor.type_in(Field::Phone, "+7".to_owned());
        editor.type_in(Field::Phone, String::new());
        editor.meet(conflict_over_name());
        assert!(!editor.is_changed(Field::Phone));
        assert_eq!(editor.text(Field::Phone), "+7 912 345-67-89");
    });
}

#[test]
fn a_draft_restored_after_a_choice_was_begun_meets_everything_again() {
    in_editor(|editor| {
        editor.type_in(Field::Name, "Mine".to_owned());
        editor.meet(conflict_over_name());
        editor.choose(Field::Name, Side::Theirs);
        editor.restore(kept(1, &[(Field::Name, "Kept"), (Field::Phone, "8 912 000-00-00")]));
        assert_eq!(versions(editor), (1, 1));
        assert!(editor.clashes.with_untracked(|clashes| clashes.of(Field::Name).is_none()));
        assert_eq!(editor.unsaved(), draft(&[(Field::Name, "Kept"), (Field::Phone, "8 912 000-00-00")]));
    });
}

#[test]
fn what_was_typed_since_lies_over_a_restored_draft_and_a_mere_touch_does_not() {
    in_editor(|editor| {
        editor.type_in(Field::Email, "new@corp.test".to_owned());
        editor.type_in(Field::Name, "Old".to_owned());
        editor.restore(kept(1, &[(Field::Name, "Kept"), (Field::Email, "kept@corp.test")]));
        assert_eq!(editor.unsaved(), draft(&[(Field::Name, "Kept"), (Field::Email, "new@corp.test")]));
    });
}

#[test]
fn a_restored_draft_sends_the_whole_group_even_where_a_part_is_stored_alike() {
    in_editor(|editor| {
        editor.form.set(form(2, &[(Field::Bic, "040613746")]));
        editor.restore(kept(1, &[(Field::Bic, "040613746"), (Field::Account, "40702810300000000015")]));
        assert!(editor.unsaved().contains_key(&Field::Bic));
        assert!(!editor.is_changed(Field::Bic));
    });
}

#[test]
fn a_save_that_held_leaves_nothing_but_what_was_typed_during_it() {
    in_editor(|editor| {
        editor.type_in(Field::Name, " New ".to_owned());
        let sent = editor.typed();
        let saved = Saved { form: form(2, &[(Field::Name, "New")]), merged: Vec::new(), written: None };
        editor.follow(saved.clone(), &sent);
        assert!(!editor.has_unsaved());
        assert_eq!(versions(editor), (2, 2));

        editor.type_in(Field::Name, "Newer".to_owned());
        let sent = editor.typed();
        editor.type_in(Field::Bank, "Bank".to_owned());
        editor.follow(Saved { form: form(3, &[(Field::Name, "Newer")]), merged: Vec::new(), written: None }, &sent);
        assert_eq!(editor.unsaved(), draft(&[(Field::Bank, "Bank")]));
        assert_eq!(versions(editor), (3, 3));
    });
}

#[test]
fn what_was_typed_during_a_save_over_a_value_changed_by_others_has_to_meet_it() {
    in_editor(|editor| {
        editor.type_in(Field::Name, "New".to_owned());
        let sent = editor.typed();
        editor.type_in(Field::Phone, "8 912 000-00-00".to_owned());
        let merged = vec![OthersEdit { field: Field::Phone, by: "Anna".to_owned() }];
        let stored = form(3, &[(Field::Name, "New"), (Field::Phone, "+79123456789")]);
        editor.follow(Saved { form: stored, merged, written: None }, &sent);
        assert_eq!(versions(editor), (1, 1));
        assert_eq!(editor.unsaved(), draft(&[(Field::Phone, "8 912 000-00-00")]));
    });
}

#[test]
fn a_person_typed_and_not_registered_is_unsaved() {
    in_editor(|editor| {
        assert!(!editor.has_unsaved());
        editor.restore(KeptDraft {
            newcomer: NewcomerText { full_name: "Anna".to_owned(), email: String::new() },
            ..kept(1, &[])
        });
        assert!(editor.has_unsaved());
    });
}
