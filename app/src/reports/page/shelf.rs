//! The state of the page: the reports that are here, and which of them are looked for.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use search::{Column, Index, Query};

use crate::reports::{Report, ReportList, ReportState, door};
use crate::site::use_lang;
use crate::ui::browser::focus_search;
use crate::values::{CompanyId, Lang};

/// While a report is being made, so often is looked whether it is.
const EVERY: Duration = Duration::from_secs(3);

/// A handle that every part of the page copies.
#[derive(Clone, Copy)]
pub struct Shelf {
    pub company: CompanyId,
    /// IANA name of the zone that times are told in.
    pub zone: StoredValue<String>,
    /// There, `2026-11-23`.
    pub today: StoredValue<String>,
    pub reports: RwSignal<Vec<Report>>,
    pub query: RwSignal<String>,
    /// Days, `2026-11-23`; empty for any.
    pub from: RwSignal<String>,
    pub until: RwSignal<String>,
    /// Those that are looked for.
    pub found: Memo<Vec<Report>>,
    pub is_ordering: RwSignal<bool>,
}

impl Shelf {
    pub fn new(reports: ReportList) -> Self {
        let ReportList { company, zone, today, reports } = reports;
        let (lang, reports) = (use_lang(), RwSignal::new(reports));
        let [query, from, until] = std::array::from_fn(|_| RwSignal::new(String::new()));
        let found = Memo::new(move |_| {
            let (query, from, until) = (query.get(), from.get(), until.get());
            reports.with(|reports| found(reports, &query, [&from, &until], lang.get()))
        });
        Self {
            company: company.id,
            zone: StoredValue::new(zone),
            today: StoredValue::new(today),
            reports,
            query,
            from,
            until,
            found,
            is_ordering: RwSignal::new(false),
        }
    }

    /// Puts a report in the place of what it was, or first.
    pub fn put(self, report: Report) {
        self.reports.update(|reports| match reports.iter_mut().find(|known| known.id == report.id) {
            Some(known) => *known = report,
            None => reports.insert(0, report),
        });
    }

    pub fn show_all(self) {
        for field in [self.query, self.from, self.until] {
            field.set(String::new());
        }
        focus_search();
    }

    /// Keeps looking while a report is being made.
    pub fn watch(self) {
        let is_waiting =
            Memo::new(move |_| self.reports.read().iter().any(|report| report.state == ReportState::Generating));
        let look = move || async move {
            if let Ok(now) = door::reports(Some(self.company)).await {
                self.reports.try_set(now.reports);
            }
        };
        Effect::new(move |_| {
            if is_waiting.get() {
                let ticking = set_interval_with_handle(move || spawn_local(look()), EVERY);
                on_cleanup(move || drop(ticking.map(|ticking| ticking.clear())));
            }
        });
    }
}

/// Those in whose name every word occurs, and of whose period some lies within the days.
fn found(reports: &[Report], typed: &str, [from, until]: [&str; 2], lang: Lang) -> Vec<Report> {
    let mut index = Index::default();
    let within: Vec<&Report> = reports.iter().filter(|report| report.touches(from, until)).collect();
    for (row, report) in (0..).zip(&within) {
        index.push(row, &[Column::Text(&report.name(lang))]);
    }
    let order: Vec<u32> = (0..).take(within.len()).collect();
    let rows = index.search(&Query::parse(typed)).arranged(&order);
    rows.into_iter().filter_map(|row| within.get(row as usize).map(|report| (*report).clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::report::tests::report;

    fn names(typed: &str, from: &str, until: &str, lang: Lang) -> Vec<String> {
        let reports = [report(Some("2026-11"), 31, 30), report(Some("2026-10"), 0, 31), report(None, 0, 15)];
        found(&reports, typed, [from, until], lang).iter().map(|report| report.name(lang)).collect()
    }

    #[test]
    fn a_report_is_found_by_the_words_of_its_name_in_the_readers_language() {
        assert_eq!(names("окт отчет", "", "", Lang::Ru), ["Отчет за октябрь 2026"]);
        assert_eq!(names("october", "", "", Lang::En), ["Report for October 2026"]);
        assert_eq!(names("october", "", "", Lang::Ru), Vec::<String>::new());
        assert_eq!(names("", "", "", Lang::Ru).len(), 3);
    }

    #[test]
    fn a_report_is_found_by_its_period() {
        assert_eq!(names("", "2026-11-01", "", Lang::En), ["Report for November 2026"]);
        assert_eq!(names("", "2026-10-16", "2026-10-20", Lang::En), ["Report for October 2026"]);
        assert_eq!(names("report", "", "2026-10-20", Lang::En), ["Report for October 2026"]);
    }
}
