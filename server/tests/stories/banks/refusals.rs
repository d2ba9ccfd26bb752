//! Files that do not become the directory: it stays as it was, and the reason is told and recorded.

use app::directories::ImportRefusal;
use app::values::Lang;
use serde_json::json;

use super::{SAMPLE, changed, directory, import, record, without};
use crate::support::{Kontora, stories};

stories![
    Demo;
    an_unfit_file_changes_nothing_and_is_recorded_with_its_reason,
    a_form_without_a_file_is_refused_at_its_field,
    fewer_than_half_of_the_entries_have_to_be_confirmed,
    an_older_file_has_to_be_confirmed,
    an_import_that_fails_half_way_leaves_nothing_behind,
    a_file_may_be_larger_than_other_forms_and_yet_has_a_limit,
    nobody_but_the_operator_sends_a_file,
];

const ALL_ENTRIES: &str = "SELECT COUNT(*) FROM bank";

async fn an_unfit_file_changes_nothing_and_is_recorded_with_its_reason(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let (head, _) = SAMPLE.split_once(" <BIC").unwrap();
    for (file, refusal) in [
        (String::new(), ImportRefusal::Empty),
        ("<html></html>".to_owned(), ImportRefusal::NotEd807),
        (format!("{head}</ED807>"), ImportRefusal::NoEntries),
        (SAMPLE.replace("</ED807>", ""), ImportRefusal::BrokenXml { entries: 8 }),
        (changed(&[("<ED807", "<!DOCTYPE x><ED807")]), ImportRefusal::HasDocumentType),
        (changed(&[("FIRR", "SIRR")]), ImportRefusal::ChangesOnly),
        (changed(&[("UTF-8", "koi-9")]), ImportRefusal::UnknownEncoding { label: "koi-9".to_owned() }),
        (
            changed(&[("Entry BIC=\"040613747\"", "Entry BIC=\"040613746\"")]),
            ImportRefusal::DuplicateBic { bic: "040613746".to_owned() },
        ),
        (
            changed(&[("Entry BIC=\"040613747\"", "Entry BIC=\"4061374\"")]),
            ImportRefusal::BadAttribute { entry: 4, name: "BIC".to_owned() },
        ),
        ("PK\u{3}\u{4}".to_owned(), ImportRefusal::BrokenZip),
    ] {
        let page = import(&mut operator, &file).await.is(422).text();
        let is_told = [Lang::Ru, Lang::En].iter().any(|lang| page.contains(&escaped(&refusal.words(*lang))));
        assert!(is_told, "{refusal:?}");
        assert!(page.contains("aria-invalid=\"true\"") && page.contains("aria-describedby=\"file-e\""));
        let directory = directory(&mut operator).await;
        assert_eq!(directory.tries[0].refusal.as_ref(), Some(&refusal));
        assert_eq!((directory.entries, directory.tries[0].report.as_ref()), (8, None));
    }
    assert_eq!(kontora.database.number(ALL_ENTRIES).await, 8);
    assert_eq!(record(&mut operator, "040613746").await["bank"]["name"], "АО \"ТЕСТБАНК\"");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

async fn a_form_without_a_file_is_refused_at_its_field(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    operator.upload("/support/directories", "", "", &["confirm"]).await.is(422);
    let body = "----x\r\nContent-Disposition: form-data; name=\"confirm\"\r\n\r\non\r\n----x--\r\n";
    operator.send_sized("/support/directories", "multipart/form-data; boundary=--x", body).await.is(422);
    operator.send_sized("/support/directories", "multipart/form-data; boundary=--x", "nothing").await.is(400);
    operator.submit("/support/directories", &[("confirm", "on")]).await.is(415);
}

async fn fewer_than_half_of_the_entries_have_to_be_confirmed(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let lines: Vec<&str> = SAMPLE.lines().collect();
    let first = |entries: usize| [&lines[..2 + entries], &lines[lines.len() - 1..]].concat().join("\n");
    import(&mut operator, first(3)).await.is(422);
    let refused = directory(&mut operator).await.tries.swap_remove(0);
    assert_eq!(refused.refusal, Some(ImportRefusal::TooFew { entries: 3, loaded: 8 }));
    assert_eq!(refused.report.unwrap().gone, 5, "what it would have taken away");
    assert_eq!(kontora.database.number(ALL_ENTRIES).await, 8);
    import(&mut operator, first(4)).await.is(303);
    operator.upload("/support/directories", "a.xml", first(1), &["confirm"]).await.is(303);
    assert_eq!(kontora.database.number(ALL_ENTRIES).await, 1);
}

async fn an_older_file_has_to_be_confirmed(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let older = changed(&[("2026-11-23", "2026-11-20"), ("ТЕСТБАНК", "БЫЛ ТАКОЙ")]);
    import(&mut operator, &older).await.is(422);
    let (business_day, loaded) = ("2026-11-20".to_owned(), "2026-11-23".to_owned());
    let state = directory(&mut operator).await;
    assert_eq!(state.tries[0].refusal, Some(ImportRefusal::Older { business_day, loaded }));
    assert_eq!(state.business_day.as_deref(), Some("2026-11-23"));
    operator.upload("/support/directories", "a.xml", &older, &["confirm"]).await.is(303);
    assert_eq!(record(&mut operator, "040613746").await["business_day"], "2026-11-20");
}

async fn an_import_that_fails_half_way_leaves_nothing_behind(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    // The number that the import will take is in use, which shows when all else is written.
    let taken = "INSERT INTO bank_import (number, tried_at, file_name, entries, accounts, added, changed, gone, refusal) \
                 SELECT value + 1, 0, '', 0, 0, 0, 0, 0, '\"failed\"' FROM counter WHERE name = 'bank_import'";
    kontora.database.execute(taken).await.unwrap();
    import(&mut operator, without("040613746")).await.is(500);
    assert_eq!(kontora.database.number(ALL_ENTRIES).await, 8);
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM bank_account").await, 7);
    assert_eq!(kontora.letters().await.len(), 0, "nobody is told of what did not happen");
    kontora.database.execute("DELETE FROM bank_import WHERE tried_at = 0").await.unwrap();
    import(&mut operator, without("040613746")).await.is(303);
}

async fn a_file_may_be_larger_than_other_forms_and_yet_has_a_limit(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let large = changed(&[("</ED807>", &format!("{}</ED807>", " ".repeat(1024 * 1024)))]);
    import(&mut operator, large).await.is(303);
    let mut telling = operator.clone();
    telling
        .send_sized("/support/directories", "multipart/form-data; boundary=x", vec![b' '; 71 * 1024 * 1024])
        .await
        .is(413);
}

async fn nobody_but_the_operator_sends_a_file(kontora: Kontora) {
    for who in ["reseller", "affiliate", "chat", "single"] {
        let mut browser = kontora.signed_in(who).await;
        import(&mut browser, without("040613746")).await.is(403);
        browser.call("bank_directory", json!({})).await.refuses("run_platform");
    }
    import(&mut kontora.browser(), SAMPLE).await.leads_to("/sign-in?next=/support/directories");
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM bank_import").await, 1);
}
