//! The operator's "Add company".

use serde_json::{Value, json};

use super::{open, save};
use crate::support::{Browser, Kontora, demo, stories};

stories![
    Demo;
    the_operator_makes_a_reseller_whose_administrator_gets_the_letter,
    a_company_that_stands_alone_needs_no_slug,
    a_new_company_takes_no_credit_and_three_thousand_dialogs,
    a_slug_or_an_address_in_use_is_taken,
    neither_an_affiliate_nor_a_platform_can_be_made,
    a_new_reseller_can_be_registered_with_at_once,
];

fn application(changes: Value) -> Value {
    let mut fields = json!({
        "name": "Север Телеком",
        "email": "info@sever.test",
        "kind": "reseller",
        "slug": "sever",
        "admin_name": "Анна Северова",
        "admin_email": "anna@sever.test",
        "letter_to": "admin",
    });
    fields.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    json!({"fields": fields})
}

async fn add(operator: &mut Browser, changes: Value) -> crate::support::Answer {
    operator.call("add_company", application(changes)).await
}

async fn the_operator_makes_a_reseller_whose_administrator_gets_the_letter(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let id = add(&mut operator, json!({})).await.ok();
    assert_eq!(id, demo::NOBODY);
    let letter = kontora.letter_to("anna@sever.test").await;
    let mut anna = kontora.browser();
    anna.call("set_password", json!({"fields": {"token": letter.token(), "password": "восемь лет подряд"}})).await.ok();
    let me = anna.call("me", json!({})).await.ok();
    assert_eq!((&me["company_id"], &me["company_kind"]), (&id, &json!("reseller")));
    assert_eq!(me["registration_url"], "http://sever.localhost:3000/register/");
}

async fn a_company_that_stands_alone_needs_no_slug(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let changes = json!({"kind": "stand_alone", "slug": "", "letter_to": "company"});
    let id = add(&mut operator, changes).await.ok().as_i64().unwrap();
    assert_eq!(open(&mut operator, id).await["kind"], "stand_alone");
    kontora.letter_to("info@sever.test").await.token();
}

async fn a_new_company_takes_no_credit_and_three_thousand_dialogs(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let id = add(&mut operator, json!({})).await.ok().as_i64().unwrap();
    let record = open(&mut operator, id).await;
    let fields = &record["fields"];
    assert_eq!((&fields["max_dialogs"], &fields["credit_limit"]), (&json!("3000"), &json!("0.00")));
    assert_eq!((&fields["notification_threshold"], &fields["time_zone"]), (&json!(""), &json!("Europe/Moscow")));
    assert_eq!(fields["comply_230fz"], "false");
    save(&mut operator, &record, json!({"phone": "+7 900 000-33-33"})).await.ok();
}

async fn a_slug_or_an_address_in_use_is_taken(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let changes = json!({"slug": "NewWays", "admin_email": "Single@Demo.test"});
    let taken = add(&mut operator, changes).await.is(409).json();
    assert_eq!(taken["error"], "taken");
    assert_eq!(taken["detail"]["slug"], json!(["slug_taken"]));
    assert!(taken["detail"]["admin_email"][0]["email_taken"]["company"].is_string(), "{taken}");
    assert!(kontora.letters().await.is_empty());
}

async fn neither_an_affiliate_nor_a_platform_can_be_made(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    for kind in ["affiliate", "platform", "nonsense"] {
        assert_eq!(add(&mut operator, json!({"kind": kind})).await.problems(), json!({"kind": ["unknown_choice"]}));
    }
    let refused = add(&mut operator, json!({"kind": "stand_alone", "reseller_id": "2"})).await;
    assert_eq!(refused.problems(), json!({"reseller_id": ["unknown_field"]}));
}

async fn a_new_reseller_can_be_registered_with_at_once(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    kontora.browser_at("sever").get("/register/").await.is(404);
    add(&mut operator, json!({})).await.ok();
    let page = kontora.browser_at("sever").get("/register/").await;
    assert!(page.is(200).text().contains("Север Телеком"));
}
