//! Words of the support page, of the letters that did not arrive, and of the directories.

use crate::affiliates::RequestState;
use crate::directories::{ImportReport, LookUpCounts};
use crate::requisites::shown_day;
use crate::values::Lang;

words! {
    support: "Поддержка", "Support";

    new_request: "Новый запрос", "New request";
    new_request_about: "Прошу предоставить доступ: подключить действующую компанию к реселлеру как зависимую. После выполнения реселлер увидит ее в своем списке и сможет ее редактировать.",
        "A request to attach an existing company to a reseller as its affiliate. Once it is completed, the reseller sees the company in their list and can edit it.";
    reseller_id: "ID реселлера", "Reseller ID";
    company_id: "ID компании", "Company ID";
    comment: "Комментарий", "Comment";
    send_request: "Отправить запрос", "Send request";
    my_requests: "Запросы вашей компании", "Requests of your company";
    all_requests: "Запросы на подключение компаний", "Requests to attach companies";
    no_requests: "Запросов пока нет", "No requests yet";

    id: "ID", "ID";
    request: "Запрос", "Request";
    asked_by: "От кого", "Asked by";
    status: "Статус", "Status";
    actions: "Действия", "Actions";
    reseller: "Реселлер", "Reseller";
    company: "Компания", "Company";
    complete: "Выполнить", "Complete";
    decline: "Отклонить", "Decline";
    reason: "Причина", "Reason";
    reason_hint: "Эту причину прочитает отправитель запроса", "The requester reads this reason";
    checks: "Проверки", "Checks";
    comments: "Комментарии", "Comments";
    add_comment: "Добавить комментарий", "Add comment";
    send_comment: "Отправить", "Send";
    comment_toast: "Комментарий добавлен", "The comment is added";
    withdraw: "Отозвать", "Withdraw";
    withdraw_question: "Отозвать запрос? Оператор не будет его рассматривать.",
        "Withdraw the request? The operator will not consider it.";
    withdrawn_toast: "Запрос отозван", "The request is withdrawn";
    completed_toast: "Запрос выполнен", "The request is completed";
    declined_toast: "Запрос отклонен", "The request is declined";

    letters: "Недоставленные письма", "Undelivered letters";
    no_letters: "Все письма дошли", "Every letter has arrived";
    no_letters_hint: "Здесь появляются письма, от которых отказался почтовый сервер.",
        "Letters that the mail server gave back appear here.";
    to: "Кому", "To";
    subject: "Тема", "Subject";
    last_error: "Ответ сервера", "Server's answer";
    created_at: "Создано", "Written";
    resend: "Отправить снова", "Resend";
    resent_toast: "Письмо отправляется снова", "The letter is on its way again";

    directories: "Справочники", "Directories";
    banks: "Банки: справочник БИК", "Banks: directory of BICs";
    banks_about: "Файл Банка России в формате ED807, .xml или .zip. Он заменяет справочник целиком, а если не подходит, остается прежний справочник.",
        "The Bank of Russia's file in the format ED807, .xml or .zip. It replaces the whole directory; one that does not fit leaves it as it was.";
    directory_of: "Справочник за", "Directory of";
    no_directory: "не загружен", "none is loaded";
    entries: "Записей", "Entries";
    accounts: "Счетов", "Accounts";
    directory_file: "Файл справочника", "Directory file";
    confirm_import: "Загрузить, даже если записей меньше половины нынешних или файл старше загруженного",
        "Import even if the file has fewer than half of the entries loaded now, or is older than what is loaded";
    import: "Загрузить", "Import";
    imported: "Справочник загружен", "The directory is loaded";
    organizations: "Организации", "Organizations";
    organizations_about: "Файл CSV с колонками inn, kpp, ogrn, name, legal_address, status: по нему заполняются реквизиты по ИНН. Сведения о тех же ИНН заменяются.",
        "A CSV file with the columns inn, kpp, ogrn, name, legal_address, status: requisites are filled in from it by INN. What was known of the same INNs is replaced.";
    organizations_file: "Файл организаций", "File of organizations";
    imports: "Загрузки", "Imports";
    no_imports: "Справочник еще не загружали", "Nothing has been imported yet";
    file: "Файл", "File";
    outcome: "Итог", "Outcome";
    command_line: "из командной строки", "from the command line";

    version: "Редакция", "Version";
}

