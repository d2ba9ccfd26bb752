//! Words of the audit log, on the page and in the file.

use crate::audit::AuditKind;
use crate::values::Lang;

words! {
    audit: "Журнал событий", "Audit log";
    narrow: "Отбор событий", "Filter events";
    kind_column: "Событие", "Event";
    any_kind: "Все события", "All events";
    who: "Кто", "Who";
    person: "ID или email человека", "User ID or email";
    company: "Компания", "Company";
    company_id: "ID компании", "Company ID";
    address: "Адрес", "Address";
    download: "Скачать CSV", "Download CSV";
    none: "Таких событий нет", "No such events";

    time: "Время", "Time";
    user_id: "ID человека", "User ID";
    company_name: "Название компании", "Company name";
    object: "Объект", "Object";
    old: "Было", "Old";
    new: "Стало", "New";
    reason: "Причина", "Reason";
    request_id: "Запрос", "Request ID";
}

/// The head of the column of times, which are told in this zone.
pub fn when_in(zone: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Когда, {zone}"),
        Lang::En => format!("When, {zone}"),
    }
}

/// The last line of a file that does not hold all.
pub fn only_newest(most: usize, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Здесь последние события, не больше {most}: сузьте период, чтобы увидеть более ранние"),
        Lang::En => format!("These are the newest events, {most} at most: narrow the period to see earlier ones"),
    }
}

pub fn kind(kind: AuditKind, lang: Lang) -> &'static str {
    let (ru, en) = match kind {
        AuditKind::SignedIn => ("Вход", "Signed in"),
        AuditKind::SignedOut => ("Выход", "Signed out"),
        AuditKind::PasswordSet => ("Задан пароль", "Password set"),
        AuditKind::PasswordChanged => ("Изменен пароль", "Password changed"),
        AuditKind::EmailChanged => ("Изменен адрес для входа", "Sign-in address changed"),
        AuditKind::SessionsEnded => ("Завершены сеансы", "Sessions ended"),
        AuditKind::SecondFactorOn => ("Двухфакторная защита включена", "Two-factor sign-in turned on"),
        AuditKind::SecondFactorOff => ("Двухфакторная защита выключена", "Two-factor sign-in turned off"),
        AuditKind::AppAdded => ("Добавлено приложение для кодов", "Authenticator app added"),
        AuditKind::AppRemoved => ("Удалено приложение для кодов", "Authenticator app removed"),
        AuditKind::PasskeyAdded => ("Добавлен ключ доступа", "Passkey added"),
        AuditKind::PasskeyRemoved => ("Удален ключ доступа", "Passkey removed"),
        AuditKind::RecoveryCodesRenewed => ("Новые резервные коды", "Recovery codes renewed"),
        AuditKind::RecoveryCodeUsed => ("Использован резервный код", "Recovery code used"),
        AuditKind::UserRegistered => ("Зарегистрирован пользователь", "User registered"),
        AuditKind::CompanyAdded => ("Добавлена компания", "Company added"),
        AuditKind::CompanyRegistered => ("Компания зарегистрировалась", "Company registered"),
        AuditKind::CompanySaved => ("Изменена компания", "Company changed"),
        AuditKind::CompanyAttached => ("Компания подключена", "Company attached"),
        AuditKind::RequestCompleted => ("Запрос выполнен", "Request completed"),
        AuditKind::RequestDeclined => ("Запрос отклонен", "Request declined"),
        AuditKind::LetterResent => ("Письмо отправлено снова", "Letter resent"),
    };
    if lang == Lang::Ru { ru } else { en }
}

/// What is said of an entry beside who and when; empty where that is all.
pub fn detail(kind: AuditKind, object: &str, change: [&str; 2], reason: &str, lang: Lang) -> String {
    let object = match (kind, lang) {
        (AuditKind::SessionsEnded, Lang::Ru) => format!("сеансов: {object}"),
        (AuditKind::SessionsEnded, Lang::En) => format!("sessions: {object}"),
        (AuditKind::CompanySaved, Lang::Ru) => format!("версия {object}"),
        (AuditKind::CompanySaved, Lang::En) => format!("version {object}"),
        (AuditKind::RequestCompleted | AuditKind::RequestDeclined, Lang::Ru) => format!("№ {object}"),
        (AuditKind::RequestCompleted | AuditKind::RequestDeclined, Lang::En) => format!("no. {object}"),
        _ => object.to_owned(),
    };
    let [old, new] = change;
    let change = if old.is_empty() { new.to_owned() } else { format!("{old} → {new}") };
    let parts = [object.as_str(), change.as_str(), reason];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
