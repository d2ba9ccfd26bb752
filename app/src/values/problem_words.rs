//! What a person reads when a value is refused: what is wrong, and what is expected instead.

use super::{Lang, Problem};

mod english;
mod russian;
#[cfg(test)]
mod tests;

/// The message for a problem, one sentence without a full stop at its end.
///
/// ```
/// use app::values::{Lang, Problem, message};
/// let problem = Problem::InnControl { expected: "8".to_owned() };
/// let words = "Контрольная цифра не сходится: ожидается 8, если остальные цифры верны";
/// assert_eq!(message(&problem, Lang::Ru), words);
/// ```
pub fn message(problem: &Problem, lang: Lang) -> String {
    match lang {
        Lang::Ru => russian::message(problem),
        Lang::En => english::message(problem),
    }
}

/// `U+202E`: how to name a character that cannot be seen.
fn code_point(ch: char) -> String {
    format!("U+{:04X}", u32::from(ch))
}

/// The digit that a letter in its place was probably meant to be.
fn digit_look_alike(ch: char) -> Option<char> {
    match ch {
        'O' | 'o' | 'О' | 'о' | 'Q' | 'D' => Some('0'),
        'I' | 'i' | 'l' | '|' => Some('1'),
        'Z' | 'z' => Some('2'),
        'З' | 'з' => Some('3'),
        'S' | 's' => Some('5'),
        'б' => Some('6'),
        'B' | 'В' => Some('8'),
        _ => None,
    }
}
