//! A report as the list shows it.

use serde::{Deserialize, Serialize};

use super::{FileKind, Month};
use crate::people::Office;
use crate::ui::date;
use crate::values::Lang;
use crate::words::reports as words;

/// An instant (Unix milliseconds), with the offset of the zone that it is told in, minutes east of UTC.
type Told = (i64, i16);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub id: String,
    /// None where it is of another period.
    pub month: Option<Month>,
    /// Its first instant and its last, in the zone that the company had then.
    pub begins: Told,
    pub ends: Told,
    /// What was charged for; known once it is generated.
    pub services: Vec<String>,
    pub state: ReportState,
    /// In the company's zone of now.
    pub added: Told,
    pub made: Option<Told>,
    /// Whether it can be downloaded.
    pub has_file: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    Generating,
    Generated,
    Error,
}

/// The reports of one company, the latest period first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportList {
    pub company: Office,
    /// IANA name.
    pub zone: String,
    /// There, `2026-11-23`.
    pub today: String,
    pub reports: Vec<Report>,
}

impl ReportState {
    pub const ALL: [Self; 3] = [Self::Generating, Self::Generated, Self::Error];

    /// As stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Generating => "generating",
            Self::Generated => "generated",
            Self::Error => "error",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

impl Report {
    /// `Отчет за октябрь 2026`; `Операции 1 окт 2026 – 15 окт 2026`.
    pub fn name(&self, lang: Lang) -> String {
        match self.month {
            Some(month) => words::monthly_report(&month.name(lang), lang),
            None => format!("{} {}", words::statement(lang), self.days(lang)),
        }
    }

    /// `1 окт 2026 – 15 окт 2026`: its first day and its last.
    pub fn days(&self, lang: Lang) -> String {
        let [first, last] = [self.begins, self.ends].map(|(at, offset)| date(at, offset, lang));
        if first == last { first } else { format!("{first} – {last}") }
    }

    /// What was charged for, in words; a dash where nothing was.
    pub fn services(&self, lang: Lang) -> String {
        let names: Vec<&str> = self.services.iter().map(|service| words::service_name(service, lang)).collect();
        if names.is_empty() { "–".to_owned() } else { names.join(", ") }
    }

    /// Whether anything of it lies within these days, `2026-11-23`, either of which may be empty.
    pub fn touches(&self, from: &str, until: &str) -> bool {
        let [first, last] = [self.begins, self.ends].map(|(at, offset)| crate::ui::iso_day(at, offset));
        (from.is_empty() || last.as_str() >= from) && (until.is_empty() || first.as_str() <= until)
    }

    /// Where it is downloaded.
    pub fn href(&self, kind: FileKind) -> String {
        format!("/api/reports/{}/report.{}", self.id, kind.ending())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::values::DAY_MS;

    /// The first instant of October 2026 in Moscow.
    const OCTOBER: i64 = 1_790_802_000_000;

    pub fn report(month: Option<&str>, from: i64, days: i64) -> Report {
        let begins = OCTOBER + from * DAY_MS;
        Report {
            id: format!("{from}-{days}"),
            month: month.and_then(Month::parse),
            begins: (begins, 180),
            ends: (begins + days * DAY_MS - 1, 180),
            services: vec!["voice".to_owned(), "fax".to_owned()],
            state: ReportState::Generated,
            added: (begins, 180),
            made: None,
            has_file: true,
        }
    }

    #[test]
    fn a_report_is_named_by_its_month_or_by_its_days() {
        let october = report(Some("2026-10"), 0, 31);
        assert_eq!(october.name(Lang::Ru), "Отчет за октябрь 2026");
        assert_eq!(october.days(Lang::En), "1 Oct 2026 – 31 Oct 2026");
        assert_eq!(report(None, 0, 15).name(Lang::Ru), "Операции 1 окт 2026 – 15 окт 2026");
        assert_eq!(report(None, 4, 1).name(Lang::En), "Entries 5 Oct 2026");
    }

    #[test]
    fn services_are_told_in_words_where_the_platform_has_some() {
        assert_eq!(report(None, 0, 1).services(Lang::Ru), "Звонки, fax");
        assert_eq!(Report { services: Vec::new(), ..report(None, 0, 1) }.services(Lang::En), "–");
    }

    #[test]
    fn a_report_is_found_by_any_day_of_its_period() {
        let october = report(Some("2026-10"), 0, 31);
        for (from, until, is_found) in [
            ("", "", true),
            ("2026-10-31", "", true),
            ("2026-11-01", "", false),
            ("", "2026-10-01", true),
            ("", "2026-09-30", false),
            ("2026-10-10", "2026-10-11", true),
            ("2026-09-01", "2026-12-31", true),
        ] {
            assert_eq!(october.touches(from, until), is_found, "{from} – {until}");
        }
    }
}
