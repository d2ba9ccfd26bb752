//! The ways in: signing in, a forgotten password, setting one.

mod forgotten;
mod limits;

use serde_json::json;
use tokio::task::JoinSet;

use crate::support::{Answer, Browser, Kontora, demo, stories};

stories![
    Demo;
    whatever_is_wrong_with_a_sign_in_the_answer_is_the_same,
    an_invited_and_a_blocked_person_are_answered_like_nobody,
    a_sign_in_without_script_leads_on_or_shows_the_page_again,
    only_a_local_address_is_led_on_to,
    a_sign_in_shows_itself_in_cookies_that_scripts_cannot_read,
    passwords_are_compared_exactly_as_typed,
    weak_passwords_are_refused_and_leave_the_link_alive,
    a_long_password_with_spaces_and_cyrillic_is_accepted,
    a_link_used_by_many_at_once_works_for_one,
    a_dead_link_looks_the_same_without_script,
];

pub async fn set_password(browser: &mut Browser, token: &str, password: &str) -> Answer {
    browser.call("set_password", json!({"fields": {"token": token, "password": password}})).await
}

/// The token of a fresh invitation to `anna@new.test`, Анна Новая, of a company named Ромашка.
pub async fn invitation(kontora: &Kontora) -> String {
    let mut reseller = kontora.signed_in("reseller").await;
    super::companies::change(&mut reseller, demo::AFFILIATE, json!({"name": "Ромашка"})).await.ok();
    let fields = json!({"full_name": "Анна Новая", "email": "anna@new.test"});
    reseller.call("register_user", json!({"company": demo::AFFILIATE, "fields": fields})).await.ok();
    kontora.letter_to("anna@new.test").await.token()
}

async fn whatever_is_wrong_with_a_sign_in_the_answer_is_the_same(kontora: Kontora) {
    let wrong = kontora.browser().sign_in("reseller@demo.test", "wrong password").await;
    let unknown = kontora.browser().sign_in("nobody@demo.test", "wrong password").await;
    assert_eq!(wrong.problems(), json!({"form": ["sign_in_failed"]}));
    assert_eq!((wrong.status, &wrong.headers, &wrong.body), (unknown.status, &unknown.headers, &unknown.body));
    assert!(wrong.headers.get("set-cookie").is_none());
}

async fn an_invited_and_a_blocked_person_are_answered_like_nobody(kontora: Kontora) {
    invitation(&kontora).await;
    kontora.database.execute("UPDATE person SET state = 'blocked' WHERE email = 'single@demo.test'").await.unwrap();
    let nobody = kontora.browser().sign_in("nobody@demo.test", demo::PASSWORD).await;
    for email in ["anna@new.test", "single@demo.test"] {
        let answer = kontora.browser().sign_in(email, demo::PASSWORD).await;
        assert_eq!((answer.status, answer.body), (nobody.status, nobody.body.clone()), "{email}");
    }
}

async fn a_sign_in_without_script_leads_on_or_shows_the_page_again(kontora: Kontora) {
    let mut browser = kontora.browser();
    let refused = browser.submit("/sign-in", &[("email", "single@demo.test"), ("password", "wrong password")]).await;
    let page = refused.is(422).text();
    assert!(page.contains("single@demo.test") && !page.contains("wrong password"), "{page}");
    assert!(page.contains("Wrong email or password"), "{page}");
    let fields = [("email", "single@demo.test"), ("password", demo::PASSWORD)];
    browser.submit("/sign-in", &fields).await.leads_to("/");
    browser.get("/companies").await.is(200);
    kontora.browser().submit("/sign-in?next=%2Fcompanies%3Fq%3Dnew", &fields).await.leads_to("/companies?q=new");
}

async fn only_a_local_address_is_led_on_to(kontora: Kontora) {
    let fields = [("email", "single@demo.test"), ("password", demo::PASSWORD)];
    for next in ["https://evil.test", "//evil.test", "/%5Cevil.test", "javascript:alert(1)", "/%09/evil.test", ""] {
        kontora.browser().submit(&format!("/sign-in?next={next}"), &fields).await.leads_to("/");
    }
}

