//! The letter of the bank watch, to the administrators of a reseller or of a company that stands alone.

use app::requisites::shown_day;

use super::super::letter::FaultyBank;
use super::{Body, Sheet};

/// `count` companies are concerned; of many, the first are listed.
pub(super) fn no_longer_valid(sheet: Sheet<'_>, business_day: &str, companies: &[FaultyBank], count: usize) -> Body {
    let day = shown_day(business_day, sheet.lang);
    let mut lines: Vec<String> = companies.iter().map(|company| line(sheet, company)).collect();
    let more = count.saturating_sub(companies.len());
    if more > 0 {
        lines.push(sheet.pick(format!("и еще компаний: {more}"), format!("and {more} more")));
    }
    let button = match companies {
        [company] => sheet.open_company(company.company_id),
        _ => sheet.button("Открыть компании", "Open companies", "/companies"),
    };
    Body {
        paragraphs: vec![
            sheet.pick(
                format!("По справочнику БИК Банка России за {day} банковские реквизиты этих компаний больше не действуют."),
                format!("By the Bank of Russia's directory of BICs of {day}, the bank details of these companies are no longer valid."),
            ),
            sheet.pick(
                "Мы ничего не изменили: уточните реквизиты у компаний и исправьте их.".to_owned(),
                "We have changed nothing: ask the companies for their new details and correct them.".to_owned(),
            ),
        ],
        facts: vec![(sheet.pick("Компании", "Companies"), lines.join("\n"))],
        button,
        ..Body::default()
    }
}

fn line(sheet: Sheet<'_>, company: &FaultyBank) -> String {
    let FaultyBank { company, company_id, bic, reason } = company;
    let reason = reason.words(sheet.lang);
    sheet.pick(
        format!("{company} (ID {company_id}), БИК {bic}: {reason}"),
        format!("{company} (ID {company_id}), BIC {bic}: {reason}"),
    )
}
