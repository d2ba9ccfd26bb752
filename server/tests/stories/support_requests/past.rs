//! What a reseller sees of a company that was attached to it: what is with it from then on, as its letter says.

use serde_json::{Value, json};

use super::{complete, request};
use crate::reports::{DECEMBER, entry, until_made};
use crate::support::{Browser, DAY, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    a_reseller_sees_the_ledger_from_the_attachment_on_and_before_it_one_balance,
    a_reseller_sees_no_earlier_history,
    a_reseller_sees_no_earlier_reports_and_invoices,
    the_month_of_the_attachment_is_sold_by_the_platform,
    the_company_itself_and_the_operator_go_on_seeing_everything,
];

async fn attach(kontora: &Kontora) {
    kontora.pass(DAY);
    let id = request(kontora, "reseller", demo::NEW_WAYS, demo::SINGLE).await;
    complete(&mut kontora.signed_in("operator").await, id).await.ok();
    kontora.pass(MINUTE);
}

async fn billing(browser: &mut Browser) -> Value {
    browser.call("company_billing", json!({"company": demo::SINGLE, "filter": {}, "before": null})).await.ok()
}

async fn pay(browser: &mut Browser, amount: &str) {
    let fields = json!({"kind": "payment", "amount": amount, "reference": "", "key": format!("payment {amount}")});
    browser.call("write_entry", json!({"company": demo::SINGLE, "fields": fields})).await.ok();
}

async fn rename(browser: &mut Browser, name: &str) {
    let form = browser.call("company", json!({"id": demo::SINGLE})).await.ok();
    let body = json!({"id": demo::SINGLE, "version": form["version"], "changes": {"name": name}});
    browser.call("save_company", body).await.ok();
}

async fn history(browser: &mut Browser) -> Value {
    browser.call("company_history", json!({"company": demo::SINGLE, "filter": {}, "before": null})).await.ok()
}

async fn kinds(browser: &mut Browser) -> Vec<String> {
    let filter = json!({"company": demo::SINGLE.to_string()});
    let log = browser.call("audit_events", json!({"filter": filter, "after": null})).await.ok();
    log["events"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap().to_owned()).collect()
}

async fn a_reseller_sees_the_ledger_from_the_attachment_on_and_before_it_one_balance(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    pay(&mut operator, "17291.29").await;
    let before = billing(&mut operator).await;
    attach(&kontora).await;
    let mut reseller = kontora.signed_in("reseller").await;
    let seen = billing(&mut reseller).await;
    assert_eq!(seen["entries"], json!([]));
    assert_eq!(seen["opening"][1], before["account"]["balance"]);
    assert_eq!(seen["chart"].as_array().unwrap().len(), 1);

    let last = before["entries"][0]["number"].as_i64().unwrap();
    let fields = json!({"number": last.to_string(), "description": "Not mine", "key": "not mine"});
    let refused = reseller.call("reverse_entry", json!({"company": demo::SINGLE, "fields": fields})).await;
    assert_eq!(refused.problems(), json!({"form": ["no_such_entry"]}));

    pay(&mut reseller, "50317.31").await;
    let seen = billing(&mut reseller).await;
    assert_eq!(seen["entries"].as_array().unwrap().len(), 1);
    let file = reseller.get(&format!("/api/companies/{}/ledger.csv", demo::SINGLE)).await;
    let file = String::from_utf8(file.is(200).body.to_vec()).unwrap();
    assert!(file.contains("50317.31") && !file.contains("17291.29"), "{file}");
}

async fn a_reseller_sees_no_earlier_history(kontora: Kontora) {
    let mut single = kontora.signed_in("single").await;
    let began = single.call("company", json!({"id": demo::SINGLE})).await.ok();
    rename(&mut single, "Before").await;
    let saved = history(&mut single).await["saves"][0]["version"].clone();
    attach(&kontora).await;
    let mut reseller = kontora.signed_in("reseller").await;
    let seen = history(&mut reseller).await;
    assert_eq!((&seen["saves"], &seen["authors"]), (&json!([]), &json!([])));
    assert!(!kinds(&mut reseller).await.contains(&"company_saved".to_owned()));
    reseller.call("undo_edit", json!({"company": demo::SINGLE, "version": saved, "seen": null})).await.is(404);

    // Nor by saving on a version from before.
    let body = json!({"id": demo::SINGLE, "version": began["version"], "changes": {"phone": "+7 912 111-22-33"}});
    assert_eq!(reseller.call("save_company", body).await.ok()["merged"], json!([]));
    assert_eq!(history(&mut reseller).await["saves"].as_array().unwrap().len(), 1);
    assert!(kinds(&mut reseller).await.contains(&"company_attached".to_owned()));
}

