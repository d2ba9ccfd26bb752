//! The notices in Russian.

use crate::requisites::NoticeKind as N;
use crate::requisites::shown_day;
use crate::values::Lang;

pub(super) fn message(kind: &N) -> String {
    let day = |day: &str| shown_day(day, Lang::Ru);
    match kind {
        N::KppMissing => "У организации есть КПП: без него счет на оплату не выставить".to_owned(),
        N::OtherRegion { inn, kpp } => format!("КПП начинается с {kpp}, ИНН с {inn}: так бывает после переезда"),
        N::AddressElsewhere { inn, address } => {
            format!("Адрес в регионе {address}, ИНН начинается с {inn}: так бывает после переезда")
        }
        N::BankUnchecked => "Справочник БИК не загружен: банк не проверен".to_owned(),
        N::BicNotInDirectory { day: of } => {
            format!("В справочнике Банка России от {} такого БИК нет: проверьте его", day(of))
        }
        N::LicenceRevoked => "У банка отозвана лицензия: счет на оплату с ним не выставить".to_owned(),
        N::InLiquidation => "По справочнику в банке ликвидатор или конкурсный управляющий".to_owned(),
        N::OutsidePaymentSystem => "По справочнику это клиент вне платежной системы Банка России".to_owned(),
        N::EntryEnded { day: on } => format!("Запись о банке в справочнике действовала до {}", day(on)),
        N::Restricted { codes } => format!("Ограничения по справочнику Банка России: {}", codes.join(", ")),
        N::KeyUnchecked => "Ключ счета не проверен: укажите БИК".to_owned(),
        N::KeyDoubtful { expected, position } => {
            format!(
                "Ключ счета не сходится с этим БИК: на {position}-м месте ожидается {expected}, если остальные цифры верны"
            )
        }
        N::OtherBankEnding { expected } => {
            format!("Корр. счет этого банка обычно кончается на {expected}: проверьте счет и БИК")
        }
        N::OtherThanDirectory { accounts } => {
            format!("По справочнику у банка другой корр. счет: {}", accounts.join(", "))
        }
        N::NoDirectoryAccount => "Корр. счет в справочнике отсутствует".to_owned(),
        N::TreasuryAccount { account } => {
            format!("У казначейства вместо корр. счета единый казначейский счет: {account}")
        }
        N::AccountClosed => "По справочнику этот счет закрыт".to_owned(),
        N::OrganizationAccountOfPerson => {
            "Это счет организации, а ИНН из 12 цифр бывает у предпринимателя: проверьте оба".to_owned()
        }
        N::PersonAccountOfOrganization => {
            "Это счет предпринимателя, а ИНН из 10 цифр бывает у организации: проверьте оба".to_owned()
        }
        N::ForeignCurrency { code } => format!("Счет не рублевый: код валюты {code}"),
    }
}
