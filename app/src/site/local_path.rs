//! Where `?next=` may lead: to a path of this site and nowhere else.

use leptos_router::location::Url;

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

/// Where signing in leads: to `next` if that is a path of this site, and by default to where the person begins.
/// The bare list is where most people begin, so it is asked for on behalf of those too who have no list.
pub fn after_sign_in(next: Option<&str>) -> &str {
    next.filter(|path| is_local_path(path) && *path != "/companies").unwrap_or("/")
}

/// The page of the second step of signing in, which leads on to `next`.
pub fn code_page(next: Option<&str>) -> String {
    match next {
        Some(next) => format!("/sign-in/code?next={}", Url::escape(next)),
        None => "/sign-in/code".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{after_sign_in, is_local_path};

    #[test]
    fn signing_in_leads_where_one_wanted_to_go_and_else_to_ones_own_beginning() {
        for (next, path) in [
            (None, "/"),
            (Some("/companies"), "/"),
            (Some("/companies?q=new"), "/companies?q=new"),
            (Some("/profile"), "/profile"),
            (Some("//evil.test"), "/"),
        ] {
            assert_eq!(after_sign_in(next), path);
        }
    }

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
