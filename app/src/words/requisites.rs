//! Words of the requisites: filling them in, the card, and what is to put right.

use super::dialog::label;
use super::plural::{english, russian};
use crate::companies::Field;
use crate::requisites::{Party, PartySource, shown_day};
use crate::values::{CompanyId, Lang};

words! {
    apply: "Применить", "Apply";
    leave_as_is: "Оставить как есть", "Leave as it is";
    undo: "Вернуть как было", "Undo";

    found_by_inn: "Найдено по ИНН", "Found by INN";
    choose_organization: "По этому ИНН несколько организаций: выберите свою",
        "Several organizations have this INN: choose yours";
    organizations: "Организации с этим ИНН", "Organizations with this INN";
    head_office: "головная организация", "head office";
    branch: "филиал", "branch";
    no_kpp: "КПП не указан", "no KPP";
    nothing_new: "Все поля уже так и заполнены", "The fields say the same already";
    bank_by_bic: "Банк и счет укажите сами: по БИК заполним банк и корр. счет",
        "Give the bank and the account yourself: the BIC will fill in the bank and its correspondent account";
    own_directory: "Справочник", "Directory";
    dadata: "По данным DaData", "According to DaData";

    found_by_bic: "Найдено по БИК", "Found by BIC";
    pick_account: "У банка несколько корр. счетов, выберите:", "The bank has several correspondent accounts, choose:";

    paste: "Вставить реквизиты", "Paste requisites";
    pasted_text: "Текст реквизитов", "Requisites text";
    paste_hint: "Карточка, счет, подпись письма или код ST00012: узнаем ИНН, счета, банк, адреса",
        "A card, an invoice, an e-mail signature or a code ST00012: numbers, bank and addresses are recognised";
    recognised: "Распознано", "Recognised";
    nothing_recognised: "Реквизитов не нашлось", "No requisites found";
    nothing_to_change: "Все, что распознано, в полях уже есть", "All that was recognised is in the fields already";
    not_recognised: "Не распознано:", "Not recognised:";
    not_requisites: "Не реквизиты:", "Not requisites:";
    pick_one: "Несколько значений одного поля: отметьте нужное", "Several values for one field: tick the right one";

    promises: "Что находят проверки, а что нет", "What the checks find, and what they cannot";

    card: "Карточка реквизитов", "Requisites card";
    copy_text: "Скопировать текст", "Copy as text";
    copied: "Скопировано", "Copied";
    not_copied: "Скопировать не удалось: выделите текст сами", "Not copied: please select the text yourself";
    print: "Печать", "Print";
    payment_code: "Код для оплаты", "Payment code";
    payment_code_hint: "По ГОСТ Р 56042 для платежей граждан: банк для бизнеса может его не прочесть",
        "By GOST R 56042, for payments by individuals: a bank's app for business may not read it";

    to_fix: "Проверить реквизиты", "Requisites to check";
    to_fix_hint: "Банк или корр. счет этих компаний больше не действует по справочнику Банка России",
        "By the Bank of Russia's directory, the bank or correspondent account of these companies is no longer valid";
    nothing_to_fix: "Замечаний нет", "Nothing to check";
    nothing_to_fix_hint: "Банк и корр. счет ваших компаний сверяются со справочником Банка России, когда он загружен",
        "Banks and correspondent accounts are held against the Bank of Russia's directory, once one is loaded";
    reason: "Что не так", "What is wrong";
}

/// `Filled: KPP, Legal address.`
pub fn filled(fields: &[Field], lang: Lang) -> String {
    let names: Vec<_> = fields.iter().map(|field| label(*field, lang)).collect();
    match lang {
        Lang::Ru => format!("Заполнено: {}.", names.join(", ")),
        Lang::En => format!("Filled: {}.", names.join(", ")),
    }
}

/// `3 differences`.
pub fn differences(count: usize, lang: Lang) -> String {
    let number = count as u64;
    match lang {
        Lang::Ru => format!("{count} {}", russian(number, "отличие", "отличия", "отличий")),
        Lang::En => format!("{count} {}", english(number, "difference", "differences")),
    }
}

/// `register, 23.11.2026`: who says so, and of which day.
pub fn source(party: &Party, lang: Lang) -> String {
    let who = match party.source {
        PartySource::Local => own_directory(lang),
        PartySource::DaData => dadata(lang),
    };
    if party.actual_on.is_empty() { who.to_owned() } else { format!("{who}, {}", shown_day(&party.actual_on, lang)) }
}

/// The directory of banks and its day.
pub fn bank_directory(business_day: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Справочник БИК от {}", shown_day(business_day, lang)),
        Lang::En => format!("BIC directory of {}", shown_day(business_day, lang)),
    }
}

/// Another company of the same tree with the same number.
pub fn twin(id: CompanyId, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("То же у компании ID {id}"),
        Lang::En => format!("Company ID {id} has the same"),
    }
}

/// `Requisites to check: 3`.
pub fn to_check(count: usize, lang: Lang) -> String {
    // The list is cut there.
    let more = if count >= 1000 { "+" } else { "" };
    format!("{}: {count}{more}", to_fix(lang))
}

/// How many of the requisites are worth a look.
pub fn warnings(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("проверить: {count}"),
        Lang::En => format!("{count} to check"),
    }
}
