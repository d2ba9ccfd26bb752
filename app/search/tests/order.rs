//! The order of names.

use search::order_key;

#[track_caller]
fn in_order(names: &[&str]) {
    for pair in names.windows(2) {
        assert!(order_key(pair[0]) < order_key(pair[1]), "{} before {}", pair[0], pair[1]);
    }
}

#[test]
fn cyrillic_comes_before_latin_and_both_by_alphabet() {
    in_order(&["Альфа", "бета", "Яблоко", "apple", "Banana", "zebra", "漢字"]);
}

#[test]
fn numbers_stand_by_their_value_and_before_letters() {
    in_order(&["1 мир", "2 мира", "10 миров", "Компания 2", "Компания 10", "Компания 10а"]);
    in_order(&["Дом 9", "Дом 99999999999999999999998", "Дом 99999999999999999999999"]);
}

#[test]
fn a_shorter_name_stands_before_its_continuation() {
    in_order(&["Новый", "Новый банк", "Новый-2", "Новыйбанк"]);
}

#[test]
fn case_quotes_yo_and_leading_zeros_do_not_matter() {
    assert_eq!(order_key("«ЁЛКА» 007"), order_key("елка 7"));
    in_order(&["Ежи", "Ёлка", "Ель", "Жук"]);
}
