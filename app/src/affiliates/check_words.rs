//! What is checked before a company comes under a reseller, in words for the operator.

use super::{Check, Finding, Verdict};
use crate::values::Lang;

impl Finding {
    /// What was found, as one sentence without a full stop at its end.
    pub fn words(self, lang: Lang) -> String {
        match self.verdict {
            Verdict::Fails(obstacle) => obstacle.words(lang),
            Verdict::Holds => self.check.holds(lang).to_owned(),
            Verdict::Unknown => self.check.unknown(lang),
        }
    }
}

impl Check {
    fn holds(self, lang: Lang) -> &'static str {
        let (ru, en) = match self {
            Self::ResellerExists => ("Реселлер найден", "The reseller is there"),
            Self::CompanyExists => ("Компания найдена", "The company is there"),
            Self::TwoCompanies => ("Это две разные компании", "They are two different companies"),
            Self::NotThePlatform => ("Ни одна не компания платформы", "Neither is the platform's own company"),
            Self::ResellerIsOne => ("Подключают к реселлеру", "The one above is a reseller"),
            Self::CompanyIsNoReseller => ("Компания сама не реселлер", "The company is no reseller itself"),
            Self::NoAffiliates => ("У компании нет зависимых компаний", "The company has no affiliates"),
            Self::NobodysAffiliate => ("Компания ни от кого не зависит", "The company is nobody's affiliate"),
            Self::Confirmed => ("Регистрация компании подтверждена", "The company's registration is confirmed"),
            Self::SameCurrency => ("Валюта та же, что у реселлера", "The currency is the reseller's"),
            Self::NoDebt => ("Долга нет", "There is no debt"),
        };
        if lang == Lang::Ru { ru } else { en }
    }

    fn unknown(self, lang: Lang) -> String {
        match lang {
            Lang::Ru => format!("Не проверено: {}", lower(self.holds(lang))),
            Lang::En => format!("Not checked: {}", lower(self.holds(lang))),
        }
    }
}

fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
