//! The examples of the search rule, in the page and through the API alike.

use serde_json::json;

use crate::support::{Browser, Client, Kontora, demo, stories};

stories![
    Demo;
    every_example_of_the_search_finds_the_same_in_the_page_and_through_the_api,
];

/// What is typed, and the companies that it finds, by ID.
const EXAMPLES: [(&str, &[i64]); 60] = [
    ("new", &[7]),
    ("ways", &[7]),
    ("comp", &[7]),
    ("company", &[7]),
    ("WAYS new", &[7]),
    ("eway", &[]),
    ("new elka", &[]),
    ("42", &[42, 142, 420]),
    ("142", &[142]),
    ("0017000016", &[7]),
    ("0017 0000 16", &[7]),
    ("0017000016/001701001", &[7]),
    ("1700003", &[142]),
    ("+7 (912) 345-67-89", &[7]),
    ("8 912 345", &[7]),
    ("345-67-89", &[7]),
    ("9123456789", &[7]),
    ("040613746", &[7, 142]),
    ("40702810 1000 0000 0017", &[7]),
    ("0025", &[42, 142]),
    ("ромашка", &[42]),
    ("\"Ромашка\"", &[42]),
    ("ООО Ромашка", &[42]),
    ("РОМАШКА-ТЕСТ", &[42]),
    ("ооо", &[42]),
    ("романтика", &[]),
    ("елка", &[142]),
    ("ёлка", &[142]),
    ("ЁЛКА", &[142]),
    ("партнеры", &[142]),
    ("партнёров", &[]),
    ("зеленая", &[42]),
    ("Зелёная, д. 5", &[42]),
    ("Елка Образцов", &[142]),
    ("-1250", &[7]),
    ("1250,00", &[7]),
    ("1250.00", &[7]),
    ("-9000.5", &[142]),
    ("8000", &[142]),
    ("-8000", &[]),
    ("приостановлена", &[142]),
    ("suspended", &[142]),
    ("samara", &[142]),
    ("самара", &[142]),
    ("100%", &[1000]),
    ("%", &[1000]),
    ("_", &[]),
    ("*", &[]),
    ("n.w", &[]),
    ("oneil", &[1000]),
    ("o'neil", &[1000]),
    ("примеров ип", &[420]),
    ("пример банк", &[7, 42]),
    ("buh@", &[42]),
    ("romashka.test", &[42]),
    ("а/я 17 примерович", &[420]),
    ("ntcn", &[]),
    ("hjvfirf", &[]),
    ("туц цфны", &[]),
    ("", &[7, 42, 142, 420, 1000]),
];

#[rustfmt::skip]
const COMPANIES: [[&str; 13]; 5] = [
    ["7", "New ways company", "info@newways.test", "+7 912 345-67-89", "500000", "Europe/Moscow", "0017000016",
     "001701001", "040613746", "АО \"ТЕСТБАНК\"", "30101810300000000746", "40702810100000000017", "г. Примерск, ул. Новая, д. 1"],
    ["42", "ООО «Ромашка-Тест»", "buh@romashka.test", "+7 495 000-11-22", "0", "Asia/Vladivostok", "0017000023",
     "001701002", "040613748", "ПАО \"ПРИМЕР-БАНК\"", "30101810900000000748", "40702810400000000025", "г. Примерск, ул. Зелёная, д. 5"],
    ["142", "АО «Ёлка и партнёры»", "elka@example.test", "+7 843 222-33-44", "800000", "Europe/Samara", "0017000030",
     "001701003", "040613746", "АО \"ТЕСТБАНК\"", "", "40702810600000000025", "г. Образцов, пр. Лесной, д. 9"],
    ["420", "ИП Примеров Пример Примерович", "ip@example.test", "+7 999 000-42-42", "0", "Europe/Moscow", "001700000150",
     "", "", "", "", "", ""],
    ["1000", "Test & Sons 100% O''Neil", "", "", "0", "UTC", "", "", "", "", "", "", ""],
];

