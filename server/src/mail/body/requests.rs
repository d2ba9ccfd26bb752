//! Letters about requests to attach an existing company to a reseller.

use super::{Body, Button, Sheet};

pub(super) fn received(sheet: Sheet<'_>, number: i64, reseller_id: i64, company_id: i64, comment: &str) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            format!("Запрос № {number} принят. Оператор платформы рассмотрит его, и вы получите письмо о решении."),
            format!(
                "Request {number} is received. The platform's operator will consider it and you will get a letter."
            ),
        )],
        facts: facts(sheet, reseller_id, company_id, comment),
        button: open(sheet),
        ..Body::default()
    }
}

pub(super) fn needs_you(
    sheet: Sheet<'_>,
    number: i64,
    reseller_id: i64,
    company_id: i64,
    requested_by: &str,
    comment: &str,
) -> Body {
    let mut facts = facts(sheet, reseller_id, company_id, comment);
    facts.insert(0, (sheet.pick("От кого", "Requested by"), requested_by.to_owned()));
    Body {
        paragraphs: vec![sheet.pick(
            format!("Запрос № {number} ждет решения: подключить компанию к реселлеру."),
            format!("Request {number} awaits a decision: to attach a company to a reseller."),
        )],
        facts,
        button: open(sheet),
        ..Body::default()
    }
}

/// The list of what a reseller sees and may do is the same wherever consent to it is asked.
pub(super) fn completed(sheet: Sheet<'_>, company: &str, company_id: i64, reseller: &str, since: &str) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            format!("Компания «{company}» подключена к реселлеру «{reseller}» как зависимая."),
            format!("{company} now belongs to the reseller {reseller} as an affiliate."),
        )],
        facts: vec![
            ("ID", company_id.to_string()),
            (sheet.pick("С какого момента", "Since"), since.to_owned()),
            (
                sheet.pick("Реселлер видит", "The reseller sees"),
                sheet
                    .pick(
                        "все поля карточки компании, пользователей, баланс; проводки и историю с момента подключения",
                        "every field of the company, its users, its balance; ledger and history from then on",
                    )
                    .to_owned(),
            ),
            (
                sheet.pick("Реселлер может", "The reseller can"),
                sheet
                    .pick(
                        "изменять поля, кредитный лимит и порог, регистрировать и блокировать пользователей, \
                         приостанавливать компанию, записывать платежи; смотреть как ее пользователь — только с ее согласия",
                        "edit the fields, the credit limit and the threshold, register and block users, suspend the \
                         company, record payments; view as its user only with its consent",
                    )
                    .to_owned(),
            ),
            (
                sheet.pick("Реселлер не видит", "The reseller does not see"),
                sheet
                    .pick(
                        "пароли, токены, сеансы, прежнюю историю, прежние счета и отчеты",
                        "passwords, tokens, sessions, earlier history, earlier invoices and reports",
                    )
                    .to_owned(),
            ),
        ],
        button: sheet.open_company(company_id),
        notes: vec![sheet.pick(
            "Вход, пользователи и реквизиты компании остаются прежними.".to_owned(),
            "The company's sign-ins, users and requisites stay as they were.".to_owned(),
        )],
        ..Body::default()
    }
}

pub(super) fn already_attached(
    sheet: Sheet<'_>,
    number: i64,
    [company, reseller]: [&str; 2],
    reseller_id: i64,
    company_id: i64,
) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            format!("Запрос № {number} выполнен без изменений: {company} уже подключена к {reseller}."),
            format!("Request {number} is done and has changed nothing: {company} already belongs to {reseller}."),
        )],
        facts: facts(sheet, reseller_id, company_id, ""),
        button: open(sheet),
        ..Body::default()
    }
}

pub(super) fn declined(sheet: Sheet<'_>, number: i64, reseller_id: i64, company_id: i64, reason: &str) -> Body {
    let mut facts = facts(sheet, reseller_id, company_id, "");
    facts.push((sheet.pick("Причина", "Reason"), reason.to_owned()));
    Body {
        paragraphs: vec![sheet.pick(
            format!("Оператор платформы отклонил запрос № {number}."),
            format!("The platform's operator has declined request {number}."),
        )],
        facts,
        button: open(sheet),
        ..Body::default()
    }
}

pub(super) fn withdrawn(sheet: Sheet<'_>, number: i64, reseller_id: i64, company_id: i64, by: &str) -> Body {
    let mut facts = facts(sheet, reseller_id, company_id, "");
    facts.push((sheet.pick("Кто отозвал", "Withdrawn by"), by.to_owned()));
    Body {
        paragraphs: vec![sheet.pick(
            format!("Запрос № {number} отозван: оператор платформы не будет его рассматривать."),
            format!("Request {number} is withdrawn: the platform's operator will not consider it."),
        )],
        facts,
        button: open(sheet),
        ..Body::default()
    }
}

fn facts(sheet: Sheet<'_>, reseller_id: i64, company_id: i64, comment: &str) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        (sheet.pick("ID реселлера", "Reseller ID"), reseller_id.to_string()),
        (sheet.pick("ID компании", "Company ID"), company_id.to_string()),
    ];
    if !comment.is_empty() {
        facts.push((sheet.pick("Комментарий", "Comment"), comment.to_owned()));
    }
    facts
}

fn open(sheet: Sheet<'_>) -> Option<Button> {
    sheet.button("Открыть запросы", "Open the requests", "/support")
}
