//! Letters about somebody's look through another's eyes.

use super::{Body, Sheet};

/// What is told of every look.
pub(super) struct Look<'a> {
    /// Nothing for an operator of the platform.
    pub(super) viewer: Option<&'a str>,
    pub(super) reason: &'a str,
    pub(super) begun_at: &'a str,
}

pub(super) fn begun(sheet: Sheet<'_>, look: &Look<'_>) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            "Платформа смотрит ваш кабинет без вашего разрешения, по указанной причине. Изменить она ничего не может, \
             это продлится не дольше 30 минут."
                .to_owned(),
            "The platform is viewing your cabinet without your permission, for the reason given. It cannot change \
             anything, and it ends within 30 minutes."
                .to_owned(),
        )],
        facts: facts(sheet, look),
        button: sheet.button("Открыть профиль", "Open your profile", "/profile"),
        ..Body::default()
    }
}

pub(super) fn ended(sheet: Sheet<'_>, look: &Look<'_>, through: &str, ended_at: &str, pages: &[String]) -> Body {
    let mut facts = facts(sheet, look);
    facts.push((sheet.pick("До", "Until"), ended_at.to_owned()));
    facts.push((sheet.pick("Глазами", "As"), through.to_owned()));
    facts.push((sheet.pick("Страницы", "Pages"), pages.join("\n")));
    Body {
        paragraphs: vec![sheet.pick(
            "Ваш кабинет смотрели вашими глазами. Изменить при этом ничего нельзя.".to_owned(),
            "Your cabinet was viewed through your eyes. Nothing can be changed that way.".to_owned(),
        )],
        facts,
        button: sheet.button("Открыть профиль", "Open your profile", "/profile"),
        notes: vec![sheet.pick(
            "В профиле видно все просмотры, там же их можно запретить.".to_owned(),
            "The profile shows every such look, and there they can be forbidden.".to_owned(),
        )],
        ..Body::default()
    }
}

fn facts(sheet: Sheet<'_>, look: &Look<'_>) -> Vec<(&'static str, String)> {
    vec![
        (sheet.pick("Кто", "Who"), who(sheet, look.viewer)),
        (sheet.pick("Причина", "Reason"), look.reason.to_owned()),
        (sheet.pick("С", "From"), look.begun_at.to_owned()),
    ]
}

fn who(sheet: Sheet<'_>, viewer: Option<&str>) -> String {
    viewer.unwrap_or_else(|| sheet.pick("Оператор платформы", "Platform operator")).to_owned()
}
