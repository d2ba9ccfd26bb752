//! Words of looking through another's eyes.

use super::plural::{english, russian};
use crate::values::Lang;
use crate::viewing::ConsentTerm;

words! {
    viewing: "Просмотр чужого кабинета", "Viewing as somebody else";
    view_as: "Посмотреть как…", "View as…";
    reason: "Зачем", "Reason";
    look: "Посмотреть", "View";
    leave: "Выйти", "Leave";

    consent_title: "Просмотр вашего кабинета", "Viewing your cabinet";
    consent_about: "С вашего разрешения реселлер и платформа могут посмотреть на кабинет вашими глазами: только смотреть, не дольше 30 минут, без пароля, сеансов и токенов. После каждого просмотра придет письмо.",
        "With your permission the reseller and the platform can look at the cabinet through your eyes: only look, for at most 30 minutes, without password, sessions and tokens. A letter follows each time.";
    term: "Разрешить", "Allow for";
    allow: "Разрешить просмотр", "Allow viewing";
    forbid: "Запретить", "Forbid";
    allowed_toast: "Просмотр разрешен", "Viewing is allowed";
    forbidden_toast: "Просмотр запрещен", "Viewing is forbidden";
    past: "Кто смотрел", "Who has looked";
    no_past: "Никто не смотрел.", "Nobody has.";
    the_platform: "Оператор платформы", "Platform operator";
    without_consent: "без разрешения", "without permission";
}

pub fn term_name(term: ConsentTerm, lang: Lang) -> &'static str {
    match (term, lang) {
        (ConsentTerm::Hour, Lang::Ru) => "На час",
        (ConsentTerm::Hour, Lang::En) => "One hour",
        (ConsentTerm::Day, Lang::Ru) => "На сутки",
        (ConsentTerm::Day, Lang::En) => "24 hours",
        (ConsentTerm::UntilWithdrawn, Lang::Ru) => "Пока не запрещу",
        (ConsentTerm::UntilWithdrawn, Lang::En) => "Until I forbid it",
    }
}

pub fn you_look(full_name: &str, company: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Вы смотрите как {full_name} ({company})."),
        Lang::En => format!("You are viewing as {full_name} ({company})."),
    }
}

pub fn minutes_left(minutes: u32, lang: Lang) -> String {
    let n = u64::from(minutes);
    match lang {
        Lang::Ru => format!("Осталось {n} {}.", russian(n, "минута", "минуты", "минут")),
        Lang::En => format!("{n} {} left.", english(n, "minute", "minutes")),
    }
}

pub fn about_to_look(full_name: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!(
            "Вы увидите кабинет глазами пользователя {full_name}: 30 минут, только смотреть. Компания увидит, кто, когда и зачем смотрел."
        ),
        Lang::En => format!(
            "You will see the cabinet through the eyes of {full_name}: for 30 minutes, only looking. The company sees who looked, when and why."
        ),
    }
}

pub fn allowed(by: &str, until: Option<&str>, lang: Lang) -> String {
    match (until, lang) {
        (Some(until), Lang::Ru) => format!("Разрешено до {until}: {by}."),
        (Some(until), Lang::En) => format!("Allowed until {until} by {by}."),
        (None, Lang::Ru) => format!("Разрешено, пока не запретят: {by}."),
        (None, Lang::En) => format!("Allowed until forbidden by {by}."),
    }
}

pub fn from_till(from: &str, till: Option<&str>, lang: Lang) -> String {
    match (till, lang) {
        (Some(till), _) => format!("{from} – {till}"),
        (None, Lang::Ru) => format!("с {from}, идет сейчас"),
        (None, Lang::En) => format!("since {from}, going on"),
    }
}

pub fn through(full_name: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("глазами: {full_name}"),
        Lang::En => format!("as {full_name}"),
    }
}
