//! Slips in well-known mail domains, such as `gmial.com`. A hint is offered, never imposed.

/// The domains people in our two languages write from most.
const POPULAR: [&str; 14] = [
    "gmail.com",
    "mail.ru",
    "yandex.ru",
    "yandex.com",
    "bk.ru",
    "list.ru",
    "inbox.ru",
    "rambler.ru",
    "hotmail.com",
    "outlook.com",
    "yahoo.com",
    "icloud.com",
    "googlemail.com",
    "protonmail.com",
];

/// Real domains that are one slip away from a popular one.
const GENUINE: [&str; 14] = [
    "ya.ru",
    "mail.com",
    "email.com",
    "ymail.com",
    "gmx.com",
    "yandex.by",
    "yandex.kz",
    "yandex.uz",
    "yandex.ua",
    "mail.de",
    "mail.kz",
    "mail.by",
    "mail.uz",
    "last.ru",
];

/// Popular domains with a wrong ending that is more than one slip away.
const MISTAKEN: [(&str, &str); 5] = [
    ("gmail.ru", "gmail.com"),
    ("gmail.con", "gmail.com"),
    ("gamil.ru", "gmail.com"),
    ("icloud.ru", "icloud.com"),
    ("yandex.con", "yandex.com"),
];

/// The address that was probably meant, when the typed one looks like a slip.
///
/// ```
/// use app::values::email::typo_hint;
/// assert_eq!(typo_hint("anna@gmial.com").as_deref(), Some("anna@gmail.com"));
/// assert_eq!(typo_hint("anna@gmail.com"), None);
/// ```
pub fn typo_hint(raw: &str) -> Option<String> {
    let (name, domain) = raw.trim().rsplit_once('@')?;
    if name.is_empty() || domain.len() > 32 {
        return None;
    }
    let domain = domain.to_lowercase();
    let meant = meant(&domain)?;
    Some(format!("{name}@{meant}"))
}

fn meant(domain: &str) -> Option<&'static str> {
    if POPULAR.contains(&domain) {
        return None;
    }
    if let Some((_, meant)) = MISTAKEN.iter().find(|(slip, _)| *slip == domain) {
        return Some(meant);
    }
    if GENUINE.contains(&domain) {
        return None;
    }
    POPULAR.into_iter().find(|popular| is_one_slip(domain, popular))
}

/// One letter wrong, missing, added, or two neighbours swapped.
fn is_one_slip(typed: &str, meant: &str) -> bool {
    let (typed, meant): (Vec<char>, Vec<char>) = (typed.chars().collect(), meant.chars().collect());
    let start = typed.iter().zip(&meant).take_while(|(a, b)| a == b).count();
    let (typed, meant) = (&typed[start..], &meant[start..]);
    match (typed, meant) {
        ([a, b, typed @ ..], [c, d, meant @ ..]) if a == d && b == c && typed == meant => true,
        ([_, rest @ ..], meant) if rest == meant => true,
        (typed, [_, rest @ ..]) if rest == typed => true,
        ([_, typed @ ..], [_, meant @ ..]) => typed == meant,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_in_a_popular_domain_is_noticed() {
        for (typed, meant) in [
            ("gmial.com", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("gmail.co", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("GMAIL.RU", "gmail.com"),
            ("mail.ry", "mail.ru"),
            ("maul.ru", "mail.ru"),
            ("mail.rru", "mail.ru"),
            ("yandx.ru", "yandex.ru"),
            ("yadnex.ru", "yandex.ru"),
            ("hotmial.com", "hotmail.com"),
            ("outlok.com", "outlook.com"),
        ] {
            assert_eq!(typo_hint(&format!("a.b@{typed}")), Some(format!("a.b@{meant}")), "{typed}");
        }
    }

    #[test]
    fn genuine_domains_and_half_typed_addresses_get_no_hint() {
        for raw in ["a@ya.ru", "a@mail.com", "a@newways.test", "a@yandex.kz", "a@", "@gmial.com", "a", "", "a@mail.ru"]
        {
            assert_eq!(typo_hint(raw), None, "{raw}");
        }
        assert_eq!(typo_hint(&format!("a@{}", "gmial.com".repeat(1000))), None);
    }
}
