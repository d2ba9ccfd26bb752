//! The sessions of one person: seen and ended by that person alone.

use axum::http::header::USER_AGENT;
use serde_json::{Value, json};

use crate::support::{Browser, HOUR, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    a_person_sees_where_they_are_signed_in_and_which_session_is_this,
    an_ended_session_is_refused_at_its_next_request,
    all_others_end_and_this_one_stays,
    nobody_ends_anothers_session,
    a_session_that_has_run_out_is_not_shown,
    sessions_are_ended_without_script_too,
];

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

async fn sessions(browser: &mut Browser) -> Vec<Value> {
    browser.call("sign_in_details", json!({})).await.ok()["sessions"].as_array().unwrap().clone()
}

async fn is_in(browser: &mut Browser) -> bool {
    browser.call("me", json!({})).await.status == 200
}

async fn a_person_sees_where_they_are_signed_in_and_which_session_is_this(kontora: Kontora) {
    let mut first = kontora.browser().sending(USER_AGENT, FIREFOX);
    first.sign_in("single@demo.test", demo::PASSWORD).await.ok();
    let signed_in_at = kontora.now();
    kontora.pass(HOUR);
    let mut second = kontora.signed_in("single").await;
    kontora.pass(5 * MINUTE);
    let seen = sessions(&mut first).await;
    assert_eq!(seen.len(), 2, "{seen:?}");
    let expected = json!({
        "id": seen[0]["id"], "user_agent": FIREFOX, "address": first.address.to_string(),
        "first_seen_at": signed_in_at, "last_seen_at": kontora.now(), "is_this": true,
    });
    assert_eq!(seen[0], expected);
    assert_eq!((&seen[1]["is_this"], &seen[1]["address"]), (&json!(false), &json!(second.address.to_string())));
    let stored = kontora.database.text("SELECT MIN(token_hash) FROM session").await;
    assert!(seen.iter().all(|session| session["id"] != stored), "what the database knows stays there");
    let page = first.get("/profile").await.is(200).text();
    for words in ["Firefox, Linux", "Unknown device", "This session", "just now", "5 minutes ago"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(sessions(&mut second).await[0]["id"], seen[1]["id"]);
}

async fn an_ended_session_is_refused_at_its_next_request(kontora: Kontora) {
    let (mut here, mut there) = (kontora.signed_in("single").await, kontora.signed_in("single").await);
    let other = sessions(&mut here).await[1]["id"].clone();
    let left = here.call("end_session", json!({"id": other})).await.ok();
    assert_eq!(left["sessions"].as_array().unwrap().len(), 1);
    there.call("me", json!({})).await.is(401);
    there.get("/profile").await.leads_to("/sign-in?next=/profile");
    assert!(is_in(&mut here).await);
    here.call("end_session", json!({"id": other})).await.is(404);
}

async fn all_others_end_and_this_one_stays(kontora: Kontora) {
    let mut here = kontora.signed_in("single").await;
    let mut others = [kontora.signed_in("single").await, kontora.signed_in("single").await];
    let mut colleague = kontora.signed_in("reseller").await;
    let left = here.call("end_other_sessions", json!({})).await.ok();
    assert_eq!(left["sessions"].as_array().unwrap().len(), 1);
    for other in &mut others {
        other.call("me", json!({})).await.is(401);
    }
    assert!(is_in(&mut here).await && is_in(&mut colleague).await);
}

async fn nobody_ends_anothers_session(kontora: Kontora) {
    let (mut single, mut operator) = (kontora.signed_in("single").await, kontora.signed_in("operator").await);
    let id = sessions(&mut single).await[0]["id"].clone();
    let foreign = operator.call("end_session", json!({"id": id})).await;
    let invented = operator.call("end_session", json!({"id": "invented"})).await;
    assert_eq!(foreign.is(404).body, invented.is(404).body);
    assert!(is_in(&mut single).await);
}

async fn a_session_that_has_run_out_is_not_shown(kontora: Kontora) {
    kontora.signed_in("single").await;
    kontora.pass(12 * HOUR);
    assert_eq!(sessions(&mut kontora.signed_in("single").await).await.len(), 1);
}

async fn sessions_are_ended_without_script_too(kontora: Kontora) {
    let mut here = kontora.signed_in("single").await;
    let mut others = [kontora.signed_in("single").await, kontora.signed_in("single").await];
    let id = sessions(&mut here).await[1]["id"].as_str().unwrap().to_owned();
    here.submit("/profile", &[("form", "end_session"), ("session", &id)]).await.leads_to("/profile?sent=end_session");
    let again = here.submit("/profile", &[("form", "end_session"), ("session", &id)]).await;
    assert!(again.is(404).text().contains("no such record"), "{}", again.text());
    assert_eq!(sessions(&mut here).await.len(), 2);
    here.submit("/profile", &[("form", "end_other_sessions")]).await.leads_to("/profile?sent=end_other_sessions");
    for other in &mut others {
        assert!(!is_in(other).await);
    }
    here.submit("/profile", &[("form", "invented")]).await.is(400);
}
