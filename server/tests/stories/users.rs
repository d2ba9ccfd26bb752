//! Users: who sees whom, what may be changed of them, and by whom.

mod changes;
mod roles;

use serde_json::{Value, json};

use crate::companies::change;
use crate::support::{Answer, Browser, Kontora, demo, stories};

stories![
    Demo;
    everybody_sees_the_users_within_reach_and_no_others,
    a_company_s_own_page_is_the_same_list_narrowed,
    a_chat_operator_sees_no_users,
    the_page_tells_the_list_before_it_wakes_up,
    a_second_factor_shows_in_the_list,
    of_a_long_list_the_page_draws_the_beginning,
    a_new_user_has_the_roles_the_number_and_the_parts_of_the_name_that_were_given,
    of_more_users_than_are_sent_the_newest_come_and_the_server_searches_all,
    the_most_dialogs_are_ones_own_or_the_company_s_default_as_it_is_now,
];

pub async fn users(browser: &mut Browser) -> Vec<Value> {
    browser.call("users", json!({})).await.ok()["people"].as_array().unwrap().clone()
}

/// The line of a user, by e-mail address.
pub async fn line(browser: &mut Browser, email: &str) -> Value {
    users(browser).await.into_iter().find(|user| user["email"] == email).unwrap_or_else(|| panic!("no {email}"))
}

/// A user as the page opens them.
pub async fn open(browser: &mut Browser, email: &str) -> Value {
    let id = line(browser, email).await["id"].clone();
    browser.call("user", json!({"id": id})).await.ok()
}

/// Saves changes on what was seen.
pub async fn save(browser: &mut Browser, opened: &Value, changes: Value) -> Answer {
    let arguments = json!({"id": opened["person"]["id"], "seen": opened["fields"], "changes": changes});
    browser.call("save_user", arguments).await
}

pub async fn register(browser: &mut Browser, company: i64, email: &str, more: Value) -> Answer {
    let mut fields = json!({"full_name": "Анна Новая", "email": email});
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    browser.call("register_user", json!({"company": company, "fields": fields})).await
}

/// What is kept of a user, the newest first: kind, old and new value.
pub async fn events(browser: &mut Browser, user: &Value) -> Vec<(String, String, String)> {
    let filter = json!({"filter": {"user": user.to_string()}, "after": null});
    let log = browser.call("audit_events", filter).await.ok();
    let text = |event: &Value, name: &str| event[name].as_str().unwrap().to_owned();
    let told = |event: &Value| (text(event, "kind"), text(event, "old"), text(event, "new"));
    log["events"].as_array().unwrap().iter().map(told).collect()
}

fn companies_of(users: &[Value]) -> Vec<i64> {
    let mut companies: Vec<i64> = users.iter().map(|user| user["office"]["id"].as_i64().unwrap()).collect();
    companies.dedup();
    companies.sort_unstable();
    companies.dedup();
    companies
}

async fn everybody_sees_the_users_within_reach_and_no_others(kontora: Kontora) {
    let everything: Vec<i64> = (demo::PLATFORM..demo::NOBODY).collect();
    for (who, reach) in [
        ("operator", everything),
        ("reseller", (demo::NEW_WAYS..=demo::LAST_AFFILIATE).collect()),
        ("sibir", (demo::SIBIR..=demo::LAST_SIBIR_AFFILIATE).collect()),
        ("affiliate", vec![demo::AFFILIATE]),
        ("single", vec![demo::SINGLE]),
    ] {
        let mut browser = kontora.signed_in(who).await;
        let users = users(&mut browser).await;
        assert_eq!(companies_of(&users), reach, "{who}");
        assert!(users.iter().any(|user| user["email"] == format!("{who}@demo.test")));
    }
    let everybody = users(&mut kontora.signed_in("operator").await).await.len();
    assert_eq!(i64::try_from(everybody).unwrap(), kontora.database.number("SELECT COUNT(*) FROM person").await);
}

async fn a_company_s_own_page_is_the_same_list_narrowed(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut expected = users(&mut reseller).await;
    expected.retain(|user| user["office"]["id"] == demo::SIBLING);
    let page = reseller.call("employees", json!({"company": demo::SIBLING})).await.ok();
    assert_eq!(page["people"], json!(expected));
    assert_eq!(page["company"], expected[0]["office"]);
}

