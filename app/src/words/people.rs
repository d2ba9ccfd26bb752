//! Words of the employees page and of the profile.

use super::plural::{english, russian};
use crate::people::{Role, StaffKey};
use crate::values::Lang;

words! {
    companies: "Компании", "Companies";
    employees: "Сотрудники", "Employees";
    search: "Поиск сотрудников", "Search employees";
    perhaps: "Возможно, вы искали", "Perhaps you meant";
    show_all: "Показать всех сотрудников", "Show all employees";
    search_hint: "Ищем по ID, имени и адресу почты.", "ID, name and email are searched.";

    id: "ID", "ID";
    name: "Имя", "Name";
    full_name: "Имя", "Full name";
    email: "Email", "Email";
    roles: "Роли", "Roles";
    status: "Статус", "Status";
    last_sign_in: "Последний вход", "Last sign-in";

    register_user: "Зарегистрировать нового пользователя", "Register new user";
    invitation_hint: "Получит права администратора и письмо со ссылкой на 72 часа, чтобы задать пароль.",
        "Gets administrator rights and a letter with a link to set a password, valid for 72 hours.";
    invited_toast: "Сохранено. Письмо со ссылкой отправлено", "Saved. The letter with the link is on its way";

    active: "Активен", "Active";
    blocked: "Заблокирован", "Blocked";
    undelivered: "Письмо не доставлено", "Letter not delivered";
    expired: "Приглашение истекло", "Invitation expired";
    never: "Не входил", "Never";

    profile: "Профиль", "Profile";
    company: "Компания", "Company";
    language: "Язык", "Language";
    notices: "Письма", "Letters";
    notify_sign_in: "О входе с нового устройства", "Of a sign-in on a new device";
    notices_hint: "Письма о смене пароля, адреса и защиты приходят всегда.",
        "Letters about changes to your password, address and two-factor sign-in always come.";
}

/// The head of a column.
pub fn column(key: StaffKey, lang: Lang) -> &'static str {
    match key {
        StaffKey::Id => id(lang),
        StaffKey::Name => name(lang),
        StaffKey::Email => email(lang),
        StaffKey::Roles => roles(lang),
        StaffKey::Status => status(lang),
        StaffKey::LastSignIn => last_sign_in(lang),
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
