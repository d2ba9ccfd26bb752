//! Letters to people about what an administrator has done about their account.

use super::{Body, Sheet};
use crate::mail::letter::By;

pub(super) fn access_closed(sheet: Sheet<'_>, login: &str, by: &By, reason: &str) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            "Ваш доступ в Kontora закрыт: все сеансы завершены, токены не действуют.".to_owned(),
            "Your access to Kontora is closed: every session has ended, tokens do not work.".to_owned(),
        )],
        facts: vec![sheet.login(login), by.fact(sheet), (sheet.pick("Причина", "Reason"), reason.to_owned())],
        notes: vec![sheet.pick(
            "Если это ошибка, обратитесь к администратору вашей компании.".to_owned(),
            "If this is a mistake, ask your company's administrator.".to_owned(),
        )],
        ..Body::default()
    }
}

pub(super) fn access_opened(sheet: Sheet<'_>, login: &str, by: &By, reason: &str) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            "Ваш доступ в Kontora снова открыт. Пароль прежний; если вы его еще не задавали, попросите новое приглашение."
                .to_owned(),
            "Your access to Kontora is open again. Your password is the same; if you have not set one yet, ask \
             for a new invitation."
                .to_owned(),
        )],
        facts: vec![sheet.login(login), by.fact(sheet), (sheet.pick("Причина", "Reason"), reason.to_owned())],
        button: sheet.button("Войти", "Sign in", "/sign-in"),
        ..Body::default()
    }
}

pub(super) fn second_factor_reset(sheet: Sheet<'_>, login: &str, by: &By, at: &str) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            "Двухфакторная защита вашей учетной записи в Kontora сброшена, все сеансы завершены. Теперь для входа \
             достаточно пароля: включите защиту снова в профиле."
                .to_owned(),
            "The two-factor protection of your Kontora account was reset, and every session has ended. The password alone \
             lets you in now: turn the protection on again on your profile."
                .to_owned(),
        )],
        facts: vec![sheet.login(login), by.fact(sheet), (sheet.pick("Когда", "When"), at.to_owned())],
        button: sheet.button("Включить защиту", "Turn the protection on", "/profile#second-factor"),
        notes: vec![sheet.pick(
            "Если вы об этом не просили, сразу смените пароль и сообщите администратору вашей компании.".to_owned(),
            "If you did not ask for this, change your password at once and tell your company's administrator.".to_owned(),
        )],
        ..Body::default()
    }
}

pub(super) fn reset_started(sheet: Sheet<'_>, login: &str, by: &By, token: &str, valid_until: &str) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            "Администратор отправил вам ссылку, чтобы задать новый пароль. Пароль узнаете только вы.".to_owned(),
            "An administrator has sent you a link to set a new password. Nobody but you will know it.".to_owned(),
        )],
        facts: vec![sheet.login(login), by.fact(sheet), sheet.valid_until(valid_until)],
        button: sheet.set_password("Задать новый пароль", "Set a new password", token),
        notes: vec![
            sheet.pick(
                "Ссылка действует один час и срабатывает один раз. Прежний пароль действует, пока вы не задали новый."
                    .to_owned(),
                "The link is valid for one hour and works once. Your password stays as it is until you set a new one."
                    .to_owned(),
            ),
        ],
        ..Body::default()
    }
}

impl By {
    /// Who did it.
    pub(super) fn fact(&self, sheet: Sheet<'_>) -> (&'static str, String) {
        let who = match self {
            Self::Operator => sheet.pick("оператор платформы", "platform operator").to_owned(),
            Self::Company(company) => {
                sheet.pick(format!("администратор компании «{company}»"), format!("an administrator of {company}"))
            }
        };
        (sheet.pick("Кто", "By"), who)
    }
}
