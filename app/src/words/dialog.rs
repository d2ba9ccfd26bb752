//! Words of the edit dialog. The Russian labels are the customer's, letter for letter.

use super::plural::{english, russian};
use crate::companies::{Field, OthersEdit};
use crate::requisites::{LookUpTrouble, shown_day};
use crate::values::{CompanyId, Kopecks, Lang};

words! {
    title: "Редактирование компании", "Edit company";
    fields: "Поля компании", "Company fields";
    previous: "Предыдущая компания", "Previous company";
    next: "Следующая компания", "Next company";
    loading: "Загрузка…", "Loading…";
    to_companies: "К списку компаний", "To companies";
    low_balance: "низкий баланс", "low balance";
    awaiting_confirmation: "ожидает подтверждения", "awaiting confirmation";

    company: "Компания", "Company";
    employees: "Сотрудники", "Employees";
    hide_form: "Скрыть форму", "Hide form";
    credit: "Кредит", "Credit";
    work: "Работа", "Work";
    requisites: "Реквизиты для счетов", "Requisites for invoices";
    addresses: "Адреса", "Addresses";
    calls: "Звонки", "Calls";

    letters_to_email: "Письма на Email компании и тем, кто дает ей кредит",
        "Letters go to the company’s Email and to whoever grants it credit";
    prepaid: "Без кредита: приостановка ниже нуля", "No credit: suspended below zero";
    limit_reason: "Причина изменения", "Reason for the change";
    limit_reason_hint: "Необязательно; для письма компании", "Optional; for the letter to the company";
    zone_hint: "Для времени в ежемесячных отчетах", "For the times in monthly reports";
    dialogs_hint: "Если у сотрудника нет своего значения", "For employees without a value of their own";
    compliance_hint: "Звонки только с 9:10 до 19:50 по местному времени абонента",
        "Calls only from 9:10 to 19:50 in the subscriber's local time";
    second_factor_hint: "Администратор без нее сможет только включить ее",
        "An administrator without it can do nothing but set it up";
    same_as_legal: "как юридический", "same as legal";
    on: "да", "on";
    off: "нет", "off";
    empty: "пусто", "empty";

    fill_by_inn: "Заполнить по ИНН", "Fill by INN";
    inn_first: "Сначала введите ИНН", "Enter the INN first";

    /// The look-up went well and found nobody.
    inn_not_found: "В справочнике нет организации с таким ИНН", "The directory has no organization with this INN";

    register_user: "Зарегистрировать нового пользователя", "Register new user";
    full_name: "Имя", "Full name";
    invitation_hint: "Придет письмо со ссылкой на 72 часа", "A letter with a link for 72 hours will be sent";
    newcomer_left_out: "Новый пользователь еще не зарегистрирован: сохраните его или отмените",
        "The new user is not registered yet: save or cancel here first";
    newcomer_not_registered: "Новый пользователь не зарегистрирован:", "New user not registered:";
    never_signed_in: "входов не было", "not signed in yet";
    undelivered: "Письмо не доставлено", "Letter not delivered";
    link_expired: "Срок ссылки истек", "Link expired";
    blocked: "Заблокирован", "Blocked";

    save: "Сохранить компанию", "Save company";
    theirs: "Их", "Theirs";
    yours: "Ваше", "Yours";
    original: "Исходное", "Original";

    unsaved_changes: "Несохраненные изменения", "Unsaved changes";
    keep_editing: "Продолжить", "Keep editing";
    discard: "Не сохранять", "Discard";
    restore_draft: "Восстановить", "Restore draft";
    discard_draft: "Удалить черновик", "Discard draft";

    today: "сегодня", "today";
    yesterday: "вчера", "yesterday";
}

/// The field's name at its input, and wherever else it is spoken of.
pub fn label(field: Field, lang: Lang) -> &'static str {
    let (ru, en) = match field {
        Field::Name => ("Название", "Name"),
        Field::Email => ("Email", "Email"),
        Field::Phone => ("Номер телефона", "Phone number"),
        Field::RequireSecondFactor => (
            "Двухфакторная защита обязательна для администраторов",
            "Two-factor sign-in is required for administrators",
        ),
        Field::CreditLimit => ("Кредитный лимит", "Credit limit"),
        Field::NotificationThreshold => ("Пороговое значение для уведомлений", "Notification threshold"),
        Field::TimeZone => ("Часовой пояс", "Time zone"),
        Field::MaxDialogs => (
            "Дефолтное значение максимального количества диалогов для каждого оператора",
            "Default maximum dialogs per operator",
        ),
        Field::Comply230Fz => ("Соблюдать ФЗ-230", "Comply with 230-FZ"),
        Field::Inn => ("ИНН", "INN"),
        Field::Kpp => ("КПП", "KPP"),
        Field::Ogrn => ("ОГРН", "OGRN"),
        Field::Bic => ("БИК", "BIC"),
        Field::Bank => ("Банк", "Bank"),
        Field::CorrespondentAccount => ("Корреспондентский счет", "Correspondent account"),
        Field::Account => ("Счет", "Account"),
        Field::LegalAddress => ("Юридический адрес", "Legal address"),
        Field::PostalAddress => ("Почтовый адрес", "Postal address"),
    };
    if lang == Lang::Ru { ru } else { en }
}

