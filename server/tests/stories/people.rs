//! The people of a company: registering one, and who is told what.

use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{Answer, Browser, DAY, HOUR, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    a_registered_user_is_invited_and_gets_one_letter_with_a_link_and_no_password,
    the_link_sets_the_password_once_and_signs_in,
    whoever_invited_is_told_once_the_person_has_come,
    the_list_shows_a_new_user_at_once_and_as_active_afterwards,
    after_three_days_an_invitation_is_dead_and_shown_as_expired,
    the_same_form_sent_twice_makes_one_account_and_one_letter,
    a_corrected_form_is_no_repetition,
    many_presses_at_once_make_one_account_and_one_letter,
    one_address_registered_by_two_at_once_is_registered_once,
    an_address_within_ones_tree_is_refused_with_the_company_that_has_it,
    an_address_of_a_foreign_tree_is_refused_without_a_name,
    the_answer_that_an_address_is_taken_elsewhere_is_rationed,
    an_administrator_invites_two_hundred_an_hour_at_most,
    a_letter_sent_again_brings_a_link_that_lives_and_never_one_that_was_replaced,
    addresses_are_compared_without_regard_to_case,
    what_cannot_be_a_name_or_an_address_is_refused_at_its_field,
    a_reseller_registers_for_its_affiliates_and_for_nobody_elses,
    a_newcomer_is_an_administrator_of_that_company_only,
    employees_of_one_company_are_listed_and_no_others,
    a_profile_keeps_name_and_language_and_nothing_else,
];

const PASSWORD: &str = "восемь лет подряд";

async fn register(browser: &mut Browser, company: i64, name: &str, email: &str) -> Answer {
    let fields = json!({"full_name": name, "email": email});
    browser.call("register_user", json!({"company": company, "fields": fields})).await
}

async fn set_password(browser: &mut Browser, token: &str, password: &str) -> Answer {
    browser.call("set_password", json!({"fields": {"token": token, "password": password}})).await
}

async fn employees(browser: &mut Browser, company: i64) -> Vec<Value> {
    let page = browser.call("employees", json!({"company": company})).await.ok();
    page["people"].as_array().unwrap().clone()
}

async fn a_registered_user_is_invited_and_gets_one_letter_with_a_link_and_no_password(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let user = register(&mut reseller, demo::AFFILIATE, "Анна Новая", "anna@new.test").await.ok();
    assert_eq!((&user["full_name"], &user["email"]), (&json!("Анна Новая"), &json!("anna@new.test")));
    assert_eq!(user["roles"], json!(["administrator"]));
    assert_eq!(user["state"], json!({"invited": {"link_until": kontora.now() + 3 * DAY}}));

    let letters = kontora.letters().await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    let letter = &letters[0];
    assert_eq!(letter.to, "anna@new.test");
    assert_eq!(letter.subject, "You have been registered on Kontora");
    assert!(letter.text.contains("anna@new.test") && letter.html.contains(&letter.token()));
    let without_password = "SELECT COUNT(*) FROM person WHERE email = 'anna@new.test' AND password_hash IS NULL";
    assert_eq!(kontora.database.number(without_password).await, 1);
    assert_eq!(
        kontora.database.number("SELECT COUNT(*) FROM letter WHERE payload <> ''").await,
        0,
        "links rest nowhere"
    );
}

async fn the_link_sets_the_password_once_and_signs_in(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    register(&mut reseller, demo::AFFILIATE, "Анна Новая", "anna@new.test").await.ok();
    let token = kontora.letter_to("anna@new.test").await.token();

    let mut anna = kontora.browser();
    for _ in 0..2 {
        assert_eq!(anna.call("link_works", json!({"token": token})).await.ok(), true, "looking uses nothing up");
    }
    set_password(&mut anna, &token, PASSWORD).await.ok();
    assert_eq!(anna.call("me", json!({})).await.ok()["email"], "anna@new.test");
    let again = set_password(&mut kontora.browser(), &token, PASSWORD).await;
    let invented = set_password(&mut kontora.browser(), "invented", PASSWORD).await;
    assert_eq!(again.is(410).body, invented.is(410).body);
    anna.call("sign_out", json!({})).await.ok();
    kontora.browser().sign_in("ANNA@new.test", PASSWORD).await.ok();
}

