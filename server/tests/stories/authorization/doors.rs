//! A row for every door: how one knocks at it.

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
                browser.get(&path.replace("{id}", &id.to_string())).await
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
                let seen = client.get(&path).await;
                match method {
                    "PATCH" => client.patch(&path, seen.header("etag"), &json!({"comply_230fz": true})).await,
                    _ => seen,
                }
            }
        }
    }

    fn about_company(mut self) -> Self {
        self.subject = Subject::Company;
        self
    }

    fn about_person(mut self) -> Self {
        self.subject = Subject::Person;
        self
    }

    fn about_request(mut self) -> Self {
        self.subject = Subject::Request;
        self
    }

    fn variant(mut self, words: &'static str) -> Self {
        self.variant = words;
        self
    }

    fn at_resellers_host(mut self) -> Self {
        self.slug = Some("newways");
        self
    }
}

fn page(path: &'static str) -> Door {
    Door { knock: Knock::Visit(path), subject: Subject::Nothing, variant: "", slug: None }
}

fn call(function: &'static str, arguments: fn(About) -> Value) -> Door {
    Door { knock: Knock::Call(function, arguments), subject: Subject::Nothing, variant: "", slug: None }
}

fn form(path: &'static str, fields: fn(About) -> Vec<(&'static str, String)>) -> Door {
    Door { knock: Knock::Submit(path, fields), subject: Subject::Nothing, variant: "", slug: None }
}

fn upload(path: &'static str, file: &'static str) -> Door {
    Door { knock: Knock::Upload(path, file), subject: Subject::Nothing, variant: "", slug: None }
}

fn api(method: &'static str, path: &'static str) -> Door {
    Door { knock: Knock::Api(method, path), subject: Subject::Nothing, variant: "", slug: None }
}

/// Another system in the person's name; with an invented token for those who can make none.
async fn client(browser: &mut Browser) -> Client {
    let made = browser.call("create_token", token()).await;
    let secret = if made.status == 200 { made.json()["secret"].as_str().unwrap().to_owned() } else { "kt_no".into() };
    Client::of(browser, &secret)
}

