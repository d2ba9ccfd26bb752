//! Why an operator cannot make a reseller of a company, or an ordinary company of a reseller.

use serde::{Deserialize, Serialize};

use crate::values::Lang;

/// The tree stays one level deep, and a company below a reseller leaves it by being detached only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KindObstacle {
    PlatformCompany,
    /// It belongs to a reseller.
    Affiliate,
    /// With how many.
    HasAffiliates(u32),
    /// Under another address: the two forms crossed.
    AlreadyReseller,
}

impl KindObstacle {
    /// One sentence without a full stop at its end.
    pub fn words(self, lang: Lang) -> String {
        let (ru, en) = match self {
            Self::HasAffiliates(count) => return has_affiliates(count, lang),
            Self::PlatformCompany => (
                "Тип собственной компании платформы не меняется",
                "The kind of the platform's own company does not change",
            ),
            Self::Affiliate => (
                "Зависимую компанию сначала нужно открепить от реселлера",
                "An affiliate has to be detached from its reseller first",
            ),
            Self::AlreadyReseller => {
                ("Компания уже реселлер с другим адресом", "The company is a reseller already, with another address")
            }
        };
        if lang == Lang::Ru { ru } else { en }.to_owned()
    }
}

fn has_affiliates(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Ru => format!("У реселлера есть зависимые компании: {count}"),
        Lang::En => format!("The reseller has affiliates: {count}"),
    }
}
