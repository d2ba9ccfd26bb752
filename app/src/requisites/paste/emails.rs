//! E-mail addresses in a line: what stands around an @.

use super::Slot;
use super::found::Found;
use super::line::Line;
use crate::values::Email;

/// Takes every address that is one; others stay for the rest.
pub(super) fn take(line: &mut Line, found: &mut Found) {
    let mut at = 0;
    while let Some(index) = (at..line.chars.len()).find(|index| line.chars[*index] == '@') {
        let start = index - line.chars[at..index].iter().rev().take_while(|ch| is_part(**ch)).count();
        let typed = line.chars[index + 1..].iter().take_while(|ch| is_part(**ch)).count();
        let dots = line.chars[index + 1..=index + typed].iter().rev().take_while(|ch| matches!(ch, '.' | '-')).count();
        let end = index + 1 + typed - dots;
        if let Ok(email) = Email::parse(&line.text(start..end)) {
            found.state(Slot::Email, email.as_str());
            line.mark_used(start..end);
        }
        at = end.max(index + 1);
    }
}

/// What stands in an address but the @, roughly: spaces, commas and brackets end it.
fn is_part(ch: char) -> bool {
    ch.is_alphanumeric() || matches!(ch, '.' | '_' | '-' | '+' | '%' | '\'' | '&' | '!' | '#' | '=' | '^' | '~')
}