async fn whoever_invited_is_told_once_the_person_has_come(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    register(&mut reseller, demo::EXAMPLE, "Анна Новая", "anna@new.test").await.ok();
    let token = kontora.letter_to("anna@new.test").await.token();
    let mut anna = kontora.browser();
    set_password(&mut anna, &token, PASSWORD).await.ok();
    let letter = kontora.letter_to("reseller@demo.test").await;
    assert_eq!(letter.subject, "Анна Новая has accepted the invitation");
    assert!(letter.text.contains("anna@new.test") && letter.text.contains("New ways company"), "{}", letter.text);
    anna.call("forgot_password", json!({"fields": {"email": "anna@new.test"}})).await.ok();
    let reset = kontora.letter_to("anna@new.test").await.token();
    set_password(&mut anna, &reset, "другие восемь лет").await.ok();
    assert!(kontora.letters_to("reseller@demo.test").await.is_empty());
}

async fn the_list_shows_a_new_user_at_once_and_as_active_afterwards(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let before = employees(&mut affiliate, demo::AFFILIATE).await.len();
    register(&mut affiliate, demo::AFFILIATE, "Анна Новая", "anna@new.test").await.ok();
    let list = super::companies::list(&mut affiliate).await;
    assert_eq!(super::companies::row(&list, demo::AFFILIATE).numbers().employees as usize, before + 1);
    set_password(&mut kontora.browser(), &kontora.letter_to("anna@new.test").await.token(), PASSWORD).await.ok();
    let last = employees(&mut affiliate, demo::AFFILIATE).await.pop().unwrap();
    assert_eq!((&last["email"], &last["state"]), (&json!("anna@new.test"), &json!("active")));
    assert_eq!(last["last_sign_in_at"], kontora.now());
}

async fn after_three_days_an_invitation_is_dead_and_shown_as_expired(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    register(&mut reseller, demo::AFFILIATE, "Анна Новая", "anna@new.test").await.ok();
    let token = kontora.letter_to("anna@new.test").await.token();
    kontora.pass(72 * HOUR - 1);
    assert_eq!(kontora.browser().call("link_works", json!({"token": token})).await.ok(), true);
    kontora.pass(1);
    assert_eq!(kontora.browser().call("link_works", json!({"token": token})).await.ok(), false);
    let expired = set_password(&mut kontora.browser(), &token, PASSWORD).await;
    let invented = set_password(&mut kontora.browser(), "invented", PASSWORD).await;
    assert_eq!(expired.is(410).body, invented.is(410).body);
    let mut reseller = kontora.signed_in("reseller").await;
    let anna = employees(&mut reseller, demo::AFFILIATE).await.pop().unwrap();
    assert!(anna["state"]["invited"]["link_until"].as_i64().unwrap() <= kontora.now(), "{anna}");
}

async fn the_same_form_sent_twice_makes_one_account_and_one_letter(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let first = register(&mut reseller, demo::AFFILIATE, "Анна Новая", "anna@new.test").await.ok();
    let second = register(&mut reseller, demo::AFFILIATE, "Анна Новая", "anna@new.test").await.ok();
    assert_eq!(first, second);
    assert_eq!(kontora.letters().await.len(), 1);
    kontora.pass(MINUTE);
    register(&mut reseller, demo::AFFILIATE, "Анна Новая", "anna@new.test").await.is(409);
}

async fn a_corrected_form_is_no_repetition(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    register(&mut reseller, demo::AFFILIATE, "Анна Новая", "anna@new.test").await.ok();
    register(&mut reseller, demo::AFFILIATE, "Борис Новый", "anna@new.test").await.is(409);
    let fields = json!({"full_name": "Анна Новая", "email": "anna@new.test", "roles": "chat_operator"});
    reseller.call("register_user", json!({"company": demo::AFFILIATE, "fields": fields})).await.is(409);
    assert_eq!(kontora.letters().await.len(), 1);
}

async fn many_presses_at_once_make_one_account_and_one_letter(kontora: Kontora) {
    let reseller = kontora.signed_in("reseller").await;
    for round in 0..10 {
        let email = format!("anna{round}@new.test");
        let mut presses = JoinSet::new();
        for _ in 0..5 {
            let (mut browser, email) = (reseller.clone(), email.clone());
            presses.spawn(async move {
                register(&mut browser, demo::AFFILIATE, "Анна Новая", &email).await.ok()["id"].clone()
            });
        }
        let ids = presses.join_all().await;
        assert!(ids.iter().all(|id| id == &ids[0]), "{ids:?}");
        assert_eq!(kontora.letters().await.len(), 1);
    }
}

async fn one_address_registered_by_two_at_once_is_registered_once(kontora: Kontora) {
    let (reseller, sibir) = (kontora.signed_in("reseller").await, kontora.signed_in("sibir").await);
    for round in 0..10 {
        let email = format!("anna{round}@new.test");
        let press = |browser: &Browser, company| {
            let (mut browser, email) = (browser.clone(), email.clone());
            tokio::spawn(async move { register(&mut browser, company, "Анна Новая", &email).await.status })
        };
        let presses = [press(&reseller, demo::AFFILIATE), press(&sibir, demo::SIBIR_AFFILIATE)];
        let mut outcomes = Vec::new();
        for press in presses {
            outcomes.push(press.await.unwrap());
        }
        outcomes.sort_unstable();
        assert_eq!(outcomes, [200, 409]);
        assert_eq!(kontora.letters().await.len(), 1);
    }
}