async fn a_sign_in_shows_itself_in_cookies_that_scripts_cannot_read(kontora: Kontora) {
    let answer = kontora.browser().sign_in("single@demo.test", demo::PASSWORD).await;
    let cookies: Vec<&str> =
        answer.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap()).collect();
    for name in ["session=", "device="] {
        let cookie = cookies.iter().find(|cookie| cookie.starts_with(name)).unwrap();
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
            "{cookie}"
        );
    }
    assert_eq!(answer.header("cache-control"), "no-store");
}

async fn passwords_are_compared_exactly_as_typed(kontora: Kontora) {
    let token = invitation(&kontora).await;
    set_password(&mut kontora.browser(), &token, " Пароль  с пробелами ").await.ok();
    for wrong in ["Пароль  с пробелами", " Пароль с пробелами ", " пароль  с пробелами "]
    {
        kontora.browser().sign_in("anna@new.test", wrong).await.is(422);
    }
    kontora.browser().sign_in("anna@new.test", " Пароль  с пробелами ").await.ok();
}

async fn weak_passwords_are_refused_and_leave_the_link_alive(kontora: Kontora) {
    let token = invitation(&kontora).await;
    let mut browser = kontora.browser();
    let cases = [
        ("", "required"),
        ("семь си", "too_short"),
        ("12345678", "password_common"),
        ("password1", "password_common"),
        ("Ромашка2026", "password_from_context"),
        ("kontora2026", "password_from_context"),
        ("anna12345", "password_from_context"),
    ];
    for (password, problem) in cases {
        let problems = set_password(&mut browser, &token, password).await.problems();
        let found = &problems["password"][0];
        assert!(found == problem || found.get(problem).is_some(), "{password}: {problems}");
    }
    let long = set_password(&mut browser, &token, &"ж".repeat(257)).await.problems();
    assert_eq!(long["password"][0], json!({"too_long": {"max": 256, "actual": 257}}));
    set_password(&mut browser, &token, "eight of them").await.ok();
}

async fn a_long_password_with_spaces_and_cyrillic_is_accepted(kontora: Kontora) {
    let token = invitation(&kontora).await;
    let password = "Съешь же ещё этих мягких французских булок, да выпей чаю, 🫖 и ещё";
    set_password(&mut kontora.browser(), &token, password).await.ok();
    kontora.browser().sign_in("anna@new.test", password).await.ok();
}

async fn a_link_used_by_many_at_once_works_for_one(kontora: Kontora) {
    let token = invitation(&kontora).await;
    let mut tries = JoinSet::new();
    for number in 0..8 {
        let (mut browser, token) = (kontora.browser(), token.clone());
        tries.spawn(async move { set_password(&mut browser, &token, &format!("eight of them {number}")).await.status });
    }
    let mut outcomes = tries.join_all().await;
    outcomes.sort_unstable();
    assert_eq!(outcomes, [200, 410, 410, 410, 410, 410, 410, 410]);
}

async fn a_dead_link_looks_the_same_without_script(kontora: Kontora) {
    let token = invitation(&kontora).await;
    let page = format!("/set-password?token={token}");
    let mut browser = kontora.browser();
    assert_eq!(browser.get(&page).await.is(200).header("referrer-policy"), "same-origin");
    let refused = browser.submit(&page, &[("token", &token), ("password", "short")]).await;
    assert!(refused.is(422).text().contains(&token), "the next try needs the link");
    browser.submit(&page, &[("token", &token), ("password", "eight of them")]).await.leads_to("/");
    browser.get("/companies").await.is(200);

    for (page, token) in [(page.as_str(), token.as_str()), ("/set-password?token=invented", "invented")] {
        let sent = kontora.browser().submit(page, &[("token", token), ("password", "eight of them")]).await;
        let looked_at = kontora.browser().get(page).await;
        for answer in [sent, looked_at] {
            assert!(answer.is(410).text().contains("This link does not work"), "{}", answer.text());
        }
    }
}
