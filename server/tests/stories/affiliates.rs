//! A company registers itself through its reseller's domain, and is confirmed or forgotten.

mod limits;
mod rules;

use app::companies::list::Status;
use serde_json::{Value, json};

use super::companies::{list, open, row};
use crate::support::{Answer, Browser, DAY, HOUR, Kontora, demo, stories};

stories![
    Demo;
    a_new_affiliate_is_on_its_resellers_list_at_once_and_on_nobody_elses,
    the_letter_confirms_signs_in_and_tells_the_reseller,
    the_registration_works_without_script,
    a_registered_company_has_what_was_typed_and_no_credit,
    a_known_address_gets_the_same_answer_and_another_letter,
    a_blocked_persons_address_gets_no_letter,
    a_reminder_comes_on_the_third_day_once_with_a_new_link,
    a_late_reminders_link_lives_no_longer_than_the_registration_sent_again_or_not,
    an_unconfirmed_company_is_gone_after_seven_days_and_its_address_is_free_again,
    a_confirmed_company_is_neither_reminded_nor_removed,
    a_company_with_money_booked_is_not_removed,
    the_page_shows_the_resellers_name_and_nothing_else_of_it,
    an_affiliate_and_a_company_that_stands_alone_are_offered_no_affiliates,
    letters_speak_the_language_of_the_page,
];

const PASSWORD: &str = "восемь лет подряд";

/// What `/register/` sends, with some fields changed.
pub fn entry(changes: Value) -> Value {
    let mut fields = json!({
        "name": "Ромашка",
        "inn": "",
        "full_name": "Анна Новая",
        "email": "anna@new.test",
        "phone": "8 900 000-00-01",
        "time_zone": "Asia/Omsk",
        "terms": "true",
        "personal_data": "true",
        "website": "",
    });
    fields.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    json!({"fields": fields})
}

pub async fn register(browser: &mut Browser, changes: Value) -> Answer {
    browser.call("register", entry(changes)).await
}

async fn set_password(browser: &mut Browser, token: &str) -> Answer {
    browser.call("set_password", json!({"fields": {"token": token, "password": PASSWORD}})).await
}

/// Whether a company named so is on the list of `who`.
pub async fn is_listed(kontora: &Kontora, who: &str, name: &str) -> bool {
    list(&mut kontora.signed_in(who).await).await.rows().any(|row| row.name() == name)
}

async fn a_new_affiliate_is_on_its_resellers_list_at_once_and_on_nobody_elses(kontora: Kontora) {
    let mut reseller = kontora.signed_in("reseller").await;
    let total = list(&mut reseller).await.len();
    register(&mut kontora.browser_at("newways"), json!({})).await.ok();
    let list = list(&mut reseller).await;
    assert_eq!(list.len(), total + 1);
    assert_eq!(row(&list, demo::NOBODY).numbers().status(), Status::AwaitingConfirmation);
    let page = reseller.get("/companies?q=%D1%80%D0%BE%D0%BC%D0%B0%D1%88%D0%BA%D0%B0").await.text();
    assert!(page.contains("Awaiting confirmation"), "{page}");
    assert!(!is_listed(&kontora, "sibir", "Ромашка").await && !is_listed(&kontora, "single", "Ромашка").await);
}

async fn the_letter_confirms_signs_in_and_tells_the_reseller(kontora: Kontora) {
    register(&mut kontora.browser_at("newways"), json!({})).await.ok();
    let letters = kontora.letters().await;
    let subjects: Vec<(&str, &str)> =
        letters.iter().map(|letter| (letter.to.as_str(), letter.subject.as_str())).collect();
    let to_registrant = ("anna@new.test", "Confirm the registration of Ромашка");
    assert!(subjects.contains(&to_registrant) && subjects.contains(&("reseller@demo.test", "New affiliate: Ромашка")));
    let letter = letters.iter().find(|letter| letter.to == "anna@new.test").unwrap();
    assert!(letter.text.contains("New ways partner"), "{}", letter.text);

    let mut anna = kontora.browser();
    anna.sign_in("anna@new.test", "").await.is(422);
    set_password(&mut anna, &letter.token()).await.ok();
    assert_eq!(anna.call("me", json!({})).await.ok()["company_name"], "Ромашка");
    assert!(open(&mut anna, demo::NOBODY).await["is_confirmed"].as_bool().unwrap());
    assert_eq!(kontora.letter_to("reseller@demo.test").await.subject, "Ромашка confirmed");
    let list = list(&mut kontora.signed_in("reseller").await).await;
    assert_eq!(row(&list, demo::NOBODY).numbers().status(), Status::Active);
}

