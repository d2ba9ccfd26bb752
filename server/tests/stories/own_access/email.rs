//! Changing one's own sign-in address, and taking the change back.

use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::second_factor::turn_on;
use crate::support::{Answer, Browser, DAY, HOUR, Kontora, demo, stories};

stories![
    Demo;
    a_changed_address_is_the_sign_in_name_once_its_link_was_opened,
    the_old_address_can_take_the_change_back_before_it_is_made,
    the_old_address_can_take_the_change_back_for_seven_days_after,
    the_link_to_the_new_address_works_once_and_for_a_day,
    asking_again_replaces_what_was_asked_before,
    a_change_can_be_given_up,
    without_the_password_no_address_changes,
    a_taken_address_is_named_within_reach_and_rationed_elsewhere,
    an_address_that_somebody_took_meanwhile_stays_theirs,
    a_link_followed_by_many_at_once_works_for_one,
    an_address_is_changed_without_script,
    a_dead_link_says_nothing_of_what_it_was,
    the_old_address_is_kept_free_while_the_change_can_be_taken_back,
    a_change_does_not_outlive_the_password_it_was_asked_with,
    taking_it_back_takes_away_the_second_factor_that_was_added_since,
    an_address_in_use_uses_up_neither_tries_nor_codes,
];

const NEW: &str = "single@new.test";

async fn ask_as(browser: &mut Browser, password: &str, email: &str) -> Answer {
    let fields = json!({"email": email, "current_password": password});
    browser.call("change_email", json!({"fields": fields})).await
}

async fn ask(browser: &mut Browser, email: &str) -> Answer {
    ask_as(browser, demo::PASSWORD, email).await
}

/// Asks for [`NEW`] as `single@demo.test`; the tokens of the links to the new and to the old address.
async fn asked(kontora: &Kontora, browser: &mut Browser) -> [String; 2] {
    ask(browser, NEW).await.ok();
    let letters = kontora.letters().await;
    [NEW, "single@demo.test"].map(|to| {
        let letter = letters.iter().find(|letter| letter.to == to).unwrap_or_else(|| panic!("{letters:?}"));
        token_in(&letter.link("/email-change?token="))
    })
}

fn token_in(link: &str) -> String {
    link.split_once('=').unwrap().1.to_owned()
}

async fn follow(browser: &mut Browser, token: &str) -> Answer {
    browser.call("follow_email_link", json!({"token": token})).await
}

async fn signs_in(kontora: &Kontora, email: &str) -> bool {
    kontora.browser().sign_in(email, demo::PASSWORD).await.status == 200
}

async fn a_changed_address_is_the_sign_in_name_once_its_link_was_opened(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let [confirm, _] = asked(&kontora, &mut single).await;
    let details = single.call("sign_in_details", json!({})).await.ok();
    assert_eq!(details["email_change"], json!({"email": NEW, "link_until": kontora.now() + DAY}));
    let looked = kontora.browser().call("email_link", json!({"token": confirm})).await.ok();
    assert_eq!(looked, json!({"confirm": {"email": NEW}}));
    assert!(signs_in(&kontora, "single@demo.test").await && !signs_in(&kontora, NEW).await);

    follow(&mut kontora.browser(), &confirm).await.ok();
    assert!(!signs_in(&kontora, "single@demo.test").await && signs_in(&kontora, "SINGLE@new.test").await);
    assert_eq!(single.call("me", json!({})).await.ok()["email"], NEW);
    assert_eq!(single.call("sign_in_details", json!({})).await.ok()["email_change"], Value::Null);
    let told = kontora.letters().await;
    assert_eq!(told.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["single@demo.test", NEW]);
    for letter in told {
        assert_eq!(letter.subject, "Your sign-in details changed");
        assert!(letter.text.contains(NEW), "{}", letter.text);
    }
}

async fn the_old_address_can_take_the_change_back_before_it_is_made(kontora: Kontora) {
    let mut thief = kontora.signed_in("single").await;
    let [confirm, cancel] = asked(&kontora, &mut thief).await;
    assert_eq!(follow(&mut kontora.browser(), &cancel).await.ok(), json!({"cancel": {"email": "single@demo.test"}}));
    follow(&mut kontora.browser(), &confirm).await.is(410);
    follow(&mut kontora.browser(), &cancel).await.is(410);
    thief.call("me", json!({})).await.is(401);
    assert!(!signs_in(&kontora, "single@demo.test").await, "whoever asked knew the password");
}

