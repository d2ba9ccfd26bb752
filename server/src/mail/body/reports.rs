//! The letter about a month's report. The report itself is not attached: it is behind the sign-in.

use app::values::Kopecks;
use app::words::reports as words;

use super::super::letter::MonthlyReport;
use super::super::moment::moment_with_offset;
use super::{Body, Sheet};

pub(super) fn monthly(sheet: Sheet<'_>, report: &MonthlyReport) -> Body {
    let MonthlyReport { company, company_id, month, .. } = report;
    let month = month.name(sheet.lang);
    Body {
        paragraphs: vec![sheet.pick(
            format!("Отчет за {month} для компании «{company}» сформирован."),
            format!("The report for {month} of {company} is ready."),
        )],
        facts: facts(sheet, report),
        button: sheet.button("Открыть отчеты", "Open the reports", "/reports"),
        notes: vec![sheet.pick(
            format!("Вы получили это письмо, потому что этот адрес указан у компании «{company}» (ID {company_id})."),
            format!("You get this letter because this is the address of {company} (ID {company_id})."),
        )],
        ..Body::default()
    }
}

/// Corrections and reversals are rare: they are told where there are some, so that the amounts add up.
fn facts(sheet: Sheet<'_>, report: &MonthlyReport) -> Vec<(&'static str, String)> {
    let lang = sheet.lang;
    let at = |unix_ms| moment_with_offset(lang, unix_ms, report.zone.as_str());
    let amounts = [
        (words::opening(lang), report.opening, true),
        (words::charges(lang), report.charges, true),
        (words::payments(lang), report.payments, true),
        (words::corrections(lang), report.corrections, false),
        (words::reversals(lang), report.reversals, false),
        (words::closing(lang), report.closing, true),
    ];
    let told = amounts.into_iter().filter(|(_, amount, always)| *always || *amount != Kopecks::ZERO);
    let mut facts = vec![
        ("ID", report.company_id.to_string()),
        sheet.company(&report.company),
        (sheet.pick("Период", "Period"), format!("{} – {}", at(report.from), at(report.to))),
        (words::zone(lang), report.zone.to_string()),
    ];
    facts.extend(told.map(|(label, amount, _)| (label, in_currency(sheet, amount, &report.currency))));
    facts
}

fn in_currency(sheet: Sheet<'_>, amount: Kopecks, currency: &str) -> String {
    let shown = amount.shown(sheet.lang);
    if currency == "RUB" { shown.in_roubles() } else { format!("{shown}\u{a0}{currency}") }
}
