//! Invitations that nobody has followed: sent again, taken back, asked for.

use serde_json::{Value, json};

use super::{act, cannot, invite, join, line, set_password};
use crate::support::{DAY, Engine, HOUR, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    sending_again_voids_the_earlier_link,
    an_invitation_is_sent_again_once_a_minute_and_five_times_a_day,
    an_invitation_that_has_run_out_is_sent_again,
    a_revoked_invitation_is_dead_at_once_and_leaves_nothing,
    nothing_of_an_account_in_use_can_be_revoked,
    of_revoking_and_following_at_once_one_happens,
    a_letter_that_was_given_up_on_is_shown_with_the_servers_reason,
    who_registered_a_company_is_reminded_and_not_revoked,
    who_comes_too_late_can_ask_the_inviter_three_times_a_day,
    asking_the_inviter_says_nothing_of_the_link,
];

async fn sending_again_voids_the_earlier_link(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let anna = invite(&mut reseller, demo::AFFILIATE, "anna@new.test").await;
    let first = kontora.letter_to("anna@new.test").await.token();
    kontora.pass(HOUR);
    let line = act(&mut reseller, "resend_invitation", anna).await.ok();
    assert_eq!(line["state"], json!({"invited": {"link_until": kontora.now() + 3 * DAY}}));
    let letter = kontora.letter_to("anna@new.test").await;
    assert_eq!(letter.subject, "You have been registered on Kontora");
    let expired = set_password(&mut kontora.browser(), &first).await;
    let invented = set_password(&mut kontora.browser(), "invented").await;
    assert_eq!(expired.is(410).body, invented.body);
    set_password(&mut kontora.browser(), &letter.token()).await.ok();
}

async fn an_invitation_is_sent_again_once_a_minute_and_five_times_a_day(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let anna = invite(&mut reseller, demo::AFFILIATE, "anna@new.test").await;
    let boris = invite(&mut reseller, demo::AFFILIATE, "boris@new.test").await;
    let mut affiliate = kontora.signed_in("affiliate").await;
    for _ in 0..4 {
        act(&mut reseller, "resend_invitation", anna).await.ok();
        assert_eq!(act(&mut affiliate, "resend_invitation", anna).await.is(429).header("retry-after"), "60");
        kontora.pass(MINUTE);
    }
    act(&mut reseller, "resend_invitation", anna).await.ok();
    kontora.pass(MINUTE);
    let wait = act(&mut reseller, "resend_invitation", anna).await.is(429).header("retry-after").to_owned();
    assert_eq!(wait, (24 * 60 * 60 - 5 * 60).to_string());
    act(&mut reseller, "resend_invitation", boris).await.ok();
    assert_eq!(kontora.letters_to("anna@new.test").await.len(), 1, "letters that had not left are replaced");
    kontora.pass(DAY);
    let mut reseller = kontora.signed_in("reseller").await;
    act(&mut reseller, "resend_invitation", anna).await.ok();
}

async fn an_invitation_that_has_run_out_is_sent_again(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let anna = invite(&mut reseller, demo::AFFILIATE, "anna@new.test").await;
    kontora.letters().await;
    kontora.pass(40 * DAY);
    kontora.store().tidy().await.unwrap();
    let mut reseller = kontora.signed_in("reseller").await;
    act(&mut reseller, "resend_invitation", anna).await.ok();
    set_password(&mut kontora.browser(), &kontora.letter_to("anna@new.test").await.token()).await.ok();
}

async fn a_revoked_invitation_is_dead_at_once_and_leaves_nothing(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let count = async |browser: &mut _| {
        let list = crate::companies::list(browser).await;
        crate::companies::row(&list, demo::AFFILIATE).numbers().employees
    };
    let before = count(&mut reseller).await;
    let anna = invite(&mut reseller, demo::AFFILIATE, "anna@new.test").await;
    assert_eq!(count(&mut reseller).await, before + 1);
    let token = kontora.letter_to("anna@new.test").await.token();
    act(&mut reseller, "revoke_invitation", anna).await.ok();
    let revoked = set_password(&mut kontora.browser(), &token).await;
    let invented = set_password(&mut kontora.browser(), "invented").await;
    assert_eq!(revoked.is(410).body, invented.body);
    assert_eq!(line(&mut reseller, demo::AFFILIATE, anna).await, None);
    assert_eq!(count(&mut reseller).await, before);
    act(&mut reseller, "revoke_invitation", anna).await.is(404);
    kontora.browser().call("forgot_password", json!({"fields": {"email": "anna@new.test"}})).await.ok();
    assert!(kontora.letters().await.is_empty());
    let mut sibir = kontora.signed_in("sibir").await;
    invite(&mut sibir, demo::SIBIR_AFFILIATE, "anna@new.test").await;
}

async fn nothing_of_an_account_in_use_can_be_revoked(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, mut hers) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    for action in ["revoke_invitation", "resend_invitation"] {
        assert_eq!(act(&mut reseller, action, anna).await.problems(), cannot("in_use"));
    }
    hers.call("me", json!({})).await.ok();
    super::block(&mut reseller, anna, "Уволена").await.ok();
    assert_eq!(act(&mut reseller, "revoke_invitation", anna).await.problems(), cannot("blocked"));
}

