//! Closing a person's access and opening it again.

use serde_json::{Value, json};

use super::{PASSWORD, act, block, cannot, invite, join, line, own_id, set_password, turn_on, unblock};
use crate::support::{Client, HOUR, Kontora, demo, stories};

stories![
    Demo;
    three_sessions_and_a_token_of_a_blocked_person_are_refused_at_their_next_request,
    a_blocked_person_reads_by_whom_and_why_and_so_when_it_is_over,
    an_operator_is_not_named_in_the_letter,
    a_blocked_person_is_refused_like_anybody_and_gets_no_link,
    links_and_half_made_sign_ins_die_with_the_access,
    an_invited_person_stays_invited_through_it,
    nobody_blocks_themselves,
    a_reason_is_asked_for,
    blocking_twice_is_blocking_once,
    a_person_is_saved_and_blocked_at_once,
    it_is_in_the_audit_log_with_its_reason,
    an_open_page_learns_of_it_without_using_the_session,
];

async fn three_sessions_and_a_token_of_a_blocked_person_are_refused_at_their_next_request(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, mut first) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    let fields = json!({"token_name": "Billing", "permission": "read", "days": "90", "networks": "", "current_password": PASSWORD});
    let made = first.call("create_token", json!({"fields": fields})).await.ok();
    let mut token = Client::of(&kontora.browser(), made["secret"].as_str().unwrap());
    let mut sessions = vec![first, kontora.browser(), kontora.browser()];
    for browser in &mut sessions[1..] {
        browser.sign_in("anna@new.test", PASSWORD).await.ok();
    }
    for browser in &mut sessions {
        browser.call("me", json!({})).await.ok();
    }
    token.get("/api/v1/companies").await.is(200);

    let line = block(&mut reseller, anna, "Уволена").await.ok();
    assert_eq!(line["state"], "blocked");
    for browser in &mut sessions {
        browser.call("me", json!({})).await.is(401);
    }
    token.get("/api/v1/companies").await.is(401);
    sessions[0].get("/companies").await.leads_to("/sign-in?next=/companies");

    assert_eq!(unblock(&mut reseller, anna).await.ok()["state"], "active");
    for browser in &mut sessions {
        browser.call("me", json!({})).await.is(401);
    }
    kontora.browser().sign_in("anna@new.test", PASSWORD).await.ok();
}

async fn a_blocked_person_reads_by_whom_and_why_and_so_when_it_is_over(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, _) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    block(&mut reseller, anna, "Договор расторгнут").await.ok();
    let closed = kontora.letter_to("anna@new.test").await;
    assert_eq!(closed.subject, "Access closed");
    assert!(closed.text.contains("New ways partner") && closed.text.contains("Договор расторгнут"), "{}", closed.text);
    unblock(&mut reseller, anna).await.ok();
    let opened = kontora.letter_to("anna@new.test").await;
    assert_eq!(opened.subject, "Access opened again");
    assert!(opened.text.contains("New ways partner") && opened.text.contains("Все в порядке"), "{}", opened.text);
}

async fn an_operator_is_not_named_in_the_letter(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let name = operator.call("me", json!({})).await.ok()["full_name"].as_str().unwrap().to_owned();
    let (anna, _) = join(&kontora, &mut operator, demo::AFFILIATE, "anna@new.test").await;
    block(&mut operator, anna, "Жалоба").await.ok();
    let letter = kontora.letter_to("anna@new.test").await;
    assert!(letter.text.contains("platform operator") && !letter.text.contains(&name), "{}", letter.text);
}

async fn a_blocked_person_is_refused_like_anybody_and_gets_no_link(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, _) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    block(&mut reseller, anna, "Уволена").await.ok();
    kontora.letters().await;
    let blocked = kontora.browser().sign_in("anna@new.test", PASSWORD).await;
    let unknown = kontora.browser().sign_in("nobody@new.test", PASSWORD).await;
    assert_eq!(blocked.problems(), json!({"form": ["sign_in_failed"]}));
    assert_eq!(blocked.body, unknown.body);
    let forgot = |email: &str| json!({"fields": {"email": email}});
    let known = kontora.browser().call("forgot_password", forgot("anna@new.test")).await;
    let nobody = kontora.browser().call("forgot_password", forgot("nobody@new.test")).await;
    assert_eq!((known.status, &known.body), (200, &nobody.body));
    act(&mut reseller, "start_password_reset", anna).await.is(422);
    act(&mut reseller, "resend_invitation", anna).await.is(422);
    assert!(kontora.letters().await.is_empty());
}

async fn links_and_half_made_sign_ins_die_with_the_access(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, mut hers) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    let device = turn_on(&kontora, &mut hers, PASSWORD).await;
    let change = json!({"email": "anna@else.test", "current_password": PASSWORD, "code": device.next_code(&kontora)});
    hers.call("change_email", json!({"fields": change})).await.ok();
    let new_address = kontora.letter_to("anna@else.test").await.link("/email-change?token=");
    kontora.browser().call("forgot_password", json!({"fields": {"email": "anna@new.test"}})).await.ok();
    let reset = kontora.letters_to("anna@new.test").await.pop().unwrap().token();
    let mut half = kontora.browser();
    assert_eq!(half.sign_in("anna@new.test", PASSWORD).await.ok(), "code_awaited");

    block(&mut reseller, anna, "Уволена").await.ok();
    unblock(&mut reseller, anna).await.ok();
    let code = device.next_code(&kontora);
    let late = half.call("enter_code", json!({"fields": {"code": code}})).await.problems();
    assert_eq!(late, json!({"form": ["sign_in_too_late"]}));
    set_password(&mut kontora.browser(), &reset).await.is(410);
    let token = new_address.split_once('=').unwrap().1;
    kontora.browser().call("follow_email_link", json!({"token": token})).await.is(410);
}

