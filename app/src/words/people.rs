//! Words of the employees page and of the profile.

use super::plural::{english, russian};
use crate::people::{MOST_FOUND, MOST_USERS, Role, UserField, UserKey};
use crate::values::Lang;

words! {
    companies: "Компании", "Companies";
    employees: "Сотрудники", "Employees";
    users: "Пользователи", "Users";
    search: "Поиск сотрудников", "Search employees";
    search_users: "Поиск пользователей", "Search users";
    perhaps: "Возможно, вы искали", "Perhaps you meant";
    show_all: "Показать всех сотрудников", "Show all employees";
    show_all_users: "Показать всех пользователей", "Show all users";
    search_hint: "Ищем по ID, имени и адресу почты.", "ID, name and email are searched.";

    id: "ID", "ID";
    name: "Имя", "Name";
    full_name: "Имя", "Full name";
    email: "Email", "Email";
    roles: "Роли", "Roles";
    status: "Статус", "Status";
    two_factor: "Двухфакторная", "Two-factor";
    last_sign_in: "Последний вход", "Last sign-in";
    max_dialogs: "Макс. диалогов", "Max dialogs";
    max_dialogs_hint: "Пусто: как по умолчанию в компании", "Empty: the company’s default";
    company_default: "по умолчанию компании", "company default";

    name_parts: "Фамилия, имя и отчество отдельно", "Parts of the name";
    last_name: "Фамилия", "Last name";
    first_name: "Личное имя", "First name";
    middle_name: "Отчество", "Middle name";
    reason: "Причина", "Reason";
    reason_hint: "Останется в журнале событий; можно не указывать", "Is kept in the audit log; may be left empty";
    own_roles: "Свои роли никто не меняет. Это может сделать другой администратор.",
        "Nobody changes their own roles. Another administrator can.";
    operator_roles: "Роль оператора платформы есть у этого человека: его роли меняет только оператор.",
        "This person is a platform operator: only an operator changes their roles.";
    no_language: "Не выбран", "Not chosen";
    history: "История", "History";

    register_user: "Зарегистрировать нового пользователя", "Register new user";
    invitation_hint: "Получит письмо со ссылкой на 72 часа, чтобы задать пароль.",
        "Gets a letter with a link to set a password, valid for 72 hours.";
    invited_toast: "Сохранено. Письмо со ссылкой отправлено", "Saved. The letter with the link is on its way";

    active: "Активен", "Active";
    blocked: "Заблокирован", "Blocked";
    undelivered: "Письмо не доставлено", "Letter not delivered";
    expired: "Приглашение истекло", "Invitation expired";
    no_active_administrators: "Нет активных администраторов", "No active administrators";
    never: "Не входил", "Never";

    profile: "Профиль", "Profile";
    company: "Компания", "Company";
    language: "Язык", "Language";
    notices: "Письма", "Letters";
    notify_sign_in: "О входе с нового устройства", "Of a sign-in on a new device";
    notify_threshold: "О балансе зависимых компаний у порога", "Of affiliates whose balance reaches a threshold";
    notify_suspension: "О приостановке и возобновлении зависимых компаний", "Of affiliates that are suspended or restored";
    notices_hint: "Письма о смене пароля, адреса и защиты приходят всегда.",
        "Letters about changes to your password, address and two-factor sign-in always come.";
}

/// What can be changed of a user, as its field is called.
pub fn user_field(field: UserField, lang: Lang) -> &'static str {
    match field {
        UserField::FullName => full_name(lang),
        UserField::LastName => last_name(lang),
        UserField::FirstName => first_name(lang),
        UserField::MiddleName => middle_name(lang),
        UserField::Roles => roles(lang),
        UserField::MaxDialogs => max_dialogs(lang),
        UserField::Language => language(lang),
    }
}

/// A language in itself.
pub fn language_name(of: Lang) -> &'static str {
    match of {
        Lang::Ru => "Русский",
        Lang::En => "English",
    }
}

/// The head of a column.
pub fn column(key: UserKey, lang: Lang) -> &'static str {
    match key {
        UserKey::Id => id(lang),
        UserKey::Name => name(lang),
        UserKey::Email => email(lang),
        UserKey::Company => company(lang),
        UserKey::Roles => roles(lang),
        UserKey::Status => status(lang),
        UserKey::TwoFactor => two_factor(lang),
        UserKey::LastSignIn => last_sign_in(lang),
        UserKey::MaxDialogs => max_dialogs(lang),
    }
}

