//! What is marked in the shown columns, and what is said of the hidden ones.

use Column::{Amount, Code, Phone, Text};
use search::{Column, Query, marks, snippet};

#[track_caller]
fn marked(column: Column<'_>, typed: &str, expected: &[&str]) {
    let marks = marks(column, &Query::parse(typed));
    let parts: Vec<&str> = marks.into_iter().map(|mark| &column.text()[mark]).collect();
    assert_eq!(parts, expected, "typed: {typed}, shown: {}", column.text());
}

#[test]
fn each_place_of_each_word_is_marked_in_the_shown_spelling() {
    marked(Text("ООО «Ёлка и ёлка»"), "елка", &["Ёлка", "ёлка"]);
    marked(Text("New ways company"), "comp NEW", &["New", "comp"]);
    marked(Text("ИП Примеров Пример"), "ип пример", &["Пример", "Пример"]);
    marked(Text("New ways"), "old", &[]);
    marked(Text(""), "old", &[]);
    marked(Text("New ways"), "", &[]);
}

#[test]
fn quotes_inside_a_match_are_marked_and_quotes_beside_it_are_not() {
    marked(Text("Test & Sons 100% O'Neil"), "oneil 100%", &["100%", "O'Neil"]);
    marked(Text("ООО «Ромашка-Тест»"), "ромашка-тест", &["Ромашка-Тест"]);
    marked(Text("«Е\u{308}лка»"), "ел", &["Е\u{308}л"]);
}

#[test]
fn touching_and_overlapping_marks_are_one() {
    marked(Text("Ромашка"), "рома ашка", &["Ромашка"]);
    marked(Text("Ромашка"), "ром ашка", &["Ромашка"]);
}

#[test]
fn digits_are_marked_across_formatting() {
    marked(Phone("+7 912 345-67-89"), "345-67-89", &["345-67-89"]);
    marked(Phone("+7 912 345-67-89"), "3456789", &["345-67-89"]);
    marked(Phone("+7 912 345-67-89"), "8912345", &["7 912 345"]);
    marked(Phone("+7 912 345-67-89"), "+7 (912) 345-67-89", &["7 912 345-67-89"]);
    marked(Code("4070 2810 1000"), "40702810", &["4070 2810"]);
}

#[test]
fn a_number_typed_in_groups_is_marked_whole() {
    marked(Code("0017000016"), "0017 0000 16", &["0017000016"]);
}

#[test]
fn an_amount_is_marked_through_its_groups_and_currency() {
    marked(Amount("\u{2212}1\u{a0}250,00\u{a0}₽"), "-1250", &["\u{2212}1\u{a0}250"]);
    marked(Amount("\u{2212}1,250.00 ₽"), "1250,00", &["1,250.00"]);
    marked(Amount("1 250,00 руб."), "1250.0", &["1 250,0"]);
    marked(Amount("5\u{202f}000,00"), "-5000", &[]);
}

#[test]
fn a_match_in_a_hidden_column_is_named_only_where_no_shown_one_has_the_word() {
    let shown = [Code("142"), Text("АО «Ёлка и партнёры»")];
    let hidden = [Code("40702810600000000025"), Text("г. Образцов, пр. Лесной, д. 9")];
    let explain = |typed: &str| Query::parse(typed).explain(&shown, &hidden);

    assert!(explain("елка").elsewhere.is_empty());
    assert_eq!(explain("0025").elsewhere[0].column, 0);
    let both = explain("елка образцов лесной");
    assert_eq!(both.shown[1].len(), 1);
    assert_eq!(both.elsewhere.len(), 1);
    assert_eq!((both.elsewhere[0].column, both.elsewhere[0].marks.len()), (1, 2));
}

#[test]
fn a_number_found_whole_is_marked_nowhere_else() {
    let shown = [Code("8"), Phone("+7 912 345-67-89"), Text("дом 8")];
    let shown_marks = Query::parse("8 912 345").explain(&shown, &[]).shown;
    assert!(shown_marks[0].is_empty() && shown_marks[2].is_empty());
    assert_eq!(shown_marks[1].first(), Some(&(1..10)));

    let account = Query::parse("4070 2810").explain(&[Code("40")], &[Code("40702810100000000017")]);
    assert_eq!(account.elsewhere[0].marks.first(), Some(&(0..8)));
}

#[test]
fn a_snippet_shows_the_match() {
    let cut = |text: &str, typed: &str| {
        let snippet = snippet(text, &marks(Code(text), &Query::parse(typed)));
        let marked: String = snippet.marks.iter().map(|mark| &snippet.text[mark.clone()]).collect();
        (snippet.text.clone(), marked)
    };
    let pair = |text: &str, marked: &str| (text.to_owned(), marked.to_owned());
    assert_eq!(cut("40702810600000000025", "0025"), pair("…0025", "0025"));
    assert_eq!(cut("г. Образцов, пр. Лесной", "разцов"), pair("…Образцов, пр. Лесной", "разцов"));
    assert_eq!(cut("Образцов", "обр"), pair("Образцов", "Обр"));
    let long = format!("улица {}", "я".repeat(300));
    assert_eq!(cut(&long, "улица").0, format!("улица {}…", "я".repeat(22)));
    assert_eq!(snippet("nothing marked", &[]).text, "nothing marked");
}
