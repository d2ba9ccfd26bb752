//! The terms of use.

use super::LegalText;
use crate::values::Lang;

pub(super) fn text(lang: Lang) -> &'static LegalText {
    match lang {
        Lang::Ru => &RUSSIAN,
        Lang::En => &ENGLISH,
    }
}

const RUSSIAN: LegalText = LegalText {
    title: "Условия использования",
    opening: "Kontora – кабинет, в котором компании ведут свои реквизиты, сотрудников и расчеты с реселлером. \
              Регистрируясь, вы действуете от имени компании и принимаете эти условия.",
    sections: &[
        (
            "Учетная запись",
            &[
                "Входом служит адрес электронной почты. Пароль знаете только вы: мы храним лишь его необратимый отпечаток. \
             Не передавайте пароль другим, для каждого сотрудника заведите отдельную запись.",
                "Если регистрацию не подтвердить по ссылке из письма, через семь дней она удаляется.",
            ],
        ),
        (
            "Реселлер",
            &["Компания регистрируется у реселлера, чье имя стоит на странице регистрации. Реселлер видит и может \
             изменять данные компании, назначает кредитный лимит и выставляет счета."],
        ),
        (
            "Ваши данные",
            &["За верность введенных данных отвечает компания. Мы проверяем контрольные цифры реквизитов, но не то, \
             кому они принадлежат."],
        ),
        (
            "Доступность",
            &["Мы бережем данные и работу кабинета, но не обещаем, что перерывов не будет. О плановых перерывах \
             предупреждаем заранее."],
        ),
        (
            "Прекращение",
            &["Отказаться от кабинета можно в любое время через реселлера или раздел «Поддержка». Данные, которые \
             закон велит хранить, хранятся положенный срок."],
        ),
    ],
};

const ENGLISH: LegalText = LegalText {
    title: "Terms of use",
    opening: "Kontora is a desk where companies keep their requisites, their people and their account with a reseller. \
              By registering you act for your company and accept these terms.",
    sections: &[
        (
            "Your account",
            &[
                "You sign in with your email address. Only you know the password: we store an irreversible fingerprint \
             of it. Do not share it; give every employee an account of their own.",
                "A registration that is not confirmed by the link in the letter is removed after seven days.",
            ],
        ),
        (
            "The reseller",
            &[
                "A company registers with the reseller whose name stands on the registration page. The reseller sees the \
             company's data and may change it, sets its credit limit and issues its invoices.",
            ],
        ),
        (
            "Your data",
            &[
                "The company answers for what it types. We check the control digits of requisites, not whom they belong to.",
            ],
        ),
        (
            "Availability",
            &["We take care of the data and keep the desk running, but do not promise that it never stops. Planned \
             pauses are announced."],
        ),
        (
            "Ending",
            &["You may give up the account at any time, through your reseller or on the Support page. What the law \
             requires to be kept is kept for as long as it says."],
        ),
    ],
};
