//! Who gets through which door to whose company: every door, every kind of person.
//!
//! The matrix is a snapshot to be read by a person; a door in no row fails, and so does a new public one.

mod door;
mod doors;
mod inhabitants;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::support::{Answer, Kontora, demo, stories};
use door::{About, Door};
use inhabitants::{INHABITANTS, Inhabitant, Whose};

stories![
    Demo;
    every_door_opens_to_whom_the_matrix_says,
    a_stranger_cannot_tell_whether_a_company_exists,
    a_stranger_cannot_tell_whether_a_request_exists,
];

/// Doors that open without a session. This list may only shrink.
const PUBLIC: [&str; 34] = [
    "GET /",
    "GET /api/v1/openapi.json",
    "GET /email-change",
    "GET /forgot-password",
    "GET /healthz",
    "GET /privacy",
    "GET /readyz",
    "GET /register",
    "GET /register/",
    "GET /set-password",
    "GET /sign-in",
    "GET /sign-in/code",
    "GET /terms",
    "POST /api/ask_inviter",
    "POST /api/ask_passkey_sign_in",
    "POST /api/choose_language",
    "POST /api/email_link",
    "POST /api/enter_code",
    "POST /api/follow_email_link",
    "POST /api/forgot_password",
    "POST /api/link_works",
    "POST /api/register",
    "POST /api/registrar",
    "POST /api/set_password",
    "POST /api/sign_in",
    "POST /api/time_zones",
    "POST /email-change",
    "POST /forgot-password",
    "POST /language",
    "POST /register/",
    "POST /set-password",
    "POST /sign-in",
    "POST /sign-in/code",
    "POST /sign-out",
];

#[test]
fn no_door_is_forgotten() {
    let there: BTreeSet<String> =
        server::door_list().into_iter().map(|(method, path)| format!("{method} {path}")).collect();
    let known: BTreeSet<String> = doors::all().iter().map(|door| door.name()).collect();
    assert_eq!(there, known, "left: the product's doors; right: those that have a row");
}

async fn every_door_opens_to_whom_the_matrix_says(kontora: Kontora) {
    let prepared = door::prepare(&kontora).await;
    let mut matrix = heading();
    let mut public = BTreeSet::new();
    let mut number = 0;
    for door in doors::all() {
        for whose in door.rows() {
            write!(matrix, "\n{:<32}{:<9}", door.label(), whose.map_or("", Whose::word)).unwrap();
            for inhabitant in INHABITANTS {
                number += 1;
                let Some(company) = inhabitant.company(whose) else {
                    write!(matrix, "{:<16}", "–").unwrap();
                    continue;
                };
                let mut browser = inhabitant.browser(&kontora).await;
                let about = prepared.about(company, number);
                let answer = door.knock(&mut browser, about).await;
                if inhabitant == Inhabitant::Anonymous && !asks_to_sign_in(&answer) {
                    public.insert(door.name());
                }
                write!(matrix, "{:<16}", outcome(&answer)).unwrap();
            }
        }
    }
    assert_eq!(public, PUBLIC.into_iter().map(str::to_owned).collect());
    let matrix: Vec<&str> = matrix.lines().map(str::trim_end).collect();
    insta::assert_snapshot!("matrix", matrix.join("\n"));
}

fn heading() -> String {
    let names: String = INHABITANTS.iter().map(|inhabitant| format!("{:<16}", inhabitant.name())).collect();
    format!("{:<32}{:<9}{names}", "door", "company")
}

fn outcome(answer: &Answer) -> String {
    match answer.status {
        200..300 => format!("✔ {}", answer.status),
        300..400 => format!("→ {}", answer.header("location").split('?').next().unwrap_or_default()),
        _ => format!("✘ {}", answer.status),
    }
}

fn asks_to_sign_in(answer: &Answer) -> bool {
    answer.status == 401 || answer.status == 303 && answer.header("location").starts_with("/sign-in?next=")
}

async fn a_stranger_cannot_tell_whether_a_company_exists(kontora: Kontora) {
    let prepared = door::prepare(&kontora).await;
    let foreign = [
        (Inhabitant::Stranger, demo::NEW_WAYS),
        (Inhabitant::Stranger, demo::AFFILIATE),
        (Inhabitant::Affiliate, demo::NEW_WAYS),
        (Inhabitant::Affiliate, demo::SIBLING),
        (Inhabitant::Reseller, demo::SIBIR_AFFILIATE),
        (Inhabitant::Reseller, demo::PLATFORM),
    ];
    for door in doors::all().into_iter().filter(Door::is_about_a_company) {
        for (inhabitant, company) in foreign {
            let mut browser = inhabitant.browser(&kontora).await;
            let about = |company| prepared.about(company, 0);
            let there = traits(&door.knock(&mut browser, about(company)).await, company);
            let nowhere = traits(&door.knock(&mut browser, about(demo::NOBODY)).await, demo::NOBODY);
            assert_eq!(there, nowhere, "{} of company {company} by {}", door.label(), inhabitant.name());
            assert!(there.starts_with("404"), "{} of company {company}: {there}", door.label());
        }
    }
}

async fn a_stranger_cannot_tell_whether_a_request_exists(kontora: Kontora) {
    let prepared = door::prepare(&kontora).await;
    for door in doors::all().into_iter().filter(Door::is_about_a_request) {
        for inhabitant in [Inhabitant::Anonymous, Inhabitant::Stranger, Inhabitant::OtherReseller] {
            let mut browser = inhabitant.browser(&kontora).await;
            let about = |requests| About { requests, ..prepared.about(demo::NOBODY, 0) };
            let there = traits(&door.knock(&mut browser, about(prepared.requests)).await, 0);
            let nowhere = traits(&door.knock(&mut browser, about([77, 78, 79, 80])).await, 0);
            assert_eq!(there, nowhere, "{} by {}", door.label(), inhabitant.name());
        }
    }
}

/// All that can be seen of an answer, but for the ID that was asked for and what differs at each request.
fn traits(answer: &Answer, id: i64) -> String {
    let nonce =
        answer.header("content-security-policy").split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next());
    let plain = |text: &str| match nonce {
        Some(nonce) => text.replace(nonce, "NONCE"),
        None => text.to_owned(),
    };
    let mut headers: Vec<String> =
        answer.headers.iter().map(|(name, value)| plain(&format!("{name}: {}", value.to_str().unwrap()))).collect();
    headers.sort();
    // Behind the document the framework sends its data in the order in which it happens to be ready.
    let text = answer.text();
    let document = text.split("</html>").next().unwrap_or_default();
    let body = plain(document).replace(&format!("/companies/{id}/"), "/companies/ID/");
    format!("{}\n{}\n\n{body}", answer.status, headers.join("\n"))
}
