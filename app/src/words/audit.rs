//! Words of the audit log, on the page and in the file.

use super::invoices;
use super::money::cause;
use super::people;
use super::shell;
use super::viewing::term_name;
use crate::audit::AuditKind;
use crate::companies::Kind;
use crate::money::{Cause, WEEKLY};
use crate::values::Lang;
use crate::viewing::ConsentTerm;

words! {
    audit: "Журнал событий", "Audit log";
    weekly: "каждую неделю", "weekly";
    narrow: "Отбор событий", "Filter events";
    kind_column: "Событие", "Event";
    any_kind: "Все события", "All events";
    who: "Кто", "Who";
    person: "ID или email человека", "User ID or email";
    company: "Компания", "Company";
    company_id: "ID компании", "Company ID";
    about_user: "О пользователе с ID", "About user with ID";
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
        AuditKind::UserRenamed => ("Изменено имя", "Name changed"),
        AuditKind::RolesChanged => ("Изменены роли", "Roles changed"),
        AuditKind::MaxDialogsChanged => ("Изменен максимум диалогов", "Max dialogs changed"),
        AuditKind::LanguageChanged => ("Изменен язык", "Language changed"),
        AuditKind::UserBlocked => ("Пользователь заблокирован", "User blocked"),
        AuditKind::UserUnblocked => ("Пользователь разблокирован", "User unblocked"),
        AuditKind::InvitationResent => ("Приглашение отправлено снова", "Invitation resent"),
        AuditKind::InvitationRevoked => ("Приглашение отозвано", "Invitation revoked"),
        AuditKind::UserSessionsEnded => ("Завершены все сеансы пользователя", "All sessions of a user ended"),
        AuditKind::SecondFactorReset => ("Сброшена двухфакторная защита", "Two-factor sign-in reset"),
        AuditKind::ResetStarted => ("Отправлена ссылка для нового пароля", "Link to a new password sent"),
        AuditKind::EmailChangeAsked => ("Запрошена смена адреса пользователя", "Change of a user’s address asked for"),
        AuditKind::CompanyAdded => ("Добавлена компания", "Company added"),
        AuditKind::CompanyRegistered => ("Компания зарегистрировалась", "Company registered"),
        AuditKind::CompanySaved => ("Изменена компания", "Company changed"),
        AuditKind::EntryWritten => ("Внесена запись в журнал расчетов", "Ledger entry written"),
        AuditKind::CompanySuspended => ("Доступ компании приостановлен", "Company suspended"),
        AuditKind::CompanyResumed => ("Приостановка снята", "Suspension ended"),
        AuditKind::SuspensionPostponed => ("Приостановка отложена", "Suspension postponed"),
        AuditKind::TemporaryLimitSet => ("Временный лимит", "Temporary limit set"),
        AuditKind::PoolSet => ("Предел лимитов реселлера", "Reseller’s cap set"),
        AuditKind::ThresholdsSet => ("Дополнительные пороги", "Further thresholds set"),
        AuditKind::InvoiceIssued => ("Выставлен счет", "Invoice issued"),
        AuditKind::InvoiceCancelled => ("Счет отменен", "Invoice cancelled"),
        AuditKind::VatSet => ("НДС в счетах", "VAT on invoices set"),
        AuditKind::CompanyAttached => ("Компания подключена", "Company attached"),
        AuditKind::KindChanged => ("Изменен тип компании", "Kind of company changed"),
        AuditKind::RequestMade => ("Отправлен запрос", "Request made"),
        AuditKind::RequestCompleted => ("Запрос выполнен", "Request completed"),
        AuditKind::RequestDeclined => ("Запрос отклонен", "Request declined"),
        AuditKind::RequestWithdrawn => ("Запрос отозван", "Request withdrawn"),
        AuditKind::LetterResent => ("Письмо отправлено снова", "Letter resent"),
        AuditKind::TokenCreated => ("Создан токен API", "API token created"),
        AuditKind::TokenRevoked => ("Отозван токен API", "API token revoked"),
        AuditKind::ViewingBegun => ("Начат просмотр кабинета", "Viewing begun"),
        AuditKind::PageViewed => ("Просмотрена страница", "Page viewed"),
        AuditKind::ViewingEnded => ("Просмотр кабинета закончен", "Viewing ended"),
        AuditKind::ViewingAllowed => ("Просмотр кабинета разрешен", "Viewing allowed"),
        AuditKind::ViewingForbidden => ("Просмотр кабинета запрещен", "Viewing forbidden"),
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
        (kind, Lang::Ru) if is_of_request(kind) => format!("№ {object}"),
        (kind, Lang::En) if is_of_request(kind) => format!("no. {object}"),
        _ => object.to_owned(),
    };
    let [old, new] = change.map(|value| told(kind, value, lang));
    let change = match (old.is_empty(), new.is_empty()) {
        (true, _) => new,
        (false, true) => format!("{old} → –"),
        (false, false) => format!("{old} → {new}"),
    };
    let parts = [object.as_str(), change.as_str(), reason];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn is_of_request(kind: AuditKind) -> bool {
    use AuditKind as K;
    matches!(kind, K::RequestMade | K::RequestCompleted | K::RequestDeclined | K::RequestWithdrawn)
}

/// Through whose eyes.
fn seen_as(email: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("глазами {email}"),
        Lang::En => format!("as {email}"),
    }
}

/// What [`notices_text`](crate::money::notices_text) keeps, in words.
pub fn thresholds(kept: &str, lang: Lang) -> String {
    kept.replace(WEEKLY, weekly(lang))
}

/// A value as it is kept, in words where it is none.
fn told(kind: AuditKind, value: &str, lang: Lang) -> String {
    match kind {
        AuditKind::UserRegistered | AuditKind::RolesChanged => people::written_roles(value, lang),
        AuditKind::MaxDialogsChanged if value.is_empty() => people::company_default(lang).to_owned(),
        AuditKind::PageViewed if !value.is_empty() => seen_as(value, lang),
        AuditKind::KindChanged => Kind::parse(value).map(|kind| shell::kind(kind, lang)).unwrap_or_default().to_owned(),
        AuditKind::ViewingAllowed => {
            ConsentTerm::parse(value).map(|term| term_name(term, lang)).unwrap_or_default().to_owned()
        }
        AuditKind::VatSet => vat(value, lang),
        AuditKind::CompanyResumed => Cause::parse(value).map_or(value, |of| cause(of, lang)).to_owned(),
        AuditKind::ThresholdsSet => thresholds(value, lang),
        _ => value.to_owned(),
    }
}

/// As the choice calls it.
fn vat(stored: &str, lang: Lang) -> String {
    let named = invoices::vat_options(lang).into_iter().find(|(value, _)| value == stored);
    named.map(|(_, words)| words).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_for_machines_is_told_in_words() {
        let told = |kind, change| detail(kind, "a@b.test", change, "", Lang::En);
        assert_eq!(
            told(AuditKind::RolesChanged, ["administrator chat_operator", "chat_operator"]),
            "a@b.test · Company administrator, Chat operator → Chat operator"
        );
        assert_eq!(
            detail(AuditKind::PageViewed, "/companies", ["", "a@b.test"], "", Lang::En),
            "/companies · as a@b.test"
        );
        assert_eq!(told(AuditKind::MaxDialogsChanged, ["50", ""]), "a@b.test · 50 → company default");
        assert_eq!(told(AuditKind::UserRegistered, ["", "administrator"]), "a@b.test · Company administrator");
    }
}
