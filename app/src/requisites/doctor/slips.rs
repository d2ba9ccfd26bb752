//! The two slips that people make most: one digit typed for another, two neighbours swapped.

/// Every number that differs from this one in a single digit. Letters stay.
pub(in super::super) fn one_digit_changed(number: &str) -> Vec<String> {
    let mut changed = Vec::with_capacity(number.len() * 9);
    for (at, typed) in number.bytes().enumerate().filter(|(_, typed)| typed.is_ascii_digit()) {
        for digit in (b'0'..=b'9').filter(|digit| *digit != typed) {
            changed.push(format!("{}{}{}", &number[..at], char::from(digit), &number[at + 1..]));
        }
    }
    changed
}

/// Every number with two unlike neighbouring digits swapped, from an index on.
pub(in super::super) fn neighbours_swapped(number: &str, from: usize) -> Vec<String> {
    let bytes = number.as_bytes();
    let is_swap = |at: &usize| {
        let pair = (bytes[*at], bytes[at + 1]);
        pair.0 != pair.1 && pair.0.is_ascii_digit() && pair.1.is_ascii_digit()
    };
    let swaps = (from..number.len().saturating_sub(1)).filter(is_swap);
    let swapped = |at: usize| {
        let (first, second) = (char::from(bytes[at]), char::from(bytes[at + 1]));
        format!("{}{second}{first}{}", &number[..at], &number[at + 2..])
    };
    swaps.map(swapped).collect()
}

/// How far apart on the keyboard's row of digits, 1 to 0, the one changed digit lies from what was typed.
pub(super) fn key_distance(typed: &str, changed: &str) -> u8 {
    let key = |digit: u8| (digit.wrapping_sub(b'0') + 9) % 10;
    typed.bytes().zip(changed.bytes()).map(|(one, other)| key(one).abs_diff(key(other))).max().unwrap_or_default()
}

/// Whether one number comes from the other by a single slip.
pub(super) fn is_one_slip(typed: &str, other: &str) -> bool {
    if typed.len() != other.len() {
        return false;
    }
    let pairs = typed.bytes().zip(other.bytes()).enumerate();
    let unlike: Vec<(usize, (u8, u8))> = pairs.filter(|(_, (one, other))| one != other).collect();
    match unlike[..] {
        [_] => true,
        [(at, first), (next, second)] => next == at + 1 && first.0 == second.1 && first.1 == second.0,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_one_digit_or_two_neighbours() {
        assert!(is_one_slip("1234", "1239") && is_one_slip("1234", "1324"));
        for other in ["1234", "4231", "1432", "1243 ", "2143", "1256"] {
            assert!(!is_one_slip("1234", other), "{other}");
        }
    }

    #[test]
    fn zero_lies_beside_nine() {
        assert_eq!(key_distance("129", "120"), 1);
        assert_eq!(key_distance("121", "120"), 9);
    }
}
