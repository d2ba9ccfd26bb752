//! Balance, limit and threshold as they show in the list, at once.

use app::companies::list::Status;
use serde_json::json;

use super::{change, list, row};
use crate::support::{Browser, Kontora, demo, stories};

stories![
    Demo;
    a_limit_below_the_debt_suspends_at_once_and_a_higher_one_resumes,
    a_debt_equal_to_the_limit_is_allowed_and_a_kopeck_more_is_not,
    a_threshold_that_the_balance_has_reached_shows_as_low,
    suspension_ends_no_session_and_forbids_no_edit,
];

async fn status(browser: &mut Browser, id: i64) -> Status {
    row(&list(browser).await, id).numbers().status()
}

async fn a_limit_below_the_debt_suspends_at_once_and_a_higher_one_resumes(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    assert_eq!(status(&mut reseller, demo::EXAMPLE).await, Status::Active);
    change(&mut reseller, demo::EXAMPLE, json!({"credit_limit": "1000"})).await.ok();
    assert_eq!(status(&mut reseller, demo::EXAMPLE).await, Status::Suspended);
    let page = reseller.get("/companies?q=new%20ways%20comp").await.text();
    assert!(page.contains("Suspended"), "{page}");
    change(&mut reseller, demo::EXAMPLE, json!({"credit_limit": "2000"})).await.ok();
    assert_eq!(status(&mut reseller, demo::EXAMPLE).await, Status::Active);
}

async fn a_debt_equal_to_the_limit_is_allowed_and_a_kopeck_more_is_not(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    change(&mut reseller, demo::EXAMPLE, json!({"credit_limit": "1250.00"})).await.ok();
    assert_eq!(status(&mut reseller, demo::EXAMPLE).await, Status::Active);
    change(&mut reseller, demo::EXAMPLE, json!({"credit_limit": "1249.99"})).await.ok();
    assert_eq!(status(&mut reseller, demo::EXAMPLE).await, Status::Suspended);
}

async fn a_threshold_that_the_balance_has_reached_shows_as_low(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    change(&mut reseller, demo::EXAMPLE, json!({"notification_threshold": "-1250.01"})).await.ok();
    assert_eq!(status(&mut reseller, demo::EXAMPLE).await, Status::Active);
    change(&mut reseller, demo::EXAMPLE, json!({"notification_threshold": "-1250"})).await.ok();
    assert_eq!(status(&mut reseller, demo::EXAMPLE).await, Status::LowBalance);
}

async fn suspension_ends_no_session_and_forbids_no_edit(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    let sink = "INSERT INTO ledger_entry (company_id, number, kind, amount, balance_after, description, occurred_at, \
                                          recorded_at) \
                VALUES (3, 1000, 'charge', -99999999900, -99999999900, '', 0, 0)";
    kontora.database.execute(sink).await.unwrap();
    kontora.database.execute("UPDATE company SET list_version = list_version + 1 WHERE id = 2").await.unwrap();
    assert_eq!(status(&mut affiliate, demo::AFFILIATE).await, Status::Suspended);
    change(&mut affiliate, demo::AFFILIATE, json!({"phone": "+7 900 000-55-55"})).await.ok();
    let fields = json!({"full_name": "Анна Новая", "email": "anna@new.test"});
    affiliate.call("register_user", json!({"company": demo::AFFILIATE, "fields": fields})).await.ok();
}
