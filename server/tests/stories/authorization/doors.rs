//! A row for every door.

use serde_json::{Value, json};

use super::door::{About, Door, api, call, form, invoice_to, page, token, upload};
use crate::support::demo;

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
        page("/reports"),
        page("/companies/{id}/reports").about_company(),
        call("reports", |about| json!({"company": about.company})).about_company(),
        call("order_report", |about| json!({"company": about.company, "fields": {}})).about_company(),
        call("make_report_again", |about| json!({"id": about.company.to_string()})).about_company(),
        page("/api/reports/{id}/report.xlsx").about_company(),
        page("/api/reports/{id}/report.csv").about_company(),
        page("/api/companies/{id}/ledger.xlsx").about_company(),
        page("/api/companies/{id}/ledger.csv").about_company(),
        call("delete_report_file", |about| json!({"id": about.company.to_string()})).about_company(),
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
        call("reset_second_factor", |about| json!({"person": about.person, "fields": {}})).about_company(),
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
        api("POST", "/api/v1/companies/{id}/charges").about_company(),
        api("POST", "/api/v1/companies/{id}/payments").about_company(),
        page("/billing"),
        page("/companies/{id}/billing").about_company(),
        call("company_billing", |about| json!({"company": about.company, "filter": {}, "before": null}))
            .about_company(),
        call("write_entry", |about| {
            let fields = json!({"kind": "payment", "amount": "1", "key": about.number.to_string()});
            json!({"company": about.company, "fields": fields})
        })
        .about_company(),
        call("reverse_entry", |about| {
            let fields = json!({"number": "1", "description": "No.", "key": about.number.to_string()});
            json!({"company": about.company, "fields": fields})
        })
        .about_company(),
        call("suspend_company", |about| json!({"company": about.company, "fields": {"reason": "No."}})).about_company(),
        call(
            "resume_company",
            |about| json!({"company": about.company, "fields": {"cause": "reseller", "reason": "Yes."}}),
        )
        .about_company(),
        call(
            "postpone_suspension",
            |about| json!({"company": about.company, "fields": {"until": "", "reason": "Yes."}}),
        )
        .about_company(),
        call(
            "set_temporary_limit",
            |about| json!({"company": about.company, "fields": {"amount": "", "reason": "Yes."}}),
        )
        .about_company(),
        call("set_credit_pool", |about| json!({"company": about.company, "fields": {"cap": ""}})).about_company(),
        call("set_notices", |about| json!({"company": about.company, "fields": {"repeats": "on"}})).about_company(),
        call("create_invoice", |about| json!({"company": about.company, "fields": {"amount": "1"}})).about_company(),
        // Nothing that it could change: the reason is missing.
        call("cancel_invoice", |about| json!({"number": invoice_to(about.company), "fields": {}})).about_company(),
        call("set_vat", |about| json!({"company": about.company, "fields": {"vat": "without"}})).about_company(),
        page("/api/invoices/{id}/invoice.pdf").about_company(),
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
