//! What ends by itself: temporary limits and postponements.

use serde_json::{Value, json};

use super::{EMPTY, access, allowed, begin_with, billing, post, refused, rub, write};
use crate::companies::{list, row};
use crate::support::{Answer, Browser, Client, DAY, HOUR, Kontora, SECOND, stories};

stories![
    Demo;
    a_temporary_limit_holds_until_its_very_end,
    its_end_is_on_record_though_the_clock_goes_back,
    its_end_is_told_a_day_before_where_it_would_suspend,
    its_end_is_told_to_whoever_comes_to_need_it_within_the_last_day,
    a_reseller_lends_no_more_and_no_longer_than_allowed,
    a_postponed_suspension_waits_until_then,
    what_time_has_ended_is_named_where_it_suspends,
    of_two_ends_the_one_that_suspends_is_named_at_its_instant,
];

/// An instant as the form sends it, in the zone of the company (Moscow).
pub(super) fn local(at: i64) -> String {
    let zone = jiff::tz::TimeZone::get("Europe/Moscow").unwrap();
    let at = zone.to_datetime(jiff::Timestamp::from_millisecond(at).unwrap());
    at.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The next full minute after so long.
pub(super) fn minute_after(kontora: &Kontora, later: i64) -> i64 {
    const MINUTE: i64 = 60 * SECOND;
    (kontora.now() + later).div_euclid(MINUTE) * MINUTE + MINUTE
}

pub(super) async fn lend(browser: &mut Browser, amount: &str, unit: &str, until: i64) -> Answer {
    let fields = json!({"amount": amount, "unit": unit, "until": local(until), "reason": "Season"});
    browser.call("set_temporary_limit", json!({"company": EMPTY, "fields": fields})).await
}

async fn stand(client: &mut Client) -> Value {
    access(client, EMPTY).await
}

async fn a_temporary_limit_holds_until_its_very_end(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "10000", "").await;
    let until = minute_after(&kontora, HOUR);
    lend(&mut reseller, "20", "percent", until).await.ok();
    let mut client = Client::of_company(&kontora, "reseller", "money").await;
    post(&mut client, EMPTY, "charges", "a", &rub("11500")).await.is(201);
    kontora.pass(until - SECOND - kontora.now());
    assert_eq!(stand(&mut client).await, allowed());
    kontora.pass(SECOND);
    assert_eq!(stand(&mut client).await, refused("credit_limit"), "without anybody acting");
    kontora.store().keep_time().await.unwrap();
    assert_eq!(stand(&mut client).await, refused("credit_limit"));
    post(&mut client, EMPTY, "payments", "b", &rub("1500")).await.is(201);
    assert_eq!(stand(&mut client).await, allowed());
}

async fn its_end_is_on_record_though_the_clock_goes_back(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    let until = minute_after(&kontora, HOUR);
    lend(&mut reseller, "200", "amount", until).await.ok();
    write(&mut reseller, "charge", "1100").await.ok();
    let mut client = Client::of_company(&kontora, "reseller", "read").await;
    kontora.pass(until - kontora.now());
    kontora.store().keep_time().await.unwrap();
    let letters = kontora.letters_to("info@newways.test").await;
    assert!(letters.iter().any(|letter| letter.subject.contains("приостановлен")), "{letters:#?}");
    kontora.pass(-30 * SECOND);
    assert_eq!(stand(&mut client).await, refused("credit_limit"));
}

async fn its_end_is_told_a_day_before_where_it_would_suspend(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    let until = minute_after(&kontora, 2 * DAY);
    lend(&mut reseller, "200", "amount", until).await.ok();
    write(&mut reseller, "charge", "1100").await.ok();
    kontora.letters().await;
    kontora.store().keep_time().await.unwrap();
    assert!(kontora.letters().await.is_empty(), "not yet");
    kontora.pass(until - DAY - kontora.now());
    kontora.store().keep_time().await.unwrap();
    kontora.store().keep_time().await.unwrap();
    let letter = kontora.letter_to("info@newways.test").await;
    assert!(letter.subject.contains("временный лимит действует до"), "{}", letter.subject);
    assert!(letter.text.contains("100,00"), "{}", letter.text);
}

async fn its_end_is_told_to_whoever_comes_to_need_it_within_the_last_day(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    lend(&mut reseller, "200", "amount", minute_after(&kontora, 20 * HOUR)).await.ok();
    kontora.store().keep_time().await.unwrap();
    write(&mut reseller, "charge", "1100").await.ok();
    assert!(kontora.letters().await.is_empty(), "nothing to tell of yet");
    for letters in [1, 0] {
        kontora.store().keep_time().await.unwrap();
        let told = kontora.letters_to("info@newways.test").await;
        assert_eq!(told.iter().filter(|letter| letter.subject.contains("временный лимит")).count(), letters);
    }
}

