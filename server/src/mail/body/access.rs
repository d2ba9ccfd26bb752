//! Letters to people about what happened to their sign-in.

use app::people::device_name;

use super::{Body, Sheet};
use crate::mail::letter::{By, Change, Circumstances};

pub(super) fn changed(sheet: Sheet<'_>, login: &str, change: &Change, circumstances: &Circumstances) -> Body {
    let mut facts = vec![sheet.login(login), (sheet.pick("Изменено", "Changed"), what(sheet, change))];
    facts.extend(request(sheet, circumstances));
    Body {
        paragraphs: vec![sheet.pick(
            "Изменены данные, с которыми вы входите в Kontora.".to_owned(),
            "The details with which you sign in to Kontora have changed.".to_owned(),
        )],
        facts,
        button: sheet.button("Открыть профиль", "Open your profile", "/profile"),
        also: sheet.button("Задать новый пароль", "Set a new password", "/forgot-password"),
        notes: vec![sheet.pick(
            "Если это были не вы, сразу задайте новый пароль: все сеансы завершатся. Затем сообщите администратору вашей \
             компании: он может закрыть вам доступ, пока вы разбираетесь."
                .to_owned(),
            "If it was not you, set a new password at once: every session ends. Then tell your company's administrator, \
             who can block your account meanwhile."
                .to_owned(),
        )],
    }
}

fn what(sheet: Sheet<'_>, change: &Change) -> String {
    match change {
        Change::Password => sheet.pick("пароль".to_owned(), "password".to_owned()),
        Change::PasswordReset => {
            sheet.pick("пароль, по ссылке из письма".to_owned(), "password, by the link of a letter".to_owned())
        }
        Change::Email { email } => {
            sheet.pick(format!("адрес для входа, теперь {email}"), format!("sign-in address, now {email}"))
        }
        Change::EmailTakenBack { email } => sheet.pick(
            format!("адрес для входа, снова {email}; все сеансы завершены"),
            format!("sign-in address, again {email}; every session has ended"),
        ),
        Change::SecondFactorOn => {
            sheet.pick("двухфакторная защита включена".to_owned(), "two-factor sign-in turned on".to_owned())
        }
        Change::SecondFactorOff => {
            sheet.pick("двухфакторная защита выключена".to_owned(), "two-factor sign-in turned off".to_owned())
        }
        Change::TokenCreated { name } => {
            sheet.pick(format!("создан токен API «{name}»"), format!("API token “{name}” created"))
        }
        Change::RecoveryCodesRenewed => sheet.pick(
            "новые резервные коды, прежние не действуют".to_owned(),
            "new recovery codes, the former are void".to_owned(),
        ),
        Change::AppAdded => {
            sheet.pick("приложение для кодов добавлено".to_owned(), "authenticator app added".to_owned())
        }
        Change::AppRemoved => {
            sheet.pick("приложение для кодов отключено".to_owned(), "authenticator app turned off".to_owned())
        }
        Change::PasskeyAdded { name } => {
            sheet.pick(format!("добавлен ключ доступа «{name}»"), format!("passkey “{name}” added"))
        }
        Change::PasskeyRemoved { name, was_last: false } => {
            sheet.pick(format!("удален ключ доступа «{name}»"), format!("passkey “{name}” removed"))
        }
        Change::PasskeyRemoved { name, was_last: true } => sheet.pick(
            format!("удален ключ доступа «{name}», двухфакторная защита выключена"),
            format!("passkey “{name}” removed, two-factor sign-in turned off"),
        ),
    }
}

pub(super) fn confirm_email(sheet: Sheet<'_>, login: &str, email: &str, token: &str, valid_until: &str) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            "Этот адрес указан как новый адрес для входа в Kontora. До подтверждения входят с прежним.".to_owned(),
            "This address was given as a new sign-in address for Kontora. Until it is confirmed the old one is used."
                .to_owned(),
        )],
        facts: vec![
            (sheet.pick("Нынешний логин", "Present sign-in name"), login.to_owned()),
            (sheet.pick("Новый логин", "New sign-in name"), email.to_owned()),
            sheet.valid_until(valid_until),
        ],
        button: sheet.button("Подтвердить адрес", "Confirm the address", &format!("/email-change?token={token}")),
        notes: vec![sheet.pick(
            "Если вы не просили об этом, ничего не делайте.".to_owned(),
            "If you did not ask for this, do nothing.".to_owned(),
        )],
        ..Body::default()
    }
}

