//! The notices as a person reads them.

use super::NoticeKind;
use crate::values::Lang;

pub(super) fn message(kind: &NoticeKind, lang: Lang) -> String {
    match lang {
        Lang::Ru => russian(kind),
        Lang::En => english(kind),
    }
}

fn russian(kind: &NoticeKind) -> String {
    match kind {
        NoticeKind::KppMissing => "У организации есть КПП: без него счет на оплату не выставить".to_owned(),
        NoticeKind::KeyUnchecked => "Ключ счета не проверен: укажите БИК".to_owned(),
        NoticeKind::OtherBankEnding { expected } => {
            format!("Корр. счет этого банка обычно кончается на {expected}: проверьте счет и БИК")
        }
        NoticeKind::OrganizationAccountOfPerson => {
            "Это счет организации, а ИНН из 12 цифр бывает у предпринимателя: проверьте оба".to_owned()
        }
        NoticeKind::PersonAccountOfOrganization => {
            "Это счет предпринимателя, а ИНН из 10 цифр бывает у организации: проверьте оба".to_owned()
        }
        NoticeKind::ForeignCurrency { code } => format!("Счет не рублевый: код валюты {code}"),
        NoticeKind::OtherRegion { inn, kpp } => {
            format!("КПП начинается с {kpp}, ИНН с {inn}: так бывает после переезда")
        }
    }
}

fn english(kind: &NoticeKind) -> String {
    match kind {
        NoticeKind::KppMissing => "An organization has a KPP: no invoice can be made without it".to_owned(),
        NoticeKind::KeyUnchecked => "The account's key is not checked: fill in the BIC".to_owned(),
        NoticeKind::OtherBankEnding { expected } => {
            format!("This bank's correspondent account usually ends in {expected}: check the account and the BIC")
        }
        NoticeKind::OrganizationAccountOfPerson => {
            "This account is an organization's, an INN of 12 digits a sole proprietor's: check both".to_owned()
        }
        NoticeKind::PersonAccountOfOrganization => {
            "This account is a sole proprietor's, an INN of 10 digits an organization's: check both".to_owned()
        }
        NoticeKind::ForeignCurrency { code } => {
            format!("Not a rouble account: its currency code is {code}")
        }
        NoticeKind::OtherRegion { inn, kpp } => {
            format!("The KPP begins with {kpp}, the INN with {inn}: usual after a move")
        }
    }
}
