//! Letters to people about their own sign-in.

use super::{Body, Sheet};

pub(super) fn invitation(
    sheet: Sheet<'_>,
    company: &str,
    registered_by: &str,
    login: &str,
    token: &str,
    valid_until: &str,
) -> Body {
    Body {
        paragraphs: vec![
            sheet.pick(
                format!("{registered_by} регистрирует вас на платформе Kontora как сотрудника компании «{company}»."),
                format!("{registered_by} has registered you on Kontora as an employee of {company}."),
            ),
            sheet.pick(
                "Чтобы войти, задайте пароль. Его не знает никто, кроме вас.".to_owned(),
                "To sign in, set a password. Nobody but you knows it.".to_owned(),
            ),
        ],
        facts: vec![sheet.company(company), sheet.login(login), sheet.valid_until(valid_until)],
        button: sheet.set_password("Задать пароль", "Set password", token),
        notes: vec![
            sheet.pick(
                "Ссылка срабатывает один раз. Если она устарела, на ее странице можно попросить новую.".to_owned(),
                "The link works once. When it has expired, its page lets you ask for a new one.".to_owned(),
            ),
            sheet.pick(
                "Если вы не ждали этого письма, ничего не делайте и не отвечайте на него.".to_owned(),
                "If you did not expect this letter, do nothing and do not reply to it.".to_owned(),
            ),
        ],
        ..Body::default()
    }
}

pub(super) fn accepted(sheet: Sheet<'_>, full_name: &str, email: &str, company: &str, company_id: i64) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            format!("{full_name}: пароль задан, учетная запись работает."),
            format!("{full_name} has set a password: the account is in use."),
        )],
        facts: vec![("Email", email.to_owned()), sheet.company(company)],
        button: sheet.button(
            "Открыть сотрудников",
            "Open the employees",
            &format!("/companies/{company_id}/employees"),
        ),
        ..Body::default()
    }
}

pub(super) fn wanted(sheet: Sheet<'_>, full_name: &str, email: &str, company: &str, company_id: i64) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            format!("Приглашение устарело, а пароль еще не задан. {full_name} просит новую ссылку."),
            format!("The invitation has run out before a password was set. {full_name} asks for a new link."),
        )],
        facts: vec![("Email", email.to_owned()), sheet.company(company)],
        button: sheet.button(
            "Открыть сотрудников",
            "Open the employees",
            &format!("/companies/{company_id}/employees"),
        ),
        ..Body::default()
    }
}

pub(super) fn reset(
    sheet: Sheet<'_>,
    login: &str,
    token: &str,
    valid_until: &str,
    asked_at: &str,
    address: &str,
) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            "Кто-то, вероятно вы, попросил сбросить пароль вашей учетной записи в Kontora.".to_owned(),
            "Somebody, probably you, asked to reset the password of your Kontora account.".to_owned(),
        )],
        facts: vec![
            sheet.login(login),
            (sheet.pick("Запрошено", "Asked at"), asked_at.to_owned()),
            (sheet.pick("С адреса", "From the address"), address.to_owned()),
            sheet.valid_until(valid_until),
        ],
        button: sheet.set_password("Задать новый пароль", "Set a new password", token),
        notes: vec![
            sheet.pick(
                "Ссылка действует один час и срабатывает один раз.".to_owned(),
                "The link is valid for one hour and works once.".to_owned(),
            ),
            sheet.pick(
                "Пароль не изменен, пока вы не открыли ссылку и не задали новый. Если просили не вы, ничего не делайте."
                    .to_owned(),
                "The password is unchanged until you open the link and set a new one. If you did not ask, do nothing."
                    .to_owned(),
            ),
        ],
        ..Body::default()
    }
}