async fn an_invited_person_stays_invited_through_it(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let anna = invite(&mut reseller, demo::AFFILIATE, "anna@new.test").await;
    let token = kontora.letter_to("anna@new.test").await.token();
    block(&mut reseller, anna, "Ошибка").await.ok();
    set_password(&mut kontora.browser(), &token).await.is(410);
    let line = unblock(&mut reseller, anna).await.ok();
    assert_eq!(line["state"], json!({"invited": {"link_until": 0}}), "shown as expired");
    set_password(&mut kontora.browser(), &token).await.is(410);
    kontora.letters().await;
    act(&mut reseller, "resend_invitation", anna).await.ok();
    let again = kontora.letter_to("anna@new.test").await.token();
    set_password(&mut kontora.browser(), &again).await.ok();
}

async fn nobody_blocks_themselves(kontora: Kontora) {
    for who in ["operator", "reseller", "affiliate", "single"] {
        let mut browser = kontora.signed_in(who).await;
        let own = own_id(&mut browser).await;
        block(&mut browser, own, "Хватит").await.refuses("oneself");
        assert_eq!(act(&mut browser, "person_standing", own).await.ok()["bar"], "oneself");
        act(&mut browser, "end_user_sessions", own).await.refuses("oneself");
        browser.call("me", json!({})).await.ok();
    }
}

async fn a_reason_is_asked_for(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, mut hers) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    assert_eq!(block(&mut reseller, anna, " ").await.problems(), json!({"reason": ["required"]}));
    let long = block(&mut reseller, anna, &"я".repeat(501)).await.problems();
    assert_eq!(long, json!({"reason": [{"too_long": {"max": 500, "actual": 501}}]}));
    hers.call("me", json!({})).await.ok();
}

async fn blocking_twice_is_blocking_once(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, _) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    for _ in 0..2 {
        assert_eq!(block(&mut reseller, anna, "Уволена").await.ok()["state"], "blocked");
    }
    assert_eq!(kontora.letters_to("anna@new.test").await.len(), 1);
    for _ in 0..2 {
        assert_eq!(unblock(&mut reseller, anna).await.ok()["state"], "active");
    }
    assert_eq!(kontora.letters_to("anna@new.test").await.len(), 1);
    let kept = "SELECT COUNT(*) FROM audit_event WHERE kind IN ('user_blocked', 'user_unblocked')";
    assert_eq!(kontora.database.number(kept).await, 2);
    assert_eq!(act(&mut reseller, "revoke_invitation", anna).await.problems(), cannot("in_use"));
}

async fn it_is_in_the_audit_log_with_its_reason(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, _) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    block(&mut reseller, anna, "Договор расторгнут").await.ok();
    let mut affiliate = kontora.signed_in("affiliate").await;
    let filter = json!({"filter": {"kind": "user_blocked"}, "after": null});
    let log = affiliate.call("audit_events", filter).await.ok();
    let [event] = log["events"].as_array().unwrap().as_slice() else { panic!("{log}") };
    assert_eq!((&event["object"], &event["reason"]), (&json!("anna@new.test"), &json!("Договор расторгнут")));
    assert_eq!(event["company_id"], demo::AFFILIATE);
    assert_eq!(event["address"], Value::Null, "the reseller's is not the affiliate's business");
}

async fn an_open_page_learns_of_it_without_using_the_session(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, mut hers) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    hers.call("still_signed_in", json!({})).await.ok();
    block(&mut reseller, anna, "Уволена").await.ok();
    hers.call("still_signed_in", json!({})).await.is(401);
    assert!(line(&mut reseller, demo::AFFILIATE, anna).await.is_some(), "the list keeps them");
    for _ in 0..11 {
        kontora.pass(HOUR);
        reseller.call("still_signed_in", json!({})).await.ok();
    }
    kontora.pass(HOUR);
    reseller.call("still_signed_in", json!({})).await.is(401);
    reseller.call("me", json!({})).await.is(401);
}

async fn a_person_is_saved_and_blocked_at_once(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (anna, _) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    for round in 0..10 {
        let (mut one, mut other) = (reseller.clone(), reseller.clone());
        let roles = if round % 2 == 0 { "chat_operator" } else { "administrator" };
        let seen = if round % 2 == 0 { "administrator" } else { "chat_operator" };
        let save = json!({"id": anna, "seen": {"roles": seen}, "changes": {"roles": roles}});
        let (saved, blocked) = tokio::join!(one.call("save_user", save), block(&mut other, anna, "Уволен"));
        assert_eq!((saved.status, blocked.status), (200, 200), "{} {}", saved.text(), blocked.text());
        unblock(&mut reseller, anna).await.ok();
    }
}
