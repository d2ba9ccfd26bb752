//! The headers of a letter on the wire.

use super::*;

fn parcel(recipient: &str, company: &str) -> Parcel {
    Parcel {
        id: "AbC-_123".to_owned(),
        recipient: recipient.to_owned(),
        lang: Lang::Ru,
        letter: Letter::AffiliateRemoved { company: company.to_owned() },
        created_at: 1_773_489_895_007,
    }
}

fn sealed(parcel: &Parcel) -> Result<Message, String> {
    let from: Mailbox = "Kontora <no-reply@kontora.example>".parse().unwrap();
    parcel.seal(&from, &PublicUrl::parse("https://kontora.example").unwrap())
}

fn headers(recipient: &str, company: &str) -> String {
    let letter = String::from_utf8(sealed(&parcel(recipient, company)).unwrap().formatted()).unwrap();
    letter.split_once("\r\n\r\n").unwrap().0.to_owned()
}

#[test]
fn the_message_id_is_the_letters_own_and_the_date_its_making() {
    let headers = headers("anna@sever.test", "Sever");
    assert!(headers.contains("Message-ID: <AbC-_123@kontora.example>"), "{headers}");
    assert!(headers.contains("Date: Sat, 14 Mar 2026 12:04:55 +0000"), "{headers}");
    assert!(headers.contains("Auto-Submitted: auto-generated"), "{headers}");
}

#[test]
fn a_line_break_in_a_name_makes_no_header() {
    let headers = headers("anna@sever.test", "Sever\r\nBcc: victim@sever.test");
    assert!(!headers.lines().any(|line| line.starts_with("Bcc")), "{headers}");
}

#[test]
fn an_international_domain_travels_in_ascii() {
    assert!(headers("anna@почта.рф", "Sever").contains("To: anna@xn--80a1acny.xn--p1ai"));
}

#[test]
fn what_is_no_mailbox_is_refused_for_good() {
    for recipient in ["", "anna", "anna@", "@sever.test", "anna@se ver.test", "anna@sever.test\r\nBcc: x@y.test"] {
        assert!(sealed(&parcel(recipient, "Sever")).is_err(), "{recipient:?}");
    }
}
