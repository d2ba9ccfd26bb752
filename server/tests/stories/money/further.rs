//! Further thresholds beside the dialog's, and who does without which letters.

use serde_json::{Value, json};

use super::{EMPTY, begin_with, billing, edit, settle_to, write};
use crate::support::{Answer, Browser, DAY, Kontora, stories};

stories![
    Demo;
    thresholds_crossed_at_once_are_told_in_one_letter,
    a_share_of_the_limit_moves_with_it,
    a_threshold_saved_as_it_was_keeps_its_state,
    what_is_no_threshold_is_refused_at_its_field,
    what_another_has_set_meanwhile_is_not_overwritten,
    without_the_repetition_a_notice_comes_once,
    an_administrator_does_without_letters_and_the_company_gets_them,
];

async fn set(browser: &mut Browser, levels: &[&str], repeats: &str) -> Answer {
    let mut fields = json!({"repeats": repeats});
    for (number, level) in (1..).zip(levels) {
        fields[format!("threshold_{number}")] = json!(level);
    }
    browser.call("set_notices", json!({"company": EMPTY, "fields": fields})).await
}

async fn notices(kontora: &Kontora, to: &str) -> usize {
    let letters = kontora.letters_to(to).await;
    let is_notice = |subject: &str| subject.contains("пороговое") || subject.contains("threshold reached");
    letters.iter().filter(|letter| is_notice(&letter.subject)).count()
}

const COMPANY: &str = "info@newways.test";

async fn thresholds_crossed_at_once_are_told_in_one_letter(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    settle_to(&mut reseller, "600").await;
    edit(&mut reseller, json!({"notification_threshold": "500"})).await.ok();
    set(&mut reseller, &["200", "0"], "on").await.ok();
    kontora.letters().await;
    write(&mut reseller, "charge", "650").await.ok();
    let letter = kontora.letter_to(COMPANY).await;
    for amount in ["500,00", "200,00", "0,00"] {
        assert!(letter.text.contains(amount), "no {amount} in {}", letter.text);
    }
    assert!(letter.subject.ends_with("пороговое значение: 0,00\u{a0}₽"), "the lowest: {}", letter.subject);
}

async fn a_share_of_the_limit_moves_with_it(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    set(&mut reseller, &["−80 %"], "on").await.ok();
    write(&mut reseller, "charge", "799.99").await.ok();
    assert_eq!(notices(&kontora, COMPANY).await, 0);
    write(&mut reseller, "charge", "0.01").await.ok();
    assert_eq!(notices(&kontora, COMPANY).await, 1);
    edit(&mut reseller, json!({"credit_limit": "2000"})).await.ok();
    write(&mut reseller, "charge", "799.99").await.ok();
    assert_eq!(notices(&kontora, COMPANY).await, 0, "armed by the higher limit");
    edit(&mut reseller, json!({"credit_limit": "1999"})).await.ok();
    assert_eq!(notices(&kontora, COMPANY).await, 1, "80 % of 1999 is 1599.20");
}

async fn a_threshold_saved_as_it_was_keeps_its_state(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    set(&mut reseller, &["10"], "on").await.ok();
    assert_eq!(notices(&kontora, COMPANY).await, 1, "the balance of nothing lies below it");
    set(&mut reseller, &["10", "-500"], "off").await.ok();
    assert_eq!(notices(&kontora, COMPANY).await, 0);
    let now = billing(&mut reseller).await;
    let fired: Vec<&Value> =
        now["account"]["watches"].as_array().unwrap().iter().map(|watch| &watch["has_fired"]).collect();
    assert_eq!((fired, &now["repeats_notices"]), (vec![&json!(true), &json!(false)], &json!(false)));
    set(&mut reseller, &[], "off").await.ok();
    assert_eq!(billing(&mut reseller).await["account"]["watches"], json!([]));
}

async fn what_is_no_threshold_is_refused_at_its_field(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for level in ["ten", "0 %", "201%", "33,33 %", "+5%", "%"] {
        let problems = set(&mut reseller, &["1", level], "on").await.problems();
        assert_eq!(problems.as_object().unwrap().keys().collect::<Vec<_>>(), ["threshold_2"], "{level}");
    }
    let problems = set(&mut reseller, &["1", "1.00"], "perhaps").await.problems();
    assert_eq!(problems, json!({"threshold_2": ["given_already"], "repeats": ["unknown_choice"]}));
}

async fn without_the_repetition_a_notice_comes_once(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "-500").await;
    set(&mut reseller, &[], "off").await.ok();
    write(&mut reseller, "charge", "500").await.ok();
    assert_eq!(notices(&kontora, COMPANY).await, 1);
    kontora.pass(8 * DAY);
    kontora.store().keep_time().await.unwrap();
    assert_eq!(notices(&kontora, COMPANY).await, 0);
}

async fn an_administrator_does_without_letters_and_the_company_gets_them(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "-500").await;
    let saved = reseller.call("save_profile", json!({"fields": {"notify_threshold": "off"}})).await.ok();
    assert_eq!((&saved["letters"]["threshold"], &saved["letters"]["suspension"]), (&json!(false), &json!(true)));
    write(&mut reseller, "charge", "1001").await.ok();
    let told: Vec<(String, bool)> = kontora
        .letters()
        .await
        .into_iter()
        .map(|letter| (letter.to, letter.subject.contains("threshold") || letter.subject.contains("пороговое")))
        .collect();
    assert!(told.contains(&(COMPANY.to_owned(), true)) && told.contains(&(COMPANY.to_owned(), false)), "{told:?}");
    let own: Vec<bool> = told.iter().filter(|(to, _)| to == "reseller@demo.test").map(|(_, notice)| *notice).collect();
    assert_eq!(own, [false], "of the suspension alone");
}

async fn what_another_has_set_meanwhile_is_not_overwritten(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    set(&mut reseller, &["-500"], "on").await.ok();
    let stale = json!({"threshold_1": "-600", "repeats": "on", "was": "7d"});
    let refused = reseller.call("set_notices", json!({"company": EMPTY, "fields": stale})).await.problems();
    assert_eq!(refused, json!({"form": [{"changed_meanwhile": {"now": "-500.00, 7d"}}]}));
    let fresh = json!({"threshold_1": "-600", "repeats": "on", "was": "-500.00, 7d"});
    reseller.call("set_notices", json!({"company": EMPTY, "fields": fresh})).await.ok();
}
