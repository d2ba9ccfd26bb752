//! Letters leave through a real mail server, whatever it does, on both engines.

#![expect(clippy::unwrap_used, reason = "what stands in a test's way fails it")]

#[path = "mail/installation.rs"]
mod installation;
#[path = "mail/smtp_sink.rs"]
mod smtp_sink;

use std::sync::Arc;

use installation::on_both_engines;
use serde_json::json;
use smtp_sink::Mood;

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_leaves_once() {
    on_both_engines(async |kontora| {
        kontora.cause_letter("anna@sever.test").await;
        assert_eq!(kontora.send().await, 1);
        assert_eq!(kontora.send().await, 0);
        let received = kontora.sink.received();
        assert_eq!(received.len(), 1);
        assert_eq!(received[0].to, "anna@sever.test");
        assert_eq!(received[0].header("Subject"), "You have been registered on Kontora");
        assert!(received[0].header("Message-ID").ends_with("@kontora.test>"));
        assert_eq!(kontora.store.queued_letters().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_international_domain_is_written_to_in_ascii() {
    on_both_engines(async |kontora| {
        kontora.cause_letter("anna@почта.рф").await;
        kontora.send().await;
        assert_eq!(kontora.sink.received()[0].to, "anna@xn--80a1acny.xn--p1ai");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_mailbox_is_given_up_on_at_once_and_visibly() {
    on_both_engines(async |kontora| {
        kontora.sink.next(Mood::RefuseRecipient);
        kontora.cause_letter("nobody@sever.test").await;
        kontora.send().await;
        assert_eq!(kontora.store.dead_letters().await.unwrap(), 1);
        kontora.pass_minutes(7 * 24 * 60);
        assert_eq!(kontora.send().await, 0);
        assert!(kontora.sink.received().is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operator_sees_an_undelivered_letter_and_sends_it_again() {
    on_both_engines(async |kontora| {
        let olga = kontora.operator("olga@sever.test").await;
        kontora.sink.next(Mood::RefuseRecipient);
        kontora.cause_letter("anna@sever.test").await;
        kontora.send().await;

        let undelivered = kontora.call("undelivered_letters", &olga, json!({})).await;
        assert_eq!(undelivered[0]["to"], "anna@sever.test");
        assert_eq!(undelivered[0]["subject"], "You have been registered on Kontora");
        assert!(undelivered[0]["reason"].as_str().unwrap().contains("no such mailbox"), "{undelivered}");

        kontora.call("resend_letter", &olga, json!({ "id": undelivered[0]["id"] })).await;
        kontora.send().await;
        assert_eq!(kontora.sink.received().last().unwrap().to, "anna@sever.test");
        assert_eq!(kontora.call("undelivered_letters", &olga, json!({})).await, json!([]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_asks_to_come_again_is_asked_again_within_a_minute() {
    on_both_engines(async |kontora| {
        kontora.sink.next(Mood::ComeAgainLater);
        kontora.cause_letter("anna@sever.test").await;
        kontora.send().await;
        assert_eq!(kontora.send().await, 0, "not before its time");
        kontora.pass_minutes(1);
        assert_eq!(kontora.send().await, 1);
        assert_eq!(kontora.sink.received().len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_dropped_within_the_letter_repeats_it() {
    on_both_engines(async |kontora| {
        kontora.sink.next(Mood::DropWithinLetter);
        kontora.cause_letter("anna@sever.test").await;
        kontora.send().await;
        assert!(kontora.sink.received().is_empty());
        kontora.pass_minutes(1);
        kontora.send().await;
        assert_eq!(kontora.sink.received().len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_dropped_before_the_answer_repeats_the_letter_under_the_same_message_id() {
    on_both_engines(async |kontora| {
        kontora.sink.next(Mood::DropBeforeAnswer);
        kontora.cause_letter("anna@sever.test").await;
        kontora.send().await;
        kontora.pass_minutes(1);
        kontora.send().await;
        kontora.pass_minutes(60);
        kontora.send().await;
        let received = kontora.sink.received();
        assert_eq!(received.len(), 2);
        assert_eq!(received[0].header("Message-ID"), received[1].header("Message-ID"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_does_not_let_us_in_kills_no_letter() {
    on_both_engines(async |kontora| {
        kontora.sink.next(Mood::RefuseAccess);
        kontora.cause_letter("anna@sever.test").await;
        kontora.send().await;
        assert_eq!(kontora.store.dead_letters().await.unwrap(), 0);
        kontora.pass_minutes(1);
        kontora.send().await;
        assert_eq!(kontora.sink.received().len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_never_leaves_is_given_up_on_after_three_days_of_hourly_tries() {
    on_both_engines(async |kontora| {
        kontora.cause_letter("anna@sever.test").await;
        let mut tries = 0;
        for _ in 0..80 {
            kontora.sink.next(Mood::ComeAgainLater);
            kontora.pass_minutes(60);
            tries += kontora.send().await;
        }
        assert_eq!(tries, 77);
        assert_eq!(kontora.store.dead_letters().await.unwrap(), 1);
        assert_eq!(kontora.store.queued_letters().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_between_commit_and_sending_loses_nothing() {
    on_both_engines(async |kontora| {
        kontora.cause_letter("anna@sever.test").await;
        kontora.store.close().await;
        let restarted = kontora.another_server().await;
        assert_eq!(restarted.send_letters().await.unwrap(), 1);
        assert_eq!(kontora.sink.received().len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_on_one_database_send_each_letter_once() {
    on_both_engines(async |kontora| {
        let emails: Vec<String> = (0..12).map(|number| format!("anna{number}@sever.test")).collect();
        for email in &emails {
            kontora.cause_letter(email).await;
        }
        let other = kontora.another_server().await;
        let (one, two) = (Arc::clone(&kontora.store), other);
        let (one, two) = tokio::join!(
            tokio::spawn(async move { one.send_letters().await.unwrap() }),
            tokio::spawn(async move { two.send_letters().await.unwrap() }),
        );
        assert_eq!(one.unwrap() + two.unwrap(), emails.len());
        let mut reached: Vec<String> = kontora.sink.received().into_iter().map(|letter| letter.to).collect();
        reached.sort();
        let mut expected = emails;
        expected.sort();
        assert_eq!(reached, expected);
    })
    .await;
}