async fn the_registration_works_without_script(kontora: Kontora) {
    let mut browser = kontora.browser_at("newways");
    let fields = [
        ("name", "Ромашка"),
        ("full_name", "Анна Новая"),
        ("email", "anna@new.test"),
        ("phone", "8 900 000-00-01"),
        ("time_zone", "Asia/Omsk"),
        ("terms", "on"),
    ];
    let refused = browser.submit("/register/", &fields).await;
    let page = refused.is(422).text();
    for typed in ["Ромашка", "Анна Новая", "anna@new.test", "8 900 000-00-01", "aria-invalid=\"true\""]
    {
        assert!(page.contains(typed), "{typed} in {page}");
    }
    assert!(!is_listed(&kontora, "reseller", "Ромашка").await);

    let fields: Vec<(&str, &str)> = fields.into_iter().chain([("personal_data", "on")]).collect();
    browser.submit("/register/", &fields).await.leads_to("/register/?sent");
    let done = browser.get("/register/?sent").await.is(200).text();
    assert!(done.contains("Check your mail") && !done.contains("anna@new.test"), "{done}");
    assert!(is_listed(&kontora, "reseller", "Ромашка").await);
    let letters = kontora.letters().await;
    let letter = letters.iter().find(|letter| letter.to == "anna@new.test").unwrap();
    let mut anna = kontora.browser();
    let fields = [("token", letter.token()), ("password", PASSWORD.to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    anna.submit("/set-password", &fields).await.leads_to("/");
    assert!(anna.get("/companies").await.is(200).text().contains("Ромашка"));
}

async fn a_registered_company_has_what_was_typed_and_no_credit(kontora: Kontora) {
    register(&mut kontora.browser_at("sibir"), json!({"inn": "0017 0000 16"})).await.ok();
    let mut sibir = kontora.signed_in("sibir").await;
    let record = open(&mut sibir, demo::NOBODY).await;
    assert_eq!((&record["kind"], &record["is_confirmed"]), (&json!("affiliate"), &json!(false)));
    let fields = &record["fields"];
    for (field, value) in [
        ("name", "Ромашка"),
        ("inn", "0017000016"),
        ("email", "anna@new.test"),
        ("phone", "+79000000001"),
        ("time_zone", "Asia/Omsk"),
        ("credit_limit", "0.00"),
        ("notification_threshold", ""),
        ("max_dialogs", "3000"),
        ("comply_230fz", "false"),
    ] {
        assert_eq!(fields[field], value, "{field}");
    }
    let accepted =
        "SELECT COUNT(*) FROM company WHERE id = 29 AND terms_version <> '' AND terms_accepted_at = created_at";
    assert_eq!(kontora.database.number(accepted).await, 1);
}

async fn a_known_address_gets_the_same_answer_and_another_letter(kontora: Kontora) {
    let unknown = register(&mut kontora.browser_at("newways"), json!({})).await;
    kontora.letters().await;
    for email in ["single@demo.test", "SIBIR@demo.test", "affiliate@demo.test", "operator@demo.test"] {
        let known = register(&mut kontora.browser_at("newways"), json!({"email": email, "name": "Лютик"})).await;
        assert_eq!(
            (known.status, &known.headers, &known.body),
            (unknown.is(200).status, &unknown.headers, &unknown.body)
        );
        let letters = kontora.letters().await;
        assert_eq!(letters.len(), 1, "the reseller learns nothing: {letters:?}");
        assert_eq!((&letters[0].to, letters[0].subject.as_str()), (&email.to_lowercase(), "Your Kontora account"));
        assert!(!letters[0].text.contains("Лютик"), "{}", letters[0].text);
    }
    assert!(!is_listed(&kontora, "operator", "Лютик").await);
}

async fn a_blocked_persons_address_gets_no_letter(kontora: Kontora) {
    kontora.database.execute("UPDATE person SET state = 'blocked' WHERE email = 'single@demo.test'").await.unwrap();
    register(&mut kontora.browser_at("newways"), json!({"email": "single@demo.test"})).await.ok();
    assert!(kontora.letters().await.is_empty());
}

async fn a_reminder_comes_on_the_third_day_once_with_a_new_link(kontora: Kontora) {
    register(&mut kontora.browser_at("newways"), json!({})).await.ok();
    let first = kontora.letters().await.iter().find(|letter| letter.to == "anna@new.test").unwrap().token();
    kontora.pass(3 * DAY - 1);
    kontora.store().tidy().await.unwrap();
    assert!(kontora.letters_to("anna@new.test").await.is_empty());
    kontora.pass(1);
    for _ in 0..3 {
        kontora.store().tidy().await.unwrap();
    }
    let reminder = kontora.letter_to("anna@new.test").await;
    assert_eq!(reminder.subject, "Registration of Ромашка not finished");
    kontora.pass(DAY);
    kontora.store().tidy().await.unwrap();
    assert!(kontora.letters_to("anna@new.test").await.is_empty());
    set_password(&mut kontora.browser(), &first).await.is(410);
    set_password(&mut kontora.browser(), &reminder.token()).await.ok();
}

async fn a_late_reminders_link_lives_no_longer_than_the_registration_sent_again_or_not(kontora: Kontora) {
    const LIFE: &str = "SELECT access_link.expires_at - company.created_at FROM access_link \
                        JOIN person ON person.id = person_id JOIN company ON company.id = company_id \
                        WHERE purpose = 'registration' AND company.id = 29";
    register(&mut kontora.browser_at("newways"), json!({})).await.ok();
    kontora.letters().await;
    kontora.pass(6 * DAY);
    kontora.store().tidy().await.unwrap();
    assert_eq!(kontora.database.number(LIFE).await, 7 * DAY);
    let lost = "UPDATE letter SET state = 'dead' WHERE kind = 'registration_reminder' AND recipient = 'anna@new.test'";
    assert_eq!(kontora.database.execute(lost).await.unwrap(), 1);
    let id = kontora.database.text("SELECT id FROM letter WHERE state = 'dead'").await;
    kontora.pass(HOUR);
    kontora.signed_in("operator").await.call("resend_letter", json!({"id": id})).await.ok();
    assert_eq!(kontora.database.number(LIFE).await, 7 * DAY);
    let reminder = kontora.letter_to("anna@new.test").await;
    kontora.pass(23 * HOUR - 1);
    set_password(&mut kontora.browser(), &reminder.token()).await.ok();
}

async fn an_unconfirmed_company_is_gone_after_seven_days_and_its_address_is_free_again(kontora: Kontora) {
    register(&mut kontora.browser_at("newways"), json!({})).await.ok();
    kontora.letters().await;
    kontora.pass(7 * DAY - 1);
    kontora.store().tidy().await.unwrap();
    assert!(is_listed(&kontora, "reseller", "Ромашка").await);
    kontora.letters().await;
    kontora.pass(1);
    assert!(is_listed(&kontora, "operator", "Ромашка").await);
    for _ in 0..2 {
        kontora.store().tidy().await.unwrap();
    }
    assert!(!is_listed(&kontora, "reseller", "Ромашка").await);
    assert!(!is_listed(&kontora, "operator", "Ромашка").await);
    let letters = kontora.letters_to("reseller@demo.test").await;
    let gone = letters.iter().filter(|letter| letter.subject == "Ромашка удалена: не подтверждена").count();
    assert_eq!(gone, 1, "{letters:?}");
    register(&mut kontora.browser_at("sibir"), json!({"name": "Ромашка 2"})).await.ok();
    assert!(is_listed(&kontora, "sibir", "Ромашка 2").await);
}

async fn a_confirmed_company_is_neither_reminded_nor_removed(kontora: Kontora) {
    register(&mut kontora.browser_at("newways"), json!({})).await.ok();
    let token = kontora.letters_to("anna@new.test").await.remove(0).token();
    set_password(&mut kontora.browser(), &token).await.ok();
    for _ in 0..10 {
        kontora.pass(DAY);
        kontora.store().tidy().await.unwrap();
    }
    assert!(kontora.letters_to("anna@new.test").await.is_empty());
    assert!(is_listed(&kontora, "reseller", "Ромашка").await);
}

async fn a_company_with_money_booked_is_not_removed(kontora: Kontora) {
    register(&mut kontora.browser_at("newways"), json!({})).await.ok();
    let payment = "INSERT INTO ledger_entry (company_id, number, kind, amount, balance_after, description, occurred_at, \
                                             recorded_at) \
                   VALUES (29, 1, 'payment', 100, 100, '', 0, 0)";
    kontora.database.execute(payment).await.unwrap();
    kontora.pass(8 * DAY + HOUR);
    kontora.store().tidy().await.unwrap();
    assert!(is_listed(&kontora, "reseller", "Ромашка").await);
}

async fn the_page_shows_the_resellers_name_and_nothing_else_of_it(kontora: Kontora) {
    let page = kontora.browser_at("NewWays").get("/register/").await.is(200).text();
    assert!(page.contains("New ways partner"), "{page}");
    let secret = super::companies::open(&mut kontora.signed_in("reseller").await, demo::NEW_WAYS).await;
    for field in ["email", "phone", "inn", "account", "legal_address"] {
        let value = secret["fields"][field].as_str().unwrap();
        assert!(!page.contains(value), "{field}: {value}");
    }
    let registrar = kontora.browser_at("newways").call("registrar", json!({})).await.ok();
    assert_eq!(registrar, json!({"name": "New ways partner"}));
}

async fn an_affiliate_and_a_company_that_stands_alone_are_offered_no_affiliates(kontora: Kontora) {
    for (who, is_offered) in [("reseller", true), ("sibir", true), ("affiliate", false), ("single", false)] {
        let mut browser = kontora.signed_in(who).await;
        let me = browser.call("me", json!({})).await.ok();
        assert_eq!(me["registration_url"].is_string(), is_offered, "{who}: {me}");
        let page = browser.get("/companies").await.is(200).text();
        assert_eq!(page.contains("Add affiliate"), is_offered, "{who}");
    }
}

async fn letters_speak_the_language_of_the_page(kontora: Kontora) {
    let mut browser = kontora.browser_at("newways");
    browser.language = "ru";
    register(&mut browser, json!({})).await.ok();
    let letter = kontora.letters_to("anna@new.test").await.remove(0);
    assert_eq!((letter.language.as_str(), letter.subject.as_str()), ("ru", "Подтвердите регистрацию Ромашка"));
    let mut anna = kontora.browser();
    set_password(&mut anna, &letter.token()).await.ok();
    assert_eq!(anna.call("me", json!({})).await.ok()["language"], "ru", "kept for later letters");
}
