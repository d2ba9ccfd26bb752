//! How often somebody may register, and what many at once bring about.

use serde_json::json;
use tokio::task::JoinSet;

use super::{is_listed, register};
use crate::support::{DAY, HOUR, Kontora, MINUTE, stories};

stories![
    Demo;
    the_sixth_registration_within_an_hour_has_to_wait,
    twenty_registrations_a_day_from_one_address_and_no_more,
    an_address_gets_three_letters_a_day_and_no_more,
    registrations_made_at_the_same_moment_are_counted_too,
    a_double_press_makes_one_company_and_one_letter,
    one_address_sent_through_two_resellers_at_once_makes_one_company,
    a_wrong_form_is_not_counted,
];

async fn the_sixth_registration_within_an_hour_has_to_wait(kontora: Kontora) {
    let mut browser = kontora.browser_at("newways");
    for number in 0..5 {
        register(&mut browser, json!({"email": format!("anna{number}@new.test")})).await.ok();
    }
    let sixth = json!({"name": "Шестая", "email": "anna6@new.test"});
    let refused = register(&mut browser, sixth.clone()).await;
    assert_eq!(refused.is(429).header("retry-after"), "3600");
    assert!(!is_listed(&kontora, "reseller", "Шестая").await);
    register(&mut kontora.browser_at("newways"), json!({"email": "other@new.test"})).await.ok();
    kontora.pass(HOUR);
    register(&mut browser, sixth).await.ok();
}

async fn twenty_registrations_a_day_from_one_address_and_no_more(kontora: Kontora) {
    let mut browser = kontora.browser_at("newways");
    for number in 0..20 {
        if number % 5 == 0 {
            kontora.pass(HOUR + MINUTE);
        }
        register(&mut browser, json!({"email": format!("anna{number}@new.test")})).await.ok();
    }
    kontora.pass(2 * HOUR);
    register(&mut browser, json!({"email": "last@new.test"})).await.is(429);
    kontora.pass(DAY);
    register(&mut browser, json!({"email": "last@new.test"})).await.ok();
}

async fn an_address_gets_three_letters_a_day_and_no_more(kontora: Kontora) {
    for _ in 0..3 {
        register(&mut kontora.browser_at("newways"), json!({"email": "single@demo.test"})).await.ok();
    }
    register(&mut kontora.browser_at("newways"), json!({"email": "single@demo.test"})).await.is(429);
    assert_eq!(kontora.letters_to("single@demo.test").await.len(), 3);
    // An unknown address is counted just the same: the limit tells nothing.
    for _ in 0..3 {
        register(&mut kontora.browser_at("newways"), json!({})).await.ok();
    }
    register(&mut kontora.browser_at("newways"), json!({})).await.is(429);
}

async fn registrations_made_at_the_same_moment_are_counted_too(kontora: Kontora) {
    let browser = kontora.browser_at("newways");
    let mut tries = JoinSet::new();
    for number in 0..12 {
        let mut browser = browser.clone();
        tries.spawn(
            async move { register(&mut browser, json!({"email": format!("anna{number}@new.test")})).await.status },
        );
    }
    let outcomes = tries.join_all().await;
    let count = |status| outcomes.iter().filter(|outcome| **outcome == status).count();
    assert_eq!((count(200), count(429)), (5, 7), "{outcomes:?}");
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM company WHERE name = 'Ромашка'").await, 5);
}

async fn a_double_press_makes_one_company_and_one_letter(kontora: Kontora) {
    for round in 0..10 {
        let email = format!("anna{round}@new.test");
        let browser = kontora.browser_at("newways");
        let mut presses = JoinSet::new();
        for _ in 0..3 {
            let (mut browser, email) = (browser.clone(), email.clone());
            presses.spawn(async move { register(&mut browser, json!({"email": email})).await.status });
        }
        assert_eq!(presses.join_all().await, [200; 3]);
        assert_eq!(kontora.letters_to(&email).await.len(), 1);
    }
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM company WHERE name = 'Ромашка'").await, 10);
}

async fn one_address_sent_through_two_resellers_at_once_makes_one_company(kontora: Kontora) {
    for round in 0..20 {
        let email = format!("anna{round}@new.test");
        let mut presses = JoinSet::new();
        for slug in ["newways", "sibir"] {
            let (mut browser, email) = (kontora.browser_at(slug), email.clone());
            presses.spawn(async move { register(&mut browser, json!({"email": email})).await });
        }
        let answers = presses.join_all().await;
        assert_eq!((answers[0].is(200).status, &answers[0].body), (answers[1].status, &answers[1].body));
    }
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM company WHERE name = 'Ромашка'").await, 20);
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM person WHERE email LIKE 'anna%@new.test'").await, 20);
}

async fn a_wrong_form_is_not_counted(kontora: Kontora) {
    let mut browser = kontora.browser_at("newways");
    for _ in 0..10 {
        register(&mut browser, json!({"name": ""})).await.is(422);
    }
    register(&mut browser, json!({})).await.ok();
}
