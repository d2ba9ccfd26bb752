//! Money: why a company is suspended, what an entry is.

use super::plural::{english, russian};
use super::reports::service_name;
use crate::money::{Cause, Entry, EntryKind, EntryNumber, Grant, Suspended, SuspensionEvent, Until};
use crate::ui::{date, date_and_time};
use crate::values::{Kopecks, Lang};

words! {
    billing: "Баланс", "Billing";
    balance: "Баланс", "Balance";
    available: "Доступно до приостановки", "Available";
    credit_limit: "Кредитный лимит", "Credit limit";
    postponed: "Приостановка отложена", "Suspension postponed";
    temporary_limit: "Временно сверх лимита", "On top for a time";
    threshold: "Порог уведомлений", "Notification threshold";
    no_threshold: "не задан", "not set";
    burn: "Расход за 7 дней", "Spent over 7 days";
    runway: "Хватит на", "Lasts for";
    pool: "Выдано зависимым компаниям", "Granted to affiliates";

    ledger: "Операции", "Ledger";
    recorded: "Внесено", "Recorded";
    entry: "Операция", "Entry";
    amount_column: "Сумма, ₽", "Amount, ₽";
    balance_column: "Баланс, ₽", "Balance, ₽";
    entry_actions: "Действия", "Actions";
    no_entries: "Операций еще не было", "Nothing has been recorded yet";
    none_found: "Таких операций нет", "No such entries";
    narrow: "Отбор операций", "Narrow the ledger";
    show_all: "Показать все", "Show all";
    kind_label: "Вид", "Kind";
    any_kind: "Любой", "Any";
    service_label: "Сервис", "Service";
    any_service: "Любой", "Any";

    unconfirmed: "Регистрация компании еще не подтверждена: до подтверждения доступ закрыт, операции не записываются.",
        "The company’s registration is not confirmed yet: until then access is closed, and nothing is recorded.";
    suspensions: "Приостановки", "Suspensions";
    undelivered: "Недоставленные письма", "Undelivered letters";
    what_still_works: "Вход, просмотр, оплата, реквизиты и пользователи работают как прежде.",
        "Signing in, viewing, paying, requisites and users work as before.";
}

pub fn billing_of(company: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Баланс {company}"),
        Lang::En => format!("Billing of {company}"),
    }
}

pub fn until(moment: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("до {moment}"),
        Lang::En => format!("until {moment}"),
    }
}

/// `2 760,00 ₽ в день`.
pub fn a_day(amount: Kopecks, lang: Lang) -> String {
    let amount = amount.shown(lang).in_roubles();
    if lang == Lang::Ru { format!("{amount} в день") } else { format!("{amount} a day") }
}

/// Whole days; a dash where nothing is spent.
pub fn days(days: Option<u64>, lang: Lang) -> String {
    match (days, lang) {
        (None, _) => "–".to_owned(),
        (Some(days), Lang::Ru) => format!("{days} {}", russian(days, "день", "дня", "дней")),
        (Some(days), Lang::En) => format!("{days} {}", english(days, "day", "days")),
    }
}

/// `1 600,00 из 10 000,00 ₽`.
pub fn pool_granted(allocated: Kopecks, cap: Kopecks, lang: Lang) -> String {
    let (allocated, cap) = (allocated.shown(lang), cap.shown(lang).in_roubles());
    match lang {
        Lang::Ru => format!("{allocated} из {cap}"),
        Lang::En => format!("{allocated} of {cap}"),
    }
}

/// `свободно 400,00 ₽ · долги 1 250,00 ₽`; over the cap, by how much.
pub fn pool_state(free: Kopecks, used: Kopecks, lang: Lang) -> String {
    let rub = |amount: Kopecks| amount.shown(lang).in_roubles();
    let over = Kopecks::new(free.value().saturating_neg());
    let free = match (free.is_negative(), lang) {
        (true, Lang::Ru) => format!("превышен на {}", rub(over)),
        (true, Lang::En) => format!("over by {}", rub(over)),
        (false, Lang::Ru) => format!("свободно {}", rub(free)),
        (false, Lang::En) => format!("{} free", rub(free)),
    };
    match lang {
        Lang::Ru => format!("{free} · долги {}", rub(used)),
        Lang::En => format!("{free} · owed {}", rub(used)),
    }
}

/// `Лимит установлен 12 ноя 2026, 14:05: Анна Примерова, реселлер New ways partner.`
pub fn limit_set(at: &str, by: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Лимит установлен {at}: {by}."),
        Lang::En => format!("The limit was set {at} by {by}."),
    }
}

pub fn not_delivered(to: &str, written: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Не доставлено на {to}, написано {written}"),
        Lang::En => format!("Not delivered to {to}, written {written}"),
    }
}