fn token() -> Value {
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

/// Somebody in use in every company.
async fn people(kontora: &Kontora) {
    for statement in [
        "INSERT INTO person (id, company_id, email, email_key, full_name, state, password_hash, created_at) \
         SELECT 10000 + id, id, 'person' || id || '@inhabitant.test', 'person' || id || '@inhabitant.test', 'Анна', \
                'active', 'none', 0 \
         FROM company",
        "INSERT INTO person_role (person_id, role) SELECT 10000 + id, 'chat_operator' FROM company",
    ] {
        kontora.database.execute(statement).await.unwrap();
    }
}

/// Every door that the product has.
pub fn all() -> Vec<Door> {
    let mut doors = public();
    doors.extend(of_everybody_signed_in());
    doors.extend(of_administrators());
    doors.extend(of_operators());
    doors
}

fn public() -> Vec<Door> {
    vec![
        page("/"),
        page("/api/v1/openapi.json"),
        page("/healthz"),
        page("/readyz"),
        page("/terms"),
        page("/privacy"),
        page("/sign-in"),
        page("/sign-in/code"),
        page("/forgot-password"),
        page("/set-password"),
        page("/email-change"),
        page("/register"),
        page("/register/").at_resellers_host(),
        form("/sign-in", |_| vec![("email", "single@demo.test".into()), ("password", demo::PASSWORD.into())]),
        form("/sign-in/code", |_| vec![("code", "123456".into())]),
        form("/forgot-password", |_| vec![("email", "nobody@demo.test".into())]),
        form("/set-password", |_| vec![("token", "invented".into()), ("password", "a long enough one".into())]),
        form("/email-change", |_| vec![("token", "invented".into())]),
        form("/register/", |about| registration(&format!("form{}@new.test", about.number))).at_resellers_host(),
        form("/language", |_| vec![("lang", "ru".into())]),
        form("/sign-out", |_| vec![]),
        call("sign_in", |_| json!({"fields": {"email": "single@demo.test", "password": demo::PASSWORD}})),
        call("ask_passkey_sign_in", |_| json!({})),
        call("enter_code", |_| json!({"fields": {"code": "123456"}})),
        call("forgot_password", |_| json!({"fields": {"email": "nobody@demo.test"}})),
        call("set_password", |_| json!({"fields": {"token": "invented", "password": "a long enough one"}})),
        call("link_works", |_| json!({"token": "invented"})),
        call("ask_inviter", |_| json!({"token": "invented"})),
        call("email_link", |_| json!({"token": "invented"})),
        call("follow_email_link", |_| json!({"token": "invented"})),
        call("register", |about| json!({"fields": as_json(registration(&format!("call{}@new.test", about.number)))}))
            .at_resellers_host(),
        call("registrar", |_| json!({})).at_resellers_host(),
        call("time_zones", |_| json!({})),
        call("choose_language", |_| json!({"lang": "en"})),
    ]
}

fn of_everybody_signed_in() -> Vec<Door> {
    vec![
        page("/profile"),
        form("/profile", |_| vec![("language", "en".into())]),
        call("me", |_| json!({})),
        call("still_signed_in", |_| json!({})),
        call("save_profile", |_| json!({"fields": {"language": "en"}})),
        call("sign_in_details", |_| json!({})),
        call("end_session", |_| json!({"id": "invented"})),
        call("end_other_sessions", |_| json!({})),
        call("change_password", |_| json!({"fields": {}})),
        call("change_email", |_| json!({"fields": {}})),
        call("give_up_email_change", |_| json!({})),
        call("begin_second_factor", |_| json!({"fields": {}})),
        call("confirm_second_factor", |_| json!({"fields": {}})),
        call("stop_second_factor", |_| json!({"fields": {}})),
        call("renew_recovery_codes", |_| json!({"fields": {}})),
        form("/view-as/end", |_| vec![]),
        page("/profile/two-factor"),
        call("begin_passkey", |_| json!({"fields": {}})),
        call("add_passkey", |_| json!({"fields": {}})),
        call("ask_passkey", |_| json!({})),
        call("remove_passkey", |_| json!({"fields": {}})),
        call("sign_out", |_| json!({})),
    ]
}

fn of_administrators() -> Vec<Door> {
    vec![
        page("/companies"),
        page("/companies/{id}").about_company(),
        page("/companies/{id}/employees").about_company(),
        page("/users"),
        page("/users/{id}").about_person(),
        page("/companies/{id}/requisites").about_company(),
        page("/requisites"),
        page("/companies/{id}/history").about_company(),
        page("/support"),
        form("/support", |about| {
            vec![("reseller_id", "2".into()), ("company_id", "27".into()), ("comment", about.number.to_string())]
        }),
        call("view_as", |about| json!({"person": about.person, "fields": {"reason": "Разбираем обращение"}}))
            .about_company()
            .variant(" (not allowed)"),
        call("viewings", |_| json!({})),
        call("allow_viewing", |_| json!({"fields": {"term": "hour"}})),
        call("forbid_viewing", |_| json!({})),
        page("/support/audit"),
        page("/api/audit.csv"),
        call("audit_events", |_| json!({"filter": {}, "after": null})),
        page("/api/companies.bin"),
        call("companies_view", |_| json!({"query": "", "sort": null})),
        call("company", |about| json!({"id": about.company})).about_company(),
        call("save_company", |about| change(about, json!({"comply_230fz": "true"}))).about_company(),
        call("save_company", |about| change(about, json!({"credit_limit": "0.00"})))
            .about_company()
            .variant(" (credit)"),
        call("company_history", |about| json!({"company": about.company, "filter": {}, "before": null}))
            .about_company(),
        call("undo_edit", |about| json!({"company": about.company, "version": 2})).about_company(),
        call("look_up_inn", |_| json!({"inn": "0017000016"})),
        call("known_inns", |_| json!({"inns": ["0017000016"]})),
        call("read_requisites", |_| json!({"text": "ИНН 0017000016"})),
        call("requisites_card", |about| json!({"id": about.company})).about_company(),
        call("bank_record", |_| json!({"bic": "040613746"})),
        call("find_banks", |_| json!({"text": "тестб"})),
        call("banks_to_fix", |_| json!({})),
        call("employees", |about| json!({"company": about.company})).about_company(),
        call("users", |_| json!({})),
        call("user", |about| json!({"id": about.person})).about_person(),
        call("save_user", |about| json!({"id": about.person, "seen": {}, "changes": {}})).about_person(),
        call("save_user", |about| json!({"id": about.person, "seen": {}, "changes": {"roles": "operator"}}))
            .about_person()
            .variant(" (operator)"),
        call("register_user", |about| {
            let email = format!("new{}@new.test", about.number);
            json!({"company": about.company, "fields": {"full_name": "Анна Новая", "email": email}})
        })
        .about_company(),
        call("person_standing", |about| json!({"person": about.person})).about_company(),
        call("start_password_reset", |about| json!({"person": about.person})).about_company(),
        call("end_user_sessions", |about| json!({"person": about.person})).about_company(),
        // Of people whose account is in use and without a second factor: whoever may gets as far as that.
        call("reset_second_factor", |about| json!({"person": about.person})).about_company(),
        call("resend_invitation", |about| json!({"person": about.person})).about_company(),
        call("revoke_invitation", |about| json!({"person": about.person})).about_company(),
        call("change_user_email", |about| json!({"person": about.person, "fields": {}})).about_company(),
        call("block_user", |about| json!({"person": about.person, "fields": {"reason": "No."}})).about_company(),
        call("unblock_user", |about| json!({"person": about.person, "fields": {"reason": "Yes."}})).about_company(),
        call("tokens", |_| json!({})),
        call("create_token", |_| token()),
        call("revoke_token", |_| json!({"id": "invented"})),
        api("GET", "/api/v1/companies"),
        api("GET", "/api/v1/companies/{id}").about_company(),
        api("PATCH", "/api/v1/companies/{id}").about_company(),
        api("GET", "/api/v1/companies/{id}/access").about_company(),
        call("requests", |_| json!({})),
        call("withdraw_request", |about| json!({"id": about.requests[2]})).about_request(),
        call("comment_request", |about| json!({"id": about.requests[3], "text": "And soon."})).about_request(),
        call(
            "request_attachment",
            |about| json!({"fields": {"reseller_id": "2", "company_id": "27", "comment": about.number.to_string()}}),
        ),
    ]
}

fn of_operators() -> Vec<Door> {
    vec![
        page("/support/letters"),
        page("/support/directories"),
        upload("/support/directories", include_str!("../../files/ed807.utf-8.xml")),
        call("bank_directory", |_| json!({})),
        call("add_company", |about| {
            let fields = json!({
                "name": "Новая", "email": "info@new.test", "kind": "stand_alone", "slug": "",
                "admin_name": "Анна Новая", "admin_email": format!("admin{}@new.test", about.number), "letter_to": "admin",
            });
            json!({"fields": fields})
        }),
        // Nothing that it could change: the companies are those of the other rows.
        call("change_kind", |about| json!({"id": about.company, "fields": {"kind": "stand_alone"}})).about_company(),
        call("complete_request", |about| json!({"id": about.requests[0]})).about_request(),
        call("decline_request", |about| json!({"id": about.requests[1], "reason": "No."})).about_request(),
        call("undelivered_letters", |_| json!({})),
        call("resend_letter", |_| json!({"id": "lost"})),
    ]
}

/// The same value each time: whoever saves it after another has no conflict.
fn change(about: About, changes: Value) -> Value {
    json!({"id": about.company, "version": 1, "changes": changes})
}

fn registration(email: &str) -> Vec<(&'static str, String)> {
    vec![
        ("name", "Новая".into()),
        ("full_name", "Анна Новая".into()),
        ("email", email.into()),
        ("phone", "+7 900 000-00-01".into()),
        ("time_zone", "Europe/Moscow".into()),
        ("terms", "on".into()),
        ("personal_data", "on".into()),
    ]
}

fn as_json(fields: Vec<(&'static str, String)>) -> Value {
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), Value::String(value)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}
