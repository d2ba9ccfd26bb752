//! What people do about reports: order one, have it made again, delete its file.

use serde_json::{Value, json};

use super::{entry, reports, run, settled};
use crate::support::{DAY, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    a_report_of_any_days_can_be_ordered,
    days_that_are_no_period_are_refused,
    a_report_made_again_says_the_same_whatever_has_changed,
    the_file_alone_is_deleted,
    a_reseller_reads_its_affiliates_reports_and_nobody_elses_are_there,
    the_page_tells_the_reports_before_it_wakes_up,
];

async fn a_report_of_any_days_can_be_ordered(kontora: Kontora) {
    settled(&kontora).await;
    // The 16th of November, 09:10 UTC.
    entry(&kontora, demo::AFFILIATE, "charge", -100, "voice", kontora.now()).await;
    kontora.pass(MINUTE);
    let mut affiliate = kontora.signed_in("affiliate").await;
    let order = json!({"company": null, "fields": {"from": "2026-11-16", "until": "2026-11-30"}});
    let made = affiliate.call("order_report", order.clone()).await.ok();
    assert_eq!(
        (&made["month"], &made["state"], &made["services"]),
        (&Value::Null, &json!("generated"), &json!(["voice"]))
    );
    assert_eq!(made["ends"][0].as_i64().unwrap(), kontora.now() - 1, "today as far as it has come");
    entry(&kontora, demo::AFFILIATE, "charge", -50, "sms", kontora.now()).await;
    kontora.pass(MINUTE);
    let another = affiliate.call("order_report", order).await.ok();
    assert_eq!(another["services"], json!(["sms", "voice"]));
    let all = reports(&mut affiliate, demo::AFFILIATE).await;
    assert_eq!((&all[0], &all[1]), (&another, &made), "the one before is as it was");
}

async fn days_that_are_no_period_are_refused(kontora: Kontora) {
    let mut affiliate = kontora.signed_in("affiliate").await;
    for (fields, refused) in [
        (json!({}), vec!["from", "until"]),
        (json!({"from": "x", "until": "2026-02-30"}), vec!["from", "until"]),
        (json!({"from": "2026-11-02", "until": "2026-11-01"}), vec!["until"]),
        (json!({"from": "2027-01-01", "until": "2027-01-02"}), vec!["from"]),
        (json!({"from": "2026-11-01", "until": "2026-11-02", "company": "2"}), vec!["company"]),
    ] {
        let problems = affiliate.call("order_report", json!({"company": null, "fields": fields})).await.problems();
        assert_eq!(problems.as_object().unwrap().keys().collect::<Vec<_>>(), refused, "{fields}");
    }
}

async fn a_report_made_again_says_the_same_whatever_has_changed(kontora: Kontora) {
    settled(&kontora).await;
    let mut affiliate = kontora.signed_in("affiliate").await;
    let report = reports(&mut affiliate, demo::AFFILIATE).await.remove(0);
    let file = format!("/api/reports/{}/report.csv", report["id"].as_str().unwrap());
    let before = affiliate.get(&file).await.is(200).text();
    entry(&kontora, demo::AFFILIATE, "charge", -100, "voice", kontora.now() - 60 * DAY).await;
    run(&kontora, "UPDATE company SET name = 'Другая', time_zone = 'Asia/Tokyo' WHERE id = 3".to_owned()).await;
    kontora.pass(DAY);
    // The session has run out over the day.
    let mut affiliate = kontora.signed_in("affiliate").await;
    let again = affiliate.call("make_report_again", json!({"id": report["id"]})).await.ok();
    assert_eq!(again["made"][0].as_i64().unwrap(), kontora.now());
    assert_eq!(affiliate.get(&file).await.is(200).text(), before);
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM letter WHERE kind = 'monthly_report'").await, 0);
}

async fn the_file_alone_is_deleted(kontora: Kontora) {
    settled(&kontora).await;
    let mut affiliate = kontora.signed_in("affiliate").await;
    let all = reports(&mut affiliate, demo::AFFILIATE).await;
    let id = all[0]["id"].as_str().unwrap();
    let file = format!("/api/reports/{id}/report.xlsx");
    affiliate.get(&file).await.is(200);
    let deleted = affiliate.call("delete_report_file", json!({"id": id})).await.ok();
    assert_eq!((&deleted["state"], &deleted["has_file"]), (&json!("generated"), &json!(false)));
    affiliate.get(&file).await.is(404);
    assert_eq!(reports(&mut affiliate, demo::AFFILIATE).await.len(), all.len());
    affiliate.call("make_report_again", json!({"id": id})).await.ok();
    affiliate.get(&file).await.is(200);
}

async fn a_reseller_reads_its_affiliates_reports_and_nobody_elses_are_there(kontora: Kontora) {
    settled(&kontora).await;
    let mut reseller = kontora.signed_in("reseller").await;
    let of_affiliate = reports(&mut reseller, demo::AFFILIATE).await;
    let id = of_affiliate[0]["id"].as_str().unwrap();
    reseller.get(&format!("/api/reports/{id}/report.csv")).await.is(200);
    reseller.call("reports", json!({"company": demo::SIBIR})).await.is(404);
    for who in ["sibir", "single"] {
        let mut stranger = kontora.signed_in(who).await;
        stranger.call("reports", json!({"company": demo::AFFILIATE})).await.is(404);
        stranger.get(&format!("/api/reports/{id}/report.csv")).await.is(404);
        for door in ["make_report_again", "delete_report_file"] {
            stranger.call(door, json!({"id": id})).await.is(404);
        }
    }
    kontora.signed_in("chat").await.call("reports", json!({"company": null})).await.refuses("see_companies");
    kontora.browser().get(&format!("/api/reports/{id}/report.csv")).await.is(401);
}

async fn the_page_tells_the_reports_before_it_wakes_up(kontora: Kontora) {
    settled(&kontora).await;
    let mut affiliate = kontora.signed_in("affiliate").await;
    let page = affiliate.get("/reports").await.is(200).text();
    for words in ["Reports", "Report for October 2026", "Monthly", "Generated", "/report.xlsx", "Order a report"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let mut reseller = kontora.signed_in("reseller").await;
    let name = kontora.database.text("SELECT name FROM company WHERE id = 3").await;
    let page = reseller.get("/companies/3/reports").await.is(200).text();
    assert!(page.contains(&format!("Reports of {}", name.replace('&', "&amp;"))), "{page}");
    kontora.browser().get("/reports").await.leads_to("/sign-in?next=/reports");
}
