//! The reports of months: when they are made, which entries they hold, whom a letter tells of them.

mod files;
mod ledger;
mod orders;

use serde_json::{Value, json};

use crate::support::{Browser, DAY, HOUR, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    a_month_is_made_once_two_looks_ten_minutes_apart_have_seen_its_end,
    a_clock_set_forward_by_mistake_ends_no_month,
    what_a_server_has_missed_is_made_oldest_first,
    several_servers_make_a_month_once,
    every_entry_is_in_one_month_also_after_a_change_of_zone,
    an_entry_that_a_clock_set_back_has_dated_is_not_lost,
    months_before_the_first_look_are_nobodys_news,
    a_company_that_is_not_confirmed_has_no_report,
    a_ledger_that_does_not_add_up_makes_no_report,
];

/// The first instant of December 2026 in Moscow.
pub const DECEMBER: i64 = 1_796_072_400_000;

/// A statement that a story puts together.
pub async fn run(kontora: &Kontora, statement: String) {
    kontora.database.execute(Box::leak(statement.into_boxed_str())).await.unwrap();
}

async fn number(kontora: &Kontora, query: String) -> i64 {
    kontora.database.number(Box::leak(query.into_boxed_str())).await
}

/// The next entry of a company, written past the product.
pub async fn entry(kontora: &Kontora, company: i64, kind: &str, amount: i64, service: &str, recorded_at: i64) {
    let statement = format!(
        "INSERT INTO ledger_entry (company_id, number, kind, amount, balance_after, description, occurred_at, \
                                   recorded_at, service) \
         SELECT {company}, COALESCE(MAX(number), 0) + 1, '{kind}', {amount}, \
                COALESCE((SELECT balance_after FROM ledger_entry WHERE company_id = {company} \
                          ORDER BY number DESC LIMIT 1), 0) + {amount}, \
                '=1+1', {recorded_at}, {recorded_at}, '{service}' \
         FROM ledger_entry \
         WHERE company_id = {company}"
    );
    run(kontora, statement).await;
}

/// The affiliate in Moscow, all that lies behind it reported.
pub async fn settled(kontora: &Kontora) {
    run(kontora, format!("UPDATE company SET time_zone = 'Europe/Moscow' WHERE id = {}", demo::AFFILIATE)).await;
    look(kontora).await;
    kontora.pass(10 * MINUTE);
    look(kontora).await;
}

async fn look(kontora: &Kontora) {
    kontora.store().make_reports().await.unwrap();
}

/// Lets time pass up to an instant, and for two looks beyond it.
pub async fn until_made(kontora: &Kontora, at: i64) {
    kontora.pass(at - kontora.now());
    look(kontora).await;
    kontora.pass(10 * MINUTE);
    look(kontora).await;
}

async fn reports(browser: &mut Browser, company: i64) -> Vec<Value> {
    let list = browser.call("reports", json!({"company": company})).await.ok();
    list["reports"].as_array().unwrap().clone()
}

/// The months of a company's reports, the latest first.
async fn months(kontora: &Kontora, company: i64) -> Vec<String> {
    let all = reports(&mut kontora.signed_in("operator").await, company).await;
    all.iter().filter_map(|report| report["month"].as_str().map(str::to_owned)).collect()
}

async fn a_month_is_made_once_two_looks_ten_minutes_apart_have_seen_its_end(kontora: Kontora) {
    settled(&kontora).await;
    entry(&kontora, demo::AFFILIATE, "charge", -70_000, "voice", kontora.now()).await;
    entry(&kontora, demo::AFFILIATE, "payment", 20_000, "", kontora.now()).await;
    kontora.pass(DECEMBER - 1 - kontora.now());
    look(&kontora).await;
    let is_made = async || months(&kontora, demo::AFFILIATE).await.contains(&"2026-11".to_owned());
    for (wait, expected) in [(0, false), (1, false), (9 * MINUTE, false), (MINUTE, false), (10 * MINUTE, true)] {
        kontora.pass(wait);
        look(&kontora).await;
        assert_eq!(is_made().await, expected, "after {wait}");
    }
    let november = reports(&mut kontora.signed_in("affiliate").await, demo::AFFILIATE).await.remove(0);
    assert_eq!(november["ends"], json!([DECEMBER - 1, 180]));
    assert_eq!((&november["state"], &november["services"]), (&json!("generated"), &json!(["voice"])));
    assert_eq!(november["made"][0].as_i64().unwrap(), kontora.now());

    let address = kontora.database.text("SELECT email FROM company WHERE id = 3").await;
    let mut letters = kontora.letters_to(&address).await;
    letters.retain(|letter| letter.attached.is_empty());
    let [letter] = &letters[..] else { panic!("{letters:?}") };
    assert!(["Отчет за ноябрь 2026", "Report for November 2026"].contains(&letter.subject.as_str()));
    assert!(letter.text.contains("\u{2212}700") && letter.text.contains("200") && letter.text.contains("/reports"));
    assert!(letter.text.contains("Europe/Moscow") && letter.text.contains("(UTC+03:00)"), "{}", letter.text);
}

