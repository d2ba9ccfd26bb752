//! Words for refusals and failures of a whole operation or page.

use super::plural::{english, russian};
use super::rights;
use crate::error::{ApiError, CONSENT, ORIGIN, UNDO, VIEWING, VIEWING_OVER};
use crate::people::{PersonObstacle, Right};
use crate::values::Lang;

words! {
    home: "На главную", "To the start page";
}

/// The heading of a problem page.
pub fn title(error: &ApiError, lang: Lang) -> &'static str {
    match (error, lang) {
        (ApiError::Missing, Lang::Ru) => "Такой страницы нет",
        (ApiError::Missing, Lang::En) => "No such page",
        (ApiError::Refused(_), Lang::Ru) => "Недостаточно прав",
        (ApiError::Refused(_), Lang::En) => "Not permitted",
        (ApiError::Unauthenticated, Lang::Ru) => "Нужно войти",
        (ApiError::Unauthenticated, Lang::En) => "Please sign in",
        (ApiError::Gone, Lang::Ru) => "Ссылка не действует",
        (ApiError::Gone, Lang::En) => "This link does not work",
        (ApiError::Offline, Lang::Ru) => "Сервер не отвечает",
        (ApiError::Offline, Lang::En) => "The server does not answer",
        (_, Lang::Ru) => "Что-то пошло не так",
        (_, Lang::En) => "Something went wrong",
    }
}

/// One or two sentences: what happened and what to do. Used on problem pages and in messages.
pub fn text(error: &ApiError, lang: Lang) -> String {
    if let ApiError::Refused(name) = error
        && let Some(rule) = PersonObstacle::of_refusal(name)
    {
        return format!("{}.", rule.words(lang));
    }
    match (error, lang) {
        (ApiError::Missing, Lang::Ru) => "Адрес набран с ошибкой, или этой записи для вас нет.".to_owned(),
        (ApiError::Missing, Lang::En) => "The address is mistyped, or there is no such record for you.".to_owned(),
        (error, Lang::Ru) if error.asks_for_second_factor() => "Сначала включите двухфакторную защиту.".to_owned(),
        (error, Lang::En) if error.asks_for_second_factor() => "Set up two-factor sign-in first.".to_owned(),
        (ApiError::Refused(what), _) => refused(what, lang),
        (ApiError::Unauthenticated, Lang::Ru) => "Время сеанса истекло. Войдите снова: введенное сохранено.".to_owned(),
        (ApiError::Unauthenticated, Lang::En) => {
            "Your session has ended. Sign in again: what you typed is kept.".to_owned()
        }
        (ApiError::PreviewChanged(_), Lang::Ru) => {
            "С тех пор как был показан итог, что-то изменилось. Ничего не сохранено: посмотрите еще раз и сохраните."
                .to_owned()
        }
        (ApiError::PreviewChanged(_), Lang::En) => {
            "Something has changed since the outcome was shown. Nothing was saved: look at it again, then save."
                .to_owned()
        }
        (ApiError::Stale(_), Lang::Ru) => "Запись уже изменил кто-то другой.".to_owned(),
        (ApiError::Stale(_), Lang::En) => "Somebody else has changed the record.".to_owned(),
        (ApiError::Taken(_) | ApiError::Invalid(_), Lang::Ru) => "Исправьте отмеченные поля.".to_owned(),
        (ApiError::Taken(_) | ApiError::Invalid(_), Lang::En) => "Please correct the marked fields.".to_owned(),
        (ApiError::Gone, Lang::Ru) => "Ссылка использована, устарела или неверна. Попросите новую ссылку.".to_owned(),
        (ApiError::Gone, Lang::En) => "The link was used, is out of date or is wrong. Ask for a new one.".to_owned(),
        (ApiError::TooMany(seconds), _) => wait(*seconds, lang),
        (ApiError::TooLarge, Lang::Ru) => "Слишком много данных в запросе.".to_owned(),
        (ApiError::TooLarge, Lang::En) => "The request is too large.".to_owned(),
        (ApiError::Offline, Lang::Ru) => "Нет связи с сервером. Введенное сохранено, попробуйте еще раз.".to_owned(),
        (ApiError::Offline, Lang::En) => "The server did not answer. What you typed is kept; try again.".to_owned(),
        (ApiError::Busy, Lang::Ru) => "Сервер занят. Попробуйте через минуту.".to_owned(),
        (ApiError::Busy, Lang::En) => "The server is busy. Try again in a minute.".to_owned(),
        (ApiError::Malformed | ApiError::Unsupported, Lang::Ru) => {
            "Сервер не понял запрос. Обновите страницу.".to_owned()
        }
        (ApiError::Malformed | ApiError::Unsupported, Lang::En) => {
            "The server did not understand the request. Reload the page.".to_owned()
        }
        (ApiError::Internal(incident), Lang::Ru) => format!("Мы уже знаем об этом. Номер случая: {incident}"),
        (ApiError::Internal(incident), Lang::En) => format!("We know about it already. Incident {incident}"),
    }
}

/// For want of a right, or of a field that is not one's to change.
fn refused(what: &str, lang: Lang) -> String {
    let pick = |ru: &str, en: &str| if lang == Lang::Ru { ru.to_owned() } else { en.to_owned() };
    match what {
        VIEWING => {
            return pick(
                "В режиме просмотра изменения запрещены.",
                "Nothing can be changed while viewing as somebody else.",
            );
        }
        VIEWING_OVER => {
            return pick("Просмотр закончен. Обновите страницу.", "The viewing has ended. Reload the page.");
        }
        CONSENT => {
            return pick(
                "Компания не разрешила просмотр. Ее администратор может разрешить его в своем профиле.",
                "The company has not allowed it. Its administrator can, on the own profile.",
            );
        }
        ORIGIN => {
            return pick(
                "Форма отправлена не с адреса этого сайта. Откройте сайт по его собственному адресу.",
                "The form was not sent from this site’s address. Open the site at its own address.",
            );
        }
        UNDO => return pick("Это изменение вам отменить нельзя.", "This change is not yours to take back."),
        _ => {}
    }
    match (Right::parse(what).map(|right| rights::right(right, lang)), lang) {
        (Some(right), Lang::Ru) => format!("Для этого нужно право: {right}."),
        (Some(right), Lang::En) => format!("This needs the right: {right}."),
        (None, Lang::Ru) => format!("Это поле менять нельзя: {what}."),
        (None, Lang::En) => format!("This field is not yours to change: {what}."),
    }
}

fn wait(seconds: u32, lang: Lang) -> String {
    let (number, unit) = if seconds < 60 {
        let n = u64::from(seconds);
        (
            n,
            if lang == Lang::Ru {
                russian(n, "секунду", "секунды", "секунд")
            } else {
                english(n, "second", "seconds")
            },
        )
    } else {
        let n = u64::from(seconds.div_ceil(60));
        (
            n,
            if lang == Lang::Ru {
                russian(n, "минуту", "минуты", "минут")
            } else {
                english(n, "minute", "minutes")
            },
        )
    };
    match lang {
        Lang::Ru => format!("Слишком много попыток. Попробуйте через {number} {unit}."),
        Lang::En => format!("Too many attempts. Try again in {number} {unit}."),
    }
}
