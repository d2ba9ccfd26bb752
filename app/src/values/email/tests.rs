//! The address rule, each refusal by its reason.

use super::*;

#[test]
fn ordinary_and_international_addresses_are_accepted() {
    for raw in [
        "info@newways.test",
        "first.last+tag@sub.example.test",
        "o'neil@example.test",
        "_-!#$%&*/=?^`{|}~@x.yz",
        "info@пример.рф",
        "info@xn--e1afmkfd.xn--p1ai",
        "x@1-2.example",
        "\u{a0}Info@Example.TEST ",
    ] {
        assert_eq!(Email::parse(raw).unwrap().as_str(), raw.trim(), "{raw}");
    }
}

#[test]
fn case_does_not_matter_for_comparison() {
    let email = Email::parse(" Info@ПРИМЕР.рф ").unwrap();
    assert_eq!(email.as_str(), "Info@ПРИМЕР.рф");
    assert_eq!(email.normalized(), "info@пример.рф");
    assert_eq!((email.local_part(), email.domain()), ("Info", "ПРИМЕР.рф"));
}

#[test]
fn every_refusal_says_why() {
    let name = |ch, position| Problem::BadCharacter { ch, position, wanted: Wanted::EmailName };
    let domain = |ch, position| Problem::BadCharacter { ch, position, wanted: Wanted::EmailDomain };
    let part = |part: &str| Problem::EmailDomainPart { part: part.to_owned() };
    for (raw, problem) in [
        ("  ", Problem::Required),
        ("info", Problem::EmailNoAt),
        ("@example.test", Problem::EmailNoName),
        ("info@", Problem::EmailNoDomain),
        ("info@localhost", Problem::EmailNoDomainDot { domain: "localhost".to_owned() }),
        ("a@b@example.test", Problem::EmailSeveralAt),
        ("a@example.test, b@example.test", Problem::EmailSeveralAddresses),
        ("a@example.test;b@example.test", Problem::EmailSeveralAddresses),
        ("in fo@example.test", Problem::EmailSpace { position: 3 }),
        ("a@example.test\nBcc:x", Problem::ControlCharacter { ch: '\n', position: 15 }),
        ("a\0@example.test", Problem::ControlCharacter { ch: '\0', position: 2 }),
        ("a@exa\u{202e}mple.test", Problem::DirectionMark { ch: '\u{202e}', position: 6 }),
        ("a\u{200b}@example.test", Problem::InvisibleCharacter { ch: '\u{200b}', position: 2 }),
        ("иnfо@example.test", Problem::CyrillicLetters { letters: "ио".to_owned() }),
        ("é@example.test", name('é', 1)),
        ("\"a\"@example.test", name('"', 1)),
        ("<a@example.test>", name('<', 1)),
        ("a@example.test>", domain('>', 15)),
        ("a@[127.0.0.1]", domain('[', 3)),
        ("a@exa_mple.test", domain('_', 6)),
        ("a@127.0.0.1", Problem::EmailDomainNumeric { part: "1".to_owned() }),
        (".a@example.test", Problem::EmailDots),
        ("a..b@example.test", Problem::EmailDots),
        ("a.@example.test", Problem::EmailDots),
        ("a@.example.test", Problem::EmailDots),
        ("a@example..test", Problem::EmailDots),
        ("a@example.test.", Problem::EmailDots),
        ("a@-example.test", part("-example")),
        ("a@example-.test", part("example-")),
    ] {
        assert_eq!(Email::parse(raw), Err(problem), "{raw}");
    }
}

#[test]
fn lengths_are_those_of_mail_itself() {
    let name = "a".repeat(64);
    assert!(Email::parse(&format!("{name}@example.test")).is_ok());
    let long_name = Problem::EmailNameTooLong { max: 64, actual: 65 };
    assert_eq!(Email::parse(&format!("a{name}@example.test")), Err(long_name));
    let part = "b".repeat(63);
    assert!(Email::parse(&format!("a@{part}.test")).is_ok());
    assert!(matches!(Email::parse(&format!("a@b{part}.test")), Err(Problem::EmailDomainPart { .. })));
    let longest = format!("{name}@{part}.{part}.{}", "c".repeat(61));
    assert_eq!(longest.len(), 254);
    assert!(Email::parse(&longest).is_ok());
    assert_eq!(Email::parse(&format!("{longest}c")), Err(Problem::TooLong { max: 254, actual: 255 }));
}
