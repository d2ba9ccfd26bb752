//! Why one company cannot come under another, in words for the operator.

use super::Obstacle;
use crate::values::Lang;

impl Obstacle {
    /// One sentence without a full stop at its end.
    pub fn words(self, lang: Lang) -> String {
        let (ru, en) = match self {
            Self::HasAffiliates(count) => return has_affiliates(count, lang),
            Self::NoSuchReseller => ("Нет реселлера с таким ID", "There is no reseller with this ID"),
            Self::NoSuchCompany => ("Нет компании с таким ID", "There is no company with this ID"),
            Self::SameCompany => ("Компания не может зависеть от самой себя", "A company cannot be its own affiliate"),
            Self::PlatformCompany => (
                "Компания платформы не может быть ни реселлером, ни зависимой",
                "The platform's own company can be neither a reseller nor an affiliate",
            ),
            Self::NotAReseller => {
                ("Добавлять зависимые компании могут только реселлеры", "Only resellers can have affiliates")
            }
            Self::ResellerCannotBeAffiliate => {
                ("Реселлер не может быть зависимой компанией", "A reseller cannot be an affiliate")
            }
            Self::AffiliateOfAnother => (
                "Компания зависит от другого реселлера: сначала открепление или перенос",
                "The company belongs to another reseller: it has to be detached or moved first",
            ),
            Self::AlreadyAttached => {
                ("Компания уже подключена к этому реселлеру", "The company already belongs to this reseller")
            }
            Self::Unconfirmed => {
                ("Регистрация компании не подтверждена", "The company's registration is not confirmed")
            }
            Self::InDebt => (
                "У компании долг: сначала его нужно погасить или исправить",
                "The company is in debt: it has to be paid or corrected first",
            ),
            Self::OtherCurrency => {
                ("Валюта компании не та, что у реселлера", "The company's currency is not the reseller's")
            }
        };
        match lang {
            Lang::Ru => ru.to_owned(),
            Lang::En => en.to_owned(),
        }
    }
}

fn has_affiliates(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("У компании есть свои зависимые компании: {count}"),
        Lang::En => format!("The company has affiliates of its own: {count}"),
    }
}
