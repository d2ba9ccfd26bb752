//! The built-in list of passwords that guessing starts with: the most used ones in published counts of breached
//! passwords. Only the server looks them up: the page
//! passes no list, and the text stays out of its program.

/// One password a line, lower case, sorted by bytes, none under eight characters.
const LIST: &str = include_str!("common_passwords.txt");

/// Whether the password is among the most common ones, in whatever case.
pub fn is_common(password: &str) -> bool {
    let password = password.to_lowercase();
    let mut rest = LIST;
    // A binary search over the text itself: no index to build, nothing to keep in memory.
    while !rest.is_empty() {
        let middle = floor_char_boundary(rest, rest.len() / 2);
        let start = rest[..middle].rfind('\n').map_or(0, |at| at + 1);
        let end = rest[start..].find('\n').map_or(rest.len(), |at| start + at);
        match rest[start..end].cmp(password.as_str()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => rest = rest.get(end + 1..).unwrap_or_default(),
            std::cmp::Ordering::Greater => rest = &rest[..start],
        }
    }
    false
}

fn floor_char_boundary(text: &str, mut index: usize) -> usize {
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_long_sorted_and_free_of_what_length_refuses_anyway() {
        let lines: Vec<&str> = LIST.lines().collect();
        assert!(lines.len() >= 3000, "{}", lines.len());
        assert!(lines.is_sorted_by(|a, b| a < b));
        for line in lines {
            assert!(line.chars().count() >= 8 && line.to_lowercase() == line, "{line}");
        }
    }

    #[test]
    fn every_line_is_found_and_nothing_else() {
        assert!(LIST.lines().all(is_common));
        for password in
            ["", "zzzzzzzzzzzzzzzzz", "!", "яяяяяяяяяяяяяя", "kontora-demo-2026", "password1\n", "12345678\npassword"]
        {
            assert!(!is_common(password), "{password}");
        }
        assert!(is_common("PASSWORD1"));
    }

    #[test]
    fn what_breaches_show_to_be_used_most_is_on_it() {
        for password in ["12345678", "password", "midnight", "redskins", "football", "sunshine", "qwertyuiop"] {
            assert!(is_common(password), "{password}");
        }
    }
}
