//! A letter made ready for the wire: headers, text and HTML.

use std::time::{Duration, SystemTime};

use app::values::Lang;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

use super::{Letter, compose};
use crate::config::PublicUrl;

/// One letter to one mailbox.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// The left part of the Message-ID: the same at every attempt, so that a receiver can tell a repetition.
    pub id: String,
    /// The mailbox, as the person typed it.
    pub recipient: String,
    pub lang: Lang,
    pub letter: Letter,
    /// Unix milliseconds; the letter's `Date`.
    pub created_at: i64,
}

impl Parcel {
    /// The whole letter with its headers.
    ///
    /// # Errors
    /// Says why the recipient is not an address that mail can be sent to.
    pub fn seal(&self, from: &Mailbox, public_url: &PublicUrl) -> Result<Message, String> {
        let to = deliverable(&self.recipient)?;
        let message = compose(&self.letter, self.lang, public_url);
        let alternative = MultiPart::alternative()
            .singlepart(SinglePart::builder().header(ContentType::TEXT_PLAIN).body(message.text))
            .singlepart(SinglePart::builder().header(ContentType::TEXT_HTML).body(message.html));
        Message::builder()
            .from(from.clone())
            .to(Mailbox::new(None, to))
            .subject(message.subject)
            .date(system_time(self.created_at))
            .message_id(Some(format!("<{}@{}>", self.id, from.email.domain())))
            .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Content-Language"),
                self.lang.as_str().to_owned(),
            ))
            .multipart(with_attachment(&self.letter, alternative)?)
            .map_err(|error| error.to_string())
    }
}

/// What is read, and beside it the file that goes with the letter, if one does.
fn with_attachment(letter: &Letter, read: MultiPart) -> Result<MultiPart, String> {
    let Some(file) = letter.attachment()? else { return Ok(read) };
    let media_type = ContentType::parse(file.media_type).map_err(|error| error.to_string())?;
    Ok(MultiPart::mixed().multipart(read).singlepart(Attachment::new(file.name).body(file.bytes, media_type)))
}

/// The address with its domain as mail servers know it: an international one in its ASCII form (RFC 5891).
fn deliverable(recipient: &str) -> Result<Address, String> {
    let (user, domain) = recipient.rsplit_once('@').ok_or("not an e-mail address")?;
    let domain = idna::domain_to_ascii(domain).map_err(|_| "no such domain can exist")?;
    Address::new(user, domain).map_err(|error| error.to_string())
}

fn system_time(unix_ms: i64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(unix_ms.unsigned_abs())
}

#[cfg(test)]
mod tests;
