//! What is in the files of a report.

use super::{DECEMBER, entry, reports, settled, until_made};
use crate::support::{Kontora, demo, stories};

stories![
    Demo;
    a_report_is_downloaded_in_both_kinds_of_files,
];

async fn a_report_is_downloaded_in_both_kinds_of_files(kontora: Kontora) {
    settled(&kontora).await;
    entry(&kontora, demo::AFFILIATE, "charge", -125_000, "voice", DECEMBER - 1).await;
    until_made(&kontora, DECEMBER).await;
    let mut affiliate = kontora.signed_in("affiliate").await;
    let report = reports(&mut affiliate, demo::AFFILIATE).await.remove(0);
    let address = format!("/api/reports/{}/report", report["id"].as_str().unwrap());
    let csv = affiliate.get(&format!("{address}.csv")).await;
    assert_eq!(csv.is(200).header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(csv.header("content-disposition"), "attachment; filename=\"report-3-2026-11.csv\"");
    assert_eq!(csv.header("cache-control"), "no-store");
    let text = csv.text();
    let (entries, sums) = text.split_once("\r\n\r\n").unwrap();
    let last = entries.lines().last().unwrap();
    assert!(last.contains("\"2026-11-30 23:59:59.999\";\"UTC+03:00\""), "{text}");
    assert!(last.contains("\"Charge\";\"Calls\";\"'=1+1\"") && last.contains("\"-1250.00\""), "{text}");
    assert!(sums.contains("\"Charges, RUB\";\"-1250.00\""), "{text}");
    let xlsx = affiliate.get(&format!("{address}.xlsx")).await;
    assert_eq!(
        xlsx.is(200).header("content-type"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    );
    assert_eq!(xlsx.header("content-disposition"), "attachment; filename=\"report-3-2026-11.xlsx\"");
    let again = affiliate.get(&format!("{address}.xlsx")).await;
    assert!(xlsx.body.starts_with(b"PK") && xlsx.body == again.body);
}
