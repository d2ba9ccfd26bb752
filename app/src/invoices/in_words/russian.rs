//! Russian numerals: one and two agree in gender with what is counted, and what is counted with the number.

use super::{groups, word};
use crate::words::plural::russian as form;

const ONES: [&str; 20] = [
    "",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
];
const TENS: [&str; 10] =
    ["", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"];
const HUNDREDS: [&str; 10] =
    ["", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"];
/// What is counted by the place of its group, in the three forms.
const COUNTED: [[&str; 3]; 7] = [
    ["рубль", "рубля", "рублей"],
    ["тысяча", "тысячи", "тысяч"],
    ["миллион", "миллиона", "миллионов"],
    ["миллиард", "миллиарда", "миллиардов"],
    ["триллион", "триллиона", "триллионов"],
    ["квадриллион", "квадриллиона", "квадриллионов"],
    ["квинтиллион", "квинтиллиона", "квинтиллионов"],
];

pub(super) fn words(roubles: u64, kopecks: u64) -> String {
    let mut words = Vec::new();
    if roubles == 0 {
        words.push("ноль");
    }
    for (place, group) in groups(roubles) {
        words.extend(below_thousand(group, place == 1));
        words.extend(counted(place, group));
    }
    if roubles.is_multiple_of(1000) {
        words.push(COUNTED[0][2]);
    }
    words.retain(|word| !word.is_empty());
    format!("{} {kopecks:02} {}", words.join(" "), form(kopecks, "копейка", "копейки", "копеек"))
}

fn below_thousand(group: u64, is_feminine: bool) -> [&'static str; 3] {
    let below_hundred = group % 100;
    let (tens, ones) = if below_hundred < 20 { (0, below_hundred) } else { (below_hundred / 10, below_hundred % 10) };
    let one = match (ones, is_feminine) {
        (1, true) => "одна",
        (2, true) => "две",
        _ => word(ONES, ones),
    };
    [word(HUNDREDS, group / 100), word(TENS, tens), one]
}

/// An empty group counts nothing: five million roubles, not five million no thousand.
fn counted(place: usize, group: u64) -> Option<&'static str> {
    let [one, few, many] = *COUNTED.get(place)?;
    (group > 0).then(|| form(group, one, few, many))
}
