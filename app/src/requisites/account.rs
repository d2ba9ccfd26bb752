//! Bank accounts of twenty characters. Alone an account proves little; its key needs the BIC.

use super::account_key::{CLEARING_LETTERS, expected_key, typed_key};
use super::bic::{AccountPrefix, Bic};
use super::typed::{bad, characters, count};
use crate::values::text_value::text_value;
use crate::values::{Problem, Wanted};

/// The account of a company at its bank: kind (5 digits), currency (3), key (1, after the Bank of Russia's procedure
/// No. 515 of 08.09.1997), branch (4), number (7).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SettlementAccount(String);

/// The account of a bank at the central bank, keyed after the same procedure.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CorrespondentAccount(String);

text_value!(SettlementAccount);
text_value!(CorrespondentAccount);

impl SettlementAccount {
    /// Twenty digits, the sixth possibly a letter of a clearing currency.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        parse(raw).map(Self)
    }

    /// Checks the key for a client of this bank. When the account is known to be held at a unit of the
    /// Bank of Russia, use [`check_key_at_unit`](Self::check_key_at_unit).
    ///
    /// ```
    /// use app::requisites::{Bic, SettlementAccount};
    /// let account = SettlementAccount::parse("4070 2810 1382 5012 3017").unwrap();
    /// assert!(account.check_key(&Bic::parse("044525225").unwrap()).is_ok());
    /// assert!(account.check_key(&Bic::parse("044525201").unwrap()).is_err());
    /// ```
    pub fn check_key(&self, bank: &Bic) -> Result<(), Problem> {
        check_key(&self.0, bank.client_prefix())
    }

    /// Checks the key for an account held at a unit of the Bank of Russia, named by the unit's BIC.
    pub fn check_key_at_unit(&self, unit: &Bic) -> Result<(), Problem> {
        check_key(&self.0, unit.unit_prefix())
    }

    /// Characters 1–5: what kind of holder and purpose the account is for.
    pub fn balance_account(&self) -> &str {
        &self.0[..5]
    }

    /// Characters 6–8: the currency, 810 for roubles.
    pub fn currency(&self) -> &str {
        &self.0[5..8]
    }
}

impl CorrespondentAccount {
    /// Twenty digits, the sixth possibly a letter of a clearing currency.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        parse(raw).map(Self)
    }

    /// Checks the key. `unit` is the BIC of the unit that holds the account, or, while that is unknown,
    /// the bank's own.
    pub fn check_key(&self, unit: &Bic) -> Result<(), Problem> {
        check_key(&self.0, unit.unit_prefix())
    }

    /// Whether the last three digits are the bank's own, as they are for `301…` accounts (telegram of the Bank of Russia
    /// No. 86-97 of 06.10.1997).
    pub fn ends_as(&self, bank: &Bic) -> bool {
        !self.0.starts_with("301") || self.0.ends_with(bank.organization())
    }
}

fn parse(raw: &str) -> Result<String, Problem> {
    let typed = characters(raw)?;
    let mut account = String::with_capacity(20);
    for (index, ch) in typed.iter().copied().enumerate() {
        let latin = latin_look_alike(ch);
        let fits = latin.is_ascii_digit() || index == 5 && CLEARING_LETTERS.contains(&latin);
        if !fits {
            let wanted = if index == 5 { Wanted::DigitOrClearingLetter } else { Wanted::Digit };
            return Err(bad(ch, index, wanted));
        }
        account.push(latin);
    }
    if account.len() != 20 {
        return Err(Problem::AccountLength { characters: count(account.len()) });
    }
    Ok(account)
}

fn check_key(account: &str, prefix: AccountPrefix) -> Result<(), Problem> {
    let expected = expected_key(prefix, account);
    if typed_key(account) == Some(expected) {
        return Ok(());
    }
    Err(Problem::AccountKey { expected, position: 9 })
}

fn latin_look_alike(ch: char) -> char {
    match ch {
        'А' | 'а' => 'A',
        'В' | 'в' => 'B',
        'С' | 'с' => 'C',
        'Е' | 'е' => 'E',
        'Н' | 'н' => 'H',
        'К' | 'к' => 'K',
        'М' | 'м' => 'M',
        'Р' | 'р' => 'P',
        'Т' | 'т' => 'T',
        'Х' | 'х' => 'X',
        _ => ch.to_ascii_uppercase(),
    }
}
