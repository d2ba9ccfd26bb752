//! Words of the second factor: at the sign-in, and on the profile.

use super::plural::{english, russian};
use crate::values::Lang;

words! {
    code: "Код", "Code";
    code_title: "Код подтверждения", "Confirmation code";
    code_about: "Введите шесть цифр из приложения для кодов или войдите с ключом доступа.",
        "Enter the six digits from your authenticator app, or use a passkey.";
    recovery_hint: "Нет устройства под рукой? Введите один из резервных кодов.",
        "No device at hand? Enter one of your recovery codes.";
    sign_in: "Войти", "Sign in";
    use_passkey: "Войти с ключом доступа", "Use a passkey";
    begin_anew: "Войти заново", "Begin the sign-in anew";

    title: "Двухфакторная защита", "Two-factor sign-in";
    off: "Выключена: для входа достаточно пароля.", "Off: the password alone lets you in.";
    turn_on: "Включить", "Turn on";
    turn_on_about: "Кроме пароля при входе понадобится код с вашего телефона.",
        "Signing in will then take a code from your phone besides the password.";
    go_on: "Продолжить", "Continue";
    scan: "Отсканируйте код приложением для кодов (Яндекс ID, Google Authenticator, FreeOTP и другие) или введите ключ вручную.",
        "Scan the picture with an authenticator app (Google Authenticator, FreeOTP and others), or type the key in.";
    picture: "QR-код с ключом", "QR code with the key";
    key: "Ключ", "Key";
    first_code: "Код из приложения", "Code from the app";
    turned_on: "Двухфакторная защита включена", "Two-factor sign-in is on";

    app_title: "Приложение для кодов", "Authenticator app";
    app_removed: "Приложение для кодов отключено", "The authenticator app is turned off";

    passkeys_title: "Ключи доступа", "Passkeys";
    passkeys_about: "Отпечаток, лицо или PIN устройства вместо кода. Ключ хранится на устройстве или в менеджере паролей.",
        "Your device's fingerprint, face or PIN in place of a code. The key stays on the device or in a password manager.";
    add_passkey: "Добавить ключ доступа", "Add a passkey";
    passkey_name: "Название ключа", "Passkey name";
    passkey_name_hint: "Например, рабочий ноутбук", "Such as: work laptop";
    passkey_added: "Ключ доступа добавлен", "The passkey is added";
    remove: "Удалить", "Remove";
    passkey_removed: "Ключ доступа удален", "The passkey is removed";
    with_passkey: "Подтвердить ключом доступа", "Confirm with a passkey";
    added_at: "Добавлен:", "Added";
    last_used: "использован:", "last used";
    never: "ни разу", "never";

    set_up_title: "Включите двухфакторную защиту", "Set up two-factor sign-in";
    set_up_about: "Для вашей роли она обязательна. Пока она не включена, все остальное закрыто.",
        "Your role requires it. Until it is on, everything else is closed.";
    set_up: "Включить защиту", "Set it up";
    go_to_work: "К работе", "Go on to work";

    codes_title: "Резервные коды", "Recovery codes";
    codes_about: "Каждый сработает один раз, если телефона нет под рукой. Сохраните их сейчас: больше они не покажутся.",
        "Each works once, when your phone is not at hand. Keep them now: they are not shown again.";
    copied: "Скопировано", "Copied";
    not_copied: "Не удалось: выделите и скопируйте сами", "It did not work: please select and copy";
    download: "Скачать", "Download";
    kept: "Коды сохранены", "I have kept the codes";

    renew: "Новые резервные коды", "New recovery codes";
    renew_about: "Прежние коды перестанут действовать.", "The former codes stop working.";
    turn_off: "Выключить", "Turn off";
    turned_off: "Двухфакторная защита выключена", "Two-factor sign-in is off";
    code_or_recovery: "Код из приложения или резервный", "Code from the app, or a recovery code";
}

/// What the button that removes one passkey does.
pub fn remove_of(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Удалить ключ доступа «{name}»"),
        Lang::En => format!("Remove the passkey “{name}”"),
    }
}

/// That it is on, and how many recovery codes are left.
pub fn on(left: u32, lang: Lang) -> String {
    let number = u64::from(left);
    match lang {
        Lang::Ru => {
            let codes = russian(number, "резервный код", "резервных кода", "резервных кодов");
            format!("Включена. Осталось: {left} {codes}.")
        }
        Lang::En => format!("On. {left} recovery {} left.", english(number, "code", "codes")),
    }
}
