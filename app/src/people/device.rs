//! A browser's own description of itself, in the few words that a person knows their device by.

use crate::values::Lang;

/// What a `User-Agent` gives away, and the name for it. Browsers claim to be one another: the first that fits is meant.
const BROWSERS: [(&str, &str); 14] = [
    ("YaBrowser/", "Yandex Browser"),
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("OPR/", "Opera"),
    ("Vivaldi/", "Vivaldi"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
];

/// `Firefox, Windows`; where nothing is recognised, it says so.
///
/// ```
/// use app::people::device_name;
/// use app::values::Lang;
/// let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1";
/// assert_eq!(device_name(phone, Lang::Ru), "Safari, iPhone");
/// ```
pub fn device_name(user_agent: &str, lang: Lang) -> String {
    match (named(user_agent, &BROWSERS), named(user_agent, &SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => unknown(lang).to_owned(),
    }
}

fn named(user_agent: &str, names: &[(&str, &'static str)]) -> Option<&'static str> {
    names.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
}

fn unknown(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "Неизвестное устройство",
        Lang::En => "Unknown device",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_apart_although_they_claim_to_be_one_another() {
        let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
        for (user_agent, name) in [
            (format!("{windows} Chrome/142.0.0.0 Safari/537.36"), "Chrome, Windows"),
            (format!("{windows} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"), "Edge, Windows"),
            (format!("{windows} Chrome/142.0.0.0 YaBrowser/25.10 Safari/537.36"), "Yandex Browser, Windows"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0".to_owned(), "Firefox, Linux"),
            ("Mozilla/5.0 (Linux; Android 16) Chrome/142.0.0.0 Mobile Safari/537.36".to_owned(), "Chrome, Android"),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/19.0 Safari/605.1".to_owned(), "Safari, macOS"),
            ("curl/8.5.0".to_owned(), "curl"),
            (String::new(), "Unknown device"),
        ] {
            assert_eq!(device_name(&user_agent, Lang::En), name, "{user_agent}");
        }
    }
}