/// What the requester is told, and all of it.
pub fn received(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Запрос № {number} принят"),
        Lang::En => format!("Request {number} received"),
    }
}

/// The head of the column of times, which are told in this zone.
pub fn sent_in_zone(zone: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Отправлен, {zone}"),
        Lang::En => format!("Sent, {zone}"),
    }
}

pub fn state(state: RequestState, lang: Lang) -> &'static str {
    match (state, lang) {
        (RequestState::New, Lang::Ru) => "Новый",
        (RequestState::New, Lang::En) => "New",
        (RequestState::Completed, Lang::Ru) => "Выполнен",
        (RequestState::Completed, Lang::En) => "Completed",
        (RequestState::Declined, Lang::Ru) => "Отклонен",
        (RequestState::Declined, Lang::En) => "Declined",
        (RequestState::Withdrawn, Lang::Ru) => "Отозван",
        (RequestState::Withdrawn, Lang::En) => "Withdrawn",
    }
}

/// How many of the checks hold.
pub fn checks_held(held: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Пройдено проверок: {held} из {of}"),
        Lang::En => format!("{held} of {of} checks hold"),
    }
}

/// A company of a request: its name where there is one, and its ID always.
pub fn company_with_id(name: Option<&str>, id: i64, lang: Lang) -> String {
    match (name, lang) {
        (Some(name), _) => format!("{name} ({id})"),
        (None, Lang::Ru) => format!("нет компании ({id})"),
        (None, Lang::En) => format!("no company ({id})"),
    }
}

/// «Письмо anna@… отправить снова»: what the button does to which letter.
pub fn resend_to(address: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Отправить снова: {address}"),
        Lang::En => format!("Resend to {address}"),
    }
}

/// How often a letter was tried.
pub fn attempts(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("попыток: {count}"),
        Lang::En => format!("attempts: {count}"),
    }
}

/// The head of the column of imports' times, which are told in this zone.
pub fn when_in_zone(zone: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Когда, {zone}"),
        Lang::En => format!("When, {zone}"),
    }
}

/// What an import has loaded and changed.
pub fn import_report(report: &ImportReport, lang: Lang) -> String {
    let ImportReport { business_day, entries, accounts, added, changed, gone } = report;
    let day = shown_day(business_day, lang);
    match lang {
        Lang::Ru => format!(
            "Справочник за {day}: записей {entries}, счетов {accounts}; добавлено {added}, изменено {changed}, выбыло {gone}"
        ),
        Lang::En => {
            format!(
                "Directory of {day}: entries {entries}, accounts {accounts}; added {added}, changed {changed}, gone {gone}"
            )
        }
    }
}

/// `120 organizations are stored`.
pub fn organizations_stored(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Сохранено организаций: {count}"),
        Lang::En => format!("Organizations stored: {count}"),
    }
}

/// How the look-up service does.
pub fn look_ups(counts: Option<LookUpCounts>, lang: Lang) -> String {
    match (counts, lang) {
        (None, Lang::Ru) => "Внешний сервис по ИНН не подключен: ключ не задан".to_owned(),
        (None, Lang::En) => "No look-up service is connected: no key is set".to_owned(),
        (Some(LookUpCounts { answered, failed }), Lang::Ru) => {
            format!("Внешний сервис по ИНН с запуска: ответов {answered}, ошибок {failed}")
        }
        (Some(LookUpCounts { answered, failed }), Lang::En) => {
            format!("The look-up service since the start: {answered} answers, {failed} errors")
        }
    }
}
