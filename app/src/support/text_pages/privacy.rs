//! What personal data is kept, why and for how long.

use super::LegalText;
use crate::values::Lang;

pub(super) fn text(lang: Lang) -> &'static LegalText {
    match lang {
        Lang::Ru => &RUSSIAN,
        Lang::En => &ENGLISH,
    }
}

const RUSSIAN: LegalText = LegalText {
    title: "Обработка персональных данных",
    opening: "Здесь сказано, какие данные о людях хранит Kontora, зачем и как долго. Ставя отметку при регистрации, \
              вы соглашаетесь на такую обработку.",
    sections: &[
        (
            "Что мы храним",
            &["Имя, адрес электронной почты, роль и язык сотрудника; номер телефона и адреса компании; время входов, \
             сетевой адрес и название браузера, с которых они сделаны."],
        ),
        (
            "Зачем",
            &["Чтобы впускать людей в их кабинет, отправлять им письма о нем, показывать администраторам их \
             сотрудников и защищать записи от подбора паролей. Рекламы нет, данные не продаются."],
        ),
        (
            "Кто видит",
            &["Администраторы вашей компании, администраторы вашего реселлера и сотрудники платформы, которые \
             помогают вам. Больше никто."],
        ),
        ("Файлы cookie", &["Сеанс, язык и тема оформления. Других cookie и сторонних счетчиков на страницах нет."]),
        (
            "Как долго",
            &["Неподтвержденная регистрация удаляется через семь дней. Остальное хранится, пока у компании есть \
             кабинет, и столько, сколько требует закон."],
        ),
        (
            "Ваши права",
            &["Вы можете узнать, что о вас хранится, исправить это и отозвать согласие: напишите администратору \
             своей компании или реселлеру."],
        ),
    ],
};

const ENGLISH: LegalText = LegalText {
    title: "Personal data processing",
    opening: "This says which data about people Kontora keeps, why and for how long. By ticking the box when you \
              register you agree to it.",
    sections: &[
        (
            "What we keep",
            &[
                "An employee's name, email address, role and language; a company's phone number and addresses; the times \
             of sign-ins with the network address and browser they came from.",
            ],
        ),
        (
            "Why",
            &["To let people into their desk, to write to them about it, to show administrators their people, and to \
             guard accounts against guessed passwords. There is no advertising and nothing is sold."],
        ),
        (
            "Who sees it",
            &["The administrators of your company, the administrators of your reseller, and the platform's staff who \
             help you. Nobody else."],
        ),
        (
            "Cookies",
            &["The session, the language and the theme. There are no other cookies and no counters of third parties."],
        ),
        (
            "For how long",
            &[
                "A registration that is not confirmed is removed after seven days. The rest is kept while the company has \
             its desk, and for as long as the law requires.",
            ],
        ),
        (
            "Your rights",
            &["You may learn what is kept about you, have it corrected and withdraw your consent: write to the \
             administrator of your company or to your reseller."],
        ),
    ],
};
