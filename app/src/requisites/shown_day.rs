//! A day of a directory as running text shows it.

use crate::values::Lang;

/// `2026-11-23` as `23.11.2026` in Russian and `23 Nov 2026` in English; any other text as it is.
///
/// ```
/// use app::requisites::shown_day;
/// use app::values::Lang;
/// assert_eq!(shown_day("2026-11-23", Lang::Ru), "23.11.2026");
/// assert_eq!(shown_day("2026-03-02", Lang::En), "2 Mar 2026");
/// assert_eq!(shown_day("soon", Lang::En), "soon");
/// ```
pub fn shown_day(day: &str, lang: Lang) -> String {
    in_words(day, lang).unwrap_or_else(|| day.to_owned())
}

fn in_words(text: &str, lang: Lang) -> Option<String> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    match lang {
        Lang::Ru => Some(format!("{day}.{month}.{year}")),
        Lang::En => {
            let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
            let month = months.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
            Some(format!("{} {month} {year}", day.trim_start_matches('0')))
        }
    }
}
