//! The letters about money: what stands on the account, what that brought about, and what to pay.

use app::money::{Cause, Grant};
use app::values::{Kopecks, Lang};
use app::words::money as words;

use super::super::letter::{AccountFacts, By, Ending, EntryFacts};
use super::{Body, Sheet};

type Fact = (&'static str, String);

pub(super) fn threshold_reached(
    sheet: Sheet<'_>,
    account: &AccountFacts,
    thresholds: &[Kopecks],
    days_left: Option<u64>,
    is_repeated: bool,
) -> Body {
    let reached: Vec<String> = thresholds.iter().map(|threshold| sheet.amount(*threshold)).collect();
    let first = if is_repeated {
        sheet.pick(
            "Баланс все еще не выше порогового значения. Мы напоминаем об этом раз в неделю.".to_owned(),
            "The balance is still at or below the notification threshold. We remind you once a week.".to_owned(),
        )
    } else {
        sheet.pick(
            "Баланс достиг порогового значения для уведомлений.".to_owned(),
            "The balance has reached the notification threshold.".to_owned(),
        )
    };
    let mut facts = head(sheet, account);
    let label = if reached.len() > 1 {
        sheet.pick("Пороговые значения", "Thresholds")
    } else {
        sheet.pick("Пороговое значение", "Threshold")
    };
    facts.push((label, reached.join("; ")));
    facts.push(available(sheet, account));
    facts.push((words::runway(sheet.lang), words::days(days_left, sheet.lang)));
    facts.push(at(sheet, account));
    Body {
        paragraphs: vec![first],
        facts,
        button: billing(sheet, account),
        also: sheet.button(
            "Создать счет",
            "Create invoice",
            &format!("/companies/{}/billing?act=invoice", account.company_id),
        ),
        notes: vec![why(sheet)],
    }
}

pub(super) fn suspended(
    sheet: Sheet<'_>,
    account: &AccountFacts,
    cause: Cause,
    reason: &str,
    (entry, grant): (Option<&EntryFacts>, Option<Grant>),
    sum_to_resume: Option<Kopecks>,
) -> Body {
    let mut facts = head(sheet, account);
    facts.push((sheet.pick("Причина", "Cause"), words::cause(cause, sheet.lang).to_owned()));
    if !reason.is_empty() {
        facts.push((sheet.pick("Пояснение", "Reason given"), reason.to_owned()));
    }
    facts.extend(entry.map(|entry| entry_fact(sheet, entry)));
    facts.extend(grant.map(|grant| {
        (sheet.pick("Что вызвало", "Brought about by"), words::begun_without(grant, sheet.lang).to_owned())
    }));
    facts.push(limit(sheet, account));
    if let Some(sum) = sum_to_resume {
        facts.push((sheet.pick("Для возобновления нужно внести", "To resume, pay"), sheet.amount(sum)));
    }
    facts.push(at(sheet, account));
    Body {
        paragraphs: vec![
            sheet.pick(
                "Доступ компании к сервисам платформы приостановлен: звонки, диалоги и рассылки не выполняются.".to_owned(),
                "The company’s access to the platform’s services is suspended: calls, dialogs and mailings are refused.".to_owned(),
            ),
            sheet.pick(
                "Вход в кабинет, просмотр данных, оплата, изменение реквизитов и регистрация пользователей работают как прежде.".to_owned(),
                "Signing in, viewing, paying, editing requisites and registering users work as before.".to_owned(),
            ),
        ],
        facts,
        button: billing(sheet, account),
        notes: vec![why(sheet)],
        ..Body::default()
    }
}

pub(super) fn resumed(
    sheet: Sheet<'_>,
    account: &AccountFacts,
    cause: Cause,
    since: &str,
    ended_by: &Ending,
    still: Option<Cause>,
) -> Body {
    let first = match still {
        None => sheet.pick(
            "Доступ компании к сервисам платформы возобновлен.".to_owned(),
            "The company’s access to the platform’s services is restored.".to_owned(),
        ),
        Some(still) => sheet.pick(
            format!(
                "Одна из причин приостановки снята, но доступ остается закрытым: {}.",
                words::cause(still, Lang::Ru)
            ),
            format!("One cause of the suspension is gone, but access stays closed: {}.", words::cause(still, Lang::En)),
        ),
    };
    let mut facts = head(sheet, account);
    facts.push((sheet.pick("Снятая причина", "Cause that is gone"), words::cause(cause, sheet.lang).to_owned()));
    facts.extend(ended_by.entry.as_ref().map(|entry| entry_fact(sheet, entry)));
    facts.extend(
        ended_by
            .grant
            .map(|grant| (sheet.pick("Чем снята", "Ended by"), words::ended_by(grant, sheet.lang).to_owned())),
    );
    if !ended_by.reason.is_empty() {
        facts.push((sheet.pick("Пояснение", "Reason given"), ended_by.reason.clone()));
    }
    facts.push((sheet.pick("Действовала с", "It lasted since"), since.to_owned()));
    facts.push(at(sheet, account));
    Body { paragraphs: vec![first], facts, button: billing(sheet, account), notes: vec![why(sheet)], ..Body::default() }
}

pub(super) fn temporary_limit_ends(sheet: Sheet<'_>, account: &AccountFacts, until: &str, needed: Kopecks) -> Body {
    let mut facts = head(sheet, account);
    facts.push((sheet.pick("Действует до", "Ends"), until.to_owned()));
    facts.push((sheet.pick("Чтобы доступ не прервался, внесите", "To keep access, pay"), sheet.amount(needed)));
    Body {
        paragraphs: vec![sheet.pick(
            "Временное увеличение кредитного лимита скоро закончится. При нынешнем балансе доступ к сервисам будет тогда приостановлен.".to_owned(),
            "The temporary increase of the credit limit is about to end. With the present balance, access to the services will then be suspended.".to_owned(),
        )],
        facts,
        button: billing(sheet, account),
        notes: vec![why(sheet)],
        ..Body::default()
    }
}

pub(super) fn credit_limit_changed(
    sheet: Sheet<'_>,
    account: &AccountFacts,
    [old, new]: [Kopecks; 2],
    by: &By,
    reason: &str,
) -> Body {
    let mut facts = head(sheet, account);
    facts.push((sheet.pick("Было", "It was"), sheet.amount(old)));
    facts.push((sheet.pick("Стало", "It is now"), sheet.amount(new)));
    facts.push(by.fact(sheet));
    if !reason.is_empty() {
        facts.push((sheet.pick("Причина", "Reason"), reason.to_owned()));
    }
    facts.push(available(sheet, account));
    facts.push(at(sheet, account));
    Body {
        paragraphs: vec![sheet.pick(
            "Кредитный лимит вашей компании изменен.".to_owned(),
            "Your company’s credit limit has been changed.".to_owned(),
        )],
        facts,
        button: billing(sheet, account),
        notes: vec![why(sheet)],
        ..Body::default()
    }
}

pub(super) fn pool_over_cap(
    sheet: Sheet<'_>,
    reseller: &str,
    reseller_id: Option<i64>,
    at: Option<String>,
    [allocated, cap]: [Kopecks; 2],
) -> Body {
    let id = reseller_id.map(|id| format!(" (ID {id})")).unwrap_or_default();
    let mut facts = vec![
        sheet.company(&format!("{reseller}{id}")),
        (sheet.pick("Выдано", "Granted"), sheet.amount(allocated)),
        (sheet.pick("Предел", "Cap"), sheet.amount(cap)),
    ];
    facts.extend(at.map(|at| (sheet.pick("Когда", "When"), at)));
    Body {
        paragraphs: vec![sheet.pick(
            "Оператор платформы изменил ваш предел, лимит одной из ваших компаний или подключил к вам компанию с ее лимитом, и теперь лимиты вместе больше предела. Выданное остается в силе; увеличить лимиты можно будет, когда их сумма снова станет меньше предела.".to_owned(),
            "The platform’s operator has changed your cap or the limit of one of your companies, or attached a company with a limit of its own, and the limits together now exceed the cap. What is granted stays; limits can be raised once their sum is below the cap again.".to_owned(),
        )],
        facts,
        button: sheet.button("Открыть компании", "Open companies", "/companies"),
        notes: vec![sheet.pick(
            "Письмо отправлено администраторам компании, которая выдает лимиты.".to_owned(),
            "This letter goes to the administrators of the company that grants the limits.".to_owned(),
        )],
        ..Body::default()
    }
}

fn head(sheet: Sheet<'_>, account: &AccountFacts) -> Vec<Fact> {
    vec![
        sheet.company(&format!("{} (ID {})", account.company, account.company_id)),
        (sheet.pick("Баланс", "Balance"), sheet.amount(account.balance)),
    ]
}

fn available(sheet: Sheet<'_>, account: &AccountFacts) -> Fact {
    (sheet.pick("Доступно", "Available"), sheet.amount(account.available))
}

fn limit(sheet: Sheet<'_>, account: &AccountFacts) -> Fact {
    let limit = sheet.amount(account.effective_limit);
    let text = match account.temporary_limit.map(|part| sheet.amount(part)) {
        Some(part) => {
            sheet.pick(format!("{limit}, из них временно {part}"), format!("{limit}, of which {part} is temporary"))
        }
        None => limit,
    };
    (sheet.pick("Кредитный лимит", "Credit limit"), text)
}

fn at(sheet: Sheet<'_>, account: &AccountFacts) -> Fact {
    (sheet.pick("Когда", "When"), sheet.local_moment(account.at, &account.zone))
}

fn entry_fact(sheet: Sheet<'_>, entry: &EntryFacts) -> Fact {
    let (amount, before) = (sheet.amount(entry.amount), sheet.amount(entry.balance_before));
    let text = sheet.pick(
        format!("№ {} на {amount}, до нее баланс был {before}", entry.number),
        format!("No. {} of {amount}; the balance before it was {before}", entry.number),
    );
    (sheet.pick("Запись", "Entry"), text)
}

fn billing(sheet: Sheet<'_>, account: &AccountFacts) -> Option<super::Button> {
    sheet.button("Открыть баланс", "Open billing", &format!("/companies/{}/billing", account.company_id))
}

fn why(sheet: Sheet<'_>) -> String {
    sheet.pick(
        "Письмо отправлено на адрес компании и тем, кто предоставляет ей кредит.".to_owned(),
        "This letter goes to the company’s address and to those who grant it credit.".to_owned(),
    )
}