async fn an_address_within_ones_tree_is_refused_with_the_company_that_has_it(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let refused = register(&mut reseller, demo::NEW_WAYS, "Анна Новая", "affiliate@demo.test").await.is(409).json();
    let list = super::companies::list(&mut reseller).await;
    let company = super::companies::row(&list, demo::AFFILIATE).name();
    let expected = json!({"error": "taken", "detail": {"email": [{"email_taken": {"company": company}}]}});
    assert_eq!(refused, expected);
}

async fn an_address_of_a_foreign_tree_is_refused_without_a_name(kontora: Kontora) {
    let foreign = json!({"error": "taken", "detail": {"email": [{"email_taken": {"company": null}}]}});
    for (who, company, email) in [
        ("reseller", demo::NEW_WAYS, "sibir@demo.test"),
        ("reseller", demo::NEW_WAYS, "operator@demo.test"),
        ("affiliate", demo::AFFILIATE, "reseller@demo.test"),
        ("single", demo::SINGLE, "affiliate@demo.test"),
    ] {
        let mut browser = kontora.signed_in(who).await;
        assert_eq!(
            register(&mut browser, company, "Анна Новая", email).await.is(409).json(),
            foreign,
            "{who}: {email}"
        );
    }
    assert!(kontora.letters().await.is_empty());
}

async fn the_answer_that_an_address_is_taken_elsewhere_is_rationed(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for _ in 0..20 {
        register(&mut reseller, demo::NEW_WAYS, "Анна Новая", "sibir@demo.test").await.is(409);
    }
    let refused = register(&mut reseller, demo::NEW_WAYS, "Анна Новая", "single@demo.test").await;
    assert_eq!(refused.is(429).header("retry-after"), "3600");
    let free = register(&mut reseller, demo::NEW_WAYS, "Анна Новая", "anna@new.test").await;
    assert_eq!(free.is(429).header("retry-after"), "3600", "a free address must not look different");
    kontora.pass(HOUR);
    register(&mut reseller, demo::NEW_WAYS, "Анна Новая", "single@demo.test").await.is(409);
}

async fn an_administrator_invites_two_hundred_an_hour_at_most(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for number in 0..200 {
        register(&mut reseller, demo::EXAMPLE, "Анна Новая", &format!("anna{number}@new.test")).await.ok();
    }
    let refused = register(&mut reseller, demo::AFFILIATE, "Анна Новая", "one@new.test").await;
    assert_eq!(refused.is(429).header("retry-after"), "3600");
    let mut affiliate = kontora.signed_in("affiliate").await;
    register(&mut affiliate, demo::AFFILIATE, "Анна Новая", "two@new.test").await.ok();
    kontora.pass(HOUR);
    register(&mut reseller, demo::AFFILIATE, "Анна Новая", "one@new.test").await.ok();
}

async fn a_letter_sent_again_brings_a_link_that_lives_and_never_one_that_was_replaced(kontora: Kontora) {
    let give_up = "UPDATE letter SET state = 'dead' WHERE recipient = 'anna@new.test' AND state = 'queued'";
    let mut reseller = kontora.signed_in("reseller").await;
    register(&mut reseller, demo::AFFILIATE, "Анна Новая", "anna@new.test").await.ok();
    assert_eq!(kontora.database.execute(give_up).await.unwrap(), 1);
    kontora.pass(4 * DAY);
    let mut operator = kontora.signed_in("operator").await;
    let first = kontora.database.text("SELECT id FROM letter WHERE recipient = 'anna@new.test'").await;
    operator.call("resend_letter", json!({"id": first})).await.ok();
    let payload = kontora.database.text("SELECT payload FROM letter WHERE recipient = 'anna@new.test'").await;
    assert!(payload.contains(&format!("\"valid_until\":{}", kontora.now() + 3 * DAY)), "{payload}");
    let letter = kontora.letter_to("anna@new.test").await;
    set_password(&mut kontora.browser(), &letter.token(), "short").await.is(422);
    operator.call("resend_letter", json!({"id": first})).await.is(404);

    let forgot = json!({"fields": {"email": "anna@new.test"}});
    kontora.browser().call("forgot_password", forgot.clone()).await.ok();
    assert_eq!(kontora.database.execute(give_up).await.unwrap(), 1);
    let replaced = kontora.database.text("SELECT id FROM letter WHERE state = 'dead'").await;
    kontora.browser().call("forgot_password", forgot).await.ok();
    let outdated = operator.call("resend_letter", json!({"id": replaced})).await.problems();
    assert_eq!(outdated, json!({"form": ["letter_outdated"]}));
    assert_eq!(operator.call("undelivered_letters", json!({})).await.ok(), json!([]), "it is good for nothing");
}