async fn of_revoking_and_following_at_once_one_happens(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let rounds = if kontora.database.engine == Engine::Postgres { 20 } else { 5 };
    for round in 0..rounds {
        let email = format!("anna{round}@new.test");
        let anna = invite(&mut reseller, demo::AFFILIATE, &email).await;
        let token = kontora.letter_to(&email).await.token();
        let (mut one, mut other) = (reseller.clone(), kontora.browser());
        let revoking = tokio::spawn(async move { act(&mut one, "revoke_invitation", anna).await.status });
        let following = tokio::spawn(async move { set_password(&mut other, &token).await.status });
        let outcomes = (revoking.await.unwrap(), following.await.unwrap());
        assert!(matches!(outcomes, (200, 410) | (422, 200)), "{outcomes:?}");
        assert_eq!(line(&mut reseller, demo::AFFILIATE, anna).await.is_some(), outcomes.1 == 200);
    }
}

async fn a_letter_that_was_given_up_on_is_shown_with_the_servers_reason(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let anna = invite(&mut reseller, demo::AFFILIATE, "anna@new.test").await;
    let give_up =
        "UPDATE letter SET state = 'dead', last_error = '550 no such mailbox' WHERE recipient = 'anna@new.test'";
    kontora.database.execute(give_up).await.unwrap();
    let shown = line(&mut reseller, demo::AFFILIATE, anna).await.unwrap();
    assert_eq!((&shown["state"], &shown["letter_error"]), (&json!("undelivered"), &json!("550 no such mailbox")));
    let page = reseller.get(&format!("/companies/{}/employees", demo::AFFILIATE)).await.is(200).text();
    assert!(page.contains("550 no such mailbox"), "{page}");
    let again = act(&mut reseller, "resend_invitation", anna).await.ok();
    assert_eq!(again["letter_error"], Value::Null);
    set_password(&mut kontora.browser(), &kontora.letter_to("anna@new.test").await.token()).await.ok();
    let mut operator = kontora.signed_in("operator").await;
    assert_eq!(operator.call("undelivered_letters", json!({})).await.ok(), json!([]));
}

async fn who_registered_a_company_is_reminded_and_not_revoked(kontora: Kontora) {
    let fields = json!({
        "name": "Новая", "full_name": "Анна Новая", "email": "anna@new.test", "phone": "+7 900 000-00-01",
        "time_zone": "Europe/Moscow", "terms": "on", "personal_data": "on",
    });
    kontora.browser_at("newways").call("register", json!({"fields": fields})).await.ok();
    kontora.letters().await;
    let anna = kontora.database.number("SELECT id FROM person WHERE email = 'anna@new.test'").await;
    let company = kontora.database.number("SELECT company_id FROM person WHERE email = 'anna@new.test'").await;
    let mut reseller = kontora.signed_in("reseller").await;
    assert_eq!(act(&mut reseller, "revoke_invitation", anna).await.problems(), cannot("registrant"));
    act(&mut reseller, "resend_invitation", anna).await.ok();
    let letter = kontora.letter_to("anna@new.test").await;
    assert_eq!(letter.subject, "Confirm the registration of Новая");
    let page = reseller.get(&format!("/companies/{company}/employees")).await.is(200).text();
    assert!(page.contains("No active administrators"), "{page}");
    set_password(&mut kontora.browser(), &letter.token()).await.ok();
    let page = reseller.get(&format!("/companies/{company}/employees")).await.is(200).text();
    assert!(!page.contains("No active administrators"), "{page}");
}

async fn who_comes_too_late_can_ask_the_inviter_three_times_a_day(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    invite(&mut reseller, demo::AFFILIATE, "anna@new.test").await;
    let token = kontora.letter_to("anna@new.test").await.token();
    let ask = json!({"token": token});
    kontora.browser().call("ask_inviter", ask.clone()).await.ok();
    assert!(kontora.letters().await.is_empty(), "the link works");
    kontora.pass(3 * DAY);
    for _ in 0..4 {
        kontora.browser().call("ask_inviter", ask.clone()).await.ok();
    }
    let letters = kontora.letters_to("reseller@demo.test").await;
    assert_eq!(letters.len(), 3, "{letters:?}");
    assert_eq!(letters[0].subject, "Анна Новая asks for a new invitation link");
    letters[0].link(&format!("/companies/{}/employees", demo::AFFILIATE));
    kontora.pass(DAY);
    kontora.browser().call("ask_inviter", ask).await.ok();
    assert_eq!(kontora.letters_to("reseller@demo.test").await.len(), 1);
}

async fn asking_the_inviter_says_nothing_of_the_link(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let anna = invite(&mut reseller, demo::AFFILIATE, "anna@new.test").await;
    let revoked = kontora.letter_to("anna@new.test").await.token();
    act(&mut reseller, "revoke_invitation", anna).await.ok();
    let (_, _) = join(&kontora, &mut reseller, demo::AFFILIATE, "boris@new.test").await;
    let answers = [revoked.as_str(), "invented", ""];
    for token in answers {
        let answer = kontora.browser().call("ask_inviter", json!({"token": token})).await;
        assert_eq!(answer.ok(), Value::Null);
    }
    assert!(kontora.letters().await.is_empty());
    let page = kontora.browser().get("/set-password?token=invented").await;
    assert!(page.is(410).text().contains("Write to whoever invited you"), "{}", page.text());
}
