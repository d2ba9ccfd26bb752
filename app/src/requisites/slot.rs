//! The fields that a text of requisites can fill, with their names on the wire and on a card.

use super::normalise;
use crate::values::{Address, BankName, CompanyName, Email, Lang, Phone, Problem};

/// A field, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slot {
    Name,
    Email,
    Phone,
    Inn,
    Kpp,
    Ogrn,
    Bic,
    Bank,
    CorrespondentAccount,
    Account,
    LegalAddress,
    PostalAddress,
}

impl Slot {
    /// In the order of a card.
    pub(super) const ALL: [Self; 12] = [
        Self::Name,
        Self::Inn,
        Self::Kpp,
        Self::Ogrn,
        Self::Account,
        Self::Bank,
        Self::Bic,
        Self::CorrespondentAccount,
        Self::LegalAddress,
        Self::PostalAddress,
        Self::Phone,
        Self::Email,
    ];

    pub(super) fn wire(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Inn => "inn",
            Self::Kpp => "kpp",
            Self::Ogrn => "ogrn",
            Self::Bic => "bic",
            Self::Bank => "bank",
            Self::CorrespondentAccount => "correspondent_account",
            Self::Account => "account",
            Self::LegalAddress => "legal_address",
            Self::PostalAddress => "postal_address",
        }
    }

    /// What stands before the value on a card.
    pub(super) fn label(self, lang: Lang) -> &'static str {
        let (ru, en) = match self {
            Self::Name => ("Наименование", "Name"),
            Self::Email => ("Email", "Email"),
            Self::Phone => ("Телефон", "Phone"),
            Self::Inn => ("ИНН", "INN"),
            Self::Kpp => ("КПП", "KPP"),
            Self::Ogrn => ("ОГРН", "OGRN"),
            Self::Bic => ("БИК", "BIC"),
            Self::Bank => ("Банк", "Bank"),
            Self::CorrespondentAccount => ("Корр. счет", "Correspondent account"),
            Self::Account => ("Расчетный счет", "Account"),
            Self::LegalAddress => ("Юридический адрес", "Legal address"),
            Self::PostalAddress => ("Почтовый адрес", "Postal address"),
        };
        match lang {
            Lang::Ru => ru,
            Lang::En => en,
        }
    }

    pub(super) fn is_address(self) -> bool {
        matches!(self, Self::LegalAddress | Self::PostalAddress)
    }

    /// Whether the value is a number of the requisites; a phone is not.
    pub(super) fn is_number(self) -> bool {
        use Slot::{Account, Bic, CorrespondentAccount, Inn, Kpp, Ogrn};
        matches!(self, Inn | Kpp | Ogrn | Bic | CorrespondentAccount | Account)
    }

    /// The value as its field keeps it. Never blank.
    pub(super) fn canonical(self, raw: &str) -> Result<String, Problem> {
        match self {
            Self::Name => CompanyName::parse(raw).map(|value| value.to_string()),
            Self::Email => Email::parse(raw).map(|value| value.to_string()),
            Self::Phone => Phone::parse(raw).map(|value| value.to_string()),
            Self::Bank => BankName::parse(raw).map(|value| value.to_string()),
            Self::LegalAddress | Self::PostalAddress => Address::parse(raw).map(|value| value.to_string()),
            number => normalise(number.wire(), raw),
        }
    }
}
