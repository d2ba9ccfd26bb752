//! Words of the history of a company, and of taking changes back.

use super::dialog::label;
use super::impact::told;
use crate::companies::Field;
use crate::history::{Author, Side};
use crate::money::Impact;
use crate::values::Lang;

words! {
    history: "История", "History";
    companies: "Компании", "Companies";
    changes: "Изменения", "Changes";
    narrow: "Отбор изменений", "Filter changes";
    field: "Поле", "Field";
    any_field: "Все поля", "All fields";
    person: "Кто", "Who";
    anybody: "Все", "Everybody";
    from: "С даты", "From";
    until: "По дату", "Until";
    show: "Показать", "Show";
    show_all: "Показать все", "Show all";
    show_more: "Показать еще", "Show more";

    none: "Изменений пока нет", "No changes yet";
    none_hint: "Здесь появится каждое сохраненное изменение: кто, когда и что поменял.",
        "Every saved change appears here: who changed what, and when.";
    none_found: "Таких изменений нет", "No such changes";

    earlier_values: "Прежние значения", "Earlier values";

    undo: "Отменить", "Undo";
    undone: "Отменено", "Undone";
    undoing: "Если отменить:", "If undone:";
    restoring: "Если вернуть:", "If restored:";
    other_outcome: "Теперь итог будет другим.", "The outcome would be different by now.";
    not_undone_as_shown: "Не отменено: теперь итог был бы другим", "Not undone: the outcome would be different by now";
    restored: "Значение возвращено", "The value is restored";
    restore: "Вернуть", "Restore";
    was_undo: "отмена", "undo";
    current: "сейчас", "now";
    conflict: "С тех пор уже изменено:", "Changed since:";
    platform: "Оператор платформы", "Platform operator";
}

/// The heading of the page.
pub fn history_of(company: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("История: {company}"),
        Lang::En => format!("History of {company}"),
    }
}

/// In which zone the page tells its times.
pub fn times_in(zone: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Время: {zone}"),
        Lang::En => format!("Times: {zone}"),
    }
}

/// Who made a change: somebody of the reseller with its name, an operator of the platform as such.
pub fn author(author: &Author, lang: Lang) -> String {
    let person = person_of(author, lang);
    match &author.token {
        Some(token) => by_token(token, &person, lang),
        None => person,
    }
}

/// What was done with a token; `token` is empty where it is not named.
pub fn by_token(token: &str, maker: &str, lang: Lang) -> String {
    match (lang, token) {
        (Lang::Ru, "") => format!("{maker}, токен API"),
        (Lang::En, "") => format!("{maker}, API token"),
        (Lang::Ru, token) => format!("Токен «{token}» (создатель: {maker})"),
        (Lang::En, token) => format!("Token “{token}” (made by {maker})"),
    }
}

fn person_of(author: &Author, lang: Lang) -> String {
    let name = author.name.as_deref();
    match (author.side, lang, name) {
        (Side::Platform, _, None) => platform(lang).to_owned(),
        (Side::Platform, Lang::Ru, Some(name)) => format!("{name}, оператор платформы"),
        (Side::Platform, Lang::En, Some(name)) => format!("{name}, platform operator"),
        (Side::Reseller, Lang::Ru, _) => format!("{}, реселлер {}", name.unwrap_or_default(), author.company),
        (Side::Reseller, Lang::En, _) => format!("{}, reseller {}", name.unwrap_or_default(), author.company),
        (Side::Company, ..) => name.unwrap_or_default().to_owned(),
    }
}

/// The name of a button that takes a save back, for those who do not see beside what it stands.
pub fn undo_of(by: &str, at: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Отменить: {by}, {at}"),
        Lang::En => format!("Undo: {by}, {at}"),
    }
}

/// The name of a button that brings an earlier value back.
pub fn restore_value(field: Field, value: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Вернуть: {}, {value}", label(field, lang)),
        Lang::En => format!("Restore: {}, {value}", label(field, lang)),
    }
}

/// One field that stands in the way of an undo.
pub fn changed_since(field: Field, by: &str, now: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("{} ({by}), сейчас {now}", label(field, lang)),
        Lang::En => format!("{} ({by}), now {now}", label(field, lang)),
    }
}

/// A field that this person may not change.
pub fn not_yours(field: Field, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Поле «{}» вам менять нельзя.", label(field, lang)),
        Lang::En => format!("You may not change “{}”.", label(field, lang)),
    }
}

/// An undo that did not happen.
pub fn not_undone(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Не отменено. {reason}"),
        Lang::En => format!("Not undone. {reason}"),
    }
}

/// What taking a save back would bring about.
pub fn undo_would(impact: &Impact, lang: Lang) -> String {
    format!("{} {}", undoing(lang), told(impact, lang).join(" "))
}

/// What giving a field an earlier value would bring about.
pub fn restore_would(impact: &Impact, lang: Lang) -> String {
    format!("{} {}", restoring(lang), told(impact, lang).join(" "))
}

/// A value that was not restored.
pub fn not_restored(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Значение не возвращено. {reason}"),
        Lang::En => format!("Not restored. {reason}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(name: Option<&str>, token: Option<&str>, side: Side) -> Author {
        let author = Author {
            key: "7".to_owned(),
            name: name.map(str::to_owned),
            token: None,
            side,
            company: "New ways".to_owned(),
        };
        author.with_token(token)
    }

    #[test]
    fn a_token_is_told_with_its_maker_and_an_operators_without_a_name() {
        let told = |author: Author| [Lang::Ru, Lang::En].map(|lang| super::author(&author, lang));
        assert_eq!(
            told(by(Some("Анна"), Some("1С"), Side::Company)),
            ["Токен «1С» (создатель: Анна)", "Token “1С” (made by Анна)"]
        );
        assert_eq!(
            told(by(Some("Anna"), Some("Billing"), Side::Reseller)),
            [
                "Токен «Billing» (создатель: Anna, реселлер New ways)",
                "Token “Billing” (made by Anna, reseller New ways)"
            ]
        );
        assert_eq!(
            told(by(None, Some("Secret"), Side::Platform)),
            ["Оператор платформы, токен API", "Platform operator, API token"]
        );
        assert_eq!(told(by(Some("Анна"), None, Side::Company)), ["Анна", "Анна"]);
    }
}
