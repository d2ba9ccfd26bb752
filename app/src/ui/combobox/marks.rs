//! Which parts of a line were typed.

/// The text cut into parts, each with whether a typed word matches it, in any case.
pub fn marked(text: &str, query: &str) -> Vec<(String, bool)> {
    let letters: Vec<char> = text.chars().collect();
    let folded: Vec<char> = letters.iter().map(|letter| fold(*letter)).collect();
    let mut is_marked = vec![false; letters.len()];
    for word in query.split(is_between).filter(|word| !word.is_empty()) {
        let word: Vec<char> = word.chars().map(fold).collect();
        for start in 0..=folded.len().saturating_sub(word.len()) {
            if folded[start..].starts_with(&word) {
                is_marked[start..start + word.len()].fill(true);
            }
        }
    }
    let mut parts: Vec<(String, bool)> = Vec::new();
    for (letter, is_match) in letters.into_iter().zip(is_marked) {
        match parts.last_mut() {
            Some((part, was_match)) if *was_match == is_match => part.push(letter),
            _ => parts.push((letter.to_string(), is_match)),
        }
    }
    parts
}

fn is_between(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '_' | '/' | ',' | '(' | ')')
}

fn fold(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, query: &str) -> String {
        marked(text, query)
            .into_iter()
            .map(|(part, is_match)| if is_match { format!("[{part}]") } else { part })
            .collect()
    }

    #[test]
    fn every_typed_word_is_marked_in_any_case() {
        for (text, query, marks) in [
            ("Europe/Moscow", "mosc", "Europe/[Mosc]ow"),
            ("America/New_York", "new y", "America/[New]_[Y]ork"),
            ("Asia/Baghdad", "asia/ba", "[Asia]/[Ba]ghdad"),
            ("Europe/Moscow", "москва", "Europe/Moscow"),
            ("Europe/Moscow", "", "Europe/Moscow"),
            ("UTC", "utc+03:00", "UTC"),
        ] {
            assert_eq!(shown(text, query), marks, "{query}");
        }
    }
}
