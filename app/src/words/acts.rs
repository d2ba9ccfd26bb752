//! Words of the actions of the billing page: what each is called, what it asks for, what it has done.

use super::invoices;
use crate::money::{Act, Cause, EntryKind};
use crate::values::Lang;

words! {
    write_payment: "Внести платеж", "Record payment";
    write_correction: "Внести корректировку", "Write correction";
    reverse: "Сторнировать", "Reverse";
    suspend: "Приостановить", "Suspend";
    resume_operator: "Снять приостановку оператора", "End the operator’s suspension";
    resume_reseller: "Снять приостановку реселлера", "End the reseller’s suspension";
    postpone: "Отложить приостановку", "Postpone suspension";
    lend: "Временный лимит", "Temporary limit";
    cap: "Предел лимитов", "Cap on limits";

    notices: "Пороги уведомлений", "Notification thresholds";
    notices_hint: "Сумма, например 500, или доля лимита, например 80\u{a0}%. Основной порог – в карточке компании.",
        "An amount such as 500, or a share of the limit such as 80\u{a0}%. The main threshold is in the company’s dialog.";
    threshold_1: "Второй порог", "Second threshold";
    threshold_2: "Третий порог", "Third threshold";
    threshold_3: "Четвертый порог", "Fourth threshold";
    threshold_4: "Пятый порог", "Fifth threshold";
    repeats: "Повторять каждую неделю, пока баланс не поднимется", "Repeat weekly until the balance has risen";

    amount: "Сумма", "Amount";
    amount_hint: "В рублях, например 1 250,50", "In roubles, such as 1,250.50";
    correction_hint: "Со знаком: минус уменьшает баланс", "With its sign: a minus lowers the balance";
    lend_hint: "Пусто завершает временный лимит", "Empty ends the temporary limit";
    unit: "Единица", "Unit";
    in_roubles: "рублей", "roubles";
    in_percent: "% от лимита", "% of the limit";
    reference: "Номер документа", "Reference";
    reference_hint: "Номер счета или платежного поручения", "The number of the invoice or payment order";
    description: "Пояснение", "Description";
    reason: "Причина", "Reason";
    until_label: "До", "Until";
    until_hint: "В часовом поясе компании", "In the company’s time zone";
    postpone_hint: "В часовом поясе компании; пусто отменяет отсрочку", "In the company’s time zone; empty ends the postponement";
    with_affiliates: "Вместе с зависимыми компаниями", "Together with its affiliates";
    cap_label: "Предел", "Cap";
    cap_hint: "Сумма лимитов всех зависимых компаний; пусто – без предела", "For the limits of all affiliates together; empty for none";
}

/// The button.
pub fn act(act: Act, lang: Lang) -> &'static str {
    match act {
        Act::Write(EntryKind::Payment) => write_payment(lang),
        Act::Write(_) => write_correction(lang),
        Act::Reverse(_) => reverse(lang),
        Act::Suspend => suspend(lang),
        Act::Resume(Cause::Operator) => resume_operator(lang),
        Act::Resume(_) => resume_reseller(lang),
        Act::Postpone => postpone(lang),
        Act::Lend => lend(lang),
        Act::Cap => cap(lang),
        Act::Notices => notices(lang),
        Act::Invoice => invoices::create(lang),
        Act::CancelInvoice(_) => invoices::cancel(lang),
        Act::Vat => invoices::vat(lang),
    }
}

/// What it does, before it is done.
pub fn about(act: Act, lang: Lang) -> &'static str {
    let (ru, en) = match act {
        Act::Write(_) => (
            "Запись нельзя изменить или удалить, только сторнировать.",
            "An entry can be neither changed nor removed, only reversed.",
        ),
        Act::Reverse(_) => (
            "Будет внесена запись на ту же сумму с обратным знаком.",
            "An entry of the same amount with the opposite sign will be written.",
        ),
        Act::Suspend => (
            "Звонки, диалоги и рассылки не будут выполняться. Компания получит письмо с причиной.",
            "Calls, dialogs and mailings will be refused. The company gets a letter with the reason.",
        ),
        Act::Resume(_) => (
            "Другие причины приостановки, если они есть, остаются в силе.",
            "Other causes of a suspension, if there are any, stay in force.",
        ),
        Act::Postpone => (
            "До этого времени долг выше лимита не приостанавливает доступ.",
            "Until then a debt beyond the limit does not suspend access.",
        ),
        Act::Lend => (
            "Добавляется к кредитному лимиту и заканчивается сам.",
            "It is added to the credit limit and ends by itself.",
        ),
        Act::Notices => (
            "Письмо приходит, когда баланс опускается до порога: компании и администраторам реселлера.",
            "A letter goes to the company and its reseller’s administrators when the balance falls to a threshold.",
        ),
        Act::Invoice => (
            "Счет уйдет письмом на адрес компании и останется в списке. Платеж с номером счета его погашает.",
            "The invoice goes to the company’s e-mail and stays on the list. A payment that names its number pays it.",
        ),
        Act::CancelInvoice(_) => (
            "Счет останется в списке как отмененный, его номер больше не используется.",
            "The invoice stays on the list as cancelled; its number is not used again.",
        ),
        Act::Vat => (
            "Печатается в счетах, выставленных с этого времени.",
            "It is printed on invoices that are issued from now on.",
        ),
        Act::Cap => (
            "Больше этого реселлер не сможет выдать зависимым компаниям. Выданное остается в силе.",
            "The reseller cannot grant more than this to its affiliates. What is granted stays.",
        ),
    };
    if lang == Lang::Ru { ru } else { en }
}

pub fn done(act: Act, lang: Lang) -> &'static str {
    let (ru, en) = match act {
        Act::Write(_) => ("Запись внесена", "Entry written"),
        Act::Reverse(_) => ("Запись сторнирована", "Entry reversed"),
        Act::Suspend => ("Доступ приостановлен", "Access suspended"),
        Act::Resume(_) => ("Приостановка снята", "Suspension ended"),
        Act::CancelInvoice(_) => ("Счет отменен", "Invoice cancelled"),
        Act::Postpone | Act::Lend | Act::Cap | Act::Notices | Act::Vat | Act::Invoice => ("Сохранено", "Saved"),
    };
    if lang == Lang::Ru { ru } else { en }
}