/// The heading of a company's employees page.
pub fn employees_of(company: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Сотрудники: {company}"),
        Lang::En => format!("Employees of {company}"),
    }
}

/// «3 из 7 сотрудников»: the word goes with the total.
pub fn count(shown: usize, total: usize, lang: Lang) -> String {
    let number = total as u64;
    match lang {
        Lang::Ru => format!("{shown} из {total} {}", russian(number, "сотрудника", "сотрудников", "сотрудников")),
        Lang::En => format!("{shown} of {total} {}", english(number, "employee", "employees")),
    }
}

/// «3 из 7 пользователей».
pub fn count_of_users(shown: usize, total: usize, lang: Lang) -> String {
    let number = total as u64;
    match lang {
        Lang::Ru => {
            format!("{shown} из {total} {}", russian(number, "пользователя", "пользователей", "пользователей"))
        }
        Lang::En => format!("{shown} of {total} {}", english(number, "user", "users")),
    }
}

/// Said of a list that is too long to be sent.
pub fn not_all_users(total: usize, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!(
            "Всего {total}: здесь последние {MOST_USERS}. Поиск идет по всем и показывает до {MOST_FOUND} найденных, \
             начиная с последних."
        ),
        Lang::En => format!(
            "There are {total}: the newest {MOST_USERS} are here. The search goes over all of them and shows up to \
             {MOST_FOUND}, the newest first."
        ),
    }
}

/// How much of a long list is drawn.
pub fn first_of(drawn: usize, found: usize, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Показаны первые {drawn} из {found}. Чтобы сузить список, введите имя, email или ID"),
        Lang::En => {
            format!("The first {drawn} of {found} are shown. Type a name, an email or an ID to narrow the list")
        }
    }
}

/// Whether the second factor guards a sign-in.
pub fn on_or_off(is_on: bool, lang: Lang) -> &'static str {
    match (is_on, lang) {
        (true, Lang::Ru) => "Включена",
        (true, Lang::En) => "On",
        (false, Lang::Ru) => "Выключена",
        (false, Lang::En) => "Off",
    }
}

/// The value in force while there is no own one.
pub fn by_default(number: u32, lang: Lang) -> String {
    format!("{number} ({})", company_default(lang))
}

/// The way back to it.
pub fn back_to_default(number: u32, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Вернуть значение по умолчанию: {number}"),
        Lang::En => format!("Back to the company default: {number}"),
    }
}

pub fn nothing_found(query: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Ничего не найдено по запросу «{query}»"),
        Lang::En => format!("Nobody matches “{query}”"),
    }
}

/// Until which day the invitation's link works.
pub fn invited_until(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Приглашен до {day}"),
        Lang::En => format!("Invited until {day}"),
    }
}

pub fn role(role: Role, lang: Lang) -> &'static str {
    match (role, lang) {
        (Role::Operator, Lang::Ru) => "Оператор платформы",
        (Role::Operator, Lang::En) => "Platform operator",
        (Role::Administrator, Lang::Ru) => "Администратор компании",
        (Role::Administrator, Lang::En) => "Company administrator",
        (Role::ChatOperator, Lang::Ru) => "Оператор чата",
        (Role::ChatOperator, Lang::En) => "Chat operator",
    }
}

/// Roles as forms and the audit log have them, in words.
pub fn written_roles(text: &str, lang: Lang) -> String {
    Role::parse_list(text).map_or_else(|| text.to_owned(), |roles| role_list(&Vec::from_iter(roles), lang))
}

/// Every role of a person.
pub fn role_list(roles: &[Role], lang: Lang) -> String {
    roles.iter().map(|&one| role(one, lang)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_goes_with_the_total() {
        for (shown, total, text) in
            [(1, 1, "1 из 1 сотрудника"), (0, 21, "0 из 21 сотрудника"), (2, 12, "2 из 12 сотрудников")]
        {
            assert_eq!(count(shown, total, Lang::Ru), text);
        }
        assert_eq!(count(3, 7, Lang::En), "3 of 7 employees");
    }
}
