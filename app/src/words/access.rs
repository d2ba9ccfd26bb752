//! Words of signing in, and of the pages around it.

use crate::values::{Lang, Strength};

words! {
    email: "Email", "Email";
    password: "Пароль", "Password";
    show: "Показать", "Show";

    session_is_over: "Сеанс завершен. Войдите в новой вкладке и отправьте снова: введенное останется здесь",
        "Your session has ended. Sign in in a new tab and send again: what you typed stays here";
    sign_in_title: "Вход", "Sign in";
    sign_in_about: "Компании, кредит и сотрудники вашей сети.", "Companies, credit and people of your resale.";
    sign_in: "Войти", "Sign in";
    forgot: "Забыли пароль?", "Forgot password?";
    idle_hint: "Сеанс завершается после 12 часов без действий. Введенное в открытой форме останется на этом устройстве.",
        "A session ends after 12 hours without use. What you typed in an open form is kept on this device.";

    forgot_title: "Новый пароль", "Reset your password";
    forgot_about: "Пришлем письмо со ссылкой. Она действует один час.",
        "We send you a letter with a link. It works for one hour.";
    send_link: "Отправить ссылку", "Send link";
    check_your_mail: "Проверьте почту", "Check your mail";
    link_sent: "Если адрес зарегистрирован, письмо отправлено.", "If the address is registered, a letter was sent.";
    look_into_spam: "Письма нет? Загляните в папку со спамом.", "No letter? Look into the spam folder.";
    to_sign_in: "Ко входу", "To sign-in";

    set_password_title: "Придумайте пароль", "Choose a password";
    new_password: "Новый пароль", "New password";
    set_password: "Задать пароль", "Set password";
    /// Says [`NewPassword`](crate::values::NewPassword)'s limits.
    password_rules: "От 8 до 256 символов, лучше от 15. Подойдет фраза из нескольких слов, с пробелами.",
        "8 to 256 characters, better 15 or more. A phrase of several words, with spaces, does well.";
    open_letter_again: "Откройте ссылку из письма еще раз", "Open the link in the letter once more";
    open_letter_again_about: "Эта страница открывается только по ссылке из письма. Если пароль еще не задан, ссылка действует, пока не истек ее срок и не пришла новая.",
        "This page opens only by the link in the letter. If you have set no password yet, the link works until it runs out or a newer one is sent.";
    ask_for_a_link: "Запросить новую ссылку", "Ask for a new link";
    ask_inviter: "Написать тому, кто пригласил", "Write to whoever invited you";
    inviter_asked: "Если ссылка была приглашением, мы написали тому, кто его отправил.",
        "If the link was an invitation, whoever sent it has been told.";
}

/// A rough estimate, spoken as the password is typed.
pub fn strength(strength: Strength, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Надежность: {}", strength.word(lang)),
        Lang::En => format!("Strength: {}", strength.word(lang)),
    }
}

/// What stands around the address that was probably meant.
pub fn did_you_mean(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Ru => ("Возможно, вы имели в виду ", "?"),
        Lang::En => ("Did you mean ", "?"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::NewPassword;

    #[test]
    fn the_rules_on_the_page_are_the_rules() {
        for lang in [Lang::Ru, Lang::En] {
            for limit in [NewPassword::MIN, NewPassword::MAX, NewPassword::RECOMMENDED] {
                assert!(password_rules(lang).contains(&limit.to_string()), "{limit}");
            }
        }
    }
}
