//! The search rule by examples: five companies, and for each input what it finds.

#[path = "table/fixture.rs"]
mod fixture;

use fixture::{companies, found};
use search::{Index, Query, suggestion};

fn index() -> Index {
    let mut index = Index::default();
    for company in companies() {
        index.push(company.id, &company.columns);
    }
    index
}

#[track_caller]
fn finds(typed: &str, ids: &[u64]) {
    assert_eq!(found(&index(), typed), ids, "typed: {typed}");
}

#[test]
fn the_empty_query_shows_all() {
    for typed in ["", " ", "\u{a0}", "«»", " , ; / "] {
        finds(typed, &[7, 42, 142, 420, 1000]);
    }
}

#[test]
fn a_part_of_a_name_is_enough_in_any_order_and_case() {
    for typed in ["new", "ways", "comp", "company", "New ways company", "WAYS new"] {
        finds(typed, &[7]);
    }
}

#[test]
fn a_space_is_no_letter() {
    finds("eway", &[]);
}

#[test]
fn every_word_must_occur() {
    finds("new elka", &[]);
}

#[test]
fn the_company_whose_id_is_the_query_comes_first() {
    finds("42", &[42, 142, 420]);
    finds(" 42 ", &[42, 142, 420]);
    finds("142", &[142]);
}

#[test]
fn a_tax_number_is_found_whole_in_groups_with_kpp_and_by_its_middle() {
    for typed in ["0017000016", "0017 0000 16", "0017000016/001701001", "0017000016;001701001"] {
        finds(typed, &[7]);
    }
    finds("1700003", &[142]);
}

#[test]
fn a_phone_is_found_in_every_form() {
    let forms = [
        "+7 (912) 345-67-89",
        "8 912 345",
        "345-67-89",
        "9123456789",
        "8(912)3456789",
        "+79123456789",
        "8\u{2011}912\u{2011}345",
        "+7\u{a0}912\u{a0}345\u{2013}67\u{2013}89",
    ];
    for typed in forms {
        finds(typed, &[7]);
    }
}

#[test]
fn bank_codes_and_accounts_are_found_also_in_groups() {
    finds("040613746", &[7, 142]);
    finds("40702810 1000 0000 0017", &[7]);
    finds("0025", &[42, 142]);
}

#[test]
fn quotes_case_and_legal_form_do_not_matter() {
    for typed in ["ромашка", "\"Ромашка\"", "ООО Ромашка", "РОМАШКА-ТЕСТ", "«Ромашка", "ромашка–тест"]
    {
        finds(typed, &[42]);
    }
    finds("примеров ип", &[420]);
    finds("Ltd. Ромашка", &[42]);
}

#[test]
fn a_legal_form_alone_is_searched_literally() {
    finds("ооо", &[42]);
    finds("ооо gmbh", &[]);
}

#[test]
fn there_are_no_word_forms_and_no_near_words() {
    finds("романтика", &[]);
    finds("партнёров", &[]);
}

#[test]
fn yo_equals_ye() {
    for typed in ["елка", "ёлка", "ЁЛКА", "е\u{308}лка", "партнеры"] {
        finds(typed, &[142]);
    }
    finds("зеленая", &[42]);
    finds("Зелёная, д. 5", &[42]);
}

#[test]
fn words_may_match_different_columns() {
    finds("Елка Образцов", &[142]);
    finds("пример банк", &[7, 42]);
}

#[test]
fn a_word_never_matches_across_columns() {
    finds("companyinfo", &[]);
    finds("0017000016001701001", &[]);
}

#[test]
fn amounts_are_found_by_their_canonical_text() {
    for typed in ["-1250", "1250,00", "1250.00", "\u{2212}1250,00"] {
        finds(typed, &[7]);
    }
    finds("-9000.5", &[142]);
}

#[test]
fn a_signed_number_is_not_compared_with_the_digits_of_amounts() {
    finds("-8000", &[]);
    finds("8000", &[142]);
}

#[test]
fn states_are_found_in_both_languages_and_zones_by_their_names() {
    finds("приостановлена", &[142]);
    finds("suspended", &[142]);
    finds("samara", &[142]);
    finds("Europe/Samara", &[142]);
}

#[test]
fn every_character_is_literal() {
    finds("100%", &[1000]);
    finds("%", &[1000]);
    for typed in ["_", "*", "\\", "new*", "n.w", "[a-z]"] {
        finds(typed, &[]);
    }
}

#[test]
fn an_apostrophe_may_be_left_out() {
    for typed in ["oneil", "o'neil", "O\u{2019}Neil", "x1000@nothing.test"] {
        finds(typed, &[1000]);
    }
}

#[test]
fn a_part_of_an_address_is_enough() {
    finds("buh@", &[42]);
    finds("romashka.test", &[42]);
    finds("а/я 17 примерович", &[420]);
}

#[test]
fn the_wrong_layout_finds_nothing_and_a_suggestion_is_made() {
    for (typed, text, count) in [("ntcn", "тест", 3), ("hjvfirf", "ромашка", 1), ("туц цфны", "new ways", 1)]
    {
        finds(typed, &[]);
        let suggestion = suggestion(&index(), typed).expect(typed);
        assert_eq!((suggestion.text.as_str(), suggestion.count), (text, count));
    }
    assert_eq!(found(&index(), "ромашка"), [42]);
    assert_eq!(found(&index(), "new ways"), [7]);
}

#[test]
fn no_suggestion_is_made_where_something_is_found_or_the_other_layout_finds_nothing_either() {
    for typed in ["new", "qqqq", "ж", "", "99999", "new ромашка"] {
        assert_eq!(suggestion(&index(), typed), None, "typed: {typed}");
    }
}

#[test]
fn what_is_longer_than_200_characters_is_cut() {
    let long = |spaces: usize| format!("new{}elka", " ".repeat(spaces));
    finds(&long(197), &[7]);
    finds(&long(193), &[]);
    assert_eq!(Query::parse(&"ё".repeat(200)), Query::parse(&"ё".repeat(201)));
}

#[test]
fn a_saved_row_is_found_by_what_it_says_now_alone() {
    let mut index = index();
    let renamed = companies()[1].columns.map(|column| match column {
        search::Column::Text("ООО «Ромашка-Тест»") => search::Column::Text("ООО «Ландыш»"),
        other => other,
    });
    for _ in 0..20 {
        index.replace(1, &renamed);
        assert_eq!(found(&index, "ландыш"), [42]);
        assert_eq!(found(&index, "машка"), [0; 0]);
        assert_eq!(found(&index, "ы"), [42, 142], "one letter");
        assert_eq!(found(&index, "42"), [42, 142, 420]);
        index.replace(1, &companies()[1].columns);
        assert_eq!(found(&index, "ромашка"), [42]);
        assert_eq!(found(&index, "ландыш"), [0; 0]);
    }
}
