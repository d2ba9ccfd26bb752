//! The operator's "Change kind": a company that stands alone becomes a reseller, and a reseller an ordinary company.

use serde_json::{Value, json};

use super::{list, open, row, save};
use crate::affiliates::register;
use crate::support::{Answer, Browser, Engine, Kontora, demo, stories};
use crate::support_requests::{complete, decline, request};

stories![
    Demo;
    a_company_that_stood_alone_becomes_a_reseller_with_a_registration_page,
    a_reseller_without_affiliates_becomes_ordinary_and_its_page_is_gone,
    what_stands_in_the_way_is_named,
    asking_for_what_it_is_already_changes_nothing,
    a_slug_is_checked_and_belongs_to_one_company,
    only_the_operator_changes_a_kind,
    a_dialog_that_was_open_meanwhile_still_saves,
    made_a_reseller_and_attached_at_once_exactly_one_holds,
    a_first_affiliate_and_an_ordinary_company_at_once_exactly_one_holds,
    a_registration_and_an_ordinary_company_at_once_exactly_one_holds,
];

const ONE: i64 = demo::OTHER_SINGLES[0];
const OTHER: i64 = demo::OTHER_SINGLES[1];

async fn to_reseller(operator: &mut Browser, id: i64, slug: &str) -> Answer {
    operator.call("change_kind", json!({"id": id, "fields": {"kind": "reseller", "slug": slug}})).await
}

async fn to_ordinary(operator: &mut Browser, id: i64) -> Answer {
    operator.call("change_kind", json!({"id": id, "fields": {"kind": "stand_alone"}})).await
}

fn refusal(obstacle: &Value) -> Value {
    json!({"form": [{"cannot_change_kind": obstacle}]})
}

async fn a_company_that_stood_alone_becomes_a_reseller_with_a_registration_page(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    kontora.browser_at("single").get("/register/").await.is(404);
    to_reseller(&mut operator, demo::SINGLE, "Single").await.ok();
    kontora.browser_at("single").get("/register/").await.is(200);
    let me = kontora.signed_in("single").await.call("me", json!({})).await.ok();
    assert_eq!(me["company_kind"], "reseller");
    assert_eq!(me["registration_url"], "http://single.localhost:3000/register/");
    let listed = list(&mut operator).await;
    assert_eq!(row(&listed, demo::SINGLE).numbers().kind, app::companies::Kind::Reseller);
    let id = request(&kontora, "single", demo::SINGLE, ONE).await;
    complete(&mut operator, id).await.ok();
    row(&list(&mut kontora.signed_in("single").await).await, ONE);
}

async fn a_reseller_without_affiliates_becomes_ordinary_and_its_page_is_gone(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    to_reseller(&mut operator, demo::SINGLE, "single").await.ok();
    to_ordinary(&mut operator, demo::SINGLE).await.ok();
    assert_eq!(open(&mut operator, demo::SINGLE).await["kind"], "stand_alone");
    kontora.browser_at("single").get("/register/").await.is(404);
    let me = kontora.signed_in("single").await.call("me", json!({})).await.ok();
    assert_eq!((&me["company_kind"], &me["registration_url"]), (&json!("stand_alone"), &Value::Null));
    // The address is free again.
    to_reseller(&mut operator, ONE, "single").await.ok();
}

async fn what_stands_in_the_way_is_named(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    for (id, obstacle) in [
        (demo::PLATFORM, json!("platform_company")),
        (demo::AFFILIATE, json!("affiliate")),
        (demo::SIBIR, json!({"has_affiliates": 10})),
    ] {
        assert_eq!(to_ordinary(&mut operator, id).await.problems(), refusal(&obstacle), "{id}");
        let before = open(&mut operator, id).await;
        assert_eq!(to_reseller(&mut operator, id, "another").await.problems(), refusal(&obstacle), "{id}");
        assert_eq!(open(&mut operator, id).await, before, "{id}");
    }
    to_reseller(&mut operator, ONE, "first").await.ok();
    let problems = to_reseller(&mut operator, ONE, "second").await.problems();
    assert_eq!(problems, refusal(&json!("already_reseller")));
    for kind in ["platform", "affiliate", "x", ""] {
        let answer = operator.call("change_kind", json!({"id": OTHER, "fields": {"kind": kind}})).await;
        assert_eq!(answer.problems().as_object().unwrap().keys().collect::<Vec<_>>(), ["kind"], "{kind}");
    }
    to_ordinary(&mut operator, demo::NOBODY).await.is(404);
}

async fn asking_for_what_it_is_already_changes_nothing(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let before = open(&mut operator, ONE).await;
    to_ordinary(&mut operator, ONE).await.ok();
    assert_eq!(open(&mut operator, ONE).await, before);
    to_reseller(&mut operator, ONE, "first").await.ok();
    let before = open(&mut operator, ONE).await;
    to_reseller(&mut operator, ONE, "first").await.ok();
    assert_eq!(open(&mut operator, ONE).await, before);
}

