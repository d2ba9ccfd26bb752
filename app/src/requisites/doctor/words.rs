//! What the doctor says.

use super::{Remark, Why};
use crate::values::Lang;

pub(super) fn remark(remark: &Remark, lang: Lang) -> String {
    match lang {
        Lang::Ru => russian(remark),
        Lang::En => english(remark),
    }
}

pub(super) fn label(field: &str, value: &str, lang: Lang) -> String {
    let name = match (field, lang) {
        ("bic", Lang::Ru) => "БИК ",
        ("bic", Lang::En) => "BIC ",
        ("correspondent_account", Lang::Ru) => "Корр. счет ",
        ("correspondent_account", Lang::En) => "Corr. account ",
        _ => "",
    };
    format!("{name}{value}")
}

pub(super) fn reason(why: Why, lang: Lang) -> &'static str {
    match (why, lang) {
        (Why::Known, Lang::Ru) => "есть в справочнике",
        (Why::Known, Lang::En) => "known to the directory",
        (Why::Fits, Lang::Ru) => "сходится с другим полем",
        (Why::Fits, Lang::En) => "fits the other field",
        (Why::Swap, Lang::Ru) => "переставлены соседние цифры",
        (Why::Swap, Lang::En) => "neighbouring digits swapped",
        (Why::Digit, Lang::Ru) => "исправлена одна цифра",
        (Why::Digit, Lang::En) => "one digit changed",
    }
}

fn russian(remark: &Remark) -> String {
    match remark {
        Remark::Nothing => String::new(),
        Remark::MissingOrExtra => "одна цифра пропущена или лишняя".to_owned(),
        Remark::OthersFit(others) => {
            format!("еще {others} {}: какая цифра неверна, определить нельзя", variants(*others))
        }
        Remark::OnlyOne(number) => format!("если неверна одна цифра, исправление одно: {number}"),
        Remark::NoOthers => "если неверна одна цифра, других исправлений нет".to_owned(),
        Remark::SeveralWrong => "одной цифрой не исправить: неверны хотя бы две".to_owned(),
        Remark::AnyDigit(ways) => {
            format!("исправить одну цифру можно {ways} способами: какая неверна, определить нельзя")
        }
        Remark::OtherBank(bic) => format!("такой корр. счет подходит к БИК {bic}"),
    }
}

fn english(remark: &Remark) -> String {
    match remark {
        Remark::Nothing => String::new(),
        Remark::MissingOrExtra => "one digit is missing or extra".to_owned(),
        Remark::OthersFit(1) => "1 more possibility: which digit is wrong cannot be told".to_owned(),
        Remark::OthersFit(others) => format!("{others} more possibilities: which digit is wrong cannot be told"),
        Remark::OnlyOne(number) => format!("if one digit is wrong, there is one repair: {number}"),
        Remark::NoOthers => "if one digit is wrong, there are no other repairs".to_owned(),
        Remark::SeveralWrong => "no single digit repairs it: at least two are wrong".to_owned(),
        Remark::AnyDigit(ways) => {
            format!("changing one digit repairs it in {ways} ways: which is wrong cannot be told")
        }
        Remark::OtherBank(bic) => format!("such a correspondent account fits the BIC {bic}"),
    }
}

fn variants(count: usize) -> &'static str {
    match (count % 10, count % 100) {
        (_, 11..=14) => "вариантов",
        (1, _) => "вариант",
        (2..=4, _) => "варианта",
        _ => "вариантов",
    }
}
