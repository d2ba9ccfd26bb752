//! The balance in time, by days of the company's zone.

use serde_json::json;

use super::{EMPTY, billing};
use crate::reports::{entry, run};
use crate::support::{Kontora, stories};

stories![
    Demo;
    days_of_the_chart_begin_at_midnight_on_either_side_of_a_change_of_clocks,
];

/// Berlin, 24 October 2026, 23:30 in summer time; an hour later the next day has begun. Its clocks go back that night.
const LATE_IN_SUMMER: i64 = 1_792_877_400_000;
/// 2 November 2026, 23:30 in winter time.
const LATE_IN_WINTER: i64 = 1_793_658_600_000;
const HOUR: i64 = 60 * 60 * 1000;

async fn days_of_the_chart_begin_at_midnight_on_either_side_of_a_change_of_clocks(kontora: Kontora) {
    run(&kontora, format!("UPDATE company SET time_zone = 'Europe/Berlin' WHERE id = {EMPTY}")).await;
    for late in [LATE_IN_SUMMER, LATE_IN_WINTER] {
        for at in [late - HOUR, late, late + HOUR] {
            entry(&kontora, EMPTY, "charge", -100, "voice", at).await;
        }
    }
    let chart = billing(&mut kontora.signed_in("reseller").await).await["chart"].clone();
    let points: Vec<i64> = chart.as_array().unwrap().iter().map(|point| point[0].as_i64().unwrap()).collect();
    for late in [LATE_IN_SUMMER, LATE_IN_WINTER] {
        let there = [late - HOUR, late, late + HOUR].map(|at| points.contains(&at));
        assert_eq!(json!(there), json!([false, true, true]), "{late}: {chart}");
    }
}
