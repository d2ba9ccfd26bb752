//! What problem documents say.

use app::companies::Field;
use app::error::ApiError;
use app::people::Right;
use app::values::Lang;
use app::words::rights;
use axum::http::StatusCode;

use super::{Refusal, Unfit};

/// The last part of a problem's type, which never changes, and its title, the same for every problem of a type.
pub(super) fn told(refusal: Option<&Refusal>, status: StatusCode, lang: Lang) -> (&'static str, &'static str) {
    let (kind, ru, en) = match refusal {
        Some(Refusal::OtherOutcome(_)) => ("preview_changed", "Итог будет другим", "The outcome would be different"),
        _ => of_status(status),
    };
    (kind, pick(lang, ru, en))
}

/// Type, title in Russian and in English.
fn of_status(status: StatusCode) -> (&'static str, &'static str, &'static str) {
    match status.as_u16() {
        401 => ("unauthenticated", "Нужен действующий токен", "A valid token is needed"),
        403 => ("not-permitted", "Недостаточно прав", "Not permitted"),
        404 => ("not-found", "Не найдено", "Not found"),
        405 => ("method-not-allowed", "Метод не подходит", "Method not allowed"),
        409 => ("conflict", "Значение занято", "The value is taken"),
        412 => ("stale", "Версия не совпадает", "The version does not match"),
        413 => ("too-large", "Слишком много данных", "Too large"),
        415 => ("unsupported-media-type", "Тип тела не подходит", "Unsupported media type"),
        428 => ("precondition-required", "Нужна версия", "A version is needed"),
        422 => ("invalid", "Значения не приняты", "Values refused"),
        429 => ("too-many-requests", "Слишком много запросов", "Too many requests"),
        503 => ("busy", "Сервер занят", "The server is busy"),
        500.. => ("internal", "Ошибка на сервере", "The server failed"),
        _ => ("malformed", "Запрос не разобран", "The request was not understood"),
    }
}

/// What happened and what to do.
pub(super) fn detail(refusal: Option<&Refusal>, status: StatusCode, lang: Lang) -> String {
    if let Some(Refusal::Desk(ApiError::Refused(what))) = refusal {
        return refused(what, lang);
    }
    if let Some(Refusal::Desk(ApiError::Internal(incident))) = refusal {
        return pick(lang, format!("Номер случая: {incident}"), format!("Incident {incident}"));
    }
    if let Some(Refusal::NoKey) = refusal {
        return pick(lang, "Нужен заголовок Idempotency-Key.", "The header Idempotency-Key is needed.").to_owned();
    }
    if let Some(Refusal::OtherOutcome(_)) = refusal {
        let (ru, en) = (
            "Ничего не изменено. Чем обернется изменение теперь, сказано в preview.",
            "Nothing was changed. What the change would bring about by now is told in preview.",
        );
        return pick(lang, ru, en).to_owned();
    }
    let (ru, en) = match status.as_u16() {
        401 => (
            "В заголовке Authorization нужен Bearer и действующий токен.",
            "The header Authorization must carry Bearer and a valid token.",
        ),
        404 => (
            "Такого адреса или такой записи для этого токена нет.",
            "There is no such address, or no such record for this token.",
        ),
        405 => ("Подходящие методы названы в заголовке Allow.", "The header Allow names the methods that fit."),
        412 => (
            "Прочитайте запись заново и повторите изменение с ее ETag в заголовке If-Match.",
            "Read the record again and repeat the change with its ETag in the header If-Match.",
        ),
        428 => (
            "Прочитайте запись и повторите изменение с ее ETag в заголовке If-Match.",
            "Read the record and repeat the change with its ETag in the header If-Match.",
        ),
        413 => ("Тело запроса больше 256 КБ.", "The body is larger than 256 KB."),
        415 => (
            "Нужно тело application/json; для изменения компании подходит и application/merge-patch+json.",
            "A body of application/json is needed; a change of a company may be application/merge-patch+json.",
        ),
        409 | 422 => ("Что не так, сказано в errors по полям.", "What is wrong is told in errors, by field."),
        429 => (
            "Не больше 60 запросов в секунду на токен. Повторите через время из Retry-After.",
            "At most 60 requests a second for a token. Repeat after the time in Retry-After.",
        ),
        503 => ("Повторите запрос позже.", "Repeat the request later."),
        500.. => ("Случай записан в журнал сервера.", "The server has logged it."),
        _ => ("Ожидается объект JSON и адрес в UTF-8.", "An object of JSON and an address in UTF-8 are expected."),
    };
    pick(lang, ru, en).to_owned()
}

/// A field or a right that is not the token's.
fn refused(what: &str, lang: Lang) -> String {
    if Field::parse(what).is_some() {
        return pick(
            lang,
            format!("Этому токену нельзя менять поле {what} этой компании."),
            format!("This token may not change the field {what} of this company."),
        );
    }
    let right = Right::parse(what).map_or(what, |right| rights::right(right, lang));
    pick(lang, format!("У токена нет права: {right}."), format!("The token lacks the right: {right}."))
}

/// Never changes.
pub(super) fn unfit_code(unfit: Unfit) -> &'static str {
    match unfit {
        Unfit::Text | Unfit::Number | Unfit::Boolean | Unfit::Money => "wrong_type",
        Unfit::Currency => "currency_mismatch",
    }
}

pub(super) fn unfit(unfit: Unfit, lang: Lang) -> &'static str {
    let (ru, en) = match unfit {
        Unfit::Text => ("Нужна строка", "A string is needed"),
        Unfit::Number => ("Нужно целое число", "A whole number is needed"),
        Unfit::Boolean => ("Нужно true или false", "true or false is needed"),
        Unfit::Money => (
            "Нужна сумма вида {\"amount\":\"1250.00\",\"currency\":\"RUB\"}",
            "Money is needed, such as {\"amount\":\"1250.00\",\"currency\":\"RUB\"}",
        ),
        Unfit::Currency => ("Валюта компании: RUB", "The currency of the company is RUB"),
    };
    pick(lang, ru, en)
}

fn pick<T>(lang: Lang, ru: T, en: T) -> T {
    match lang {
        Lang::Ru => ru,
        Lang::En => en,
    }
}