async fn a_chat_operator_sees_no_users(kontora: Kontora) {
    let mut chat = kontora.signed_in("chat").await;
    chat.call("users", json!({})).await.refuses("see_companies");
    let page = chat.get("/users").await.is(403).text();
    assert!(page.contains("see companies, their users"), "the missing right is named");
    assert!(!page.contains("href=\"/users\""), "no such item in the menu");
    let me = chat.call("me", json!({})).await.ok()["id"].clone();
    chat.call("user", json!({"id": me})).await.refuses("see_companies");
    chat.call("save_user", json!({"id": me, "seen": {}, "changes": {"max_dialogs": "9"}}))
        .await
        .refuses("manage_users");
    chat.language = "ru";
    chat.call("save_profile", json!({"fields": {"language": "ru"}})).await.ok();
    let page = chat.get("/users").await.is(403).text();
    assert!(page.contains("видеть компании, их пользователей"));
}

async fn the_page_tells_the_list_before_it_wakes_up(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let page = reseller.get("/users").await.is(200).text();
    assert!(page.contains("affiliate@demo.test") && !page.contains("sibir@demo.test"));
    for head in ["ID", "Name", "Email", "Company", "Roles", "Status", "Two-factor", "Last sign-in", "Max dialogs"] {
        assert!(page.contains(&format!(">{head}")), "{head}");
    }
    let found = reseller.get("/users?q=affiliate+demo.test&sort=-name").await.is(200).text();
    assert!(found.contains("1 of "), "the query stands in the address");
    let one = open(&mut reseller, "affiliate@demo.test").await;
    let page = reseller.get(&format!("/users/{}", one["person"]["id"])).await.is(200).text();
    assert!(page.contains("affiliate@demo.test") && page.contains("company default"));
}

async fn a_second_factor_shows_in_the_list(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    assert_eq!(line(&mut affiliate, "affiliate@demo.test").await["has_second_factor"], false);
    let begun = "INSERT INTO second_factor (person_id, secret, begun_at, last_step) \
                 SELECT id, 'GEZDGNBVGY3TQOJQ', 1, 0 FROM person WHERE email = 'affiliate@demo.test'";
    kontora.database.execute(begun).await.unwrap();
    assert_eq!(line(&mut affiliate, "affiliate@demo.test").await["has_second_factor"], false, "only begun");
    kontora.database.execute("UPDATE second_factor SET confirmed_at = 1").await.unwrap();
    assert_eq!(line(&mut affiliate, "affiliate@demo.test").await["has_second_factor"], true);
}

async fn of_a_long_list_the_page_draws_the_beginning(kontora: Kontora) {
    let many = "INSERT INTO person (id, company_id, email, email_key, full_name, state, created_at) \
                SELECT 1000 + one.id * 100 + other.id, 26, 'u' || (one.id * 100 + other.id) || '@many.test', \
                       'u' || (one.id * 100 + other.id) || '@many.test', 'Many', 'active', 1 \
                FROM person AS one, person AS other \
                WHERE one.id < 20 AND other.id < 20";
    kontora.database.execute(many).await.unwrap();
    let roles = "INSERT INTO person_role (person_id, role) SELECT id, 'chat_operator' FROM person WHERE id >= 1000";
    kontora.database.execute(roles).await.unwrap();
    let mut single = kontora.signed_in("single").await;
    let count = users(&mut single).await.len();
    let page = single.get("/users").await.is(200).text();
    let table = page.split("<tbody").nth(1).unwrap().split("</tbody>").next().unwrap().to_owned();
    assert_eq!(table.matches("<tr").count(), 100);
    assert!(page.contains(&format!("{count} of {count} users")));
    assert!(page.contains(&format!("The first 100 of {count} are shown")));
}

async fn a_new_user_has_the_roles_the_number_and_the_parts_of_the_name_that_were_given(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let more = json!({"roles": "chat_operator administrator", "max_dialogs": " 50 ", "last_name": "Новая", "first_name": "Анна"});
    let anna = register(&mut reseller, demo::AFFILIATE, "anna@new.test", more).await.ok();
    assert_eq!(anna["roles"], json!(["administrator", "chat_operator"]));
    assert_eq!((&anna["max_dialogs"], &anna["max_dialogs_own"]), (&json!(50), &json!(50)));
    assert_eq!(anna["office"]["id"], demo::AFFILIATE);
    let opened = open(&mut reseller, "anna@new.test").await;
    let fields = &opened["fields"];
    assert_eq!(
        (&fields["last_name"], &fields["first_name"], &fields["middle_name"]),
        (&json!("Новая"), &json!("Анна"), &json!(""))
    );
    let kept = events(&mut reseller, &anna["id"]).await;
    assert_eq!(kept, [("user_registered".to_owned(), String::new(), "administrator chat_operator".to_owned())]);

    let plain = register(&mut reseller, demo::AFFILIATE, "boris@new.test", json!({})).await.ok();
    assert_eq!((&plain["roles"], &plain["max_dialogs_own"]), (&json!(["administrator"]), &Value::Null));
    let unfit = json!({"roles": "owner", "max_dialogs": "0", "language": "ru"});
    let refused = register(&mut reseller, demo::AFFILIATE, "clara@new.test", unfit).await.problems();
    let expected = json!({
        "roles": ["unknown_choice"], "max_dialogs": [{"out_of_range": {"min": 1, "max": 100_000}}],
        "language": ["unknown_field"],
    });
    assert_eq!(refused, expected);
    let without = register(&mut reseller, demo::AFFILIATE, "clara@new.test", json!({"roles": ""})).await.problems();
    assert_eq!(without, json!({"roles": ["role_needed"]}));
}

