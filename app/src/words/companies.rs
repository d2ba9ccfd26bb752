//! Words of the Companies page.

use super::plural::{english, russian};
use crate::companies::list::{Column, Status};
use crate::companies::{Kind, SortKey};
use crate::values::Lang;

words! {
    search: "Поиск компаний", "Search companies";
    your_company: "Ваша компания", "Your company";
    actions: "Действия", "Actions";
    edit: "Редактировать", "Edit";
    loading: "Загрузка", "Loading";
    perhaps: "Возможно, вы искали", "Perhaps you meant";
    show_all: "Показать все компании", "Show all companies";
    nothing_hint: "Поиск идет по всем полям: название, ID, ИНН, счета, телефон, адреса.",
        "Every field is searched: name, ID, INN, accounts, phone, addresses.";
    not_loaded: "Список не загрузился", "The list did not load";
    query_is_kept: "Ваш запрос сохранен.", "Your search is kept.";
    no_connection: "Нет связи.", "No connection.";
    list_as_loaded: "Показан список, загруженный раньше.", "You see the list as it was loaded before.";
    status_label: "Статус", "Status";
    zone_label: "Часовой пояс", "Time zone";
    runway: "Хватит на", "Runway";

    add_affiliate: "Добавить зависимую компанию", "Add affiliate";
    new_affiliate: "Новая компания", "A new company";
    registration_link: "Ссылка для регистрации", "Registration link";
    registration_hint: "Отправьте ссылку: компания зарегистрируется сама и сразу появится в этом списке.",
        "Send the link: the company registers itself and appears in this list at once.";
    copy: "Скопировать", "Copy";
    copied: "Ссылка скопирована", "The link is copied";
    not_copied: "Скопируйте выделенный адрес сами", "Copy the selected address yourself";
    existing_affiliate: "Уже зарегистрированная компания", "An existing company";
    existing_hint: "Отправьте запрос в поддержку и укажите ID обеих компаний. После выполнения запроса компания появится в этом списке.",
        "Send a request to support with the IDs of both companies. Once it is completed the company appears in this list.";
    new_request: "Новый запрос", "New request";
    no_affiliates: "Зависимых компаний пока нет", "No affiliated companies yet";
    no_affiliates_hint: "Они появятся здесь, когда зарегистрируются по вашей ссылке:",
        "They appear here after they register at your link:";

    add_company: "Добавить компанию", "Add company";
    name: "Название", "Name";
    kind: "Тип", "Kind";
    slug: "Адрес реселлера", "Reseller address";
    slug_hint: "Начало адреса сайта: латинские буквы, цифры, дефис", "The beginning of the site's address: Latin letters, digits, hyphen";
    administrator: "Первый администратор", "First administrator";
    admin_name: "Имя администратора", "Administrator's name";
    admin_email: "Email администратора", "Administrator's email";
    letter_to: "Кому письмо со ссылкой", "Who gets the letter with the link";
    letter_to_admin: "Администратору", "The administrator";
    letter_to_company: "На email компании", "The company's email";
    company_added: "Компания добавлена", "The company is added";

    change_kind: "Сменить тип", "Change kind";
    make_reseller: "Сделать реселлером", "Make a reseller";
    make_reseller_about: "Компания сможет добавлять зависимые компании: они регистрируются по ее адресу.",
        "The company will be able to have affiliates: they register at its address.";
    make_stand_alone: "Сделать самостоятельной", "Make stand-alone";
    make_stand_alone_about: "Адрес для регистрации зависимых компаний перестанет работать. Пока они есть, тип не сменить.",
        "The address at which affiliates register stops working. While there are any, the kind stays.";
    kind_changed: "Тип компании изменен", "The company's kind is changed";
}

/// «12 из 303 компаний»: how many of how many are shown; the word goes with the total.
pub fn count(shown: u32, total: u32, lang: Lang) -> String {
    let number = u64::from(total);
    match lang {
        Lang::Ru => format!("{shown} из {total} {}", russian(number, "компании", "компаний", "компаний")),
        Lang::En => format!("{shown} of {total} {}", english(number, "company", "companies")),
    }
}

/// The first words of the totals' line.
pub fn totals(shown: u32, total: u32, lang: Lang) -> String {
    let number = u64::from(total);
    match lang {
        Lang::Ru if shown == total => {
            format!("Итого, {total} {}", russian(number, "компания", "компании", "компаний"))
        }
        Lang::En if shown == total => format!("Total, {total} {}", english(number, "company", "companies")),
        Lang::Ru => format!("Найдено {shown} из {total}"),
        Lang::En => format!("Found {shown} of {total}"),
    }
}

/// Beside the days to suspension.
pub fn runway_to_threshold(days: u64, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!(" · порог {days}"),
        Lang::En => format!(" · threshold {days}"),
    }
}