async fn a_reseller_sees_no_earlier_reports_and_invoices(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    operator.call("create_invoice", json!({"company": demo::SINGLE, "fields": {"amount": "100"}})).await.ok();
    let number = billing(&mut operator).await["invoices"][0]["number"].as_str().unwrap().to_owned();
    let today = json!({"from": "2026-11-01", "until": "2026-11-30"});
    let report = operator.call("order_report", json!({"company": demo::SINGLE, "fields": today})).await.ok();
    attach(&kontora).await;

    let mut reseller = kontora.signed_in("reseller").await;
    assert_eq!(billing(&mut reseller).await["invoices"], json!([]));
    reseller.get(&format!("/api/invoices/{number}/invoice.pdf")).await.is(404);
    let cancel = json!({"number": number, "fields": {"reason": "Not mine"}});
    reseller.call("cancel_invoice", cancel).await.is(404);
    assert_eq!(reseller.call("reports", json!({"company": demo::SINGLE})).await.ok()["reports"], json!([]));
    let file = format!("/api/reports/{}/report.csv", report["id"].as_str().unwrap());
    reseller.get(&file).await.is(404);

    let earlier = format!("/api/companies/{}/ledger.csv?until=2026-10-31", demo::SINGLE);
    assert_eq!(reseller.get(&earlier).await.problems(), json!({"until": ["before_attachment"]}));
    let earlier = json!({"company": demo::SINGLE, "fields": {"from": "2026-10-01", "until": "2026-10-31"}});
    assert_eq!(reseller.call("order_report", earlier).await.problems(), json!({"until": ["before_attachment"]}));
    let mine = reseller.call("order_report", json!({"company": demo::SINGLE, "fields": today})).await.ok();
    assert!(mine["begins"][0].as_i64() > report["begins"][0].as_i64());
}

async fn the_month_of_the_attachment_is_sold_by_the_platform(kontora: Kontora) {
    attach(&kontora).await;
    entry(&kontora, demo::SINGLE, "charge", -100, "voice", kontora.now()).await;
    until_made(&kontora, DECEMBER).await;
    entry(&kontora, demo::SINGLE, "charge", -100, "voice", kontora.now()).await;
    until_made(&kontora, DECEMBER + 31 * DAY).await;

    let mut single = kontora.signed_in("single").await;
    let all = billing(&mut single).await["invoices"].clone();
    let of_month = |month: &str| {
        let invoice = all.as_array().unwrap().iter().find(|invoice| invoice["month"] == month);
        invoice.unwrap_or_else(|| panic!("no invoice of {month}: {all}"))["number"].as_str().unwrap().to_owned()
    };
    let (november, december) = (of_month("2026-11"), of_month("2026-12"));
    assert!(november.starts_with("1-") && december.starts_with("2-"), "{november} {december}");
    let mut reseller = kontora.signed_in("reseller").await;
    let seen = billing(&mut reseller).await["invoices"].clone();
    assert_eq!((seen.as_array().unwrap().len(), &seen[0]["number"]), (1, &json!(december)));
    reseller.get(&format!("/api/invoices/{november}/invoice.pdf")).await.is(404);
    reseller.get(&format!("/api/invoices/{december}/invoice.pdf")).await.is(200);
}

async fn the_company_itself_and_the_operator_go_on_seeing_everything(kontora: Kontora) {
    let mut operator = kontora.signed_in("operator").await;
    pay(&mut operator, "17291.29").await;
    rename(&mut operator, "Before").await;
    let before = billing(&mut operator).await;
    attach(&kontora).await;
    for who in ["operator", "single"] {
        let mut browser = kontora.signed_in(who).await;
        let after = billing(&mut browser).await;
        assert_eq!(after["entries"].as_array().unwrap().len(), before["entries"].as_array().unwrap().len(), "{who}");
        assert_eq!(after["opening"], json!(null), "{who}");
        assert_eq!(history(&mut browser).await["saves"].as_array().unwrap().len(), 1, "{who}");
        assert!(kinds(&mut browser).await.contains(&"company_saved".to_owned()), "{who}");
    }
}
