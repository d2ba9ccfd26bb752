//! Words of what an administrator does about a person's account.

use crate::people::PersonAction;
use crate::values::Lang;

words! {
    actions: "Действия", "Actions";
    why_not: "Почему нельзя?", "Why not?";
    back: "Назад", "Back";
    reason: "Причина", "Reason";
    reason_hint: "Ее прочитают в письме и в журнале событий.", "It is read in the letter and in the audit log.";
    evidence: "Как вы убедились, кто просит", "How you made sure who is asking";
    evidence_hint: "Например, звонок по известному номеру или встреча. Останется в журнале событий.",
        "For example, a call to a number you know, or a meeting. It stays in the audit log.";
    new_email: "Новый email", "New email";
    own_password: "Ваш пароль", "Your password";
}

/// The button that opens what can be done about a person.
pub fn actions_for(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("Действия: {name}"),
        Lang::En => format!("Actions for {name}"),
    }
}

/// Why an action that is not possible is not, as what it asks.
pub fn why_not_this(action: PersonAction, lang: Lang) -> String {
    format!("{} {}", why_not(lang), label(action, lang))
}

pub fn label(action: PersonAction, lang: Lang) -> &'static str {
    use PersonAction as A;
    let (ru, en) = match action {
        A::Block => ("Заблокировать", "Block"),
        A::Unblock => ("Разблокировать", "Unblock"),
        A::ResendInvitation => ("Отправить приглашение снова", "Resend invitation"),
        A::RevokeInvitation => ("Отозвать приглашение", "Revoke invitation"),
        A::EndSessions => ("Завершить все сеансы", "End all sessions"),
        A::ResetSecondFactor => ("Сбросить двухфакторную защиту", "Reset two-factor sign-in"),
        A::StartReset => ("Отправить ссылку для нового пароля", "Send a link to a new password"),
        A::ChangeEmail => ("Сменить email", "Change email"),
    };
    if lang == Lang::Ru { ru } else { en }
}

/// What the action means for the person.
pub fn about(action: PersonAction, lang: Lang) -> &'static str {
    use PersonAction as A;
    let (ru, en) = match action {
        A::Block => (
            "Все сеансы завершатся сразу, токены и ссылки перестанут действовать. Человек получит письмо с причиной.",
            "Every session ends at once, tokens and links stop working. The person gets a letter with the reason.",
        ),
        A::Unblock => (
            "Человек снова сможет войти и получит письмо. Кто еще не задавал пароль, останется приглашенным.",
            "The person can sign in again and gets a letter. Whoever has not set a password yet stays invited.",
        ),
        A::ResendInvitation => (
            "Придет новое письмо со ссылкой на 72 часа, прежняя ссылка перестанет действовать.",
            "A new letter brings a link for 72 hours; the earlier link stops working.",
        ),
        A::RevokeInvitation => (
            "Ссылка перестанет действовать сразу, человек исчезнет из списков, адрес освободится.",
            "The link stops working at once, the person is gone from the lists, the address is free again.",
        ),
        A::EndSessions => (
            "На всех устройствах придется войти снова. Пароль не меняется.",
            "On every device they have to sign in again. The password stays.",
        ),
        A::ResetSecondFactor => (
            "Для входа хватит пароля, все сеансы завершатся. Человек получит письмо.",
            "The password alone lets them in, every session ends. The person gets a letter.",
        ),
        A::StartReset => (
            "Человек получит письмо со ссылкой на один час. Прежний пароль действует, пока не задан новый.",
            "The person gets a letter with a link for one hour. The present password works until a new one is set.",
        ),
        A::ChangeEmail => (
            "На новый адрес придет ссылка, на прежний – уведомление. До подтверждения входят с прежним.",
            "The new address gets a link, the old one a notice. Until it is confirmed the old one signs in.",
        ),
    };
    if lang == Lang::Ru { ru } else { en }
}

/// What is said once it is done.
pub fn done(action: PersonAction, lang: Lang) -> &'static str {
    use PersonAction as A;
    let (ru, en) = match action {
        A::Block => ("Доступ закрыт", "Access closed"),
        A::Unblock => ("Доступ снова открыт", "Access opened again"),
        A::ResendInvitation => ("Приглашение отправлено снова", "The invitation is on its way again"),
        A::RevokeInvitation => ("Приглашение отозвано", "The invitation is revoked"),
        A::EndSessions => ("Все сеансы завершены", "Every session has ended"),
        A::ResetSecondFactor => ("Двухфакторная защита сброшена", "Two-factor sign-in was reset"),
        A::StartReset => ("Письмо со ссылкой отправлено", "The letter with the link is on its way"),
        A::ChangeEmail => ("Письма отправлены на оба адреса", "Letters are on their way to both addresses"),
    };
    if lang == Lang::Ru { ru } else { en }
}