async fn of_more_users_than_are_sent_the_newest_come_and_the_server_searches_all(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    let known = operator.call("users", json!({})).await.ok();
    let before = known["people"].as_array().unwrap().len();
    assert_eq!((&known["is_whole"], &known["total"]), (&json!(true), &json!(before)));
    for statement in [
        "INSERT INTO person (id, company_id, email, email_key, full_name, state, created_at) \
         WITH RECURSIVE number (n) AS (SELECT 100001 UNION ALL SELECT n + 1 FROM number WHERE n < 110250) \
         SELECT n, 26, 'u' || n || '@many.test', 'u' || n || '@many.test', 'Многие Люди', 'active', 1 FROM number",
        "INSERT INTO person_role (person_id, role) SELECT id, 'chat_operator' FROM person WHERE id > 100000",
    ] {
        kontora.database.execute(statement).await.unwrap();
    }
    let cut = operator.call("users", json!({})).await.ok();
    let people = cut["people"].as_array().unwrap();
    assert_eq!((&cut["is_whole"], &cut["total"]), (&json!(false), &json!(before + 10_250)));
    assert_eq!((people.len(), &people[0]["id"], &people[9_999]["id"]), (10_000, &json!(100_251), &json!(110_250)));

    let mut found = async |typed: &str| {
        let answer = operator.call("users", json!({"find": typed})).await.ok();
        let ids = answer["people"].as_array().unwrap().iter().map(|user| user["id"].as_i64().unwrap());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(found("AFFILIATE@ demo").await.len(), 1, "by a piece of an address, though long ago");
    assert_eq!(found("u100001@").await, [100_001]);
    assert_eq!(found("многие").await, (110_051..=110_250).collect::<Vec<_>>(), "the newest");
    let by_id = found("1").await;
    assert_eq!((by_id.len(), by_id[0]), (201, 1), "and whoever has the very ID");
    assert_eq!(found("u100001 u100002").await, [0; 0]);
    assert_eq!(found("  ").await.len(), 10_000);

    let mut reseller = kontora.signed_in("reseller").await;
    let whole = reseller.call("users", json!({"find": "u100001"})).await.ok();
    assert_eq!(whole["is_whole"], true, "a list that fits comes whole, whatever is typed");
    assert!(!whole.to_string().contains("many.test"));
    kontora.signed_in("chat").await.call("users", json!({"find": "u1"})).await.refuses("see_companies");
    let page = operator.get("/users?q=u100001").await.is(200).text();
    assert!(
        page.contains("u100001@many.test") && page.contains(&format!("There are {}:", before + 10_250)),
        "{}",
        page.len()
    );
}

async fn the_most_dialogs_are_ones_own_or_the_company_s_default_as_it_is_now(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    change(&mut reseller, demo::EXAMPLE, json!({"max_dialogs": "3000"})).await.ok();
    let chat = |own| json!({"roles": "chat_operator", "max_dialogs": own});
    register(&mut reseller, demo::EXAMPLE, "anna@new.test", chat("50")).await.ok();
    register(&mut reseller, demo::EXAMPLE, "boris@new.test", chat("")).await.ok();
    both(&mut reseller, [50, 3000]).await;
    let opened = super::companies::open(&mut reseller, demo::EXAMPLE).await;
    super::companies::save(&mut reseller, &opened, json!({"max_dialogs": "10"})).await.ok();
    both(&mut reseller, [50, 10]).await;
    let anna = open(&mut reseller, "anna@new.test").await;
    assert_eq!(anna["default_max_dialogs"], 10);
    let saved = save(&mut reseller, &anna, json!({"max_dialogs": ""})).await.ok();
    assert_eq!((&saved["person"]["max_dialogs"], &saved["person"]["max_dialogs_own"]), (&json!(10), &Value::Null));
    both(&mut reseller, [10, 10]).await;
}

async fn both(browser: &mut Browser, dialogs: [u32; 2]) {
    for (email, dialogs) in ["anna@new.test", "boris@new.test"].into_iter().zip(dialogs) {
        assert_eq!(line(browser, email).await["max_dialogs"], dialogs, "{email}");
    }
}
