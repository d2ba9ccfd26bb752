//! Words of what an edit would bring about, before it is saved.

use crate::money::{Access, Impact, Receiver, Tidings};
use crate::values::{Kopecks, Lang};

words! {
    warns_too_late: "Уведомление придет после приостановки", "The notice would come after the suspension";
}

/// The status after an edit, and what could be spent then.
pub fn on_access(impact: &Impact, lang: Lang) -> String {
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

pub fn letter(tidings: Tidings, to: &Receiver, lang: Lang) -> String {
    let (ru, en) = match tidings {
        Tidings::ThresholdReached => ("достигнуто пороговое значение", "notification threshold reached"),
        Tidings::Suspended => ("доступ приостановлен", "access suspended"),
        Tidings::Resumed => ("доступ возобновлен", "access restored"),
        Tidings::LimitChanged => ("кредитный лимит изменен", "credit limit changed"),
    };
    match lang {
        Lang::Ru => format!("Письмо «{ru}»: {}.", to.email),
        Lang::En => format!("Letter “{en}”: {}.", to.email),
    }
}

pub fn pool_left(free: Kopecks, lang: Lang) -> String {
    let shown = free.shown(lang).in_roubles();
    match lang {
        Lang::Ru => format!("Из вашего предела останется свободно {shown}."),
        Lang::En => format!("Of your cap {shown} will be free."),
    }
}
