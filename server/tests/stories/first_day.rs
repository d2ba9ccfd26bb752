//! An installation begins with nothing: the operator from the command line, the first reseller, its first affiliate.

use serde_json::json;

use crate::second_factor::turn_on_with;
use crate::support::{Browser, DAY, HOUR, Kontora, stories};

stories![
    Empty;
    an_empty_installation_lets_nobody_in_and_says_nothing_else,
    the_first_operator_brings_the_platforms_company_into_being,
    the_operators_link_works_once_and_three_days,
    an_operator_who_lost_the_link_gets_a_new_one,
    a_second_operator_joins_the_same_company,
    an_address_that_is_somebodys_makes_no_operator,
    an_operator_sets_up_a_second_factor_at_the_second_sign_in,
    a_real_installation_works_from_nothing,
    demo_data_want_an_empty_house,
];

const PASSWORD: &str = "восемь лет подряд";

fn token(link: &str) -> String {
    link.strip_prefix("http://localhost:3000/set-password?token=").unwrap().to_owned()
}

async fn set_password(browser: &mut Browser, token: &str) -> u16 {
    browser.call("set_password", json!({"fields": {"token": token, "password": PASSWORD}})).await.status
}

async fn an_empty_installation_lets_nobody_in_and_says_nothing_else(kontora: Kontora) {
    assert!(kontora.store().is_empty().await.unwrap());
    let mut browser = kontora.browser();
    browser.get("/sign-in").await.is(200);
    browser.get("/companies").await.leads_to("/sign-in?next=/companies");
    browser.sign_in("operator@demo.test", "kontora-demo-2026").await.is(422);
    kontora.browser_at("newways").get("/register/").await.is(404);
}

async fn the_first_operator_brings_the_platforms_company_into_being(kontora: Kontora) {
    let link = kontora.store().create_operator("Olga@Platform.test").await.unwrap();
    assert!(!kontora.store().is_empty().await.unwrap());
    let mut olga = kontora.browser();
    assert_eq!(set_password(&mut olga, &token(&link)).await, 200);
    let me = olga.call("me", json!({})).await.ok();
    assert_eq!((&me["company_id"], &me["company_kind"]), (&json!(1), &json!("platform")));
    assert!(me["roles"].as_array().unwrap().contains(&json!("operator")));
    assert!(kontora.letters().await.is_empty(), "the link was printed, not sent");
}

async fn the_operators_link_works_once_and_three_days(kontora: Kontora) {
    let link = kontora.store().create_operator("olga@platform.test").await.unwrap();
    kontora.pass(3 * DAY);
    assert_eq!(set_password(&mut kontora.browser(), &token(&link)).await, 410);
    let link = kontora.store().create_operator("olga@platform.test").await.unwrap();
    kontora.pass(HOUR);
    assert_eq!(set_password(&mut kontora.browser(), &token(&link)).await, 200);
    assert_eq!(set_password(&mut kontora.browser(), &token(&link)).await, 410);
}

async fn an_operator_who_lost_the_link_gets_a_new_one(kontora: Kontora) {
    let old = kontora.store().create_operator("olga@platform.test").await.unwrap();
    let new = kontora.store().create_operator("OLGA@platform.test").await.unwrap();
    assert_eq!(set_password(&mut kontora.browser(), &token(&old)).await, 410);
    assert_eq!(set_password(&mut kontora.browser(), &token(&new)).await, 200);
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM person").await, 1);
}

async fn a_second_operator_joins_the_same_company(kontora: Kontora) {
    for email in ["olga@platform.test", "oleg@platform.test"] {
        let link = kontora.store().create_operator(email).await.unwrap();
        let mut browser = kontora.browser();
        assert_eq!(set_password(&mut browser, &token(&link)).await, 200);
        assert_eq!(browser.call("me", json!({})).await.ok()["company_id"], 1);
    }
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM company").await, 1);
}

async fn an_address_that_is_somebodys_makes_no_operator(kontora: Kontora) {
    let link = kontora.store().create_operator("olga@platform.test").await.unwrap();
    set_password(&mut kontora.browser(), &token(&link)).await;
    for email in ["Olga@platform.test", "no address", ""] {
        assert!(kontora.store().create_operator(email).await.is_err(), "{email}");
    }
}

async fn an_operator_sets_up_a_second_factor_at_the_second_sign_in(kontora: Kontora) {
    let link = kontora.store().create_operator("olga@platform.test").await.unwrap();
    let mut olga = kontora.browser();
    set_password(&mut olga, &token(&link)).await;
    olga.get("/companies").await.is(200);
    olga.call("sign_out", json!({})).await.ok();
    olga.sign_in("olga@platform.test", PASSWORD).await.ok();
    olga.get("/companies").await.leads_to("/profile/two-factor");
    olga.call("undelivered_letters", json!({})).await.refuses("second_factor");
    turn_on_with(&kontora, &mut olga, PASSWORD).await;
    olga.get("/companies").await.is(200);
    olga.call("undelivered_letters", json!({})).await.ok();
    assert_eq!(kontora.browser().sign_in("olga@platform.test", PASSWORD).await.ok(), "code_awaited");
}

async fn a_real_installation_works_from_nothing(kontora: Kontora) {
    let link = kontora.store().create_operator("olga@platform.test").await.unwrap();
    let mut olga = kontora.browser();
    set_password(&mut olga, &token(&link)).await;
    let fields = json!({
        "name": "Север", "email": "info@sever.test", "kind": "reseller", "slug": "sever",
        "admin_name": "Анна", "admin_email": "anna@sever.test", "letter_to": "admin",
    });
    let sever = olga.call("add_company", json!({"fields": fields})).await.ok();
    let mut anna = kontora.browser();
    set_password(&mut anna, &kontora.letter_to("anna@sever.test").await.token()).await;
    assert_eq!(anna.call("me", json!({})).await.ok()["company_id"], sever);

    let fields = json!({
        "name": "Первая", "full_name": "Пётр", "email": "petr@first.test", "phone": "9000000001",
        "terms": "on", "personal_data": "on",
    });
    kontora.browser_at("sever").call("register", json!({"fields": fields})).await.ok();
    let letters = kontora.letters().await;
    assert_eq!(
        letters.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(),
        ["anna@sever.test", "olga@platform.test", "petr@first.test"]
    );
    let mut petr = kontora.browser();
    set_password(&mut petr, &letters[2].token()).await;
    assert!(petr.get("/companies").await.is(200).text().contains("Первая"));
    assert!(anna.get("/companies").await.is(200).text().contains("Первая"));
}

async fn demo_data_want_an_empty_house(kontora: Kontora) {
    kontora.store().create_operator("olga@platform.test").await.unwrap();
    assert!(kontora.store().fill_demo(10, 1).await.unwrap_err().to_string().contains("empty"));
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM company").await, 1);
}
