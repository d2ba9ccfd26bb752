//! Where `?next=` may lead: to a path of this site and nowhere else.

/// One slash, no second one and no backslash that a browser would read as one, no control characters.
///
/// ```
/// use app::site::is_local_path;
/// assert!(is_local_path("/companies?q=1"));
/// assert!(!is_local_path("//evil.test"));
/// ```
pub fn is_local_path(path: &str) -> bool {
    let mut characters = path.chars();
    characters.next() == Some('/')
        && !matches!(characters.next(), Some('/' | '\\'))
        && !path.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::is_local_path;

    #[test]
    fn only_a_path_of_this_site_is_followed() {
        for path in ["/", "/companies?q=1", "/companies/7"] {
            assert!(is_local_path(path), "{path}");
        }
        for path in ["", "companies", "//evil.test", "/\\evil.test", "https://evil.test", "/\tevil"] {
            assert!(!is_local_path(path), "{path}");
        }
    }
}
