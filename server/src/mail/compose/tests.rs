//! Every letter in both languages, as snapshots; and that nothing typed by anybody becomes markup or a header.

use app::companies::Field;
use app::money::{Cause, Grant};
use app::reports::Month;
use app::requisites::BankFault;
use app::values::{Kopecks, ZoneName};

use super::super::FaultyBank;
use super::*;
use crate::invoices;
use crate::mail::letter::{AccountFacts, By, Change, Circumstances, Ending, EntryFacts, MonthlyReport};

const ASKED: i64 = 1_773_489_895_007;
const HOUR_MS: i64 = 60 * 60 * 1000;

fn public_url() -> PublicUrl {
    PublicUrl::parse("https://kontora.example").unwrap()
}

fn circumstances(name: &str) -> Circumstances {
    Circumstances {
        at: ASKED,
        address: "192.0.2.7".to_owned(),
        user_agent: format!("Mozilla/5.0 (Windows NT 10.0; {name}) Gecko/20100101 Firefox/145.0"),
        zone: "Asia/Vladivostok".to_owned(),
    }
}

fn account(name: &str) -> AccountFacts {
    AccountFacts {
        company: name.to_owned(),
        company_id: 41,
        balance: Kopecks::new(-125_000),
        effective_limit: Kopecks::new(100_000),
        temporary_limit: Some(Kopecks::new(20_000)),
        available: Kopecks::new(-25_000),
        at: ASKED,
        zone: "Asia/Vladivostok".to_owned(),
    }
}

/// One of each.
fn letters(name: &str) -> Vec<Letter> {
    let text = || name.to_owned();
    let zone = || "Asia/Vladivostok".to_owned();
    let token = || "token-of-the-link".to_owned();
    let login = || "anna@sever.test".to_owned();
    let valid_until = ASKED + 72 * HOUR_MS;
    vec![
        Letter::Invitation {
            company: text(),
            registered_by: text(),
            login: login(),
            token: token(),
            valid_until,
            zone: zone(),
        },
        Letter::InvitationAccepted { full_name: text(), email: login(), company: text(), company_id: 41 },
        Letter::Reset {
            login: login(),
            token: token(),
            valid_until: ASKED + HOUR_MS,
            asked_at: ASKED,
            address: "192.0.2.7".to_owned(),
            zone: zone(),
        },
        Letter::InvitationWanted { full_name: text(), email: login(), company: text(), company_id: 41 },
        Letter::ResetStarted {
            login: login(),
            by: By::Company(text()),
            token: token(),
            valid_until: ASKED + HOUR_MS,
            zone: zone(),
        },
        Letter::AccessClosed { login: login(), by: By::Company(text()), reason: text() },
        Letter::AccessOpened { login: login(), by: By::Operator, reason: text() },
        Letter::SecondFactorReset { login: login(), by: By::Company(text()), at: ASKED, zone: zone() },
        Letter::AccessChanged { login: login(), change: Change::Password, circumstances: circumstances(name) },
        Letter::NewSignIn { login: login(), circumstances: circumstances(name) },
        Letter::ConfirmEmail {
            login: login(),
            email: "anna@yug.test".to_owned(),
            token: token(),
            valid_until: ASKED + 24 * HOUR_MS,
            zone: zone(),
        },
        Letter::EmailChangeAsked {
            login: login(),
            email: "anna@yug.test".to_owned(),
            token: token(),
            valid_until: ASKED + 168 * HOUR_MS,
            by: None,
            circumstances: circumstances(name),
        },
        Letter::RecoveryCodeUsed { login: login(), left: 2, circumstances: circumstances(name) },
        Letter::ConfirmRegistration {
            company: text(),
            reseller: text(),
            login: login(),
            token: token(),
            valid_until,
            zone: zone(),
        },
        Letter::ViewingBegun { viewer: None, reason: text(), begun_at: ASKED, zone: zone() },
        Letter::ViewingEnded {
            viewer: Some(text()),
            through: login(),
            reason: text(),
            begun_at: ASKED,
            ended_at: ASKED + HOUR_MS / 4,
            pages: vec!["/companies".to_owned(), "/companies/41".to_owned()],
            zone: zone(),
        },
        Letter::AlreadyRegistered { login: login() },
        Letter::RegistrationReminder {
            company: text(),
            reseller: text(),
            login: login(),
            token: token(),
            valid_until,
            removed_at: ASKED + 96 * HOUR_MS,
            zone: zone(),
        },
        Letter::NewAffiliate {
            company: text(),
            company_id: 41,
            inn: "7707083893".to_owned(),
            full_name: text(),
            email: login(),
            phone: "+74950000000".to_owned(),
        },
        Letter::AffiliateConfirmed { company: text(), company_id: 41 },
        Letter::AffiliateRemoved { company: text() },
        Letter::RequestReceived { number: 7, reseller_id: 2, company_id: 41, comment: text() },
        Letter::RequestNeedsYou { number: 7, reseller_id: 2, company_id: 41, requested_by: text(), comment: text() },
        Letter::RequestCompleted { company: text(), company_id: 41, reseller: text(), since: ASKED, zone: zone() },
        Letter::AlreadyAttached { number: 7, company: text(), reseller_id: 2, company_id: 41, reseller: text() },
        Letter::RequestDeclined { number: 7, reseller_id: 2, company_id: 41, reason: text() },
        Letter::TokenEnds {
            name: text(),
            prefix: "kt_Ab3dEf".to_owned(),
            company: text(),
            expires_at: valid_until,
            zone: zone(),
        },
        Letter::RequestWithdrawn { number: 7, reseller_id: 2, company_id: 41, by: text() },
        Letter::ComplianceSwitchedOff { company: text(), company_id: 41, by: text(), at: ASKED, zone: zone() },
        Letter::BanksNoLongerValid {
            business_day: "2026-11-23".to_owned(),
            companies: [(41, BankFault::BicUnknown), (42, BankFault::OutOfUse), (43, BankFault::CorrespondentAccount)]
                .map(|(company_id, reason)| FaultyBank {
                    company: text(),
                    company_id,
                    bic: "040613746".to_owned(),
                    reason,
                })
                .into(),
            count: 5,
        },
        Letter::ThresholdReached {
            account: account(name),
            thresholds: vec![Kopecks::new(-100_000), Kopecks::new(-120_000)],
            days_left: Some(12),
            is_repeated: false,
        },
        Letter::Suspended {
            account: account(name),
            cause: Cause::Credit,
            reason: String::new(),
            entry: Some(EntryFacts {
                number: 118,
                amount: Kopecks::new(-25_000),
                balance_before: Kopecks::new(-100_000),
            }),
            grant: Some(Grant::TemporaryLimit),
            sum_to_resume: Some(Kopecks::new(25_000)),
        },
        Letter::Resumed {
            account: account(name),
            cause: Cause::Reseller,
            since: ASKED - 72 * HOUR_MS,
            ended_by: Ending { reason: text(), grant: Some(Grant::TemporaryLimit), ..Ending::default() },
            still: None,
        },
        Letter::TemporaryLimitEnds {
            account: account(name),
            until: ASKED + 24 * HOUR_MS,
            sum_needed: Kopecks::new(25_000),
        },
        Letter::CreditLimitChanged {
            account: account(name),
            old: Kopecks::ZERO,
            new: Kopecks::new(100_000),
            by: By::Company(text()),
            reason: text(),
        },
        Letter::PoolOverCap {
            reseller: text(),
            reseller_id: Some(2),
            at: Some(ASKED),
            zone: "Europe/Moscow".to_owned(),
            allocated: Kopecks::new(1_000_000),
            cap: Kopecks::new(900_000),
        },
        Letter::MonthlyReport(MonthlyReport {
            company: text(),
            company_id: 41,
            month: Month::parse("2026-10").unwrap(),
            from: 1_790_776_800_000,
            to: 1_793_455_200_000,
            zone: ZoneName::parse("Asia/Vladivostok").unwrap(),
            currency: "RUB".to_owned(),
            opening: Kopecks::new(100_000),
            charges: Kopecks::new(-325_050),
            payments: Kopecks::new(200_000),
            corrections: Kopecks::ZERO,
            reversals: Kopecks::new(50),
            closing: Kopecks::new(-25_000),
        }),
        Letter::Invoice {
            company_id: 41,
            at: ASKED,
            zone: "Asia/Vladivostok".to_owned(),
            invoice: Box::new(invoices::sample::top_up(name)),
        },
        Letter::InvoiceNotIssued {
            supplier: text(),
            supplier_id: 2,
            buyer: text(),
            lacking: vec![Field::Inn, Field::Account],
            at: ASKED,
            zone: "Asia/Vladivostok".to_owned(),
        },
    ]
}

