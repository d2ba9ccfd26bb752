//! Notification thresholds: one letter for each crossing, to the stated addresses.

use app::values::Kopecks;
use serde_json::json;

use super::{begin_with, billing, edit, settle_to, write};
use crate::support::{Browser, DAY, HOUR, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    each_crossing_is_told_once,
    the_company_and_its_resellers_administrators_are_told,
    an_edit_of_the_threshold_acts_at_once,
    a_crossing_that_suspends_is_told_by_two_letters,
    while_it_stays_reached_it_is_told_again_every_week,
    a_stand_alone_company_is_told_beside_the_platform,
    letters_that_could_not_leave_arrive_in_their_order,
    a_crossing_and_the_suspension_it_brings_are_told_in_that_order,
    what_could_not_be_delivered_is_shown_on_the_companys_page,
];

/// Letters about thresholds since the last look, to the company.
async fn notices(kontora: &Kontora) -> usize {
    let letters = kontora.letters_to("info@newways.test").await;
    letters.iter().filter(|letter| letter.subject.contains("пороговое")).count()
}

/// At which balances of a sequence a letter goes out.
async fn told_at(kontora: &Kontora, reseller: &mut Browser, balances: &[&str]) -> Vec<usize> {
    let mut told = Vec::new();
    for (step, balance) in balances.iter().enumerate() {
        settle_to(reseller, balance).await;
        match notices(kontora).await {
            0 => {}
            1 => told.push(step),
            more => panic!("{more} letters at {balance}"),
        }
    }
    told
}

async fn each_crossing_is_told_once(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for (threshold, balances, expected) in [
        ("500", &["600", "500", "450", "504.99", "499", "505", "500"][..], &[1, 6][..]),
        ("50", &["51", "49", "50.99", "49", "51", "50"], &[1, 5]),
        ("0", &["0.01", "0", "0.99", "0", "1", "0"], &[1, 5]),
        ("-800", &["-799.99", "-800", "-792.01", "-801", "-792", "-800"], &[1, 5]),
    ] {
        edit(&mut reseller, json!({"credit_limit": "100000", "notification_threshold": ""})).await.ok();
        settle_to(&mut reseller, balances[0]).await;
        edit(&mut reseller, json!({"notification_threshold": threshold})).await.ok();
        kontora.letters().await;
        assert_eq!(told_at(&kontora, &mut reseller, balances).await, expected, "{threshold}");
    }
}

async fn the_company_and_its_resellers_administrators_are_told(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "-500").await;
    write(&mut reseller, "charge", "500").await.ok();
    let letters = kontora.letters().await;
    let told: Vec<(&str, &str)> = letters.iter().map(|letter| (letter.to.as_str(), letter.language.as_str())).collect();
    assert_eq!(told, [("info@newways.test", "ru"), ("reseller@demo.test", "en")]);
    assert!(letters[0].subject.contains("достигнуто пороговое значение"), "{}", letters[0].subject);
    assert!(letters[0].text.contains("\u{2212}500,00\u{a0}₽"), "{}", letters[0].text);
}

async fn an_edit_of_the_threshold_acts_at_once(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "0", "").await;
    settle_to(&mut reseller, "600").await;
    edit(&mut reseller, json!({"notification_threshold": "500"})).await.ok();
    assert_eq!(notices(&kontora).await, 0);
    edit(&mut reseller, json!({"notification_threshold": "700"})).await.ok();
    assert_eq!(notices(&kontora).await, 1, "at or above the balance it fires");
    edit(&mut reseller, json!({"notification_threshold": "700.00"})).await.ok();
    assert_eq!(notices(&kontora).await, 0, "the same threshold changes nothing");
    settle_to(&mut reseller, "450").await;
    edit(&mut reseller, json!({"notification_threshold": "400"})).await.ok();
    assert_eq!(notices(&kontora).await, 0, "armed anew");
    settle_to(&mut reseller, "400").await;
    assert_eq!(notices(&kontora).await, 1);
}

async fn a_crossing_that_suspends_is_told_by_two_letters(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    settle_to(&mut reseller, "600").await;
    edit(&mut reseller, json!({"notification_threshold": "500"})).await.ok();
    write(&mut reseller, "charge", "2000").await.ok();
    let subjects: Vec<String> =
        kontora.letters_to("info@newways.test").await.into_iter().map(|letter| letter.subject).collect();
    assert_eq!(subjects.len(), 2, "{subjects:?}");
}