/// The five companies are the reseller's affiliates, and its only ones; nothing of its own is ever found.
async fn five_companies(kontora: &Kontora) {
    let run = async |statement: String| kontora.database.execute(Box::leak(statement.into_boxed_str())).await.unwrap();
    run(format!("UPDATE company SET reseller_id = {} WHERE reseller_id = 2 AND id <> 7", demo::SIBIR)).await;
    run("UPDATE company SET name = 'Я', email = '', phone = '', inn = '', kpp = '', ogrn = '', bic = '', bank = '', \
         correspondent_account = '', account = '', legal_address = '', postal_address = '', time_zone = 'Asia/Chita' \
         WHERE id = 2"
        .to_owned())
    .await;
    for [id, name, email, phone, limit, zone, inn, kpp, bic, bank, correspondent, account, address] in COMPANIES {
        if id != "7" {
            run(format!(
                "INSERT INTO company (id, kind, reseller_id, reseller_kind, currency, version, list_version, name, \
                                      email, phone, credit_limit, time_zone, max_dialogs, comply_230fz, inn, kpp, \
                                      ogrn, bic, bank, correspondent_account, account, legal_address, \
                                      postal_address, created_at, confirmed_at) \
                 SELECT {id}, kind, reseller_id, reseller_kind, currency, 1, 1, '', '', '', 0, 'UTC', 3000, \
                        comply_230fz, '', '', '', '', '', '', '', '', '', created_at, confirmed_at \
                 FROM company \
                 WHERE id = 7"
            ))
            .await;
        }
        run(format!(
            "UPDATE company \
             SET name = '{name}', email = '{email}', phone = '{phone}', credit_limit = {limit}, time_zone = '{zone}', \
                 inn = '{inn}', kpp = '{kpp}', ogrn = '', bic = '{bic}', bank = '{bank}', \
                 correspondent_account = '{correspondent}', account = '{account}', legal_address = '{address}', \
                 postal_address = '', notification_threshold = NULL \
             WHERE id = {id}"
        ))
        .await;
    }
    run("UPDATE company SET postal_address = 'а/я 17, г. Образцов' WHERE id = 420".to_owned()).await;
    for (id, balance) in [(142, -900_050), (420, 30_000)] {
        run(format!(
            "INSERT INTO ledger_entry (company_id, number, kind, amount, balance_after, description, occurred_at, \
                                       recorded_at) \
             VALUES ({id}, 1, 'correction', {balance}, {balance}, '', 0, 0)"
        ))
        .await;
    }
    run("INSERT INTO suspension (company_id, cause, since) VALUES (142, 'credit', 0)".to_owned()).await;
    run("UPDATE company SET list_version = list_version + 1".to_owned()).await;
}

/// The companies of the page's rows, in their order.
async fn in_page(browser: &mut Browser, query: &str) -> Vec<i64> {
    let page = browser.get(&format!("/companies?q={}", encoded(query))).await.is(200).text();
    let ids = page.split(" id=\"c").skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok());
    ids.filter(|id| *id != demo::NEW_WAYS).collect()
}

fn encoded(query: &str) -> String {
    query.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn sorted(ids: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut ids: Vec<i64> = ids.collect();
    ids.sort_unstable();
    ids
}

async fn every_example_of_the_search_finds_the_same_in_the_page_and_through_the_api(kontora: Kontora) {
    five_companies(&kontora).await;
    let mut reseller = kontora.signed_in("reseller").await;
    let mut client = Client::of_company(&kontora, "reseller", "read").await;
    for (query, expected) in EXAMPLES {
        let shown = in_page(&mut reseller, query).await;
        assert_eq!(sorted(shown.iter().copied()), expected, "the page, for {query:?}");
        assert!(query != "42" || shown.first() == Some(&42), "the company with that very ID comes first: {shown:?}");
        let page = client.get(&format!("/api/v1/companies?q={}", encoded(query))).await.ok();
        let items = page["items"].as_array().unwrap().iter().map(|item| item["id"].as_i64().unwrap());
        assert_eq!(sorted(items.filter(|id| *id != demo::NEW_WAYS)), expected, "the API, for {query:?}");
    }
    for (query, text, count) in [("hjvfirf", "ромашка", 1), ("туц цфны", "new ways", 1)] {
        let view = reseller.call("companies_view", json!({"query": query, "sort": null})).await.ok();
        assert_eq!(view["summary"]["suggestion"], json!({"query": text, "count": count}), "{query}");
    }
}