/// `2 of 303`: where this record stands in the filtered list.
pub fn place(at: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("{at} из {of}"),
        Lang::En => format!("{at} of {of}"),
    }
}

/// `2 changes not saved`.
pub fn unsaved(count: usize, lang: Lang) -> String {
    let number = count as u64;
    match lang {
        Lang::Ru => {
            let change = russian(number, "изменение", "изменения", "изменений");
            let saved = russian(number, "сохранено", "сохранены", "сохранены");
            format!("{count} {change} не {saved}")
        }
        Lang::En => format!("{count} {} not saved", english(number, "change", "changes")),
    }
}

/// `1 error`.
pub fn errors(count: usize, lang: Lang) -> String {
    let number = count as u64;
    match lang {
        Lang::Ru => format!("{count} {}", russian(number, "ошибка", "ошибки", "ошибок")),
        Lang::En => format!("{count} {}", english(number, "error", "errors")),
    }
}

/// What the field held when the record was read.
pub fn was(value: &str, lang: Lang) -> String {
    let value = if value.is_empty() { empty(lang) } else { value };
    match lang {
        Lang::Ru => format!("Было: {value}"),
        Lang::En => format!("Was: {value}"),
    }
}

/// A notice under the name: it is allowed, but may be a slip.
pub fn namesake(id: CompanyId, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Так называется еще одна компания: ID {id}"),
        Lang::En => format!("Another company has this name: ID {id}"),
    }
}

/// The registration number under the INN: 13 digits of an organization, 15 of a sole proprietor.
pub fn ogrn(number: &str, lang: Lang) -> String {
    match (lang, number.len()) {
        (Lang::Ru, 15) => format!("ОГРНИП {number}"),
        (Lang::Ru, _) => format!("ОГРН {number}"),
        (Lang::En, 15) => format!("OGRNIP {number}"),
        (Lang::En, _) => format!("OGRN {number}"),
    }
}

/// What a look-up says when the service did not answer as it should; `as_of` is the day of the local directory's
/// answer, `YYYY-MM-DD`, where it had one.
pub fn look_up_trouble(trouble: LookUpTrouble, as_of: Option<&str>, lang: Lang) -> String {
    let reason = trouble_reason(trouble, lang);
    match (lang, as_of.map(|day| shown_day(day, lang))) {
        (Lang::Ru, Some(day)) => {
            format!("Сервис недоступен, показаны данные локального справочника от {day}. Причина: {reason}")
        }
        (Lang::Ru, None) => format!("Сервис недоступен, заполните вручную. Причина: {reason}"),
        (Lang::En, Some(day)) => {
            format!("The service is unavailable, this is what the local directory had on {day}. The reason: {reason}")
        }
        (Lang::En, None) => format!("The service is unavailable, please fill in by hand. The reason: {reason}"),
    }
}

fn trouble_reason(trouble: LookUpTrouble, lang: Lang) -> &'static str {
    let (ru, en) = match trouble {
        LookUpTrouble::NoToken => ("ключ сервиса не задан", "no key of the service is set"),
        LookUpTrouble::KeyRefused => (
            "сервис не принял ключ, или исчерпан дневной лимит",
            "the service refused the key, or the daily limit is reached",
        ),
        LookUpTrouble::LimitReached => {
            ("слишком много запросов к сервису, попробуйте позже", "too many requests to the service, try again later")
        }
        LookUpTrouble::TimedOut => ("нет ответа за 3 секунды", "no answer within 3 seconds"),
        LookUpTrouble::Unreachable => ("нет связи с сервисом", "no connection to the service"),
        LookUpTrouble::ServiceFailed => ("ошибка на стороне сервиса", "an error on the service's side"),
        LookUpTrouble::BrokenAnswer => ("ответ сервиса не удалось прочитать", "the service's answer cannot be read"),
    };
    if lang == Lang::Ru { ru } else { en }
}

