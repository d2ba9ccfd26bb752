//! Words of the table of rights.

use crate::people::{Extent, Right, Standing};
use crate::values::Lang;

/// What the right lets a person do.
pub fn right(right: Right, lang: Lang) -> &'static str {
    let (ru, en) = match right {
        Right::SeeCompanies => (
            "видеть компании, их пользователей, баланс и журнал событий",
            "see companies, their users, balance, history and the audit log",
        ),
        Right::EditCompanies => ("изменять данные компаний", "edit companies"),
        Right::SetCredit => {
            ("задавать кредитный лимит и порог уведомлений", "set credit limits and notification thresholds")
        }
        Right::WriteLedger => {
            ("вносить платежи, корректировки и сторно", "write payments, corrections, charges and reversals")
        }
        Right::HoldCompanies => {
            ("приостанавливать компании и откладывать приостановку", "suspend companies, postpone suspensions")
        }
        Right::SetPool => ("задавать предел лимитов реселлера", "cap what a reseller may grant"),
        Right::ManageUsers => {
            ("добавлять и изменять пользователей, давать им роли", "add and edit users, give them roles")
        }
        Right::GiveOperatorRole => ("давать роль оператора платформы", "give the role of a platform operator"),
        Right::AddAffiliates => {
            ("раздавать ссылку для регистрации зависимых компаний", "hand out the registration link of affiliates")
        }
        Right::SendRequests => ("просить о подключении компании", "send support requests"),
        Right::SettleRequests => ("выполнять и отклонять запросы", "settle support requests"),
        Right::AddCompanies => {
            ("создавать компании и менять их тип", "add resellers and stand-alone companies, change what a company is")
        }
        Right::ManageTokens => ("управлять токенами API", "manage API tokens"),
        Right::ViewAs => ("смотреть кабинет чужими глазами", "look through the eyes of a user"),
        Right::AllowViewing => ("разрешать просмотр своего кабинета", "allow others to look through one's users' eyes"),
        Right::RunPlatform => {
            ("вести справочники и письма платформы", "look after directories and undelivered letters")
        }
        Right::OwnProfile => {
            ("изменять свой профиль и вход", "change the own profile, password, sessions and second factor")
        }
    };
    if lang == Lang::Ru { ru } else { en }
}

pub fn standing(standing: Standing, lang: Lang) -> &'static str {
    let (ru, en) = match standing {
        Standing::Operator => ("Оператор платформы", "Platform operator"),
        Standing::ResellerAdministrator => ("Администратор реселлера", "Reseller administrator"),
        Standing::Administrator => ("Администратор другой компании", "Administrator of another company"),
        Standing::ChatOperator => ("Оператор чата", "Chat operator"),
    };
    if lang == Lang::Ru { ru } else { en }
}

/// How far a right goes.
pub fn extent(extent: Extent, lang: Lang) -> &'static str {
    let (ru, en) = match extent {
        Extent::Everything => ("всё", "everything"),
        Extent::AllButPlatform => ("все компании, кроме платформы", "every company but the platform's own"),
        Extent::Platform => ("пользователи платформы", "users of the platform's own company"),
        Extent::OwnAndAffiliates => ("своя компания и зависимые", "own company and affiliates"),
        Extent::Affiliates => ("зависимые компании", "affiliates"),
        Extent::Own => ("своя компания", "own company"),
        Extent::Oneself => ("сам человек", "oneself"),
    };
    if lang == Lang::Ru { ru } else { en }
}