async fn a_clock_set_forward_by_mistake_ends_no_month(kontora: Kontora) {
    settled(&kontora).await;
    let before = months(&kontora, demo::AFFILIATE).await;
    kontora.pass(40 * DAY);
    look(&kontora).await;
    kontora.pass(9 * MINUTE);
    look(&kontora).await;
    kontora.pass(-40 * DAY);
    for _ in 0..3 {
        look(&kontora).await;
        kontora.pass(10 * MINUTE);
    }
    assert_eq!(months(&kontora, demo::AFFILIATE).await, before);
}

async fn what_a_server_has_missed_is_made_oldest_first(kontora: Kontora) {
    settled(&kontora).await;
    let before = months(&kontora, demo::AFFILIATE).await.len();
    let address = kontora.database.text("SELECT email FROM company WHERE id = 3").await;
    kontora.letters().await;
    entry(&kontora, demo::AFFILIATE, "charge", -100, "sms", kontora.now()).await;
    entry(&kontora, demo::AFFILIATE, "charge", -200, "sms", DECEMBER + 3 * DAY).await;
    kontora.pass(DECEMBER + 63 * DAY - kontora.now());
    let later = kontora.restarted().await;
    look(&later).await;
    assert_eq!(months(&kontora, demo::AFFILIATE).await.len(), before, "one look is not enough");
    later.pass(10 * MINUTE);
    look(&later).await;
    let months = months(&kontora, demo::AFFILIATE).await;
    assert_eq!(months[..months.len() - before], ["2027-01", "2026-12", "2026-11"]);
    let sums = async |month: &str| {
        number(&kontora, format!("SELECT closing - opening FROM report WHERE company_id = 3 AND month = '{month}'"))
            .await
    };
    assert_eq!([sums("2026-11").await, sums("2026-12").await, sums("2027-01").await], [-100, -200, 0]);
    let letters = kontora.letters_to(&address).await;
    assert_eq!(letters.iter().filter(|letter| letter.attached.is_empty()).count(), 3);
    let unordered = "SELECT COUNT(*) FROM report AS one JOIN report AS other ON other.company_id = one.company_id \
                     WHERE one.month < other.month AND (one.made_at > other.made_at OR one.ends_at > other.begins_at)";
    assert_eq!(kontora.database.number(unordered).await, 0);
    later.store().close().await;
}

async fn several_servers_make_a_month_once(kontora: Kontora) {
    settled(&kontora).await;
    let address = kontora.database.text("SELECT email FROM company WHERE id = 3").await;
    kontora.letters().await;
    let other = kontora.restarted().await;
    kontora.pass(DECEMBER + DAY - kontora.now());
    look(&kontora).await;
    kontora.pass(10 * MINUTE);
    let (one, two) = (kontora.store(), other.store());
    let (one, two) = tokio::join!(one.make_reports(), two.make_reports());
    one.unwrap();
    two.unwrap();
    look(&other).await;
    assert_eq!(months(&kontora, demo::AFFILIATE).await[0], "2026-11");
    let twice = "SELECT COUNT(*) FROM report AS one JOIN report AS other \
                 ON other.company_id = one.company_id AND other.month = one.month AND other.id <> one.id";
    assert_eq!(kontora.database.number(twice).await, 0);
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM report WHERE state <> 'generated'").await, 0);
    assert_eq!(kontora.letters_to(&address).await.len(), 1);
    other.store().close().await;
}