/// How far the balance is from the suspension.
pub fn spare(available: Kopecks, lang: Lang) -> String {
    let amount = available.shown(lang);
    match (lang, available.is_negative()) {
        (Lang::Ru, false) => format!("Запас {amount}"),
        (Lang::En, false) => format!("Spare {amount}"),
        (Lang::Ru, true) => format!("Долг больше лимита на {}", available.debt().shown(lang)),
        (Lang::En, true) => format!("Over the limit by {}", available.debt().shown(lang)),
    }
}

/// The time in the chosen zone, `15:05`.
pub fn now_there(time: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Сейчас там {time}"),
        Lang::En => format!("Now there {time}"),
    }
}

/// The credit line in words.
pub fn credit_line(balance: &str, threshold: Option<&str>, suspension: &str, lang: Lang) -> String {
    let threshold = match (threshold, lang) {
        (None, _) => String::new(),
        (Some(amount), Lang::Ru) => format!("порог {amount}\u{a0}₽, "),
        (Some(amount), Lang::En) => format!("threshold {amount}\u{a0}₽, "),
    };
    match lang {
        Lang::Ru => format!("Баланс {balance}\u{a0}₽, {threshold}приостановка ниже {suspension}\u{a0}₽"),
        Lang::En => format!("Balance {balance}\u{a0}₽, {threshold}suspension below {suspension}\u{a0}₽"),
    }
}

/// The three captions of the credit line, each after its amount.
pub fn line_now(lang: Lang) -> &'static str {
    if lang == Lang::Ru { "сейчас" } else { "now" }
}

pub fn line_suspension(lang: Lang) -> &'static str {
    if lang == Lang::Ru { "приостановка" } else { "suspension" }
}

pub fn line_threshold(lang: Lang) -> &'static str {
    if lang == Lang::Ru { "порог" } else { "threshold" }
}

/// The name of the button that puts the expected digit in.
pub fn put_digit(digit: u8, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Поставить {digit}"),
        Lang::En => format!("Put {digit}"),
    }
}

/// A person who was invited and has not come yet.
pub fn invited(until: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Приглашен, ссылка до {until}"),
        Lang::En => format!("Invited, link until {until}"),
    }
}

/// After a registration: the letter is on its way.
pub fn letter_sent(to: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Письмо со ссылкой отправлено на {to}"),
        Lang::En => format!("A letter with a link was sent to {to}"),
    }
}

/// What others changed meanwhile, and was kept.
pub fn others_edits(edits: &[OthersEdit], lang: Lang) -> String {
    let mut people: Vec<&str> = edits.iter().map(|edit| edit.by.as_str()).collect();
    people.sort_unstable();
    people.dedup();
    let who = people.join(", ");
    let fields: Vec<_> = edits.iter().map(|edit| label(edit.field, lang)).collect();
    let what = fields.join(", ");
    match lang {
        Lang::Ru => format!("Пока вы редактировали, изменено ({who}): {what}"),
        Lang::En => format!("While you edited, {who} changed: {what}"),
    }
}

/// Who changed a field that both changed, and when.
pub fn changed_by(who: &str, at: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Изменено: {who}, {at}"),
        Lang::En => format!("Changed by {who}, {at}"),
    }
}

/// A draft of an earlier visit.
pub fn draft_found(at: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Найден черновик: {at}."),
        Lang::En => format!("A draft was found: {at}."),
    }
}

/// A refusal that names a field.
pub fn not_permitted(field: Field, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Не сохранено: поле «{}» вам менять нельзя.", label(field, lang)),
        Lang::En => format!("Not saved: you may not change “{}”.", label(field, lang)),
    }
}

/// Any other failure of a save.
pub fn not_saved(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Не сохранено. {reason}"),
        Lang::En => format!("Not saved. {reason}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_look_up_says_what_is_shown_instead_and_why() {
        let with = look_up_trouble(LookUpTrouble::TimedOut, Some("2026-11-23"), Lang::Ru);
        assert_eq!(
            with,
            "Сервис недоступен, показаны данные локального справочника от 23.11.2026. Причина: нет ответа за 3 секунды"
        );
        let without = look_up_trouble(LookUpTrouble::KeyRefused, None, Lang::En);
        assert!(without.contains("by hand") && without.ends_with("the daily limit is reached"), "{without}");
    }
}
