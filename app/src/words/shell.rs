//! Words of the frame around every page.

use crate::companies::Kind;
use crate::values::Lang;

words! {
    menu: "Основное меню", "Main";
    companies: "Компании", "Companies";
    users: "Пользователи", "Users";
    billing: "Баланс", "Billing";
    reports: "Отчеты", "Reports";
    support: "Поддержка", "Support";
    why_not: "Почему нельзя?", "Why not?";
    asleep: "Страница загрузилась не полностью: таблицы и кнопки не отвечают.", "The page has not loaded fully: tables and buttons do not answer.";
    loading: "Загрузка", "Loading";
    reload: "Загрузить снова", "Load again";
    profile: "Профиль", "Profile";
    sign_out: "Выйти", "Sign out";
    account: "Учетная запись", "Account";
    skip: "К содержанию", "Skip to content";
    demo_warning: "Демонстрационные данные: пароли известны всем", "Demonstration data: the passwords are public";
    theme: "Тема", "Theme";
    theme_auto: "Как в системе", "As the system";
    theme_light: "Светлая тема", "Light theme";
    theme_dark: "Темная тема", "Dark theme";
    close: "Закрыть", "Close";
    cancel: "Отмена", "Cancel";
    save: "Сохранить", "Save";
    retry: "Повторить", "Try again";
    saved: "Сохранено", "Saved";
    sort_by: "Сортировка", "Sort by";
    default_order: "Обычный порядок", "Default order";
}

/// «Баланс, по убыванию»: a column and a direction to order by.
pub fn ordered(column: &str, is_descending: bool, lang: Lang) -> String {
    let direction = match (is_descending, lang) {
        (false, Lang::Ru) => "по возрастанию",
        (false, Lang::En) => "ascending",
        (true, Lang::Ru) => "по убыванию",
        (true, Lang::En) => "descending",
    };
    format!("{column}, {direction}")
}

/// What a company is, after the person's name in the head.
pub fn kind(kind: Kind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (Kind::Platform, Lang::Ru) => "оператор платформы",
        (Kind::Platform, Lang::En) => "platform operator",
        (Kind::Reseller, Lang::Ru) => "реселлер",
        (Kind::Reseller, Lang::En) => "reseller",
        (Kind::Affiliate, Lang::Ru) => "зависимая компания",
        (Kind::Affiliate, Lang::En) => "affiliate",
        (Kind::StandAlone, Lang::Ru) => "компания",
        (Kind::StandAlone, Lang::En) => "company",
    }
}
