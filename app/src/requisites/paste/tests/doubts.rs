//! What is left unticked, or in the rest.

use super::*;

#[test]
fn nine_digits_are_told_apart_by_what_stands_beside_them() {
    assert_eq!(proposals("040613746", &known()), [good("bic", "040613746")]);
    assert_eq!(proposals("0017000016 001701001", &Known::default())[1], good("kpp", "001701001"));
    assert_eq!(proposals("040613746 30101810300000000746", &Known::default())[0], good("bic", "040613746"));
    assert_eq!(proposals("040613746 40702810100000000017", &Known::default())[0], good("bic", "040613746"));
    assert_eq!(proposals("040613746", &Known::default()), [picked("bic", "040613746")]);
    assert_eq!(proposals("774301001", &Known::default()), [picked("kpp", "774301001")]);
    let pasted = read("БИК 040613746 КПП 001701001 774301001", &Known::default());
    assert_eq!(pasted.proposals, [good("kpp", "001701001"), good("bic", "040613746")]);
    assert_eq!(pasted.rest, ["774301001"], "a guess gives way to what a label says");
}

#[test]
fn other_peoples_numbers_stay_in_the_rest() {
    for text in [
        "ОКПО 0017000016",
        "КБК 18210301000011000110",
        "УИН 18210301000011000110",
        "ИНН банка 7707083893",
        "Договор № 0017000016 от 01.10.2026",
        "Факс: +7 999 000-42-42",
        "SWIFT TESTRU00XXX",
        "заказ 0017000016",
        "на сумму 1234567890 руб.",
        "Итого: 0017000016,50",
        "4607001234567",
        "р/с от 01.10.2026",
        "Наша компания работает с 2010 года",
        "Наш банк сменился, новые реквизиты ниже",
        "Юридический отдел",
        "и т. д. 5",
    ] {
        let pasted = read(text, &Known::default());
        assert_eq!(pasted.proposals, [], "{text}");
        assert_eq!(pasted.rest, [text]);
    }
}

#[test]
fn a_number_that_may_be_anything_is_left_unticked() {
    assert_eq!(proposals("89990004242", &Known::default()), [picked("phone", "+79990004242")]);
    let wrong = proposals("0017000061", &Known::default());
    assert!(wrong[0].is_ambiguous && wrong[0].problem.is_some());
    assert_eq!(proposals("Адрес: г. Примерск", &Known::default()), [picked("legal_address", "г. Примерск")]);
}

#[test]
fn the_short_name_is_proposed_and_the_long_one_listed() {
    let text = "Полное наименование: Общество с ограниченной ответственностью «Ромашка»\nСокращенное наименование: ООО «Ромашка»";
    let long = "Общество с ограниченной ответственностью «Ромашка»";
    assert_eq!(proposals(text, &Known::default()), [good("name", "ООО «Ромашка»"), picked("name", long)]);
}

#[test]
fn a_bank_without_a_label_is_no_company() {
    for text in ["АО «ТЕСТБАНК», БИК 040613746", "Филиал «Образцовый» АО «ТЕСТБАНК»\nБИК 040613746"]
    {
        let read = proposals(text, &Known::default());
        assert_eq!(read[1].field, "bank", "{text}");
    }
    let by_directory = proposals("НКО «Без счета»\nБИК 040613752", &known());
    assert_eq!(by_directory, [good("bic", "040613752"), good("bank", "НКО \"БЕЗ СЧЕТА\"")]);
    assert_reads("ООО «Банкетный зал», ИНН 0017000016", &[("name", "ООО «Банкетный зал»"), ("inn", "0017000016")]);
}