async fn addresses_are_compared_without_regard_to_case(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    register(&mut reseller, demo::NEW_WAYS, "Анна Новая", "Affiliate@DEMO.test").await.is(409);
    let user = register(&mut reseller, demo::NEW_WAYS, "Анна Новая", "Anna@Почта.рф").await.ok();
    assert_eq!(user["email"], "Anna@Почта.рф", "kept as written");
    register(&mut reseller, demo::AFFILIATE, "Анна Новая", "anna@ПОЧТА.РФ").await.is(409);
}

async fn what_cannot_be_a_name_or_an_address_is_refused_at_its_field(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let both = register(&mut reseller, demo::AFFILIATE, " ", "anna").await.problems();
    assert_eq!(both, json!({"full_name": ["required"], "email": ["email_no_at"]}));
    let long = register(&mut reseller, demo::AFFILIATE, &"ж".repeat(201), "anna@new.test").await.problems();
    assert_eq!(long, json!({"full_name": [{"too_long": {"max": 200, "actual": 201}}]}));
    let fields = json!({"full_name": "Анна", "email": "anna@new.test", "role": "operator"});
    let extra = reseller.call("register_user", json!({"company": demo::AFFILIATE, "fields": fields})).await;
    assert_eq!(extra.problems(), json!({"role": ["unknown_field"]}));
    assert!(kontora.letters().await.is_empty());
}

async fn a_reseller_registers_for_its_affiliates_and_for_nobody_elses(kontora: Kontora) {
    let mut sibir = kontora.signed_in("sibir").await;
    for company in [demo::AFFILIATE, demo::NEW_WAYS, demo::PLATFORM, demo::NOBODY] {
        register(&mut sibir, company, "Анна Новая", "anna@new.test").await.is(404);
        // Not even a taken address shows where one has no business.
        register(&mut sibir, company, "Анна Новая", "single@demo.test").await.is(404);
        register(&mut sibir, company, "", "").await.is(404);
    }
    register(&mut sibir, demo::SIBIR_AFFILIATE, "Анна Новая", "anna@new.test").await.ok();
}

async fn a_newcomer_is_an_administrator_of_that_company_only(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    register(&mut reseller, demo::AFFILIATE, "Анна Новая", "anna@new.test").await.ok();
    let mut anna = kontora.browser();
    set_password(&mut anna, &kontora.letter_to("anna@new.test").await.token(), PASSWORD).await.ok();
    super::companies::open(&mut anna, demo::AFFILIATE).await;
    anna.call("company", json!({"id": demo::NEW_WAYS})).await.is(404);
    anna.call("undelivered_letters", json!({})).await.refuses("run_platform");
}

async fn employees_of_one_company_are_listed_and_no_others(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    for company in [demo::NEW_WAYS, demo::AFFILIATE, demo::SIBLING, demo::EXAMPLE] {
        let people = employees(&mut reseller, company).await;
        let list = super::companies::list(&mut reseller).await;
        assert_eq!(people.len(), super::companies::row(&list, company).numbers().employees as usize);
        let page = reseller.get(&format!("/companies/{company}/employees")).await.is(200).text();
        for person in people {
            assert!(page.contains(person["email"].as_str().unwrap()), "{person}");
        }
        assert_eq!(page.contains("chat@demo.test"), company == demo::NEW_WAYS);
    }
}

async fn a_profile_keeps_name_and_language_and_nothing_else(kontora: Kontora) {
    let mut chat = kontora.signed_in("chat").await;
    let me = chat.call("save_profile", json!({"fields": {"full_name": " Чат Новый ", "language": "ru"}})).await.ok();
    assert_eq!((&me["full_name"], &me["language"]), (&json!("Чат Новый"), &json!("ru")));
    assert_eq!(chat.cookies["lang"], "ru");
    assert!(chat.get("/profile").await.is(200).text().contains("<html lang=\"ru\""));
    chat.call("save_profile", json!({"fields": {"email": "other@demo.test"}})).await.refuses("email");
    let unknown = chat.call("save_profile", json!({"fields": {"roles": "operator", "language": "de"}})).await;
    assert_eq!(unknown.problems(), json!({"roles": ["unknown_field"], "language": ["unknown_choice"]}));
    assert_eq!(chat.call("me", json!({})).await.ok()["full_name"], "Чат Новый");
}
