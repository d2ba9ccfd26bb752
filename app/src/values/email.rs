//! An e-mail address: one, of the plain form `name@domain`, that mail can be sent to.

use super::plain_text::{is_direction_mark, is_invisible, is_unseen, length, position};
use super::text_value::text_value;
use super::{Problem, Wanted};

mod typo;

pub use typo::typo_hint;

/// At most 254 characters; an ASCII name, a domain that may be international. Kept as typed;
/// two addresses are the same when [`normalized`](Email::normalized) is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(String);

text_value!(Email);

impl Email {
    /// The longest address, in bytes (RFC 5321, 4.5.3.1.3, less the angle brackets).
    pub const MAX: u32 = 254;
    /// The longest name before `@` (RFC 5321, 4.5.3.1.1).
    const MAX_NAME: u32 = 64;
    /// The longest part of a domain between dots, in bytes (RFC 1035, 2.3.4).
    const MAX_PART: usize = 63;

    /// Trims, then refuses whatever is not one address.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let address = raw.trim();
        if address.is_empty() {
            return Err(Problem::Required);
        }
        let actual = u32::try_from(address.len()).unwrap_or(u32::MAX);
        if actual > Self::MAX {
            return Err(Problem::TooLong { max: Self::MAX, actual });
        }
        refuse_several(address)?;
        let (name, domain) = address.split_once('@').ok_or(Problem::EmailNoAt)?;
        check_name(name)?;
        check_domain(domain, position(length(name) as usize))?;
        Ok(Self(address.to_owned()))
    }

    /// The key for comparing and for uniqueness: lower case.
    pub fn normalized(&self) -> String {
        self.0.to_lowercase()
    }

    /// What stands before `@`.
    pub fn local_part(&self) -> &str {
        self.0.split_once('@').map_or("", |(name, _)| name)
    }

    /// What stands after `@`.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }
}

fn refuse_several(address: &str) -> Result<(), Problem> {
    let ats = address.matches('@').count();
    if ats > 1 && address.contains([',', ';', ' ']) {
        return Err(Problem::EmailSeveralAddresses);
    }
    if let Some((index, ch)) = address.chars().enumerate().find(|(_, ch)| is_unseen(*ch)) {
        let position = position(index);
        return Err(match ch {
            _ if is_direction_mark(ch) => Problem::DirectionMark { ch, position },
            _ if is_invisible(ch) => Problem::InvisibleCharacter { ch, position },
            _ if ch.is_control() => Problem::ControlCharacter { ch, position },
            _ => Problem::EmailSpace { position },
        });
    }
    if ats > 1 { Err(Problem::EmailSeveralAt) } else { Ok(()) }
}

/// A dot-atom of RFC 5322, 3.2.3; quoted names are not accepted.
fn check_name(name: &str) -> Result<(), Problem> {
    if name.is_empty() {
        return Err(Problem::EmailNoName);
    }
    let letters: String = name.chars().filter(|ch| is_cyrillic(*ch)).collect();
    if !letters.is_empty() {
        return Err(Problem::CyrillicLetters { letters });
    }
    let fits = |ch: char| ch.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(ch);
    if let Some((index, ch)) = name.chars().enumerate().find(|(_, ch)| !fits(*ch)) {
        return Err(Problem::BadCharacter { ch, position: position(index), wanted: Wanted::EmailName });
    }
    if name.starts_with('.') || name.ends_with('.') || name.contains("..") {
        return Err(Problem::EmailDots);
    }
    let actual = length(name);
    if actual > Email::MAX_NAME {
        return Err(Problem::EmailNameTooLong { max: Email::MAX_NAME, actual });
    }
    Ok(())
}

/// `before` counts the characters up to and with `@`.
fn check_domain(domain: &str, before: u32) -> Result<(), Problem> {
    if domain.is_empty() {
        return Err(Problem::EmailNoDomain);
    }
    let fits =
        |ch: char| ch.is_ascii_alphanumeric() || (!ch.is_ascii() && ch.is_alphabetic()) || matches!(ch, '-' | '.');
    if let Some((index, ch)) = domain.chars().enumerate().find(|(_, ch)| !fits(*ch)) {
        let position = before.saturating_add(position(index));
        return Err(Problem::BadCharacter { ch, position, wanted: Wanted::EmailDomain });
    }
    if domain.split('.').any(str::is_empty) {
        return Err(Problem::EmailDots);
    }
    let Some((_, last)) = domain.rsplit_once('.') else {
        return Err(Problem::EmailNoDomainDot { domain: domain.to_owned() });
    };
    let misshapen = |part: &&str| part.starts_with('-') || part.ends_with('-') || part.len() > Email::MAX_PART;
    if let Some(part) = domain.split('.').find(misshapen) {
        return Err(Problem::EmailDomainPart { part: part.to_owned() });
    }
    if last.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Problem::EmailDomainNumeric { part: last.to_owned() });
    }
    Ok(())
}

fn is_cyrillic(ch: char) -> bool {
    matches!(ch, '\u{400}'..='\u{52F}')
}

#[cfg(test)]
mod tests;
