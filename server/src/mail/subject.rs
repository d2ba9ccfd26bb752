//! The subject line of every letter.

use app::values::Lang;
use app::words;
use app::words::plural::{english, russian};
use app::words::reports::monthly_report;

use super::Letter;
use super::body::pick;
use super::moment::local_moment;

/// One line, without any markup.
pub fn subject(letter: &Letter, lang: Lang) -> String {
    use Letter as L;
    let (ru, en) = match letter {
        L::Invitation { .. } => {
            ("Регистрация на платформе Kontora".to_owned(), "You have been registered on Kontora".to_owned())
        }
        L::InvitationAccepted { full_name, .. } => {
            (format!("{full_name}: приглашение принято"), format!("{full_name} has accepted the invitation"))
        }
        L::Reset { .. } => ("Сброс пароля".to_owned(), "Password reset".to_owned()),
        L::InvitationWanted { full_name, .. } => (
            format!("{full_name}: нужна новая ссылка приглашения"),
            format!("{full_name} asks for a new invitation link"),
        ),
        L::ResetStarted { .. } => ("Новый пароль для Kontora".to_owned(), "A new password for Kontora".to_owned()),
        L::AccessClosed { .. } => ("Доступ закрыт".to_owned(), "Access closed".to_owned()),
        L::AccessOpened { .. } => ("Доступ снова открыт".to_owned(), "Access opened again".to_owned()),
        L::SecondFactorReset { .. } => ("Изменены данные входа".to_owned(), "Your sign-in details changed".to_owned()),
        L::AccessChanged { .. } => ("Изменены данные входа".to_owned(), "Your sign-in details changed".to_owned()),
        L::NewSignIn { .. } => ("Новый вход".to_owned(), "New sign-in".to_owned()),
        L::ConfirmEmail { .. } => ("Подтвердите новый адрес".to_owned(), "Confirm your new address".to_owned()),
        L::EmailChangeAsked { .. } => {
            ("Запрошена смена адреса для входа".to_owned(), "A change of your sign-in address was asked for".to_owned())
        }
        L::RecoveryCodeUsed { .. } => ("Использован резервный код".to_owned(), "Recovery code used".to_owned()),
        L::ConfirmRegistration { company, .. } => {
            (format!("Подтвердите регистрацию {company}"), format!("Confirm the registration of {company}"))
        }
        L::AlreadyRegistered { .. } => ("Вход в Kontora".to_owned(), "Your Kontora account".to_owned()),
        L::RegistrationReminder { company, .. } => {
            (format!("Регистрация {company} не завершена"), format!("Registration of {company} not finished"))
        }
        L::NewAffiliate { company, .. } => {
            (format!("Новая зависимая компания: {company}"), format!("New affiliate: {company}"))
        }
        L::AffiliateConfirmed { company, .. } => (format!("{company} подтверждена"), format!("{company} confirmed")),
        L::AffiliateRemoved { company } => {
            (format!("{company} удалена: не подтверждена"), format!("{company} removed: not confirmed"))
        }
        L::RequestReceived { number, .. } => {
            (format!("Запрос № {number} принят"), format!("Request {number} received"))
        }
        L::RequestNeedsYou { number, .. } => (format!("Новый запрос № {number}"), format!("New request {number}")),
        L::RequestCompleted { company, reseller, .. } => {
            (format!("{company} подключена к {reseller}"), format!("{company} now belongs to {reseller}"))
        }
        L::AlreadyAttached { number, company, reseller, .. } => (
            format!("Запрос № {number}: {company} уже подключена к {reseller}"),
            format!("Request {number}: {company} already belongs to {reseller}"),
        ),
        L::RequestDeclined { number, .. } => {
            (format!("Запрос № {number} отклонен"), format!("Request {number} declined"))
        }
        L::TokenEnds { name, .. } => {
            (format!("Токен «{name}» скоро перестанет действовать"), format!("The token “{name}” will soon end"))
        }
        L::ViewingBegun { viewer, .. } => match viewer {
            Some(viewer) => (format!("{viewer} смотрит ваш кабинет"), format!("{viewer} is viewing your cabinet")),
            None => ("Платформа смотрит ваш кабинет".to_owned(), "The platform is viewing your cabinet".to_owned()),
        },
        L::ViewingEnded { viewer, .. } => match viewer {
            Some(viewer) => (format!("{viewer} смотрел ваш кабинет"), format!("{viewer} viewed your cabinet")),
            None => ("Платформа смотрела ваш кабинет".to_owned(), "The platform viewed your cabinet".to_owned()),
        },
        L::RequestWithdrawn { number, .. } => {
            (format!("Запрос № {number} отозван"), format!("Request {number} withdrawn"))
        }
        L::ComplianceSwitchedOff { company, .. } => {
            (format!("{company}: соблюдение ФЗ-230 выключено"), format!("{company}: 230-FZ compliance switched off"))
        }
        L::ThresholdReached { account, thresholds, .. } => {
            let balance = account.balance.shown(lang).in_roubles();
            // Of several the lowest.
            let lowest = match thresholds.as_slice() {
                [.., _, lowest] => format!(": {}", lowest.shown(lang).in_roubles()),
                _ => String::new(),
            };
            (
                format!("{}: баланс {balance}, достигнуто пороговое значение{lowest}", account.company),
                format!("{}: balance {balance}, notification threshold reached{lowest}", account.company),
            )
        }
        L::Suspended { account, .. } => (
            format!("{}: доступ к сервисам приостановлен", account.company),
            format!("{}: access to services suspended", account.company),
        ),
        L::Resumed { account, cause, still: Some(_), .. } => (
            format!("{}: снята одна из приостановок ({})", account.company, words::money::cause(*cause, Lang::Ru)),
            format!("{}: one suspension ended ({})", account.company, words::money::cause(*cause, Lang::En)),
        ),
        L::Resumed { account, still: None, .. } => (
            format!("{}: доступ к сервисам возобновлен", account.company),
            format!("{}: access restored", account.company),
        ),
        L::TemporaryLimitEnds { account, until, .. } => {
            let until = local_moment(lang, *until, &account.zone);
            (
                format!("{}: временный лимит действует до {until}", account.company),
                format!("{}: temporary limit ends {until}", account.company),
            )
        }
        L::CreditLimitChanged { account, .. } => (
            format!("{}: кредитный лимит изменен", account.company),
            format!("{}: credit limit changed", account.company),
        ),
        L::PoolOverCap { .. } => (
            "Лимиты зависимых компаний превышают ваш предел".to_owned(),
            "Affiliates’ limits exceed your cap".to_owned(),
        ),
        L::BanksNoLongerValid { count, .. } => {
            let number = u64::try_from(*count).unwrap_or(u64::MAX);
            (
                format!("Реквизиты {count} {} требуют проверки", russian(number, "компании", "компаний", "компаний")),
                format!("Requisites of {count} {} need a check", english(number, "company", "companies")),
            )
        }
        L::MonthlyReport(report) => {
            let told = |lang| monthly_report(&report.month.name(lang), lang);
            (told(Lang::Ru), told(Lang::En))
        }
        L::Invoice { invoice, .. } => {
            let (number, total) = (invoice.number(), invoice.total().shown(lang).in_roubles());
            (format!("Счет № {number} на {total}"), format!("Invoice {number} for {total}"))
        }
        L::InvoiceNotIssued { supplier, .. } => (
            format!("{supplier}: счет не выставлен, заполните реквизиты"),
            format!("{supplier}: no invoice issued, fill in your requisites"),
        ),
    };
    single_spaced(pick(lang, ru, en))
}

/// Blanks next to each other fall between two encoded words (RFC 2047), where readers drop them.
fn single_spaced(text: String) -> String {
    if text.contains("  ") {
        text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_blanks_stand_next_to_each_other() {
        let letter = Letter::AffiliateRemoved { company: "Иван  и   Ко".to_owned() };
        assert!(subject(&letter, Lang::Ru).contains("Иван и Ко"));
    }
}
