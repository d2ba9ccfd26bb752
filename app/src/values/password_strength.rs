//! How hard a password is to guess, in words: advice beside the field, never a reason to refuse.

use super::Lang;

/// A rough estimate from length and variety.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    Weak,
    Fair,
    Good,
    Strong,
}

impl Strength {
    /// Counts the characters that do not merely repeat or continue their neighbours, and weighs
    /// them by how many kinds there are.
    pub fn of(password: &str) -> Self {
        let mut kinds = [false; 5];
        let mut fresh: u32 = 0;
        let mut seen: Vec<char> = Vec::new();
        let mut previous: Option<char> = None;
        for ch in password.chars().take(64) {
            kinds[kind(ch)] = true;
            let continues = previous.is_some_and(|before| (ch as u32).abs_diff(before as u32) <= 1);
            let known = seen.iter().filter(|old| **old == ch).count() > 2;
            if !continues && !known {
                fresh += 1;
            }
            seen.push(ch);
            previous = Some(ch);
        }
        let variety = u32::try_from(kinds.iter().filter(|used| **used).count()).unwrap_or_default();
        match fresh * (8 + variety) {
            0..=89 => Self::Weak,
            90..=129 => Self::Fair,
            130..=179 => Self::Good,
            _ => Self::Strong,
        }
    }

    /// The word after "Password strength:" / «Надежность пароля:».
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Weak, Lang::Ru) => "слабый",
            (Self::Fair, Lang::Ru) => "средний",
            (Self::Good, Lang::Ru) => "хороший",
            (Self::Strong, Lang::Ru) => "надежный",
            (Self::Weak, Lang::En) => "weak",
            (Self::Fair, Lang::En) => "fair",
            (Self::Good, Lang::En) => "good",
            (Self::Strong, Lang::En) => "strong",
        }
    }
}

fn kind(ch: char) -> usize {
    match ch {
        '0'..='9' => 0,
        _ if ch.is_lowercase() => 1,
        _ if ch.is_uppercase() => 2,
        _ if ch.is_whitespace() => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_and_variety_make_a_password_stronger() {
        for (password, strength) in [
            ("", Strength::Weak),
            ("aaaaaaaaaaaaaaaa", Strength::Weak),
            ("12345678", Strength::Weak),
            ("pilotka7", Strength::Weak),
            ("Pilotka-71", Strength::Fair),
            ("verny kon batareya", Strength::Good),
            ("верный конь батарея скрепка 7", Strength::Strong),
            ("v9$Kq2!mZp4#Tx8w", Strength::Strong),
        ] {
            assert_eq!(Strength::of(password), strength, "{password}");
        }
        assert_eq!(Strength::Strong.word(Lang::Ru), "надежный");
    }
}