pub fn times_in(zone: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Время: {zone}"),
        Lang::En => format!("Times: {zone}"),
    }
}

/// `Приостановлена с 23 ноя 2026, 14:05 (Europe/Moscow): долг превысил кредитный лимит. Запись № 118 …`
pub fn suspended_because(suspended: Cause, since: &str, zone: &str, proof: &str, lang: Lang) -> String {
    let cause = cause(suspended, lang);
    let proof = if proof.is_empty() { String::new() } else { format!("; {proof}") };
    match lang {
        Lang::Ru => format!("Приостановлена с {since} ({zone}): {cause}{proof}."),
        Lang::En => format!("Suspended since {since} ({zone}): {cause}{proof}."),
    }
}

/// How it came to a suspension, or to its end.
pub fn proof(event: &SuspensionEvent, lang: Lang) -> String {
    let rub = |amount: Kopecks| amount.shown(lang).in_roubles();
    let (before, balance, limit) = (event.balance_before, event.balance_after, event.effective_limit);
    let mut parts = Vec::new();
    if !event.reason.is_empty() {
        parts.push(event.reason.clone());
    }
    if let Some(grant) = event.grant {
        parts.push(if event.begins { begun_without(grant, lang) } else { ended_by(grant, lang) }.to_owned());
    }
    if let Some(number) = event.entry {
        let amount = rub(Kopecks::new(balance.value() - before.value()));
        parts.push(match lang {
            Lang::Ru => format!("запись № {number} {amount}"),
            Lang::En => format!("entry {number} of {amount}"),
        });
    }
    parts.push(match lang {
        Lang::Ru => format!("баланс {}, лимит {}", rub(balance), rub(limit)),
        Lang::En => format!("balance {}, limit {}", rub(balance), rub(limit)),
    });
    if event.entry.is_some() {
        parts.push(match lang {
            Lang::Ru => format!("до записи баланс {}", rub(before)),
            Lang::En => format!("balance before the entry {}", rub(before)),
        });
    }
    parts.join(", ")
}

/// A grant that has ended a suspension.
pub fn ended_by(grant: Grant, lang: Lang) -> &'static str {
    match (grant, lang) {
        (Grant::Limit, Lang::Ru) => "увеличен кредитный лимит",
        (Grant::Limit, Lang::En) => "a higher credit limit",
        (Grant::TemporaryLimit, Lang::Ru) => "дан временный лимит",
        (Grant::TemporaryLimit, Lang::En) => "a temporary limit",
        (Grant::Postponement, Lang::Ru) => "приостановка отложена",
        (Grant::Postponement, Lang::En) => "the suspension was postponed",
    }
}

/// A grant that has ended, or is less, so that a suspension has begun.
pub fn begun_without(grant: Grant, lang: Lang) -> &'static str {
    match (grant, lang) {
        (Grant::Limit, Lang::Ru) => "кредитный лимит уменьшен",
        (Grant::Limit, Lang::En) => "a lower credit limit",
        (Grant::TemporaryLimit, Lang::Ru) => "временный лимит закончился или уменьшен",
        (Grant::TemporaryLimit, Lang::En) => "the temporary limit has ended or is lower",
        (Grant::Postponement, Lang::Ru) => "отсрочка приостановки закончилась",
        (Grant::Postponement, Lang::En) => "the postponement has ended",
    }
}

pub fn turn(begins: bool, of: Cause, lang: Lang) -> String {
    let cause = cause(of, lang);
    match (begins, lang) {
        (true, Lang::Ru) => format!("Начало: {cause}"),
        (true, Lang::En) => format!("Began: {cause}"),
        (false, Lang::Ru) => format!("Конец: {cause}"),
        (false, Lang::En) => format!("Ended: {cause}"),
    }
}

pub fn pay_to_resume(sum: Kopecks, lang: Lang) -> String {
    let sum = sum.shown(lang).in_roubles();
    match lang {
        Lang::Ru => format!("Для возобновления нужно внести {sum}."),
        Lang::En => format!("To resume, pay {sum}."),
    }
}

pub fn below_threshold(threshold: Kopecks, lang: Lang) -> String {
    let threshold = threshold.shown(lang).in_roubles();
    match lang {
        Lang::Ru => format!("Баланс достиг порога {threshold}."),
        Lang::En => format!("The balance has reached the threshold of {threshold}."),
    }
}

/// What an entry is, by its description where it has one.
pub fn entry_title(entry: &Entry, lang: Lang) -> String {
    let kind = kind(entry.kind, lang);
    let of = entry.service.as_ref().map(|of| service_name(of.as_str(), lang));
    match (&of, entry.description.is_empty()) {
        (_, false) => entry.description.clone(),
        (Some(of), true) => format!("{kind}: {of}"),
        (None, true) => kind.to_owned(),
    }
}

