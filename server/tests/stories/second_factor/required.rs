//! A company may require the second factor of its administrators: they set it up before they can do anything else.

use serde_json::json;

use super::{call, turn_on};
use crate::companies::change;
use crate::person_actions::{PASSWORD, join};
use crate::support::{Browser, Client, Kontora, demo, stories};

stories![
    Demo;
    administrators_without_a_second_factor_can_do_nothing_but_set_it_up,
    nobody_else_is_asked_for_it,
    a_passkey_will_do,
    whoever_has_just_accepted_the_invitation_is_asked_at_the_next_sign_in,
    who_turns_it_off_is_asked_for_it_again,
    the_switch_is_a_field_of_the_company_like_any_other,
];

const SET_UP: &str = "/profile/two-factor";

async fn require(browser: &mut Browser, company: i64) {
    change(browser, company, json!({"require_second_factor": "true"})).await.ok();
}

async fn administrators_without_a_second_factor_can_do_nothing_but_set_it_up(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    affiliate.get("/companies").await.is(200);
    require(&mut kontora.signed_in("reseller").await, demo::AFFILIATE).await;

    // The session that is open, and a new one.
    for mut browser in [affiliate.clone(), kontora.signed_in("affiliate").await] {
        for page in ["/companies", "/companies/3", "/support", "/requisites", "/profile"] {
            browser.get(page).await.leads_to(SET_UP);
        }
        browser.get("/").await.leads_to(SET_UP);
        assert!(browser.get(SET_UP).await.is(200).text().contains("Set up two-factor sign-in"));
        for (function, arguments) in [
            ("company", json!({"id": demo::AFFILIATE})),
            ("companies_view", json!({"query": "", "sort": null})),
            ("employees", json!({"company": demo::AFFILIATE})),
            ("save_profile", json!({"fields": {"full_name": "Другое имя"}})),
            ("tokens", json!({})),
            ("requests", json!({})),
        ] {
            browser.call(function, arguments).await.refuses("second_factor");
        }
        browser.get("/api/companies.bin").await.refuses("second_factor");
        browser.submit("/support", &[("reseller_id", "2"), ("company_id", "3")]).await.is(403);
        assert_eq!(browser.call("me", json!({})).await.ok()["owes_second_factor"], true);
        browser.call("sign_in_details", json!({})).await.ok();
    }
    let mut leaving = affiliate.clone();
    leaving.call("sign_out", json!({})).await.ok();

    let mut affiliate = kontora.signed_in("affiliate").await;
    turn_on(&kontora, &mut affiliate).await;
    affiliate.get("/companies").await.is(200);
    affiliate.get("/").await.leads_to("/companies");
    assert_eq!(affiliate.call("me", json!({})).await.ok()["owes_second_factor"], false);
    change(&mut affiliate, demo::AFFILIATE, json!({"name": "Другое имя"})).await.ok();
}

async fn nobody_else_is_asked_for_it(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    turn_on(&kontora, &mut reseller).await;
    let mut client = Client::of_company(&kontora, "sibir", "read").await;
    require(&mut reseller, demo::NEW_WAYS).await;
    reseller.get("/companies").await.is(200);
    kontora.signed_in("chat").await.get("/profile").await.is(200);
    kontora.signed_in("affiliate").await.get("/companies").await.is(200);
    kontora.signed_in("operator").await.get("/companies").await.is(200);
    // Other systems go on.
    require(&mut kontora.signed_in("sibir").await, demo::SIBIR).await;
    kontora.signed_in("sibir").await.get("/companies").await.leads_to(SET_UP);
    client.get("/api/v1/companies").await.is(200);
}

async fn whoever_has_just_accepted_the_invitation_is_asked_at_the_next_sign_in(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    require(&mut reseller, demo::AFFILIATE).await;
    let (_, mut anna) = join(&kontora, &mut reseller, demo::AFFILIATE, "anna@new.test").await;
    anna.get("/companies").await.is(200);
    let fields = json!({"current_password": PASSWORD, "password": "три тихие гавани"});
    anna.call("change_password", json!({"fields": fields})).await.ok();
    anna.get("/companies").await.is(200);
    let mut again = kontora.browser();
    again.sign_in("anna@new.test", "три тихие гавани").await.ok();
    again.get("/companies").await.leads_to(SET_UP);
}

async fn a_passkey_will_do(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    require(&mut single, demo::SINGLE).await;
    single.get("/companies").await.leads_to(SET_UP);
    let fields = json!({"passkey_name": "Ключ", "current_password": demo::PASSWORD});
    let question = call(&mut single, "begin_passkey", fields).await.ok();
    let answer = crate::support::Authenticator::new(7).create(&question);
    call(&mut single, "add_passkey", json!({"passkey_name": "Ключ", "passkey": answer})).await.ok();
    single.get("/companies").await.is(200);
}

async fn who_turns_it_off_is_asked_for_it_again(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let (device, _) = turn_on(&kontora, &mut single).await;
    require(&mut single, demo::SINGLE).await;
    let fields = json!({"current_password": demo::PASSWORD, "code": device.next_code(&kontora)});
    call(&mut single, "stop_second_factor", fields).await.ok();
    single.get("/companies").await.leads_to(SET_UP);
    turn_on(&kontora, &mut single).await;
    change(&mut single, demo::SINGLE, json!({"require_second_factor": "false"})).await.ok();
}

async fn the_switch_is_a_field_of_the_company_like_any_other(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let opened = operator.call("company", json!({"id": demo::SINGLE})).await.ok();
    assert_eq!(opened["fields"]["require_second_factor"], "false");
    require(&mut operator, demo::SINGLE).await;
    let arguments = json!({"company": demo::SINGLE, "filter": {"field": "require_second_factor"}, "before": null});
    let history = operator.call("company_history", arguments).await.ok();
    assert!(history.to_string().contains("require_second_factor"), "{history}");
    let wrong = change(&mut operator, demo::SINGLE, json!({"require_second_factor": "perhaps"})).await.problems();
    assert_eq!(wrong, json!({"require_second_factor": ["required"]}));
    let mut foreign = kontora.signed_in("affiliate").await;
    let arguments = json!({"id": demo::SINGLE, "version": 2, "changes": {"require_second_factor": "false"}});
    foreign.call("save_company", arguments).await.is(404);
}