async fn the_old_address_can_take_the_change_back_for_seven_days_after(kontora: Kontora) {
    let mut thief = kontora.signed_in("single").await;
    let [confirm, cancel] = asked(&kontora, &mut thief).await;
    follow(&mut kontora.browser(), &confirm).await.ok();
    // Changing it again does not shake off the owner of the first address.
    ask(&mut thief, "third@new.test").await.ok();
    kontora.letters().await;
    kontora.pass(7 * DAY - 1);
    assert!(signs_in(&kontora, NEW).await);
    let mut thief = kontora.browser();
    thief.sign_in(NEW, demo::PASSWORD).await.ok();
    follow(&mut kontora.browser(), &cancel).await.ok();
    thief.call("me", json!({})).await.is(401);
    assert!(!signs_in(&kontora, "single@demo.test").await && !signs_in(&kontora, NEW).await);
    assert_eq!(kontora.letters().await.len(), 2, "both addresses are told");
    let fields = json!({"fields": {"email": "single@demo.test"}});
    kontora.browser().call("forgot_password", fields).await.ok();
    let token = kontora.letter_to("single@demo.test").await.token();
    let fields = json!({"fields": {"token": token, "password": "три тихие гавани"}});
    kontora.browser().call("set_password", fields).await.ok();
}

async fn the_old_address_is_kept_free_while_the_change_can_be_taken_back(kontora: Kontora) {
    let mut thief = kontora.signed_in("single").await;
    let [confirm, cancel] = asked(&kontora, &mut thief).await;
    follow(&mut kontora.browser(), &confirm).await.ok();
    let mut reseller = kontora.signed_in("reseller").await;
    let fields = json!({"full_name": "Анна", "email": "Single@demo.test"});
    let register = json!({"company": demo::NEW_WAYS, "fields": fields});
    reseller.call("register_user", register.clone()).await.is(409);
    follow(&mut kontora.browser(), &cancel).await.ok();
    reseller.call("register_user", register).await.is(409);
}

async fn a_change_does_not_outlive_the_password_it_was_asked_with(kontora: Kontora) {
    let mut thief = kontora.signed_in("single").await;
    let [confirm, _] = asked(&kontora, &mut thief).await;
    kontora.browser().call("forgot_password", json!({"fields": {"email": "single@demo.test"}})).await.ok();
    let token = kontora.letter_to("single@demo.test").await.token();
    let fields = json!({"fields": {"token": token, "password": "три тихие гавани"}});
    kontora.browser().call("set_password", fields).await.ok();
    follow(&mut kontora.browser(), &confirm).await.is(410);
}

async fn the_link_to_the_new_address_works_once_and_for_a_day(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let [confirm, cancel] = asked(&kontora, &mut single).await;
    kontora.pass(DAY);
    follow(&mut kontora.browser(), &confirm).await.is(410);
    kontora.pass(6 * DAY);
    follow(&mut kontora.browser(), &cancel).await.is(410);

    let mut single = kontora.signed_in("single").await;
    let [confirm, _] = asked(&kontora, &mut single).await;
    kontora.pass(DAY - 1);
    follow(&mut kontora.browser(), &confirm).await.ok();
    follow(&mut kontora.browser(), &confirm).await.is(410);
}

async fn asking_again_replaces_what_was_asked_before(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let [old, _] = asked(&kontora, &mut single).await;
    let [new, _] = asked(&kontora, &mut single).await;
    follow(&mut kontora.browser(), &old).await.is(410);
    follow(&mut kontora.browser(), &new).await.ok();
}

async fn a_change_can_be_given_up(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let [confirm, _] = asked(&kontora, &mut single).await;
    let left = single.call("give_up_email_change", json!({})).await.ok();
    assert_eq!(left["email_change"], Value::Null);
    follow(&mut kontora.browser(), &confirm).await.is(410);
}

async fn without_the_password_no_address_changes(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let refused = ask_as(&mut single, "not this one", NEW).await.problems();
    assert_eq!(refused, json!({"current_password": ["wrong_password"]}));
    // Whether an address is taken shows only to whoever knows the password.
    let taken = ask_as(&mut single, "not this one", "operator@demo.test").await.problems();
    assert_eq!(taken, refused);
    assert_eq!(ask(&mut single, "nowhere").await.problems(), json!({"email": ["email_no_at"]}));
    assert!(kontora.letters().await.is_empty());
}

async fn a_taken_address_is_named_within_reach_and_rationed_elsewhere(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let within = ask(&mut reseller, "affiliate@demo.test").await.is(409).json();
    assert!(within["detail"]["email"][0]["email_taken"]["company"].is_string(), "{within}");
    let mut chat = kontora.signed_in("chat").await;
    let foreign = json!({"error": "taken", "detail": {"email": [{"email_taken": {"company": null}}]}});
    assert_eq!(ask(&mut chat, "reseller@demo.test").await.is(409).json(), foreign, "no administrator");
    for _ in 0..20 {
        assert_eq!(ask(&mut reseller, "sibir@demo.test").await.is(409).json(), foreign);
    }
    assert_eq!(ask(&mut reseller, "free@new.test").await.is(429).header("retry-after"), "3600");
    kontora.pass(HOUR);
    ask(&mut reseller, "free@new.test").await.ok();
}

