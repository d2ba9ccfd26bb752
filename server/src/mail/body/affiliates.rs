//! Letters to a reseller's administrators about their affiliates.

use super::{Body, Sheet};

/// `contact`: full name, e-mail, phone number.
pub(super) fn new(sheet: Sheet<'_>, company: &str, company_id: i64, inn: &str, contact: [&str; 3]) -> Body {
    let [full_name, email, phone] = contact;
    let mut facts = vec![("ID", company_id.to_string()), sheet.company(company)];
    if !inn.is_empty() {
        facts.push((sheet.pick("ИНН", "INN"), inn.to_owned()));
    }
    facts.extend([
        (sheet.pick("Имя", "Full name"), full_name.to_owned()),
        ("Email", email.to_owned()),
        (sheet.pick("Номер телефона", "Phone number"), phone.to_owned()),
    ]);
    Body {
        paragraphs: vec![sheet.pick(
            format!("Компания «{company}» зарегистрировалась на вашем домене. Она ожидает подтверждения по ссылке из письма."),
            format!("{company} has registered on your domain. It awaits confirmation by the link in its letter."),
        )],
        facts,
        button: sheet.open_company(company_id),
        ..Body::default()
    }
}

pub(super) fn confirmed(sheet: Sheet<'_>, company: &str, company_id: i64) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            format!("Компания «{company}» подтвердила регистрацию и теперь активна."),
            format!("{company} has confirmed its registration and is now active."),
        )],
        facts: vec![("ID", company_id.to_string()), sheet.company(company)],
        button: sheet.open_company(company_id),
        ..Body::default()
    }
}

pub(super) fn removed(sheet: Sheet<'_>, company: &str) -> Body {
    Body {
        paragraphs: vec![
            sheet.pick(
                format!("Регистрация компании «{company}» не была подтверждена за семь дней, и компания удалена."),
                format!("The registration of {company} was not confirmed within seven days, so it has been removed."),
            ),
            sheet.pick(
                "Она может зарегистрироваться на вашем домене заново.".to_owned(),
                "It can register on your domain again.".to_owned(),
            ),
        ],
        button: sheet.button("Открыть компании", "Open companies", "/companies"),
        ..Body::default()
    }
}

pub(super) fn compliance_switched_off(sheet: Sheet<'_>, company: &str, company_id: i64, by: &str, at: &str) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            format!("Ваша зависимая компания «{company}» выключила соблюдение ФЗ-230: ее звонки больше не проверяются по этому закону."),
            format!("Your affiliate {company} has switched 230-FZ compliance off: its calls are no longer checked against that law."),
        )],
        facts: vec![
            ("ID", company_id.to_string()),
            sheet.company(company),
            (sheet.pick("Кто", "Who"), by.to_owned()),
            (sheet.pick("Когда", "When"), at.to_owned()),
        ],
        button: sheet.open_company(company_id),
        ..Body::default()
    }
}
