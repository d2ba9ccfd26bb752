//! Why there is no payment code, in words.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::values::{Lang, Problem, message};

/// Why a payment code cannot be written. Fields are named as on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoCode {
    /// A value that the standard requires is empty.
    Missing { field: Cow<'static, str> },
    /// A value does not pass its check.
    Refused { field: Cow<'static, str>, problem: Problem },
    /// More than 18 digits of kopecks.
    SumTooLarge,
    /// Every separator stands in some value.
    NoSeparator,
    /// What was written does not read as what was meant, in the text or in its image.
    ReadsOtherwise,
}

impl NoCode {
    /// One sentence without a full stop at its end.
    pub fn words(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Missing { field }, Lang::Ru) => format!("Платежного кода нет: не указано «{}»", russian(field)),
            (Self::Missing { field }, Lang::En) => format!("No payment code: the {} is missing", english(field)),
            (Self::Refused { field, problem }, Lang::Ru) => {
                format!("Платежного кода нет, проверьте «{}». {}", russian(field), message(problem, lang))
            }
            (Self::Refused { field, problem }, Lang::En) => {
                format!("No payment code, check the {}. {}", english(field), message(problem, lang))
            }
            (Self::SumTooLarge, Lang::Ru) => "Платежного кода нет: сумма больше, чем в него помещается".to_owned(),
            (Self::SumTooLarge, Lang::En) => "No payment code: the sum is larger than it can hold".to_owned(),
            (Self::NoSeparator, Lang::Ru) => {
                "Платежного кода нет: в названиях есть все знаки, которыми он делит поля (| ~ ^ # ;)".to_owned()
            }
            (Self::NoSeparator, Lang::En) => {
                "No payment code: the names hold every character that could separate its fields (| ~ ^ # ;)".to_owned()
            }
            (Self::ReadsOtherwise, Lang::Ru) => "Платежного кода нет: записанное читается иначе".to_owned(),
            (Self::ReadsOtherwise, Lang::En) => "No payment code: what was written reads otherwise".to_owned(),
        }
    }
}

/// Why a text is no payment code that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnreadableCode {
    /// It does not begin with `ST0001`.
    OtherBeginning,
    /// The digit of the encoding is none of 1, 2, 3; nothing where the text ends there.
    UnknownEncoding(Option<char>),
    /// The bytes are not in UTF-8, as the digit 2 says.
    NotUtf8,
    /// Nothing separates the fields.
    NoSeparator,
}

impl UnreadableCode {
    /// One sentence without a full stop at its end.
    pub fn words(self, lang: Lang) -> String {
        let (ru, en) = match self {
            Self::OtherBeginning => (
                "Это не платежный код: он начинается с ST0001".to_owned(),
                "Not a payment code: one begins with ST0001".to_owned(),
            ),
            Self::UnknownEncoding(Some(digit)) => (
                format!("Кодировка платежного кода неизвестна: после ST0001 бывает 1, 2 или 3, а здесь «{digit}»"),
                format!("The payment code's encoding is unknown: 1, 2 or 3 follows ST0001, “{digit}” here"),
            ),
            Self::UnknownEncoding(None) => (
                "Платежный код обрывается после ST0001".to_owned(),
                "The payment code breaks off after ST0001".to_owned(),
            ),
            Self::NotUtf8 => (
                "Платежный код назван записанным в UTF-8, но это не так: считайте его заново".to_owned(),
                "The payment code claims to be in UTF-8 and is not: scan it again".to_owned(),
            ),
            Self::NoSeparator => (
                "Платежный код не читается: после кодировки нет знака, делящего поля".to_owned(),
                "The payment code cannot be read: no separator follows its encoding".to_owned(),
            ),
        };
        match lang {
            Lang::Ru => ru,
            Lang::En => en,
        }
    }
}

fn russian(field: &str) -> &str {
    match field {
        "name" => "Наименование",
        "account" => "Расчетный счет",
        "bank" => "Банк",
        "bic" => "БИК",
        "correspondent_account" => "Корр. счет",
        "inn" => "ИНН",
        "kpp" => "КПП",
        other => other,
    }
}

fn english(field: &str) -> &str {
    match field {
        "name" => "name",
        "account" => "account",
        "bank" => "bank",
        "bic" => "BIC",
        "correspondent_account" => "correspondent account",
        "inn" => "INN",
        "kpp" => "KPP",
        other => other,
    }
}
