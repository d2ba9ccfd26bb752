//! Words of one's own sign-in details, on the profile.

use crate::values::Lang;

words! {
    change_password: "Сменить пароль", "Change password";
    password_title: "Пароль", "Password";
    current_password: "Нынешний пароль", "Current password";
    end_other_sessions: "Завершить остальные сеансы", "End other sessions";
    password_changed: "Пароль изменен", "The password has been changed";

    email_title: "Email", "Email";
    change_email: "Сменить email", "Change email";
    new_email: "Новый email", "New email";
    email_hint: "Пришлем письмо со ссылкой на новый адрес. Пока ссылку не откроют, входите с прежним.",
        "We send a letter with a link to the new address. Until it is opened, sign in with the old one.";
    link_on_its_way: "Письмо со ссылкой отправлено на новый адрес", "A letter with a link is on its way to the new address";
    give_up: "Отменить смену", "Give up the change";
    given_up: "Смена адреса отменена", "The change of address is given up";

    confirm_title: "Новый адрес для входа", "Your new sign-in address";
    confirm: "Подтвердить адрес", "Confirm the address";
    confirmed_title: "Адрес изменен", "The address is changed";
    confirmed_about: "Теперь входите с новым адресом.", "From now on sign in with the new address.";
    cancel_title: "Отмена смены адреса", "Take the change of address back";
    cancel_about: "Адрес для входа останется или снова станет прежним, нынешний пароль и все сеансы перестанут действовать:",
        "The sign-in address stays, or becomes again, the old one; the present password and every session end:";
    cancel: "Отменить смену адреса", "Take the change back";
    cancelled_title: "Смена адреса отменена", "The change is taken back";
    cancelled_about: "Все сеансы завершены, прежний пароль больше не действует: задайте новый.",
        "Every session has ended, and the old password with them: set a new one.";
    set_new_password: "Задать новый пароль", "Set a new password";
    to_sign_in: "Ко входу", "To sign-in";

    sessions: "Сеансы", "Sessions";
    this_session: "Этот сеанс", "This session";
    last_seen: "Активность:", "Last used";
    first_seen: "вход:", "signed in";
    end: "Завершить", "End";
    end_others: "Завершить все остальные", "End all others";
    only_this: "Других сеансов нет.", "There are no other sessions.";
    ended_toast: "Сеанс завершен", "The session has ended";
    others_ended_toast: "Остальные сеансы завершены", "All other sessions have ended";
    ending_hint: "Завершенный сеанс закрывается сразу: там придется войти снова.",
        "An ended session closes at once: to go on there one has to sign in again.";
}

/// The accessible name of the button that ends one session.
pub fn end_of(device: &str, address: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Завершить сеанс: {device}, {address}"),
        Lang::En => format!("End the session: {device}, {address}"),
    }
}

/// In which zone times are told.
pub fn zone_hint(zone: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Время указано по поясу {zone}."),
        Lang::En => format!("Times are in the zone {zone}."),
    }
}

/// That a new address awaits its confirmation, and until when it can be given.
pub fn awaits_confirmation(email: &str, until: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Новый адрес {email} ждет подтверждения: ссылка в письме действует до {until}."),
        Lang::En => format!("The new address {email} awaits confirmation: the link in the letter works until {until}."),
    }
}
