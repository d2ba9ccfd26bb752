//! Roles: who gives which, and how soon one that is taken away is gone.

use serde_json::json;

use super::{events, line, open, register, save};
use crate::support::{Kontora, demo, stories};

stories![
    Demo;
    a_role_that_is_taken_away_is_gone_at_the_next_request,
    nobody_changes_their_own_roles_but_the_rest_of_themselves,
    operators_are_made_by_operators_and_at_the_platform_only,
    a_change_of_roles_is_kept_with_its_reason,
    an_affiliate_s_administrator_is_changed_by_the_reseller_and_not_the_reverse,
];

async fn a_role_that_is_taken_away_is_gone_at_the_next_request(kontora: Kontora) {
    let (mut reseller, mut affiliate) = (kontora.signed_in("reseller").await, kontora.signed_in("affiliate").await);
    let made = json!({"token_name": "Billing", "permission": "read", "days": "90", "networks": "", "current_password": demo::PASSWORD});
    let token = affiliate.call("create_token", json!({"fields": made})).await.ok();
    let mut system = crate::support::Client::of(&kontora.browser(), token["secret"].as_str().unwrap());
    system.get("/api/v1/companies").await.is(200);
    let opened = open(&mut reseller, "affiliate@demo.test").await;
    register(&mut reseller, demo::AFFILIATE, "second@new.test", json!({})).await.ok();
    kontora.database.execute("UPDATE person SET state = 'active' WHERE email = 'second@new.test'").await.unwrap();

    save(&mut reseller, &opened, json!({"roles": "chat_operator"})).await.ok();
    affiliate.call("employees", json!({"company": demo::AFFILIATE})).await.refuses("see_companies");
    affiliate.call("company", json!({"id": demo::AFFILIATE})).await.is(403);
    affiliate.get("/users").await.is(403);
    system.get("/api/v1/companies").await.is(401);
    affiliate.get("/profile").await.is(200);

    let opened = open(&mut reseller, "affiliate@demo.test").await;
    assert_eq!(opened["fields"]["roles"], "chat_operator");
    save(&mut reseller, &opened, json!({"roles": "chat_operator administrator"})).await.ok();
    affiliate.get("/users").await.is(200);
}

async fn nobody_changes_their_own_roles_but_the_rest_of_themselves(kontora: Kontora) {
    for who in ["affiliate", "operator"] {
        let mut browser = kontora.signed_in(who).await;
        let opened = open(&mut browser, &format!("{who}@demo.test")).await;
        let own = opened["fields"]["roles"].as_str().unwrap();
        for roles in ["chat_operator", "administrator chat_operator", "operator"] {
            save(&mut browser, &opened, json!({"roles": roles})).await.refuses("roles");
        }
        let saved = save(&mut browser, &opened, json!({"roles": own, "max_dialogs": "9"})).await.ok();
        assert_eq!((&saved["fields"]["roles"], &saved["fields"]["max_dialogs"]), (&json!(own), &json!("9")));
    }
}

async fn operators_are_made_by_operators_and_at_the_platform_only(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let more = |roles: &str| json!({"roles": roles});
    register(&mut operator, demo::PLATFORM, "admin@new.test", more("administrator")).await.ok();
    let activate = "UPDATE person SET state = 'active', \
                                      password_hash = (SELECT password_hash FROM person WHERE email = 'chat@demo.test') \
                    WHERE email = 'admin@new.test'";
    kontora.database.execute(activate).await.unwrap();
    let mut admin = kontora.browser();
    admin.sign_in("admin@new.test", demo::PASSWORD).await.ok();

    // An administrator of the platform's company is no operator.
    register(&mut admin, demo::PLATFORM, "one@new.test", more("operator")).await.refuses("give_operator_role");
    let colleague = open(&mut admin, "operator@demo.test").await;
    for change in [json!({"roles": "administrator"}), json!({"max_dialogs": "9"})] {
        save(&mut admin, &colleague, change).await.refuses("operators_account");
    }

    // Nor does an operator make one of somebody else's people.
    let affiliate = open(&mut operator, "affiliate@demo.test").await;
    save(&mut operator, &affiliate, json!({"roles": "administrator operator"})).await.refuses("give_operator_role");
    register(&mut operator, demo::NEW_WAYS, "one@new.test", more("operator")).await.refuses("give_operator_role");
    let mut reseller = kontora.signed_in("reseller").await;
    let chat = open(&mut reseller, "chat@demo.test").await;
    save(&mut reseller, &chat, json!({"roles": "chat_operator operator"})).await.refuses("give_operator_role");

    let opened = open(&mut operator, "admin@new.test").await;
    save(&mut operator, &opened, json!({"roles": "administrator operator"})).await.ok();
    admin.call("undelivered_letters", json!({})).await.ok();
    register(&mut operator, demo::PLATFORM, "one@new.test", more("operator")).await.ok();
    assert_eq!(line(&mut operator, "one@new.test").await["roles"], json!(["operator"]));
}

async fn a_change_of_roles_is_kept_with_its_reason(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let opened = open(&mut reseller, "chat@demo.test").await;
    let changes = json!({"roles": "administrator chat_operator", "reason": "  Заменяет Анну  "});
    save(&mut reseller, &opened, changes).await.ok();
    let kept = events(&mut reseller, &opened["person"]["id"]).await;
    let expected = ("roles_changed".to_owned(), "chat_operator".to_owned(), "administrator chat_operator".to_owned());
    assert_eq!(kept, [expected]);
    let filter = json!({"filter": {"kind": "roles_changed"}, "after": null});
    let log = reseller.call("audit_events", filter).await.ok();
    assert_eq!(log["events"][0]["reason"], "Заменяет Анну");
    let page = reseller.get("/support/audit?kind=roles_changed").await.is(200).text();
    assert!(page.contains("Chat operator → Company administrator, Chat operator"), "roles are told in words");
}

async fn an_affiliate_s_administrator_is_changed_by_the_reseller_and_not_the_reverse(kontora: Kontora) {
    let (mut reseller, mut affiliate) = (kontora.signed_in("reseller").await, kontora.signed_in("affiliate").await);
    let above = open(&mut reseller, "reseller@demo.test").await;
    save(&mut affiliate, &above, json!({"roles": "chat_operator"})).await.is(404);
    let below = open(&mut reseller, "affiliate@demo.test").await;
    save(&mut reseller, &below, json!({"roles": "administrator chat_operator"})).await.ok();
    assert_eq!(open(&mut affiliate, "affiliate@demo.test").await["fields"]["roles"], "administrator chat_operator");
}