#[test]
fn every_letter_reads_well_in_both_languages() {
    for letter in letters("Север & Co") {
        for lang in [Lang::Ru, Lang::En] {
            let Message { subject, text, html } = compose(&letter, lang, &public_url());
            insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("{}.{lang}", letter.kind()), format!("{subject}\n\n{text}"));
                insta::assert_snapshot!(format!("{}.{lang}.html", letter.kind()), html);
            });
        }
    }
}

#[test]
fn whoever_changed_an_address_for_another_is_named_and_not_from_where() {
    let letter = Letter::EmailChangeAsked {
        login: "anna@sever.test".to_owned(),
        email: "anna@yug.test".to_owned(),
        token: "token-of-the-link".to_owned(),
        valid_until: ASKED + 168 * HOUR_MS,
        by: Some(By::Company("Север".to_owned())),
        circumstances: circumstances("x"),
    };
    let Message { text, .. } = compose(&letter, Lang::Ru, &public_url());
    assert!(text.contains("администратор компании «Север»") && !text.contains("192.0.2.7"), "{text}");
}

#[test]
fn links_lead_to_the_public_address_and_nowhere_else() {
    for letter in letters("Север") {
        let Message { text, html, .. } = compose(&letter, Lang::Ru, &public_url());
        for begun in text.split("://").skip(1).chain(html.split("://").skip(1)) {
            assert!(begun.starts_with("kontora.example"), "{}: {begun}", letter.kind());
        }
    }
}

#[test]
fn what_somebody_typed_is_never_markup() {
    let hostile = "<script>alert('1')</script>\"><a href=//evil.test>&";
    for letter in letters(hostile) {
        for lang in [Lang::Ru, Lang::En] {
            let Message { html, text, .. } = compose(&letter, lang, &public_url());
            assert!(!html.contains("<script"), "{}", letter.kind());
            assert!(!html.contains("<a href=//"), "{}", letter.kind());
            assert!(!text.contains("&lt;"), "{}: the text alternative is not escaped", letter.kind());
        }
    }
}
