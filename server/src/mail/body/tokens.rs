//! The letter about the tokens of the API.

use super::{Body, Sheet};

pub(super) fn ends(sheet: Sheet<'_>, name: &str, prefix: &str, company: &str, expires_at: &str) -> Body {
    Body {
        paragraphs: vec![sheet.pick(
            "Токен API, который вы создали, скоро перестанет действовать.".to_owned(),
            "An API token that you made will soon stop working.".to_owned(),
        )],
        facts: vec![
            (sheet.pick("Токен", "Token"), format!("{name} ({prefix}…)")),
            sheet.company(company),
            (sheet.pick("Действует до", "It works until"), expires_at.to_owned()),
        ],
        button: sheet.button("Открыть токены", "Open the tokens", "/profile"),
        notes: vec![sheet.pick(
            "Если система, которая им пользуется, еще нужна, создайте новый токен и передайте его ей до этого срока."
                .to_owned(),
            "If the system that uses it is still needed, make a new token and give it to that system before then."
                .to_owned(),
        )],
        ..Body::default()
    }
}
