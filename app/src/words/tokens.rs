//! Words of the tokens on the profile.

use crate::tokens::Permission;
use crate::values::Lang;

words! {
    tokens: "Токены API", "API tokens";
    about: "С ними другие системы обращаются к /api/v1 от имени компании: видят и меняют то же, что ее администраторы, кроме пользователей и токенов.",
        "With them other systems call /api/v1 in the company’s name: they reach what its administrators reach, but neither users nor tokens.";
    description: "Описание API", "API description";
    no_tokens: "Токенов пока нет.", "There are no tokens yet.";

    name: "Название", "Name";
    permission: "Право", "Right";
    token: "Токен", "Token";
    last_used: "Последнее обращение", "Last use";
    never_used: "Не было", "Never";
    expires: "Действует до", "Expires";
    expired: "Истек", "Expired";
    anywhere: "с любого адреса", "from any address";
    actions: "Действия", "Actions";

    new_token: "Новый токен", "New token";
    name_hint: "Для какой он системы", "Which system it is for";
    days: "Срок, дней", "Days it lives";
    days_hint: "Не больше 365. За 7 дней до конца придет письмо.", "At most 365. A letter comes 7 days before the end.";
    networks: "Разрешенные адреса", "Allowed addresses";
    networks_hint: "Адреса и сети через пробел, например 192.0.2.0/24. Пусто: любые.",
        "Addresses and networks, spaces between, such as 192.0.2.0/24. Empty: any.";
    create: "Создать токен", "Create token";
    created: "Токен создан. Скопируйте его сейчас: больше он не будет показан.",
        "The token is made. Copy it now: it will not be shown again.";
    copied: "Токен скопирован", "The token is copied";
    not_copied: "Скопируйте выделенный токен сами", "Copy the selected token yourself";
    done: "Готово", "Done";

    revoke: "Отозвать", "Revoke";
    revoke_title: "Отозвать токен?", "Revoke the token?";
    revoke_about: "Система, которая им пользуется, сразу потеряет доступ. Вернуть токен нельзя.",
        "The system that uses it loses access at once. A token cannot be brought back.";
    keep: "Оставить", "Keep";
    revoked_toast: "Токен отозван", "The token is revoked";
}

/// What a token may do.
pub fn permission_name(permission: Permission, lang: Lang) -> &'static str {
    match (permission, lang) {
        (Permission::Read, Lang::Ru) => "Чтение",
        (Permission::Read, Lang::En) => "Read",
        (Permission::Money, Lang::Ru) => "Чтение и деньги",
        (Permission::Money, Lang::En) => "Read and money",
        (Permission::Calls, Lang::Ru) => "Чтение и звонки",
        (Permission::Calls, Lang::En) => "Read and calls",
    }
}

/// What the button of one token does, for those who hear it without its row.
pub fn revoke_named(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Отозвать токен «{name}»"),
        Lang::En => format!("Revoke the token “{name}”"),
    }
}

/// When and from where a token was last used.
pub fn used(at: &str, address: Option<&str>, lang: Lang) -> String {
    match (address, lang) {
        (None, _) => at.to_owned(),
        (Some(address), Lang::Ru) => format!("{at}, с {address}"),
        (Some(address), Lang::En) => format!("{at}, from {address}"),
    }
}

/// The end of a token that was made by somebody.
pub fn made_by(person: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("создал(а) {person}"),
        Lang::En => format!("made by {person}"),
    }
}