async fn a_slug_is_checked_and_belongs_to_one_company(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    for (slug, problem) in [("", json!("required")), ("-ab", json!("slug_edge_hyphen"))] {
        assert_eq!(to_reseller(&mut operator, ONE, slug).await.problems(), json!({"slug": [problem]}));
    }
    let taken = to_reseller(&mut operator, ONE, "NewWays").await.is(409).json();
    assert_eq!(taken["detail"]["slug"], json!(["slug_taken"]));
    let fields = json!({"kind": "reseller", "slug": "first", "reseller_id": "2"});
    let problems = operator.call("change_kind", json!({"id": ONE, "fields": fields})).await.problems();
    assert_eq!(problems, json!({"reseller_id": ["unknown_field"]}));
    assert_eq!(open(&mut operator, ONE).await["kind"], "stand_alone");
}

async fn only_the_operator_changes_a_kind(kontora: Kontora) {
    to_reseller(&mut kontora.signed_in("single").await, demo::SINGLE, "single").await.refuses("add_companies");
    to_ordinary(&mut kontora.signed_in("reseller").await, demo::NEW_WAYS).await.refuses("add_companies");
    to_reseller(&mut kontora.signed_in("reseller").await, demo::AFFILIATE, "third").await.refuses("add_companies");
    to_ordinary(&mut kontora.signed_in("reseller").await, demo::SIBIR_AFFILIATE).await.is(404);
    to_ordinary(&mut kontora.signed_in("chat").await, demo::NEW_WAYS).await.refuses("see_companies");
}

async fn a_dialog_that_was_open_meanwhile_still_saves(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let opened = open(&mut single, demo::SINGLE).await;
    to_reseller(&mut kontora.signed_in("operator").await, demo::SINGLE, "single").await.ok();
    save(&mut single, &opened, json!({"phone": "+7 900 000-33-33"})).await.ok();
    assert_eq!(open(&mut single, demo::SINGLE).await["kind"], "reseller");
}

/// SQLite has one writer: there is less to find.
fn rounds(kontora: &Kontora) -> u16 {
    if kontora.database.engine == Engine::Postgres { 30 } else { 8 }
}

/// Makes the company stand alone again, and whatever came under it meanwhile.
async fn release(kontora: &Kontora) {
    for statement in [
        "UPDATE company SET kind = 'stand_alone', reseller_id = NULL, reseller_kind = NULL \
         WHERE reseller_id = 27 OR (id = 27 AND kind = 'affiliate')",
        "UPDATE company SET kind = 'stand_alone', slug = NULL WHERE id = 27",
    ] {
        kontora.database.execute(statement).await.unwrap();
    }
}

async fn made_a_reseller_and_attached_at_once_exactly_one_holds(kontora: Kontora) {
    let operator = kontora.signed_in("operator").await;
    for _ in 0..rounds(&kontora) {
        let id = request(&kontora, "reseller", demo::NEW_WAYS, ONE).await;
        let (mut one, mut other) = (operator.clone(), operator.clone());
        let changing = tokio::spawn(async move { to_reseller(&mut one, ONE, "chain").await.status });
        let attaching = tokio::spawn(async move { complete(&mut other, id).await.status });
        let outcome = (changing.await.unwrap(), attaching.await.unwrap());
        assert!(matches!(outcome, (200, 422) | (422, 200)), "{outcome:?}");
        let kind = open(&mut operator.clone(), ONE).await["kind"].clone();
        assert_eq!(kind, if outcome.0 == 200 { "reseller" } else { "affiliate" });
        if outcome.0 == 200 {
            decline(&mut operator.clone(), id, "Поздно.").await.ok();
        }
        release(&kontora).await;
    }
}

async fn a_first_affiliate_and_an_ordinary_company_at_once_exactly_one_holds(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    for _ in 0..rounds(&kontora) {
        to_reseller(&mut operator, demo::SINGLE, "chain").await.ok();
        let id = request(&kontora, "single", demo::SINGLE, OTHER).await;
        let (mut one, mut other) = (operator.clone(), operator.clone());
        let changing = tokio::spawn(async move { to_ordinary(&mut one, demo::SINGLE).await.status });
        let attaching = tokio::spawn(async move { complete(&mut other, id).await.status });
        let outcome = (changing.await.unwrap(), attaching.await.unwrap());
        assert!(matches!(outcome, (200, 422) | (422, 200)), "{outcome:?}");
        if outcome.0 == 200 {
            decline(&mut operator, id, "Поздно.").await.ok();
        } else {
            let detach =
                "UPDATE company SET kind = 'stand_alone', reseller_id = NULL, reseller_kind = NULL WHERE id = 28";
            kontora.database.execute(detach).await.unwrap();
            to_ordinary(&mut operator, demo::SINGLE).await.ok();
        }
    }
}

async fn a_registration_and_an_ordinary_company_at_once_exactly_one_holds(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    for round in 0..rounds(&kontora) {
        to_reseller(&mut operator, ONE, "chain").await.ok();
        let (mut one, mut visitor) = (operator.clone(), kontora.browser_at("chain"));
        let changing = tokio::spawn(async move { to_ordinary(&mut one, ONE).await.status });
        let registering = tokio::spawn(async move {
            register(&mut visitor, json!({"email": format!("new{round}@new.test")})).await.status
        });
        let outcome = (changing.await.unwrap(), registering.await.unwrap());
        // A site that is no more takes no forms: whichever of the two notices that.
        assert!(matches!(outcome, (200, 403 | 404) | (422, 200)), "{outcome:?}");
        release(&kontora).await;
    }
}
