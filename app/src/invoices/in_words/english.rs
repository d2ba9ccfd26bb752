//! English numerals, without "and" and with a hyphen within the tens.

use super::{groups, word};
use crate::words::plural::english as form;

const ONES: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [&str; 7] = ["", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion"];

pub(super) fn words(roubles: u64, kopecks: u64) -> String {
    let mut words: Vec<String> = Vec::new();
    if roubles == 0 {
        words.push("zero".to_owned());
    }
    for (place, group) in groups(roubles) {
        if group > 0 {
            words.extend(below_thousand(group));
            words.extend(SCALES.get(place).filter(|scale| !scale.is_empty()).map(|scale| (*scale).to_owned()));
        }
    }
    let (roubles, kopeck) = (form(roubles, "rouble", "roubles"), form(kopecks, "kopeck", "kopecks"));
    format!("{} {roubles} {kopecks:02} {kopeck}", words.join(" "))
}

fn below_thousand(group: u64) -> Vec<String> {
    let (hundreds, below_hundred) = (group / 100, group % 100);
    let mut words = Vec::new();
    if hundreds > 0 {
        words.push(format!("{} hundred", word(ONES, hundreds)));
    }
    match below_hundred {
        0 => {}
        1..20 => words.push(word(ONES, below_hundred).to_owned()),
        _ if below_hundred.is_multiple_of(10) => words.push(word(TENS, below_hundred / 10).to_owned()),
        _ => words.push(format!("{}-{}", word(TENS, below_hundred / 10), word(ONES, below_hundred % 10))),
    }
    words
}
