//! A door, and how one knocks at it: what is asked for there, and by whom it is brought.

use axum::http::Method;
use serde_json::{Value, json};

use super::inhabitants::Whose;
use crate::support::{Answer, Browser, Client, Kontora, demo};

/// What is asked for at a door.
#[derive(Clone, Copy)]
pub struct About {
    pub company: i64,
    /// Somebody of the company, who is none of the inhabitants.
    pub person: i64,
    /// Differs at each knock, for what must be unique.
    pub number: u32,
    /// One each to complete, to decline, to withdraw and to comment on.
    pub requests: [i64; 4],
}

/// One person for each company: the company's ID is added.
const FIRST_PERSON: i64 = 10_000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Nothing,
    Company,
    /// Somebody of a company.
    Person,
    Request,
}

enum Knock {
    Visit(&'static str),
    Call(&'static str, fn(About) -> Value),
    Upload(&'static str, &'static str),
    Submit(&'static str, fn(About) -> Vec<(&'static str, String)>),
    /// With a token that the person makes for it, where they can.
    Api(&'static str, &'static str),
}

pub struct Door {
    knock: Knock,
    subject: Subject,
    /// Where one door has several rows.
    variant: &'static str,
    /// The reseller's host on which it stands.
    slug: Option<&'static str>,
}

impl Door {
    /// Method and path, as the product lists its doors.
    pub fn name(&self) -> String {
        match self.knock {
            Knock::Visit(path) => format!("GET {path}"),
            Knock::Call(function, _) => format!("POST /api/{function}"),
            Knock::Submit(path, _) | Knock::Upload(path, _) => format!("POST {path}"),
            Knock::Api(method, path) => format!("{method} {path}"),
        }
    }

    pub fn label(&self) -> String {
        format!("{}{}", self.name(), self.variant)
    }

    pub fn rows(&self) -> Vec<Option<Whose>> {
        match self.subject {
            Subject::Company | Subject::Person => Whose::ALL.map(Some).to_vec(),
            Subject::Nothing | Subject::Request => vec![None],
        }
    }

    pub fn is_about_a_company(&self) -> bool {
        matches!(self.subject, Subject::Company | Subject::Person)
    }

    pub fn is_about_a_request(&self) -> bool {
        self.subject == Subject::Request
    }

    pub async fn knock(&self, browser: &mut Browser, about: About) -> Answer {
        if let Some(slug) = self.slug {
            browser.go_to(slug);
        }
        match self.knock {
            Knock::Visit(path) => {
                let id = if self.subject == Subject::Person { about.person } else { about.company };
                let id = if path.starts_with("/api/invoices") { invoice_to(id) } else { id.to_string() };
                browser.get(&path.replace("{id}", &id)).await
            }
            Knock::Call(function, arguments) => browser.call(function, arguments(about)).await,
            Knock::Upload(path, file) => browser.upload(path, "ed807.xml", file, &[]).await,
            Knock::Submit(path, fields) => {
                let fields = fields(about);
                let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                browser.submit(path, &fields).await
            }
            Knock::Api(method, path) => {
                let path = path.replace("{id}", &about.company.to_string());
                let mut client = client(browser).await;
                if method == "POST" {
                    let money = json!({"amount": "1.00", "currency": "RUB"}).to_string();
                    let mut keyed = client.with("idempotency-key", &about.number.to_string());
                    return keyed.send(Method::POST, &path, Some("application/json"), &money).await;
                }
                let seen = client.get(&path).await;
                match method {
                    "PATCH" => client.patch(&path, seen.header("etag"), &json!({"comply_230fz": true})).await,
                    _ => seen,
                }
            }
        }
    }

    pub fn about_company(mut self) -> Self {
        self.subject = Subject::Company;
        self
    }

    pub fn about_person(mut self) -> Self {
        self.subject = Subject::Person;
        self
    }

    pub fn about_request(mut self) -> Self {
        self.subject = Subject::Request;
        self
    }

    pub fn variant(mut self, words: &'static str) -> Self {
        self.variant = words;
        self
    }

    pub fn at_resellers_host(mut self) -> Self {
        self.slug = Some("newways");
        self
    }
}

pub fn page(path: &'static str) -> Door {
    Door { knock: Knock::Visit(path), subject: Subject::Nothing, variant: "", slug: None }
}

pub fn call(function: &'static str, arguments: fn(About) -> Value) -> Door {
    Door { knock: Knock::Call(function, arguments), subject: Subject::Nothing, variant: "", slug: None }
}

pub fn form(path: &'static str, fields: fn(About) -> Vec<(&'static str, String)>) -> Door {
    Door { knock: Knock::Submit(path, fields), subject: Subject::Nothing, variant: "", slug: None }
}