pub(super) fn email_change_asked(
    sheet: Sheet<'_>,
    login: &str,
    [email, token, valid_until]: [&str; 3],
    by: Option<&By>,
    circumstances: &Circumstances,
) -> Body {
    let mut facts = vec![sheet.login(login), (sheet.pick("Новый адрес", "New address"), email.to_owned())];
    match by {
        Some(by) => {
            let when = sheet.moment(circumstances.at, &circumstances.zone);
            facts.extend([by.fact(sheet), (sheet.pick("Когда", "When"), when)]);
        }
        None => facts.extend(request(sheet, circumstances)),
    }
    facts.push((sheet.pick("Отменить можно до", "Can be taken back until"), valid_until.to_owned()));
    Body {
        paragraphs: vec![sheet.pick(
            "Запрошена смена адреса, с которым вы входите в Kontora. Она вступит в силу, когда откроют ссылку из письма на \
             новый адрес."
                .to_owned(),
            "A change of the address with which you sign in to Kontora was asked for. It takes effect once the link in \
             the letter to the new address is opened."
                .to_owned(),
        )],
        facts,
        button: sheet.button("Отменить смену адреса", "Take the change back", &format!("/email-change?token={token}")),
        notes: vec![sheet.pick(
            "Если просили вы, ничего не делайте. Если нет, отмените и задайте новый пароль: отмена действует и после \
             смены и завершает все сеансы."
                .to_owned(),
            "If it was you, do nothing. If not, take it back and set a new password: taking back works after the change \
             too, and ends every session."
                .to_owned(),
        )],
        ..Body::default()
    }
}

pub(super) fn new_sign_in(sheet: Sheet<'_>, login: &str, circumstances: &Circumstances) -> Body {
    let mut facts = vec![sheet.login(login)];
    facts.extend(request(sheet, circumstances));
    Body {
        paragraphs: vec![sheet.pick(
            "В Kontora вошли под вашим логином с устройства, с которого вы раньше не входили.".to_owned(),
            "Somebody signed in to Kontora as you, on a device that you had not signed in on before.".to_owned(),
        )],
        facts,
        button: sheet.button("Посмотреть и завершить сеансы", "See and end sessions", "/profile#sessions"),
        notes: vec![sheet.pick(
            "Если это были вы, ничего не делайте. Если нет, завершите сеанс и смените пароль.".to_owned(),
            "If it was you, do nothing. If not, end the session and change your password.".to_owned(),
        )],
        ..Body::default()
    }
}

/// With so many recovery codes left it is time for new ones.
const FEW_CODES: i64 = 2;

pub(super) fn recovery_code_used(sheet: Sheet<'_>, login: &str, left: i64, circumstances: &Circumstances) -> Body {
    let mut facts = vec![sheet.login(login), (sheet.pick("Осталось кодов", "Codes left"), left.to_string())];
    facts.extend(request(sheet, circumstances));
    let mut paragraphs =
        vec![
            sheet.pick(
                "Вместо кода из приложения введен один из ваших резервных кодов. Больше он не подействует.".to_owned(),
                "One of your recovery codes was entered in place of a code from the app. It will not work again."
                    .to_owned(),
            ),
        ];
    if left <= FEW_CODES {
        paragraphs.push(sheet.pick(
            "Резервные коды кончаются: получите новые, чтобы не остаться без входа.".to_owned(),
            "You are running out of recovery codes: get new ones, so as not to be locked out.".to_owned(),
        ));
    }
    Body {
        paragraphs,
        facts,
        button: sheet.button("Получить новые коды", "Get new codes", "/profile#second-factor"),
        notes: vec![sheet.pick(
            "Если это были не вы, сразу смените пароль и получите новые резервные коды в профиле.".to_owned(),
            "If it was not you, change your password at once and get new recovery codes on your profile.".to_owned(),
        )],
        ..Body::default()
    }
}

/// When, from where, in what.
fn request(sheet: Sheet<'_>, circumstances: &Circumstances) -> [(&'static str, String); 3] {
    let Circumstances { at, address, user_agent, zone } = circumstances;
    [
        (sheet.pick("Когда", "When"), sheet.moment(*at, zone)),
        (sheet.pick("С адреса", "From the address"), address.clone()),
        (sheet.pick("Устройство", "Device"), device_name(user_agent, sheet.lang)),
    ]
}
