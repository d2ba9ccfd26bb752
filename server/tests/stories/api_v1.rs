//! The API for the platform's other systems: what a token reaches, how lists page, how companies change.

mod actor;
mod changes;
mod refusals;

use serde_json::{Value, json};

use crate::support::{Client, Kontora, SECOND, demo, stories};

stories![
    Demo;
    a_token_reaches_what_the_administrators_of_its_company_reach,
    pages_by_cursor_hold_every_company_once,
    a_page_begins_where_the_last_one_ended_whatever_came_meanwhile,
    the_search_is_that_of_the_page,
    a_company_is_told_with_its_money,
    who_owes_more_than_the_limit_has_no_access,
    the_description_is_public,
];

fn ids(page: &Value) -> Vec<i64> {
    page["items"].as_array().unwrap().iter().map(|company| company["id"].as_i64().unwrap()).collect()
}

async fn a_token_reaches_what_the_administrators_of_its_company_reach(kontora: Kontora) {
    let own_and_affiliates: Vec<i64> = (demo::NEW_WAYS..=demo::LAST_AFFILIATE).collect();
    let all: Vec<i64> = (demo::PLATFORM..demo::NOBODY).collect();
    for (who, reached) in [
        ("reseller", own_and_affiliates),
        ("affiliate", vec![demo::AFFILIATE]),
        ("single", vec![demo::SINGLE]),
        ("operator", all),
    ] {
        let mut client = Client::of_company(&kontora, who, "read").await;
        assert_eq!(ids(&client.get("/api/v1/companies").await.ok()), reached, "{who}");
        for id in demo::PLATFORM..=demo::NOBODY {
            let status = if reached.contains(&id) { 200 } else { 404 };
            kontora.pass(SECOND);
            for path in [format!("/api/v1/companies/{id}"), format!("/api/v1/companies/{id}/access")] {
                assert_eq!(client.get(&path).await.status, status, "{who} {path}");
            }
        }
    }
}

async fn pages_by_cursor_hold_every_company_once(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "read").await;
    let mut found = Vec::new();
    let mut path = "/api/v1/companies?limit=5".to_owned();
    let mut sizes = Vec::new();
    loop {
        let page = client.get(&path).await.ok();
        assert_eq!(page["total"], 13);
        sizes.push(ids(&page).len());
        found.extend(ids(&page));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/api/v1/companies?limit=5&cursor={cursor}");
    }
    assert_eq!(sizes, [5, 5, 3]);
    assert_eq!(found, (demo::NEW_WAYS..=demo::LAST_AFFILIATE).collect::<Vec<_>>());
    let exact = client.get("/api/v1/companies?limit=13").await.ok();
    assert_eq!((ids(&exact).len(), &exact["next_cursor"]), (13, &Value::Null));
}

async fn a_page_begins_where_the_last_one_ended_whatever_came_meanwhile(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "read").await;
    let page = client.get("/api/v1/companies?limit=3").await.ok();
    let cursor = page["next_cursor"].as_str().unwrap();
    for statement in [
        "UPDATE company SET reseller_id = 15 WHERE id = 3",
        "UPDATE company SET list_version = list_version + 1 WHERE id = 2",
    ] {
        kontora.database.execute(statement).await.unwrap();
    }
    let next = client.get(&format!("/api/v1/companies?limit=3&cursor={cursor}")).await.ok();
    assert_eq!((ids(&page), ids(&next)), (vec![2, 3, 4], vec![5, 6, 7]));
}

async fn the_search_is_that_of_the_page(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "read").await;
    for (query, found) in [("new%20ways%20comp", vec![demo::EXAMPLE]), ("7", vec![]), ("sibir%20connect", vec![])] {
        let page = client.get(&format!("/api/v1/companies?q={query}")).await.ok();
        if query == "7" {
            // The page shows the company with this very ID first; here the order is that of the IDs.
            assert!(ids(&page).contains(&7) && ids(&page).is_sorted(), "{page}");
        } else {
            assert_eq!(ids(&page), found, "{query}");
        }
    }
}

async fn a_company_is_told_with_its_money(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "read").await;
    let answer = client.get("/api/v1/companies/7").await;
    let company = answer.ok();
    assert_eq!(answer.header("etag"), "\"1\"");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(company["balance"], json!({"amount": "-1250.00", "currency": "RUB"}));
    assert_eq!(company["credit_limit"], json!({"amount": "5000.00", "currency": "RUB"}));
    assert_eq!((&company["version"], &company["kind"]), (&json!(1), &json!("affiliate")));
    assert!(company["max_dialogs"].is_u64() && company["comply_230fz"].is_boolean(), "{company}");
    let text = answer.text();
    assert!(!text.contains("administrators") && !text.contains("full_name"), "{text}");
    let own = client.get("/api/v1/companies/2").await.ok();
    assert_eq!(own["notification_threshold"], Value::Null);
}

async fn who_owes_more_than_the_limit_has_no_access(kontora: Kontora) {
    let mut client = Client::of_company(&kontora, "reseller", "read").await;
    let path = "/api/v1/companies/7/access";
    assert_eq!(client.get(path).await.ok(), json!({"allowed": true, "reason": null}));
    for (limit, access) in [
        ("UPDATE company SET credit_limit = 125000 WHERE id = 7", json!({"allowed": true, "reason": null})),
        ("UPDATE company SET credit_limit = 124999 WHERE id = 7", json!({"allowed": false, "reason": "credit_limit"})),
    ] {
        kontora.database.execute(limit).await.unwrap();
        assert_eq!(client.get(path).await.ok(), access, "{limit}");
    }
}

async fn the_description_is_public(kontora: Kontora) {
    let description = kontora.browser().get("/api/v1/openapi.json").await.ok();
    assert_eq!(description["openapi"], "3.1.0");
    assert!(description["paths"]["/api/v1/companies/{id}"]["patch"].is_object(), "{description}");
}
