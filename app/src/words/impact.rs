//! Words of what an edit would bring about, before it is saved.

use super::money::{postponed, until};
use crate::money::{Access, Granted, Impact, Receiver, Tidings, Until};
use crate::ui::date_and_time;
use crate::values::{Kopecks, Lang};

words! {
    warns_too_late: "Уведомление придет после приостановки.", "The notice would come after the suspension.";
}

/// All that there is to tell, line by line.
pub fn told(impact: &Impact, lang: Lang) -> Vec<String> {
    let mut lines = vec![on_access(impact, lang)];
    lines.extend(impact.granted.iter().map(|grant| granted(*grant, lang)));
    lines.extend(impact.letters.iter().map(|(tidings, to)| letter(*tidings, to, lang)));
    lines.extend(impact.pool_free.map(|free| pool_left(free, lang)));
    if impact.warns_too_late {
        lines.push(warns_too_late(lang).to_owned());
    }
    lines
}

/// The status after an edit, and what could be spent then.
fn on_access(impact: &Impact, lang: Lang) -> String {
    let available = impact.available_after.shown(lang).in_roubles();
    let (ru, en) = match (impact.access_before.is_allowed(), impact.access_after) {
        (true, Access::Suspended(_)) => ("Доступ будет приостановлен сразу", "Access will be suspended at once"),
        (false, Access::Allowed) => ("Доступ будет возобновлен сразу", "Access will be restored at once"),
        (_, Access::Suspended(_)) => ("Доступ останется приостановленным", "Access stays suspended"),
        _ => ("Доступ не изменится", "Access stays as it is"),
    };
    match lang {
        Lang::Ru => format!("{ru}, доступно будет {available}."),
        Lang::En => format!("{en}; {available} will be available."),
    }
}

fn letter(tidings: Tidings, to: &Receiver, lang: Lang) -> String {
    let (ru, en) = match tidings {
        Tidings::ThresholdReached => ("достигнуто пороговое значение", "notification threshold reached"),
        Tidings::Suspended => ("доступ приостановлен", "access suspended"),
        Tidings::Resumed => ("доступ возобновлен", "access restored"),
        Tidings::LimitChanged => ("кредитный лимит изменен", "credit limit changed"),
        Tidings::PoolOverCap => ("лимиты зависимых компаний превышают предел", "affiliates’ limits exceed the cap"),
    };
    match lang {
        Lang::Ru => format!("Письмо «{ru}»: {}.", to.email),
        Lang::En => format!("Letter “{en}”: {}.", to.email),
    }
}

/// What was granted for a time and plays in.
fn granted(granted: Granted, lang: Lang) -> String {
    let until = |end: Option<Until>| {
        let end = end.map(|Until { at, offset_minutes }| until(&date_and_time(at, offset_minutes, lang), lang));
        end.map_or_else(String::new, |end| format!(" {end}"))
    };
    match (granted, lang) {
        (Granted::TemporaryLimit(amount, end), Lang::Ru) => {
            format!("Учтен временный лимит {}{}.", amount.shown(lang).in_roubles(), until(end))
        }
        (Granted::TemporaryLimit(amount, end), Lang::En) => {
            format!("The temporary limit of {}{} is counted in.", amount.shown(lang).in_roubles(), until(end))
        }
        (Granted::Postponement(end), _) => format!("{}{}.", postponed(lang), until(end)),
    }
}

fn pool_left(free: Kopecks, lang: Lang) -> String {
    let shown = Kopecks::new(free.value().saturating_abs()).shown(lang).in_roubles();
    match (free.is_negative(), lang) {
        (false, Lang::Ru) => format!("Из предела реселлера останется свободно {shown}."),
        (false, Lang::En) => format!("Of the reseller’s cap {shown} will be free."),
        (true, Lang::Ru) => format!("Сверх предела реселлера: {shown}."),
        (true, Lang::En) => format!("Beyond the reseller’s cap: {shown}."),
    }
}