/// The rest of it, in one line.
pub fn entry_about(entry: &Entry, by: Option<&str>, occurred: &str, lang: Lang) -> String {
    let is_ru = lang == Lang::Ru;
    let mut parts = Vec::new();
    // Else they are its title.
    if !entry.description.is_empty() {
        parts.push(kind(entry.kind, lang).to_owned());
        parts.extend(entry.service.as_ref().map(|of| service_name(of.as_str(), lang).to_owned()));
    }
    if !entry.reference.is_empty() {
        parts.push(format!("№ {}", entry.reference));
    }
    let numbered = |(ru, en): (&str, &str), number: EntryNumber| format!("{} № {number}", if is_ru { ru } else { en });
    parts.extend(entry.reverses.map(|number| numbered(("отменяет", "takes back"), number)));
    parts.extend(entry.reversed_by.map(|number| numbered(("сторнирована записью", "taken back by"), number)));
    if entry.occurred_at != entry.recorded_at {
        parts.push(occurred.to_owned());
    }
    parts.extend(by.map(str::to_owned));
    parts.join(" · ")
}

/// With a plus where it adds.
pub fn signed(amount: Kopecks, lang: Lang) -> String {
    let shown = amount.shown(lang);
    if amount.value() > 0 { format!("+{shown}") } else { shown.to_string() }
}

pub fn reverse_number(number: EntryNumber, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Сторнировать запись № {number}"),
        Lang::En => format!("Reverse entry {number}"),
    }
}

pub fn chart_threshold(threshold: Kopecks, lang: Lang) -> String {
    let threshold = threshold.shown(lang).whole().to_owned();
    if lang == Lang::Ru { format!("порог {threshold}") } else { format!("threshold {threshold}") }
}

pub fn chart_limit(limit: Kopecks, lang: Lang) -> String {
    let limit = limit.shown(lang).whole().to_owned();
    if lang == Lang::Ru { format!("лимит {limit}") } else { format!("limit {limit}") }
}

/// What the drawing says to whoever does not see it.
pub fn chart(points: &[(i64, Kopecks)], now: Kopecks, offset: i16, lang: Lang) -> String {
    let now = now.shown(lang).in_roubles();
    let Some((from, first)) = points.first() else { return now };
    let (from, first) = (date(*from, offset, lang), first.shown(lang).in_roubles());
    match lang {
        Lang::Ru => format!("Баланс с {from}: было {first}, сейчас {now}"),
        Lang::En => format!("Balance since {from}: it was {first}, it is {now}"),
    }
}

/// What suspends a company.
pub fn cause(cause: Cause, lang: Lang) -> &'static str {
    let (ru, en) = match cause {
        Cause::Operator => ("приостановлено оператором платформы", "suspended by the platform’s operator"),
        Cause::Reseller => ("приостановлено реселлером", "suspended by the reseller"),
        Cause::Cascade => ("приостановлен реселлер", "the reseller is suspended"),
        Cause::Credit => ("долг превысил кредитный лимит", "the debt exceeds the credit limit"),
    };
    if lang == Lang::Ru { ru } else { en }
}

/// In a row and below a name, in the company's zone.
pub fn suspended_since(suspended: Suspended, lang: Lang) -> String {
    let since = date_and_time(suspended.since, suspended.offset_minutes, lang);
    let cause = cause(suspended.cause, lang);
    match lang {
        Lang::Ru => format!("доступ закрыт с {since}: {cause}"),
        Lang::En => format!("suspended since {since}: {cause}"),
    }
}

/// In a row, in the company's zone.
pub fn suspension_postponed(until: Until, lang: Lang) -> String {
    let end = self::until(&date_and_time(until.at, until.offset_minutes, lang), lang);
    format!("{} {end}", postponed(lang))
}

/// Among the suspensions; without an end where the postponement was ended.
pub fn postponement(until: Option<Until>, lang: Lang) -> String {
    match (until, lang) {
        (Some(until), _) => suspension_postponed(until, lang),
        (None, Lang::Ru) => "Отсрочка приостановки снята".to_owned(),
        (None, Lang::En) => "Postponement ended".to_owned(),
    }
}

pub fn kind(kind: EntryKind, lang: Lang) -> &'static str {
    let (ru, en) = match kind {
        EntryKind::Charge => ("Списание", "Charge"),
        EntryKind::Payment => ("Платеж", "Payment"),
        EntryKind::Correction => ("Корректировка", "Correction"),
        EntryKind::Reversal => ("Сторно", "Reversal"),
    };
    if lang == Lang::Ru { ru } else { en }
}
