//! The key of a bank account: its ninth character, which ties it to the bank (Bank of Russia,
//! procedure No. 515 of 08.09.1997).

use super::bic::AccountPrefix;
use super::typed::value;

/// The index of the key in an account of twenty characters.
const KEY: usize = 8;

/// The digit that the key of a twenty-character account must be, given its prefix.
///
/// The prefix and the account, its key taken as 0, are weighted 7 1 3 repeatedly; the last digits of
/// the products are summed; three times the sum ends in the key.
pub fn expected_key(prefix: AccountPrefix, account: &str) -> u8 {
    let account = account.bytes().enumerate();
    let digits = account.map(|(index, ch)| if index == KEY { 0 } else { digit_of(ch) });
    let weights = [7, 1, 3].into_iter().cycle();
    let products = prefix.0.into_iter().chain(digits).zip(weights).map(|(digit, weight)| digit * weight % 10);
    let key = products.sum::<u32>() * 3 % 10;
    u8::try_from(key).unwrap_or_default()
}

/// The key that stands in the account.
pub(super) fn typed_key(account: &str) -> Option<u8> {
    account.as_bytes().get(KEY).map(|ch| ch.wrapping_sub(b'0'))
}

/// The letters of clearing currencies, each at the index of the digit it counts as.
pub(super) const CLEARING_LETTERS: [char; 10] = ['A', 'B', 'C', 'E', 'H', 'K', 'M', 'P', 'T', 'X'];

fn digit_of(ch: u8) -> u32 {
    let letter = CLEARING_LETTERS.iter().position(|letter| *letter == char::from(ch));
    letter.map_or_else(|| value(ch), |digit| u32::try_from(digit).unwrap_or_default())
}
