//! Guessing is slow: so many tries an address and an account, whoever makes them.

use tokio::task::JoinSet;

use crate::support::{Kontora, MINUTE, SECOND, demo, stories};

stories![
    Demo;
    the_eleventh_failure_from_one_address_has_to_wait,
    the_eleventh_failure_at_one_account_has_to_wait_wherever_it_comes_from,
    after_fifteen_minutes_the_door_is_open_again,
    a_success_is_not_counted_as_a_failure,
    a_device_that_the_person_knows_is_not_locked_out_by_strangers,
    tries_made_at_the_same_moment_are_counted_too,
    a_restart_forgets_no_failure,
    the_wait_is_told_without_script_too,
    an_address_is_what_a_trusted_proxy_says_and_nobody_else,
];

const WRONG: &str = "wrong password";

async fn the_eleventh_failure_from_one_address_has_to_wait(kontora: Kontora) {
    let mut browser = kontora.browser();
    for number in 0..10 {
        browser.sign_in(&format!("nobody{number}@demo.test"), WRONG).await.is(422);
    }
    let refused = browser.sign_in("single@demo.test", demo::PASSWORD).await;
    assert_eq!(refused.is(429).header("retry-after"), "900");
    assert_eq!(refused.json()["error"], "too_many");
    kontora.browser().sign_in("single@demo.test", demo::PASSWORD).await.ok();
}

async fn the_eleventh_failure_at_one_account_has_to_wait_wherever_it_comes_from(kontora: Kontora) {
    for email in ["single@demo.test", "nobody@demo.test"] {
        for _ in 0..10 {
            kontora.browser().sign_in(email, WRONG).await.is(422);
        }
        kontora.browser().sign_in(email, demo::PASSWORD).await.is(429);
    }
    kontora.browser().sign_in("reseller@demo.test", demo::PASSWORD).await.ok();
}

async fn after_fifteen_minutes_the_door_is_open_again(kontora: Kontora) {
    let mut browser = kontora.browser();
    for _ in 0..10 {
        browser.sign_in("single@demo.test", WRONG).await.is(422);
        kontora.pass(MINUTE);
    }
    let wait: i64 = browser.sign_in("single@demo.test", WRONG).await.is(429).header("retry-after").parse().unwrap();
    assert_eq!(wait, 5 * 60, "until the first of the ten is fifteen minutes old");
    kontora.pass((wait - 1) * SECOND);
    browser.sign_in("single@demo.test", demo::PASSWORD).await.is(429);
    kontora.pass(SECOND);
    browser.sign_in("single@demo.test", demo::PASSWORD).await.ok();
}

async fn a_success_is_not_counted_as_a_failure(kontora: Kontora) {
    let mut browser = kontora.browser();
    for _ in 0..25 {
        browser.sign_in("single@demo.test", demo::PASSWORD).await.ok();
    }
}

async fn a_device_that_the_person_knows_is_not_locked_out_by_strangers(kontora: Kontora) {
    let mut known = kontora.signed_in("single").await;
    let mut others = kontora.signed_in("reseller").await;
    for _ in 0..10 {
        kontora.browser().sign_in("single@demo.test", WRONG).await.is(422);
    }
    kontora.browser().sign_in("single@demo.test", demo::PASSWORD).await.is(429);
    others.sign_in("single@demo.test", demo::PASSWORD).await.is(429);
    known.sign_in("single@demo.test", demo::PASSWORD).await.ok();
    for _ in 0..10 {
        known.sign_in("single@demo.test", WRONG).await.is(422);
    }
    known.sign_in("single@demo.test", WRONG).await.is(429);
}

async fn tries_made_at_the_same_moment_are_counted_too(kontora: Kontora) {
    let browser = kontora.browser();
    let mut tries = JoinSet::new();
    for _ in 0..25 {
        let mut browser = browser.clone();
        tries.spawn(async move { browser.sign_in("single@demo.test", WRONG).await.status });
    }
    let outcomes = tries.join_all().await;
    let count = |status| outcomes.iter().filter(|outcome| **outcome == status).count();
    assert_eq!((count(422), count(429)), (10, 15), "{outcomes:?}");
}

async fn a_restart_forgets_no_failure(kontora: Kontora) {
    for _ in 0..10 {
        kontora.browser().sign_in("single@demo.test", WRONG).await.is(422);
    }
    let restarted = kontora.restarted().await;
    restarted.browser().sign_in("single@demo.test", demo::PASSWORD).await.is(429);
    restarted.store().close().await;
}

async fn the_wait_is_told_without_script_too(kontora: Kontora) {
    let mut browser = kontora.browser();
    let wrong = [("email", "single@demo.test"), ("password", WRONG)];
    for _ in 0..10 {
        browser.submit("/sign-in", &wrong).await.is(422);
    }
    let refused = browser.submit("/sign-in", &wrong).await;
    assert_eq!(refused.is(429).header("retry-after"), "900");
    assert!(refused.text().contains("15 minutes"), "{}", refused.text());
}

async fn an_address_is_what_a_trusted_proxy_says_and_nobody_else(kontora: Kontora) {
    let forwarded = axum::http::HeaderName::from_static("x-forwarded-for");
    // Whoever invents the header is counted at the own address.
    let liar = kontora.browser();
    for number in 0..10 {
        let mut browser = liar.sending(forwarded.clone(), &format!("192.0.2.{number}"));
        browser.sign_in(&format!("nobody{number}@demo.test"), WRONG).await.is(422);
    }
    liar.clone().sign_in("nobody@demo.test", WRONG).await.is(429);

    let mut proxy = kontora.browser();
    proxy.address = "203.0.113.7".parse().unwrap();
    let mut one = proxy.sending(forwarded.clone(), "10.9.9.9, 192.0.2.1");
    for number in 0..10 {
        one.sign_in(&format!("someone{number}@demo.test"), WRONG).await.is(422);
    }
    one.sign_in("someone@demo.test", WRONG).await.is(429);
    proxy.sending(forwarded.clone(), "192.0.2.2").sign_in("someone@demo.test", WRONG).await.is(422);

    // The proxy may add the port; what stands before an entry that is no address is the client's own invention.
    for number in 0..10 {
        let mut browser = proxy.sending(forwarded.clone(), &format!("192.0.2.{number}, 192.0.2.3:50{number}"));
        browser.sign_in(&format!("third{number}@demo.test"), WRONG).await.is(422);
    }
    let mut elsewhere = proxy.sending(forwarded.clone(), "192.0.2.99, 192.0.2.3:4444");
    elsewhere.sign_in("third@demo.test", WRONG).await.is(429);
    for number in 0..10 {
        let mut browser = proxy.sending(forwarded.clone(), &format!("192.0.2.{number}, unknown"));
        browser.sign_in(&format!("fourth{number}@demo.test"), WRONG).await.is(422);
    }
    proxy.sending(forwarded, "192.0.2.98, unknown").sign_in("fourth@demo.test", WRONG).await.is(429);
}
