//! The balance in time, by days of the company's zone.

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
    // The day of the change itself has 25 hours, and one end.
    let change = [LATE_IN_SUMMER + 2 * HOUR, LATE_IN_SUMMER + 25 * HOUR];
    for at in change {
        entry(&kontora, EMPTY, "charge", -100, "voice", at).await;
    }
    let chart = billing(&mut kontora.signed_in("reseller").await).await["chart"].clone();
    let points: Vec<i64> = chart.as_array().unwrap().iter().map(|point| point[0].as_i64().unwrap()).collect();
    for (at, is_last) in [
        (LATE_IN_SUMMER - HOUR, false),
        (LATE_IN_SUMMER, true),
        (LATE_IN_SUMMER + HOUR, false),
        (change[0], false),
        (change[1], true),
        (LATE_IN_WINTER - HOUR, false),
        (LATE_IN_WINTER, true),
        (LATE_IN_WINTER + HOUR, true),
    ] {
        assert_eq!(points.contains(&at), is_last, "{at}: {chart}");
    }
}