async fn while_it_stays_reached_it_is_told_again_every_week(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "-500").await;
    write(&mut reseller, "charge", "500").await.ok();
    assert_eq!(notices(&kontora).await, 1);
    for (days, letters) in [(6, 0), (1, 1), (6, 0), (1, 1)] {
        kontora.pass(days * DAY);
        kontora.store().keep_time().await.unwrap();
        kontora.store().keep_time().await.unwrap();
        assert_eq!(notices(&kontora).await, letters);
    }
    let mut reseller = kontora.signed_in("reseller").await;
    write(&mut reseller, "payment", "495").await.ok();
    kontora.pass(8 * DAY);
    kontora.store().keep_time().await.unwrap();
    assert_eq!(notices(&kontora).await, 0, "re-armed");
}

async fn a_stand_alone_company_is_told_beside_the_platform(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let form = operator.call("company", json!({"id": demo::SINGLE})).await.ok();
    kontora.letters().await;
    let balance = Kopecks::new(form["balance"].as_i64().unwrap()).to_string();
    let changes = json!({"notification_threshold": balance});
    let save = json!({"id": demo::SINGLE, "version": form["version"], "changes": changes});
    operator.call("save_company", save).await.ok();
    let mut letters = kontora.letters().await;
    letters.retain(|letter| letter.subject.contains("порог") || letter.subject.contains("threshold"));
    let receivers: Vec<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
    assert_eq!(receivers.len(), 2, "{receivers:?}");
    assert!(receivers.contains(&"info@kontora.test"), "{receivers:?}");
}

async fn a_crossing_and_the_suspension_it_brings_are_told_in_that_order(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "-500").await;
    write(&mut reseller, "charge", "1250").await.ok();
    let of_both = "SELECT COUNT(*) FROM letter AS notice \
                   JOIN letter AS suspension ON suspension.recipient = notice.recipient \
                                            AND suspension.company_id = notice.company_id \
                   WHERE notice.kind = 'threshold_reached' AND suspension.kind = 'suspended' \
                     AND notice.created_at < suspension.created_at";
    assert_eq!(kontora.database.number(of_both).await, 2);
}

async fn what_could_not_be_delivered_is_shown_on_the_companys_page(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "0", "").await;
    write(&mut reseller, "charge", "5").await.ok();
    assert_eq!(billing(&mut reseller).await["undelivered"], json!([]));
    kontora.database.execute("UPDATE letter SET state = 'dead' WHERE state = 'queued'").await.unwrap();
    let told = billing(&mut reseller).await["undelivered"].clone();
    assert_eq!(told.as_array().unwrap().len(), 1, "that to the company: {told}");
    assert_eq!(told[0]["to"], "info@newways.test");
    assert_eq!(told[0]["subject"], "New ways company: доступ к сервисам приостановлен");
    kontora.pass(31 * DAY);
    assert_eq!(billing(&mut kontora.signed_in("reseller").await).await["undelivered"], json!([]));
}

async fn letters_that_could_not_leave_arrive_in_their_order(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    write(&mut reseller, "charge", "1250").await.ok();
    // As after a try that has failed.
    let failed = "UPDATE letter SET next_attempt_at = next_attempt_at + 3600000 WHERE kind = 'suspended'";
    kontora.database.execute(failed).await.unwrap();
    kontora.pass(MINUTE);
    write(&mut reseller, "payment", "250").await.ok();
    assert!(kontora.letters_to("info@newways.test").await.is_empty(), "the end is not told before the beginning");
    kontora.pass(HOUR);
    kontora.store().send_letters().await.unwrap();
    assert_eq!(
        (kontora.database.number(SUSPENDED_SENT).await, kontora.database.number(RESUMED_SENT).await),
        (2, 0),
        "first the beginning"
    );
    kontora.store().send_letters().await.unwrap();
    assert_eq!(kontora.database.number(RESUMED_SENT).await, 2, "then the end");
}

const SUSPENDED_SENT: &str = "SELECT COUNT(*) FROM letter WHERE kind = 'suspended' AND state = 'sent'";
const RESUMED_SENT: &str = "SELECT COUNT(*) FROM letter WHERE kind = 'resumed' AND state = 'sent'";