async fn a_reseller_lends_no_more_and_no_longer_than_allowed(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    let soon = minute_after(&kontora, HOUR);
    let problems = lend(&mut reseller, "1000.01", "amount", soon).await.problems();
    assert_eq!(problems, json!({"amount": [{"amount_out_of_range": {"min": 1, "max": 100_000}}]}));
    let late = lend(&mut reseller, "100", "percent", minute_after(&kontora, 60 * DAY)).await.problems();
    assert_eq!(late, json!({"until": [{"too_far_ahead": {"days": 60}}]}));
    let past = lend(&mut reseller, "100", "percent", kontora.now() - HOUR).await.problems();
    assert_eq!(past, json!({"until": ["not_in_future"]}));
    lend(&mut reseller, "100", "percent", soon).await.ok();
    let mut operator = kontora.signed_in("operator").await;
    lend(&mut operator, "5000", "amount", minute_after(&kontora, 90 * DAY)).await.ok();
}

async fn a_postponed_suspension_waits_until_then(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "0", "").await;
    write(&mut reseller, "charge", "5").await.ok();
    let mut client = Client::of_company(&kontora, "reseller", "read").await;
    assert_eq!(stand(&mut client).await, refused("credit_limit"));
    let mut postpone = async |until: String| {
        let fields = json!({"until": until, "reason": "They pay on Monday"});
        reseller.call("postpone_suspension", json!({"company": EMPTY, "fields": fields})).await
    };
    let far = postpone(local(minute_after(&kontora, 10 * DAY))).await.problems();
    assert_eq!(far, json!({"until": [{"too_far_ahead": {"days": 10}}]}));
    let until = minute_after(&kontora, HOUR);
    postpone(local(until)).await.ok();
    assert_eq!(stand(&mut client).await, allowed());
    assert_eq!(row(&list(&mut reseller).await, EMPTY).numbers().postponed.map(|end| end.at), Some(until));
    let told = &billing(&mut reseller).await["postponements"][0];
    assert_eq!((&told["until"]["at"], &told["reason"]), (&json!(until), &json!("They pay on Monday")));
    kontora.pass(until - kontora.now());
    assert_eq!(stand(&mut client).await, refused("credit_limit"));
    kontora.store().keep_time().await.unwrap();
    assert_eq!(stand(&mut client).await, refused("credit_limit"));
    assert_eq!(row(&list(&mut reseller).await, EMPTY).numbers().postponed, None);
}

async fn what_time_has_ended_is_named_where_it_suspends(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    let until = minute_after(&kontora, HOUR);
    lend(&mut reseller, "200", "amount", until).await.ok();
    write(&mut reseller, "charge", "1100").await.ok();
    kontora.letters().await;
    kontora.pass(until - kontora.now());
    kontora.store().keep_time().await.unwrap();
    let billing = billing(&mut reseller).await;
    let event = &billing["events"][0];
    assert_eq!(
        (&event["begins"], &event["grant"], &event["by"]),
        (&json!(true), &json!("temporary_limit"), &json!(null))
    );
    let letter = kontora.letter_to("info@newways.test").await;
    assert!(letter.text.contains("временный лимит закончился"), "{}", letter.text);
    let page = reseller.get(&format!("/companies/{EMPTY}/billing")).await.is(200).text();
    assert!(page.contains("the temporary limit has ended"), "{page}");
}

async fn of_two_ends_the_one_that_suspends_is_named_at_its_instant(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    begin_with(&kontora, &mut reseller, "1000", "").await;
    let (first, second) = (minute_after(&kontora, HOUR), minute_after(&kontora, 2 * HOUR));
    let fields = json!({"until": local(first), "reason": "They pay on Monday"});
    reseller.call("postpone_suspension", json!({"company": EMPTY, "fields": fields})).await.ok();
    lend(&mut reseller, "200", "amount", second).await.ok();
    write(&mut reseller, "charge", "1500").await.ok();
    kontora.pass(second - kontora.now());
    kontora.store().keep_time().await.unwrap();
    let now = billing(&mut reseller).await;
    let event = &now["events"][0];
    let told = (&event["at"], &event["grant"], &event["effective_limit"]);
    assert_eq!(told, (&json!(first), &json!("postponement"), &json!(120_000)));
}
