//! Letters to whoever filled in the registration page of a reseller.

use super::{Body, Sheet};

pub(super) fn confirm(
    sheet: Sheet<'_>,
    company: &str,
    reseller: &str,
    login: &str,
    token: &str,
    valid_until: &str,
) -> Body {
    Body {
        paragraphs: vec![
            sheet.pick(
                format!("Вы регистрируете компанию «{company}» у реселлера «{reseller}» на платформе Kontora."),
                format!("You are registering {company} with the reseller {reseller} on Kontora."),
            ),
            sheet.pick(
                "Задайте пароль: этим вы подтвердите регистрацию и сразу войдете на страницу своей компании."
                    .to_owned(),
                "Set a password: this confirms the registration and takes you to your company's page.".to_owned(),
            ),
        ],
        facts: vec![
            sheet.company(company),
            (sheet.pick("Реселлер", "Reseller"), reseller.to_owned()),
            sheet.login(login),
            sheet.valid_until(valid_until),
        ],
        button: sheet.set_password("Подтвердить и задать пароль", "Confirm and set password", token),
        notes: vec![
            sheet.pick("Ссылка срабатывает один раз.".to_owned(), "The link works once.".to_owned()),
            not_you(sheet),
        ],
        ..Body::default()
    }
}

pub(super) fn reminder(
    sheet: Sheet<'_>,
    company: &str,
    reseller: &str,
    login: &str,
    token: &str,
    valid_until: &str,
    removed_at: &str,
) -> Body {
    Body {
        paragraphs: vec![
            sheet.pick(
                format!("Регистрация компании «{company}» у реселлера «{reseller}» еще не подтверждена."),
                format!("The registration of {company} with the reseller {reseller} is not confirmed yet."),
            ),
            sheet.pick(
                "Вот новая ссылка; прежняя больше не действует. Задайте пароль, и компания начнет работать.".to_owned(),
                "Here is a new link; the former one no longer works. Set a password and the company is active."
                    .to_owned(),
            ),
        ],
        facts: vec![
            sheet.company(company),
            sheet.login(login),
            sheet.valid_until(valid_until),
            (sheet.pick("Без подтверждения будет удалена", "Will be removed if not confirmed"), removed_at.to_owned()),
        ],
        button: sheet.set_password("Подтвердить и задать пароль", "Confirm and set password", token),
        notes: vec![not_you(sheet)],
        ..Body::default()
    }
}

/// Tells nothing of what was typed on the page: whoever typed it may not be the owner of the mailbox.
pub(super) fn already_registered(sheet: Sheet<'_>, login: &str) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            "Кто-то, вероятно вы, указал этот адрес при регистрации. У вас уже есть учетная запись в Kontora: войдите с ней."
                .to_owned(),
            "Somebody, probably you, gave this address on a registration page. You already have a Kontora account: \
             sign in with it."
                .to_owned(),
        )],
        facts: vec![sheet.login(login)],
        button: sheet.button("Войти", "Sign in", "/sign-in"),
        also: sheet.button("Задать новый пароль", "Set a new password", "/forgot-password"),
        notes: vec![not_you(sheet)],
    }
}

fn not_you(sheet: Sheet<'_>) -> String {
    sheet.pick("Если это были не вы, ничего не делайте.".to_owned(), "If it was not you, do nothing.".to_owned())
}
