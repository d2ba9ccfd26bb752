//! How often a slip goes unnoticed, and how many repairs a bad number has, on three thousand numbers of a fixed sequence.

use super::*;

const SAMPLE: usize = 3000;

/// Numbers of a fixed sequence, the same in every run.
fn sequence(length: usize) -> impl Iterator<Item = String> {
    let mut state: u64 = 20_261_123;
    std::iter::repeat_with(move || {
        let mut digit = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from_digit(u32::try_from((state >> 33) % 10).unwrap(), 10).unwrap()
        };
        (0..length).map(|_| digit()).collect()
    })
}

fn valid_inns(length: usize) -> Vec<String> {
    sequence(length).filter_map(|digits| repaired(&digits)).take(SAMPLE).collect()
}

/// How many of ten thousand slips pass the check.
fn unnoticed(numbers: &[String], slips: impl Fn(&str) -> Vec<String>, passes: impl Fn(&str) -> bool) -> usize {
    let (mut all, mut passed) = (0, 0);
    for wrong in numbers.iter().flat_map(|number| slips(number)) {
        all += 1;
        passed += usize::from(passes(&wrong));
    }
    passed * 10_000 / all
}

/// How many numbers a digit away from a bad one pass, for each valid number with one digit made wrong.
fn repairs(numbers: &[String]) -> Vec<usize> {
    let made_wrong = numbers.iter().zip(0..).map(|(number, index)| {
        let wrong = one_digit_changed(number);
        wrong[index * 7 % wrong.len()].clone()
    });
    let bad = made_wrong.filter(|number| !is_inn(number));
    bad.map(|number| one_digit_changed(&number).iter().filter(|repair| is_inn(repair)).count()).collect()
}

/// A tenth of the average, so that no fraction is needed.
fn average_in_tenths(counts: &[usize]) -> usize {
    counts.iter().sum::<usize>() * 10 / counts.len()
}

fn swaps(number: &str) -> Vec<String> {
    neighbours_swapped(number, 0)
}

fn is_inn(number: &str) -> bool {
    Inn::parse(number).is_ok()
}

#[test]
fn a_ten_digit_inn_misses_about_two_in_a_hundred_slips() {
    let numbers = valid_inns(10);
    let before_control = |number: &str| one_digit_changed(number).into_iter().take(9 * 9).collect();
    let wrong = unnoticed(&numbers, before_control, is_inn);
    assert!((170..=190).contains(&wrong), "1.8 % of wrong digits before the control digit: {wrong}");
    let anywhere = unnoticed(&numbers, one_digit_changed, is_inn);
    assert!((150..=170).contains(&anywhere), "1.6 % with the control digit, which is always noticed: {anywhere}");
    let swapped = unnoticed(&numbers, swaps, is_inn);
    assert!((140..=190).contains(&swapped), "1.5 to 1.8 % of swaps: {swapped}");
}

#[test]
fn a_twelve_digit_inn_misses_hardly_any_swap_and_no_wrong_digit() {
    let numbers = valid_inns(12);
    assert_eq!(unnoticed(&numbers, one_digit_changed, is_inn), 0);
    let swapped = unnoticed(&numbers, swaps, is_inn);
    assert!((2..=6).contains(&swapped), "0.04 % of swaps: {swapped}");
}

#[test]
fn an_account_misses_about_seven_in_a_hundred_swaps() {
    let bic = Bic::parse("040613746").unwrap();
    let rouble_accounts = sequence(12).map(|digits| format!("40702810{digits}"));
    let numbers: Vec<String> = rouble_accounts.take(SAMPLE).map(|digits| account_for(&bic, &digits)).collect();
    let swapped = unnoticed(&numbers, swaps, |number| fits(&bic, number));
    assert!((640..=680).contains(&swapped), "6.6 % of swaps: {swapped}");
}

#[test]
fn a_bad_ten_digit_inn_has_about_ten_repairs_and_a_twelve_digit_one_about_two() {
    let of_ten = repairs(&valid_inns(10));
    assert!((104..=106).contains(&average_in_tenths(&of_ten)), "10.5: {}", average_in_tenths(&of_ten));
    assert!(of_ten.iter().all(|count| (5..=20).contains(count)), "6 to 19, and seldom one more or less");
    let of_twelve = repairs(&valid_inns(12));
    assert!((18..=20).contains(&average_in_tenths(&of_twelve)), "1.9: {}", average_in_tenths(&of_twelve));
    assert!(of_twelve.iter().all(|count| (1..=7).contains(count)));
}
