//! The payment code of GOST R 56042-2014: a text that a bank's app reads from a QR image and fills a payment with.
//! The standard is for payments by individuals; apps for businesses may ignore it.

mod code_page;
mod reading;
mod reasons;
#[cfg(test)]
mod tests;

pub use reading::{PaymentFields, UnreadableCode, read, read_text};
pub use reasons::NoCode;

use super::{BankRecord, Bic, CorrespondentAccount, Inn, Kpp, SettlementAccount, held_at};
use crate::values::Problem;

/// What a payment is made to, and for. Texts may be longer than the standard allows: they are cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaymentCode {
    pub name: String,
    pub account: String,
    /// `NameP` of the directory of BICs.
    pub bank_name: String,
    pub bic: String,
    pub correspondent_account: String,
    /// In kopecks.
    pub sum: Option<u64>,
    pub purpose: Option<String>,
    /// Empty where there is none, as the KPP.
    pub inn: String,
    pub kpp: String,
}

/// The beginning, with the digit of UTF-8.
const HEAD: &str = "ST00012";
/// The separators in the order in which they are tried: the first that stands in no value.
const SEPARATORS: [char; 5] = ['|', '~', '^', '#', ';'];
/// The longest texts, in characters; the numbers have lengths of their own.
const NAME_MAX: usize = 160;
const BANK_NAME_MAX: usize = 45;
const PURPOSE_MAX: usize = 210;
/// The largest sum: 18 digits of kopecks.
const SUM_MAX: u64 = 999_999_999_999_999_999;

impl PaymentCode {
    /// The text of the code, in UTF-8. Every number is checked, the accounts against the BIC by the rule of a save: a code
    /// that pays to a wrong account is worse than none. `bank` is what the directory says of the BIC.
    ///
    /// ```
    /// use app::requisites::{BankRecord, NoCode, PaymentCode};
    /// use app::values::Lang;
    /// let reason = PaymentCode::default().compose(&BankRecord::default()).unwrap_err();
    /// assert_eq!(reason, NoCode::Missing { field: "name".into() });
    /// assert_eq!(reason.words(Lang::En), "No payment code: the name is missing");
    /// ```
    pub fn compose(&self, bank: &BankRecord) -> Result<String, NoCode> {
        let pairs = self.pairs(bank)?;
        let is_free = |separator: &char| pairs.iter().all(|(_, value)| !value.contains(*separator));
        let separator = SEPARATORS.into_iter().find(is_free).ok_or(NoCode::NoSeparator)?;
        let mut code = HEAD.to_owned();
        for (key, value) in &pairs {
            code.extend([separator]);
            code.extend([*key, "=", value]);
        }
        read_back(code, &pairs)
    }

    /// The keys in the order of the standard, with the values as they are written.
    fn pairs(&self, bank: &BankRecord) -> Result<Vec<(&'static str, String)>, NoCode> {
        let name = required("name", one_line(&self.name, NAME_MAX))?;
        let account = number("account", &self.account, SettlementAccount::parse)?;
        let bank_name = required("bank", one_line(&self.bank_name, BANK_NAME_MAX))?;
        let bic = number("bic", &self.bic, Bic::parse)?;
        let correspondent = number("correspondent_account", &self.correspondent_account, CorrespondentAccount::parse)?;
        let entry = bank.entry(&bic);
        held_at::refuse_settlement(&account, &bic, entry).map_err(refused("account"))?;
        held_at::check_correspondent(&correspondent, &bic, entry).map_err(refused("correspondent_account"))?;
        let mut pairs = vec![
            ("Name", name),
            ("PersonalAcc", account.to_string()),
            ("BankName", bank_name),
            ("BIC", bic.to_string()),
            ("CorrespAcc", correspondent.to_string()),
        ];
        pairs.extend(self.sum()?.map(|sum| ("Sum", sum)));
        let purpose = one_line(self.purpose.as_deref().unwrap_or_default(), PURPOSE_MAX);
        let inn = optional_number("inn", &self.inn, Inn::parse)?;
        let kpp = optional_number("kpp", &self.kpp, Kpp::parse)?;
        if inn.len() == 12 && !kpp.is_empty() {
            return Err(refused("kpp")(Problem::KppForPerson));
        }
        let known = [("Purpose", purpose), ("PayeeINN", inn), ("KPP", kpp)];
        pairs.extend(known.into_iter().filter(|(_, value)| !value.is_empty()));
        Ok(pairs)
    }

    fn sum(&self) -> Result<Option<String>, NoCode> {
        match self.sum {
            Some(sum) if sum > SUM_MAX => Err(NoCode::SumTooLarge),
            sum => Ok(sum.map(|sum| sum.to_string())),
        }
    }
}

/// The code, if it reads as what was to be written. A text that was cut behind a word reads without the space.
fn read_back(code: String, written: &[(&str, String)]) -> Result<String, NoCode> {
    let read = read_text(&code).map_err(|_| NoCode::ReadsOtherwise)?;
    let is_same = read.stray.is_empty()
        && read.pairs.len() == written.len()
        && read
            .pairs
            .iter()
            .zip(written)
            .all(|((key, value), (wrote, as_this))| key == wrote && value == as_this.trim());
    if is_same { Ok(code) } else { Err(NoCode::ReadsOtherwise) }
}

fn required(field: &'static str, value: String) -> Result<String, NoCode> {
    if value.is_empty() { Err(NoCode::Missing { field: field.into() }) } else { Ok(value) }
}

fn number<T>(field: &'static str, typed: &str, parse: impl Fn(&str) -> Result<T, Problem>) -> Result<T, NoCode> {
    match parse(typed) {
        Err(Problem::Required) => Err(NoCode::Missing { field: field.into() }),
        parsed => parsed.map_err(refused(field)),
    }
}

fn optional_number<T: ToString>(
    field: &'static str,
    typed: &str,
    parse: impl Fn(&str) -> Result<T, Problem>,
) -> Result<String, NoCode> {
    match parse(typed) {
        Err(Problem::Required) => Ok(String::new()),
        parsed => parsed.map(|value| value.to_string()).map_err(refused(field)),
    }
}

fn refused(field: &'static str) -> impl Fn(Problem) -> NoCode {
    move |problem| NoCode::Refused { field: field.into(), problem }
}

/// A line break is one space; what is too long is cut.
fn one_line(text: &str, max: usize) -> String {
    let unix = text.trim().replace("\r\n", "\n");
    let is_break = |ch: char| matches!(ch, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    unix.chars().map(|ch| if is_break(ch) { ' ' } else { ch }).take(max).collect()
}
