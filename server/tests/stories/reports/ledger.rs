//! The ledger of any period as a file.

use super::{entry, settled};
use crate::support::{DAY, Kontora, MINUTE, demo, stories};

stories![
    Demo;
    the_ledger_is_downloaded_whole_or_narrowed,
];

async fn the_ledger_is_downloaded_whole_or_narrowed(kontora: Kontora) {
    settled(&kontora).await;
    let now = kontora.now();
    for (kind, amount, service, at) in
        [("charge", -100, "voice", now), ("charge", -50, "sms", now), ("payment", 500, "", now + 2 * DAY)]
    {
        entry(&kontora, demo::AFFILIATE, kind, amount, service, at).await;
    }
    kontora.pass(2 * DAY + MINUTE);
    let mut affiliate = kontora.signed_in("affiliate").await;
    let all = kontora.database.number("SELECT COUNT(*) FROM ledger_entry WHERE company_id = 3").await;
    let mut rows = async |query: &str| {
        let file = affiliate.get(&format!("/api/companies/3/ledger.csv{query}")).await.is(200).text();
        // The sums, where there are some, stand below an empty line.
        i64::try_from(file.lines().take_while(|line| !line.is_empty()).count()).unwrap() - 1
    };
    assert_eq!(rows("").await, all);
    assert_eq!(rows("?service=sms&kind=").await, 1);
    assert_eq!(rows("?kind=charge&from=2026-11-16").await, 2);
    assert_eq!(rows("?from=2026-11-18").await, 1);
    assert_eq!(rows("?from=2026-11-16&until=2026-11-17").await, 2);
    affiliate.get("/api/companies/3/ledger.csv?kind=nothing").await.is(422);
    affiliate.get("/api/companies/3/ledger.csv?company=2").await.is(422);
    affiliate.get("/api/companies/2/ledger.csv").await.is(404);
    let workbook = affiliate.get("/api/companies/3/ledger.xlsx?from=2026-11-16").await;
    assert!(workbook.is(200).body.starts_with(b"PK"));
    assert_eq!(workbook.header("content-disposition"), "attachment; filename=\"ledger-3.xlsx\"");
}
