//! Wrong INNs.

use super::*;

fn inn(typed: &str) -> RequisitesDraft {
    RequisitesDraft { inn: typed.to_owned(), ..RequisitesDraft::default() }
}

fn looked_at(typed: &str) -> Diagnosis {
    diagnose("inn", &inn(typed), &BankRecord::default(), &nobody).unwrap()
}

#[test]
fn each_wrong_inn_has_its_candidates_and_its_words() {
    let digit = |expected: &str, remark: &str| {
        format!("Контрольная цифра не сходится: ожидается {expected}, если остальные цифры верны; {remark}")
    };
    let digits =
        |remark: &str| format!("Контрольные цифры не сходятся: ожидается …59, если остальные цифры верны; {remark}");
    for (typed, candidates, others, russian) in [
        (
            "7707083983",
            vec!["7707083893", "7707083981"],
            9,
            digit("1", "еще 9 вариантов: какая цифра неверна, определить нельзя"),
        ),
        (
            "8827004526",
            vec!["8827040526", "8827005426", "8827004528"],
            7,
            digit("8", "еще 7 вариантов: какая цифра неверна, определить нельзя"),
        ),
        (
            "500100732269",
            vec!["500100732259", "500100132269"],
            0,
            digits("если неверна одна цифра, других исправлений нет"),
        ),
        (
            "860307073214",
            vec!["760307073214"],
            0,
            digits("если неверна одна цифра, исправление одно: 760307073214").replace("59", "88"),
        ),
        (
            "500100723259",
            vec!["500100732259", "500100823259", "500100723279"],
            0,
            digits("если неверна одна цифра, других исправлений нет").replace("59", "79"),
        ),
        (
            "07151408877",
            vec![],
            0,
            "В ИНН 11 цифр: нужно 10 (организация) или 12 (предприниматель, физическое лицо); одна цифра пропущена или \
             лишняя"
                .to_owned(),
        ),
    ] {
        let diagnosis = looked_at(typed);
        assert_eq!(values(&diagnosis), candidates, "{typed}");
        assert_eq!(diagnosis.others, others, "{typed}");
        assert_eq!(line("inn", &inn(typed), &diagnosis, Lang::Ru), russian);
    }
}

#[test]
fn english_lines_say_the_same() {
    for (typed, english) in [
        (
            "7707083983",
            "Control digit does not match: 1 expected, if the other digits are right; 9 more possibilities: which digit \
             is wrong cannot be told",
        ),
        (
            "8827004526",
            "Control digit does not match: 8 expected, if the other digits are right; 7 more possibilities: which digit \
             is wrong cannot be told",
        ),
        (
            "500100732269",
            "Control digits do not match: …59 expected, if the other digits are right; if one digit is wrong, there are \
             no other repairs",
        ),
        (
            "860307073214",
            "Control digits do not match: …88 expected, if the other digits are right; if one digit is wrong, there is \
             one repair: 760307073214",
        ),
        (
            "07151408877",
            "The INN has 11 digits: 10 (organization) or 12 (sole proprietor, person) are needed; one digit is missing or \
             extra",
        ),
    ] {
        assert_eq!(line("inn", &inn(typed), &looked_at(typed), Lang::En), english);
    }
}

#[test]
fn one_that_the_directory_knows_comes_first() {
    let known = |inn: &str| inn == "0017000016";
    let diagnosis = diagnose("inn", &inn("0017000061"), &BankRecord::default(), &known).unwrap();
    assert_eq!(values(&diagnosis), ["0017000016", "0017000601", "0017000062"]);
    assert_eq!(diagnosis.candidates[0].why, Why::Known);
    assert_eq!(diagnosis.candidates[1].why, Why::Swap);
    assert_eq!(diagnosis.others, 8);
}

#[test]
fn a_digit_that_nothing_else_speaks_for_is_offered_where_the_directory_knows_it() {
    let diagnosis = diagnose("inn", &inn("7707083983"), &BankRecord::default(), &|inn| inn == "7207083983").unwrap();
    assert_eq!(values(&diagnosis), ["7207083983", "7707083893", "7707083981"]);
    assert_eq!(diagnosis.others, 8);
    assert!(near_inns("7707 083 983").contains(&"7207083983".to_owned()));
    assert_eq!(near_inns("7707083983").len(), 11);
}

#[test]
fn no_more_than_five_are_offered_and_the_rest_is_counted() {
    let diagnosis = diagnose("inn", &inn("7707083983"), &BankRecord::default(), &|_| true).unwrap();
    assert_eq!(diagnosis.candidates.len(), 5);
    assert_eq!(diagnosis.others, 6);
}

#[test]
fn two_wrong_digits_of_a_person_are_said_to_be_at_least_two() {
    let diagnosis = looked_at("500100732202");
    assert_eq!(values(&diagnosis), [""; 0]);
    assert_eq!(diagnosis.remark(Lang::Ru), "одной цифрой не исправить: неверны хотя бы две");
    assert_eq!(diagnosis.remark(Lang::En), "no single digit repairs it: at least two are wrong");
}

#[test]
fn nothing_is_said_of_what_passes_or_cannot_be_read() {
    for typed in ["", "7707083893", "77O7083893", "0000000000", "770708389", "500100732259"] {
        assert_eq!(diagnose("inn", &inn(typed), &BankRecord::default(), &nobody), None, "{typed}");
    }
    assert_eq!(diagnose("kpp", &inn("7707083983"), &BankRecord::default(), &nobody), None);
}

#[test]
fn each_candidate_says_what_speaks_for_it() {
    let diagnosis = looked_at("7707083983");
    let said = |lang| diagnosis.candidates.iter().map(|one| (one.label(lang), one.reason(lang))).collect::<Vec<_>>();
    let (swap, digit) = ("7707083893".to_owned(), "7707083981".to_owned());
    let russian = [(swap.clone(), "переставлены соседние цифры"), (digit.clone(), "исправлена одна цифра")];
    assert_eq!(said(Lang::Ru), russian);
    assert_eq!(said(Lang::En), [(swap, "neighbouring digits swapped"), (digit, "one digit changed")]);
}