pub fn upload(path: &'static str, file: &'static str) -> Door {
    Door { knock: Knock::Upload(path, file), subject: Subject::Nothing, variant: "", slug: None }
}

pub fn api(method: &'static str, path: &'static str) -> Door {
    Door { knock: Knock::Api(method, path), subject: Subject::Nothing, variant: "", slug: None }
}

/// Another system in the person's name; with an invented token for those who can make none.
async fn client(browser: &mut Browser) -> Client {
    let made = browser.call("create_token", token()).await;
    let secret = if made.status == 200 { made.json()["secret"].as_str().unwrap().to_owned() } else { "kt_no".into() };
    Client::of(browser, &secret)
}

pub fn token() -> Value {
    json!({"fields": {"token_name": "Billing", "permission": "money", "days": "90", "networks": "", "current_password": demo::PASSWORD}})
}

/// Makes what some doors are about: a reseller's requests to settle, and a letter that was given up on.
pub async fn prepare(kontora: &Kontora) -> Prepared {
    let mut reseller = kontora.signed_in("reseller").await;
    let mut requests = [0; 4];
    for (request, company) in requests.iter_mut().zip(demo::OTHER_SINGLES.into_iter().chain([1000, 1001])) {
        let fields = json!({"reseller_id": demo::NEW_WAYS.to_string(), "company_id": company.to_string()});
        *request = reseller.call("request_attachment", json!({"fields": fields})).await.ok().as_i64().unwrap();
    }
    kontora.letters().await;
    let letter = "INSERT INTO letter (id, kind, recipient, language, subject, payload, state, attempts, next_attempt_at, \
                                      last_error, created_at) \
                  VALUES ('lost', 'already_registered', 'a@b.test', 'en', 'Lost', \
                          '{\"letter\":\"already_registered\",\"login\":\"a@b.test\"}', 'dead', 9, 0, 'no such mailbox', 0)";
    kontora.database.execute(letter).await.unwrap();
    reports(kontora).await;
    invoices(kontora, &mut reseller).await;
    people(kontora).await;
    Prepared { requests }
}

/// What [`prepare`] made.
pub struct Prepared {
    pub requests: [i64; 4],
}

impl Prepared {
    /// A company with what belongs to it.
    pub fn about(&self, company: i64, number: u32) -> About {
        About { company, person: FIRST_PERSON + company, number, requests: self.requests }
    }
}

/// A report of every company, under the company's ID.
async fn reports(kontora: &Kontora) {
    let statement = "INSERT INTO report (id, company_id, begins_at, ends_at, after_number, last_number, company, \
                                         time_zone, currency, state, added_at, made_at, opening, closing, has_file) \
                     SELECT CAST(id AS TEXT), id, 0, 1, 0, 0, name, time_zone, currency, 'generated', 0, 1, 0, 0, TRUE \
                     FROM company";
    kontora.database.execute(statement).await.unwrap();
}

/// An invoice to every company, its serial told by the company's ID.
async fn invoices(kontora: &Kontora, reseller: &mut Browser) {
    let fields = json!({"company": demo::AFFILIATE, "fields": {"amount": "100"}});
    reseller.call("create_invoice", fields).await.ok();
    let statement = "INSERT INTO invoice (number, supplier_id, company_id, issued_at, total, document) \
                     SELECT '2-2026-' || SUBSTR(CAST(1100000 + company.id AS TEXT), 2), COALESCE(company.reseller_id, 1), \
                            company.id, 0, sample.total, sample.document \
                     FROM company \
                     CROSS JOIN (SELECT total, document FROM invoice LIMIT 1) AS sample";
    kontora.database.execute(statement).await.unwrap();
    kontora.letters().await;
}

/// The number of the invoice to a company.
pub fn invoice_to(company: i64) -> String {
    format!("2-2026-{}", 100_000 + company)
}

/// Somebody in use in every company.
async fn people(kontora: &Kontora) {
    for statement in [
        "INSERT INTO person (id, company_id, email, email_key, full_name, state, password_hash, created_at) \
         SELECT 10000 + id, id, 'person' || id || '@inhabitant.test', 'person' || id || '@inhabitant.test', 'Анна', \
                'active', 'none', 0 \
         FROM company",
        "INSERT INTO person_role (person_id, role) SELECT 10000 + id, 'chat_operator' FROM company",
        "INSERT INTO person (id, company_id, email, email_key, full_name, state, password_hash, created_at) \
         SELECT 20000, 28, 'owing@demo.test', 'owing@demo.test', 'Анна', 'active', password_hash, 0 \
         FROM person \
         WHERE email_key = 'single@demo.test'",
        "INSERT INTO person_role (person_id, role) VALUES (20000, 'administrator')",
        "UPDATE company SET require_second_factor = TRUE WHERE id = 28",
    ] {
        kontora.database.execute(statement).await.unwrap();
    }
}