async fn every_entry_is_in_one_month_also_after_a_change_of_zone(kontora: Kontora) {
    settled(&kontora).await;
    run(&kontora, "UPDATE company SET time_zone = 'Asia/Vladivostok' WHERE id = 3".to_owned()).await;
    // December comes to Vladivostok at 14:00 UTC.
    let december = DECEMBER - 7 * HOUR;
    for at in [december - 1, december, DECEMBER - 1, DECEMBER] {
        entry(&kontora, demo::AFFILIATE, "charge", -100, "voice", at).await;
    }
    until_made(&kontora, december).await;
    run(&kontora, "UPDATE company SET time_zone = 'Europe/Moscow' WHERE id = 3".to_owned()).await;
    // January comes to Moscow.
    until_made(&kontora, DECEMBER + 31 * DAY).await;
    let count = async |month: &str| {
        let query = format!("SELECT last_number - after_number FROM report WHERE company_id = 3 AND month = '{month}'");
        number(&kontora, query).await
    };
    let before = "SELECT COUNT(*) FROM ledger_entry WHERE company_id = 3 AND recorded_at <= 1794819600000 \
                  AND number > (SELECT MAX(after_number) FROM report WHERE company_id = 3 AND month = '2026-11')";
    assert_eq!(count("2026-11").await, 1 + kontora.database.number(before).await);
    assert_eq!(count("2026-12").await, 3);
    let ends = "SELECT ends_at - begins_at FROM report WHERE company_id = 3 AND month = '2026-12'";
    assert_eq!(kontora.database.number(ends).await, 31 * DAY + 7 * HOUR);
    let uneven = "SELECT COUNT(*) FROM report AS one JOIN report AS next ON next.company_id = one.company_id \
                  AND next.month = (SELECT MIN(month) FROM report WHERE company_id = one.company_id AND month > one.month) \
                  WHERE next.begins_at <> one.ends_at OR next.after_number <> one.last_number OR next.opening <> one.closing";
    assert_eq!(kontora.database.number(uneven).await, 0);
}

async fn an_entry_that_a_clock_set_back_has_dated_is_not_lost(kontora: Kontora) {
    settled(&kontora).await;
    until_made(&kontora, DECEMBER).await;
    entry(&kontora, demo::AFFILIATE, "charge", -100, "voice", DECEMBER - HOUR).await;
    until_made(&kontora, DECEMBER + 31 * DAY).await;
    let december = "SELECT closing - opening FROM report WHERE company_id = 3 AND month = '2026-12'";
    assert_eq!(kontora.database.number(december).await, -100);
}

async fn months_before_the_first_look_are_nobodys_news(kontora: Kontora) {
    settled(&kontora).await;
    assert!(!months(&kontora, demo::AFFILIATE).await.is_empty());
    let told = "SELECT COUNT(*) FROM letter WHERE kind = 'monthly_report'";
    assert_eq!(kontora.database.number(told).await, 0);
}

async fn a_company_that_is_not_confirmed_has_no_report(kontora: Kontora) {
    run(&kontora, "UPDATE company SET confirmed_at = NULL WHERE id = 4".to_owned()).await;
    settled(&kontora).await;
    assert_eq!(kontora.database.number("SELECT COUNT(*) FROM report WHERE company_id = 4").await, 0);
}

async fn a_ledger_that_does_not_add_up_makes_no_report(kontora: Kontora) {
    settled(&kontora).await;
    entry(&kontora, demo::AFFILIATE, "payment", 500, "", kontora.now()).await;
    run(&kontora, "UPDATE ledger_entry SET amount = amount + 1 WHERE company_id = 3 AND amount = 500".to_owned()).await;
    until_made(&kontora, DECEMBER).await;
    let mut affiliate = kontora.signed_in("affiliate").await;
    let broken = reports(&mut affiliate, demo::AFFILIATE).await.remove(0);
    assert_eq!((&broken["month"], &broken["state"]), (&json!("2026-11"), &json!("error")));
    affiliate.get(&format!("/api/reports/{}/report.csv", broken["id"].as_str().unwrap())).await.is(404);
    run(&kontora, "UPDATE ledger_entry SET amount = 500 WHERE company_id = 3 AND amount = 501".to_owned()).await;
    let again = affiliate.call("make_report_again", json!({"id": broken["id"]})).await.ok();
    assert_eq!(again["state"], "generated");
}
