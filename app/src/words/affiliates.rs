//! Words of the page on which a new affiliate registers itself.

use crate::values::Lang;

words! {
    register_title: "Регистрация компании", "Company registration";
    company_name: "Название компании", "Company name";
    inn: "ИНН", "INN";
    inn_hint: "Необязательно", "Optional";
    full_name: "Имя", "Full name";
    email_hint: "На этот адрес придет ссылка для входа", "The link to sign in is sent to this address";
    phone: "Номер телефона", "Phone number";
    time_zone: "Часовой пояс", "Time zone";
    website: "Сайт (не заполняйте)", "Website (leave empty)";
    accept: "Принимаю ", "I accept ";
    terms: "условия", "the terms";
    agree: "Согласен на ", "I agree to ";
    personal_data: "обработку персональных данных", "personal data processing";
    register: "Зарегистрироваться", "Register";
    have_account: "Уже есть кабинет?", "Have an account already?";
    sign_in: "Войти", "Sign in";

    what_next: "Что дальше", "What next";
    step_password: "Письмо со ссылкой: задайте пароль, ссылка действует 72 часа.",
        "A letter with a link: set a password, the link works for 72 hours.";
    step_requisites: "Заполните реквизиты, чтобы получать счета.", "Fill in the requisites to get invoices.";
    runs_on: "Работает на Kontora", "Runs on Kontora";
    letter_sent: "Мы отправили письмо на адрес", "We sent a letter to";
    letter_sent_to_you: "Мы отправили письмо на указанный вами адрес.", "We sent a letter to the address that you gave.";
    letter_says: "Откройте ссылку в письме и задайте пароль. Ссылка действует 72 часа.",
        "Open the link in it and set a password. The link works for 72 hours.";
}

pub fn registration_with(reseller: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Кабинет у партнера {reseller}"),
        Lang::En => format!("An account with {reseller}"),
    }
}

/// To somebody who has an account here already.
pub fn signed_in_as(email: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Вы вошли как {email}. Можно продолжить: у новой компании будет своя учетная запись."),
        Lang::En => format!("You are signed in as {email}. You may go on: the new company gets an account of its own."),
    }
}

pub fn step_seen(reseller: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("{reseller} сразу увидит компанию в своем списке."),
        Lang::En => format!("{reseller} sees the company in their list at once."),
    }
}
