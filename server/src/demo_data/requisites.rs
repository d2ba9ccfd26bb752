//! Requisites that pass every check and are nobody's: no tax office is numbered `00xx`, no bank has territory `06`.
//!
//! The control digits are computed here apart from the checks, so that the tests can hold one against the other.

use fastrand::Rng;

use super::{chance, pick};

/// Coprime to the number of serials, so that IDs a step apart get serials far apart and no two the same.
const STRIDE: i64 = 7_654_321;
const SERIALS: i64 = 10_000_000;

/// Name with city, BIC: the sound banks of the demo's directory. Their settlement unit is 13.
const BANKS: [(&str, &str); 3] = [
    ("АО \"ТЕСТБАНК\", г Примерск", "040613746"),
    ("ПАО \"ПРИМЕР-БАНК\", г Примерск", "040613748"),
    ("ФИЛИАЛ \"ОБРАЗЦОВЫЙ\" АО \"ТЕСТБАНК\", г Образцов", "040613747"),
];

/// Text as stored: digits without spaces; empty where not given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Requisites {
    pub(crate) inn: String,
    pub(crate) kpp: String,
    pub(crate) ogrn: String,
    pub(crate) bic: &'static str,
    pub(crate) bank: &'static str,
    pub(crate) correspondent_account: String,
    pub(crate) account: String,
}

impl Requisites {
    /// Those who have not confirmed their registration gave an INN at most; a few never filled in their bank, but for those
    /// who issue invoices.
    pub(super) fn invent(id: i64, is_person: bool, is_confirmed: bool, is_supplier: bool, rng: &mut Rng) -> Self {
        let serial = (id * STRIDE) % SERIALS;
        let organization = if is_person { of_person(serial) } else { of_organization(serial) };
        match (is_confirmed, if is_supplier { 0 } else { rng.u8(..100) }) {
            (true, 0..88) => with_account(organization, if is_person { "40802" } else { "40702" }, serial, rng),
            (true, 88..94) | (false, 0..70) => Self { kpp: String::new(), ogrn: String::new(), ..organization },
            _ => Self::default(),
        }
    }

    /// Those of the company in the search examples.
    pub(super) fn of_example() -> Self {
        Self {
            inn: "0017000016".to_owned(),
            kpp: "001701001".to_owned(),
            ogrn: "1260000000017".to_owned(),
            bank: BANKS[0].0,
            bic: BANKS[0].1,
            correspondent_account: "30101810300000000746".to_owned(),
            account: "40702810100000000017".to_owned(),
        }
    }
}

fn of_organization(serial: i64) -> Requisites {
    let inn = with_control(format!("00{serial:07}"), &[2, 4, 10, 3, 5, 9, 4, 6, 8]);
    let kpp = format!("{}01001", &inn[..4]);
    Requisites { kpp, ogrn: with_remainder(format!("12600{serial:07}"), 11), inn, ..Requisites::default() }
}

fn of_person(serial: i64) -> Requisites {
    let ten = format!("000{serial:07}");
    let eleven = with_control(ten, &[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
    let inn = with_control(eleven, &[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
    Requisites { ogrn: with_remainder(format!("3260000{serial:07}"), 13), inn, ..Requisites::default() }
}

fn with_account(organization: Requisites, balance_account: &str, serial: i64, rng: &mut Rng) -> Requisites {
    let bank = if chance(rng, 40) { &BANKS[0] } else { pick(rng, &BANKS) };
    let (name, bic) = *bank;
    let unit = format!("0{}", &bic[4..6]);
    let number = &bic[6..];
    Requisites {
        bic,
        bank: name,
        correspondent_account: with_key(&unit, &format!("30101810000000000{number}")),
        account: with_key(number, &format!("{balance_account}8100{:04}{serial:07}", rng.u16(..60))),
        ..organization
    }
}

/// Appends the control digit of an INN: weighted sum, modulo 11, modulo 10.
fn with_control(digits: String, weights: &[u32]) -> String {
    let sum: u32 = digits.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{digits}{}", sum % 11 % 10)
}

/// Appends the control digit of an OGRN (`modulus` 11) or OGRNIP (13).
fn with_remainder(digits: String, modulus: u64) -> String {
    let number = digits.bytes().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
    format!("{digits}{}", number % modulus % 10)
}

/// Puts the key of the Bank of Russia's procedure 515 into the ninth character, which must be 0.
fn with_key(prefix: &str, account: &str) -> String {
    let weights = [7, 1, 3].into_iter().cycle();
    let digits = prefix.bytes().chain(account.bytes());
    let sum: u32 = digits.zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight % 10).sum();
    format!("{}{}{}", &account[..8], sum % 10 * 3 % 10, &account[9..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_digits_are_those_of_the_published_vectors() {
        assert_eq!(with_control("001700001".to_owned(), &[2, 4, 10, 3, 5, 9, 4, 6, 8]), "0017000016");
        assert_eq!(with_remainder("126000000001".to_owned(), 11), "1260000000017");
        assert_eq!(with_remainder("32600000000001".to_owned(), 13), "326000000000015");
        assert_eq!(with_key("013", "30101810000000000746"), "30101810300000000746");
        assert_eq!(with_key("746", "40702810000000000017"), "40702810100000000017");
        assert_eq!(with_key("746", "40802810000000000041"), "40802810500000000041");
    }
}