async fn an_address_that_somebody_took_meanwhile_stays_theirs(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let [confirm, _] = asked(&kontora, &mut single).await;
    let mut reseller = kontora.signed_in("reseller").await;
    let fields = json!({"full_name": "Анна Новая", "email": NEW});
    reseller.call("register_user", json!({"company": demo::AFFILIATE, "fields": fields})).await.ok();
    let refused = follow(&mut kontora.browser(), &confirm).await;
    let taken = json!({"error": "taken", "detail": {"form": [{"email_taken": {"company": null}}]}});
    assert_eq!(refused.is(409).json(), taken);
    assert!(signs_in(&kontora, "single@demo.test").await);
}

async fn a_link_followed_by_many_at_once_works_for_one(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let [confirm, _] = asked(&kontora, &mut single).await;
    let mut follows = JoinSet::new();
    for _ in 0..6 {
        let (mut browser, confirm) = (kontora.browser(), confirm.clone());
        follows.spawn(async move { follow(&mut browser, &confirm).await.status });
    }
    let mut outcomes = follows.join_all().await;
    outcomes.sort_unstable();
    assert_eq!(outcomes, [200, 410, 410, 410, 410, 410]);
}

async fn an_address_is_changed_without_script(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let form = |password| [("form", "email"), ("email", NEW), ("current_password", password)];
    let page = single.submit("/profile", &form("not this one")).await.is(422).text();
    assert!(page.contains("not your present password") && page.contains(NEW), "what was typed stays: {page}");
    single.submit("/profile", &form(demo::PASSWORD)).await.leads_to("/profile?sent=email");
    let page = single.get("/profile?sent=email").await.text();
    assert!(page.contains("single@new.test awaits confirmation"), "{page}");
    let letters = kontora.letters().await;
    let link = letters.iter().find(|letter| letter.to == NEW).unwrap().link("/email-change?token=");
    let mut browser = kontora.browser();
    for _ in 0..2 {
        assert!(browser.get(&link).await.is(200).text().contains("Confirm the address"), "looking uses nothing up");
    }
    browser.submit(&link, &[("token", &token_in(&link))]).await.leads_to("/email-change?sent=confirmed");
    let page = browser.get("/email-change?sent=confirmed").await.is(200).text();
    assert!(page.contains("The address is changed"), "{page}");
    assert!(signs_in(&kontora, NEW).await);
}

async fn a_dead_link_says_nothing_of_what_it_was(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let [confirm, cancel] = asked(&kontora, &mut single).await;
    follow(&mut kontora.browser(), &cancel).await.ok();
    let invented = follow(&mut kontora.browser(), "invented").await;
    for token in [confirm, cancel] {
        assert_eq!(follow(&mut kontora.browser(), &token).await.is(410).body, invented.body);
        let page = kontora.browser().get(&format!("/email-change?token={token}")).await;
        assert!(page.is(410).text().contains("This link does not work"), "{}", page.text());
    }
}

async fn taking_it_back_takes_away_the_second_factor_that_was_added_since(kontora: Kontora) {
    let mut thief = kontora.signed_in("single").await;
    let [_, cancel] = asked(&kontora, &mut thief).await;
    turn_on(&kontora, &mut thief).await;
    follow(&mut kontora.browser(), &cancel).await.ok();
    kontora.letters().await;
    kontora.browser().call("forgot_password", json!({"fields": {"email": "single@demo.test"}})).await.ok();
    let token = kontora.letter_to("single@demo.test").await.token();
    let fields = json!({"fields": {"token": token, "password": "три тихие гавани"}});
    let mut owner = kontora.browser();
    assert_eq!(owner.call("set_password", fields).await.ok(), "signed_in", "nobody asks for the thief's code");
    assert_eq!(owner.call("sign_in_details", json!({})).await.ok()["second_factor"], "off");
}

async fn an_address_in_use_uses_up_neither_tries_nor_codes(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let (_, codes) = turn_on(&kontora, &mut reseller).await;
    let fields = |email: &str| json!({"email": email, "current_password": demo::PASSWORD, "code": codes[0]});
    for email in ["affiliate@demo.test", "sibir@demo.test", "affiliate@demo.test", "sibir@demo.test"] {
        for _ in 0..2 {
            reseller.call("change_email", json!({"fields": fields(email)})).await.is(409);
        }
    }
    reseller.call("change_email", json!({"fields": fields("reseller@new.test")})).await.ok();
}
