//! Words of the reports: the files and the page.

use super::plural::{english, russian};
use crate::reports::ReportState;
use crate::values::Lang;

words! {
    reports: "Отчеты", "Reports";
    search: "Поиск отчетов", "Search reports";
    period_from: "Период с", "Period from";
    period_until: "по", "until";
    name: "Название", "Name";
    report_kind: "Тип", "Type";
    status: "Статус", "Status";
    added: "Добавлен", "Added";
    actions: "Действия", "Actions";
    again: "Сформировать снова", "Make again";
    again_toast: "Отчет сформирован снова", "The report is made again";
    delete: "Удалить файл", "Delete file";
    deleted_toast: "Файл удален. Отчет можно сформировать снова", "The file is deleted. The report can be made again";
    order: "Заказать отчет", "Order a report";
    order_now: "Заказать", "Order";
    order_hint: "Дни по часовому поясу компании, первый и последний включительно. Сегодняшний день – до этого момента.",
        "Days in the company’s time zone, the first and the last included. Today counts up to this moment.";
    ordered_toast: "Отчет заказан", "The report is ordered";
    none: "Отчетов пока нет", "No reports yet";
    none_hint: "Отчет за месяц появится в течение часа после его окончания.",
        "A month’s report appears within an hour after the month has ended.";
    nothing_found: "Таких отчетов нет", "No such reports";
    show_all: "Показать все отчеты", "Show all reports";

    statement: "Операции", "Entries";
    summary: "Сводка", "Summary";
    company: "Компания", "Company";
    zone: "Часовой пояс", "Time zone";
    currency: "Валюта", "Currency";
    from: "Начало", "From";
    until: "Конец (не включая)", "Until (not included)";
    made: "Сформирован", "Generated";
    opening: "Входящий баланс", "Opening balance";
    charges: "Списания", "Charges";
    payments: "Платежи", "Payments";
    corrections: "Корректировки", "Corrections";
    reversals: "Сторно", "Reversals";
    closing: "Исходящий баланс", "Closing balance";
    number_of_entries: "Количество операций", "Number of entries";
    number: "№", "No.";
    recorded: "Записано", "Recorded";
    occurred: "Произошло", "Occurred";
    offset: "Смещение", "Offset";
    kind: "Вид", "Kind";
    service: "Сервис", "Service";
    description: "Описание", "Description";
    reference: "Внешний номер", "Reference";
    amount: "Сумма", "Amount";
    balance_after: "Баланс после", "Balance after";
}

/// The month's name as it stands in a heading: 1 … 12; empty for another number.
pub fn month(number: i8, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Ru => [
            "январь",
            "февраль",
            "март",
            "апрель",
            "май",
            "июнь",
            "июль",
            "август",
            "сентябрь",
            "октябрь",
            "ноябрь",
            "декабрь",
        ],
        Lang::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    };
    usize::try_from(number - 1).ok().and_then(|index| names.get(index)).copied().unwrap_or_default()
}

/// `Отчет за октябрь 2026`, `Report for October 2026`.
pub fn monthly_report(month: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Отчет за {month}"),
        Lang::En => format!("Report for {month}"),
    }
}

/// A service that charges, in words; a name of somebody's own stays as it is.
pub fn service_name(service: &str, lang: Lang) -> &str {
    let (ru, en) = match service {
        "voice" => ("Звонки", "Calls"),
        "sms" => ("SMS", "SMS"),
        "dialog" => ("Диалоги", "Dialogs"),
        "other" | "" => ("Прочее", "Other"),
        own => (own, own),
    };
    if lang == Lang::Ru { ru } else { en }
}

/// The heading of another company's page.
pub fn reports_of(company: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Отчеты: {company}"),
        Lang::En => format!("Reports of {company}"),
    }
}

/// «3 из 12 отчетов»: the word goes with the total.
pub fn count(shown: usize, total: usize, lang: Lang) -> String {
    let number = total as u64;
    match lang {
        Lang::Ru => format!("{shown} из {total} {}", russian(number, "отчета", "отчетов", "отчетов")),
        Lang::En => format!("{shown} of {total} {}", english(number, "report", "reports")),
    }
}

pub fn kind_of_report(is_monthly: bool, lang: Lang) -> &'static str {
    match (is_monthly, lang) {
        (true, Lang::Ru) => "Месячный",
        (true, Lang::En) => "Monthly",
        (false, Lang::Ru) => "За период",
        (false, Lang::En) => "Of a period",
    }
}

pub fn state(state: ReportState, lang: Lang) -> &'static str {
    let (ru, en) = match state {
        ReportState::Generating => ("Формируется", "Generating"),
        ReportState::Generated => ("Сформирован", "Generated"),
        ReportState::Error => ("Ошибка", "Error"),
    };
    if lang == Lang::Ru { ru } else { en }
}

/// What a link to a file does.
pub fn download(report: &str, kind: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("{kind}: скачать «{report}»"),
        Lang::En => format!("{kind}: download {report}"),
    }
}

pub fn again_named(report: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Сформировать снова: {report}"),
        Lang::En => format!("Make again: {report}"),
    }
}

pub fn delete_named(report: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Удалить файл: {report}"),
        Lang::En => format!("Delete file: {report}"),
    }
}