/// The head of a column.
pub fn column(key: SortKey, lang: Lang) -> &'static str {
    match (key, lang) {
        (SortKey::Id, _) => "ID",
        (SortKey::Company, Lang::Ru) => "Компания",
        (SortKey::Company, Lang::En) => "Company",
        (SortKey::Inn, Lang::Ru) => "ИНН",
        (SortKey::Inn, Lang::En) => "INN",
        (SortKey::Balance, Lang::Ru) => "Баланс",
        (SortKey::Balance, Lang::En) => "Balance",
        (SortKey::Limit, Lang::Ru) => "Кредитный лимит",
        (SortKey::Limit, Lang::En) => "Credit limit",
        (SortKey::Status, _) => status_label(lang),
        (SortKey::Zone, _) => zone_label(lang),
        (SortKey::Employees, Lang::Ru) => "Сотрудники",
        (SortKey::Employees, Lang::En) => "Employees",
        (SortKey::Runway, _) => runway(lang),
    }
}

pub fn status(status: Status, lang: Lang) -> &'static str {
    match (status, lang) {
        (Status::Active, Lang::Ru) => "Активна",
        (Status::Active, Lang::En) => "Active",
        (Status::AwaitingConfirmation, Lang::Ru) => "Ожидает подтверждения",
        (Status::AwaitingConfirmation, Lang::En) => "Awaiting confirmation",
        (Status::LowBalance, Lang::Ru) => "Низкий баланс",
        (Status::LowBalance, Lang::En) => "Low balance",
        (Status::Suspended, Lang::Ru) => "Приостановлена",
        (Status::Suspended, Lang::En) => "Suspended",
    }
}

/// A field that the table does not show, named where it holds the match.
pub fn hidden_field(column: Column, lang: Lang) -> &'static str {
    match (column, lang) {
        (Column::Name, Lang::Ru) => "Название",
        (Column::Name, Lang::En) => "Name",
        (Column::Email, _) => "Email",
        (Column::Phone, Lang::Ru) => "Номер телефона",
        (Column::Phone, Lang::En) => "Phone number",
        (Column::Inn, Lang::Ru) => "ИНН",
        (Column::Inn, Lang::En) => "INN",
        (Column::Kpp, Lang::Ru) => "КПП",
        (Column::Kpp, Lang::En) => "KPP",
        (Column::Ogrn, Lang::Ru) => "ОГРН",
        (Column::Ogrn, Lang::En) => "OGRN",
        (Column::Bic, Lang::Ru) => "БИК",
        (Column::Bic, Lang::En) => "BIC",
        (Column::Bank, Lang::Ru) => "Банк",
        (Column::Bank, Lang::En) => "Bank",
        (Column::CorrespondentAccount, Lang::Ru) => "Корреспондентский счет",
        (Column::CorrespondentAccount, Lang::En) => "Correspondent account",
        (Column::Account, Lang::Ru) => "Счет",
        (Column::Account, Lang::En) => "Account",
        (Column::LegalAddress, Lang::Ru) => "Юридический адрес",
        (Column::LegalAddress, Lang::En) => "Legal address",
        (Column::PostalAddress, Lang::Ru) => "Почтовый адрес",
        (Column::PostalAddress, Lang::En) => "Postal address",
    }
}

pub fn edit_named(name: &str, lang: Lang) -> String {
    format!("{} {name}", edit(lang))
}

pub fn employees_of(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Сотрудники {name}"),
        Lang::En => format!("Employees of {name}"),
    }
}

pub fn limit_used(percent: i64, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Использовано {percent}\u{a0}% кредитного лимита"),
        Lang::En => format!("{percent}% of the credit limit used"),
    }
}

pub fn nothing_found(query: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Ничего не найдено по запросу «{query}»"),
        Lang::En => format!("No company matches “{query}”"),
    }
}

/// The quotation marks around a suggested query.
pub fn quotes(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Ru => ("«", "»"),
        Lang::En => ("“", "”"),
    }
}

/// What a company is in the tree.
pub fn kind_of(kind: Kind, lang: Lang) -> &'static str {
    let (ru, en) = match kind {
        Kind::Platform => ("Компания платформы", "Platform's own company"),
        Kind::Reseller => ("Реселлер", "Reseller"),
        Kind::Affiliate => ("Зависимая компания", "Affiliate"),
        Kind::StandAlone => ("Самостоятельная компания", "Stand-alone company"),
    };
    if lang == Lang::Ru { ru } else { en }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_goes_with_the_total() {
        let english = [(1, 1, "1 of 1 company"), (301, 301, "301 of 301 companies"), (12, 303, "12 of 303 companies")];
        for (shown, total, text) in english {
            assert_eq!(count(shown, total, Lang::En), text);
        }
        let russian = [(1, 1, "1 из 1 компании"), (301, 301, "301 из 301 компании"), (12, 303, "12 из 303 компаний")];
        for (shown, total, text) in russian {
            assert_eq!(count(shown, total, Lang::Ru), text);
        }
        assert_eq!(totals(303, 303, Lang::Ru), "Итого, 303 компании");
    }
}
