//! The ways in which people write a label and its value.

use super::*;

#[test]
fn labels_have_many_spellings() {
    for account in [
        "р/с",
        "Р/С:",
        "р / с №",
        "Р\\с",
        "р.с.",
        "расч. счет",
        "Расч.счёт",
        "Расч/с",
        "Р/счет",
        "Р/сч.",
        "Расчетный счет №",
        "РАСЧЁТНЫЙ СЧЁТ В РУБЛЯХ:",
        "Расчетный счет (р/с):",
        "Счет №",
        "Сч. №",
        "Номер счета:",
        "Account",
        "Account No.",
        "A/C",
        "Settlement account:",
        "р/с получателя -",
        "Банковский счет:",
    ] {
        assert_reads(&format!("{account} 40702810100000000017"), &[("account", "40702810100000000017")]);
    }
    for correspondent in [
        "к/с",
        "К/С №",
        "корр. сч.",
        "корр. счет:",
        "Корр.счёт",
        "кор/счет",
        "Кор. счет",
        "к/счет",
        "Корреспондентский счёт:",
        "Corr. account",
        "Correspondent account:",
        "Сч. №",
        "Корр. счет банка:",
    ] {
        let text = format!("{correspondent} 30101810300000000746");
        assert_reads(&text, &[("correspondent_account", "30101810300000000746")]);
    }
    for inn in
        ["ИНН", "инн:", "ИНН №", "ИНН организации:", "INN", "Идентификационный номер налогоплательщика (ИНН)", "ИНН:\t"]
    {
        assert_reads(&format!("{inn}0017000016"), &[("inn", "0017000016")]);
    }
    for bic in ["БИК", "БИК:", "БИК банка получателя:", "BIC", "Bank BIC"] {
        assert_reads(&format!("{bic} 040613746"), &[("bic", "040613746")]);
    }
    for pair in [
        "ИНН/КПП: 0017000016/001701001",
        "ИНН / КПП 0017000016 / 001701001",
        "ИНН, КПП: 0017000016, 001701001",
        "INN/KPP 0017000016 001701001",
        "0017000016/001701001",
    ] {
        assert_reads(pair, &[("inn", "0017000016"), ("kpp", "001701001")]);
    }
    for ogrn in ["ОГРН", "ОГРНИП", "ОГРН(ИП):", "ОГРН/ОГРНИП", "ОГРН (ОГРНИП)", "OGRN"]
    {
        assert_reads(&format!("{ogrn} 326000000000015"), &[("ogrn", "326000000000015")]);
    }
    for name in [
        "Полное наименование:",
        "Сокращенное наименование -",
        "Наименование организации",
        "Организация:",
        "Supplier:",
        "Company name:",
        "Получатель",
        "Наименование (полное):",
    ] {
        assert_reads(&format!("{name} ООО «Ромашка, Тест»"), &[("name", "ООО «Ромашка, Тест»")]);
    }
    for bank in ["Банк:", "Банк", "Банк получателя", "Наименование банка:", "Bank:", "в", "в банке"]
    {
        let text = format!("р/с 40702810100000000017 {bank} ПАО «Т-ПРИМЕР», г. Примерск");
        assert_reads(&text, &[("bank", "ПАО «Т-ПРИМЕР», г. Примерск"), ("account", "40702810100000000017")]);
    }
    for (label, field) in [
        ("Юр. адрес:", "legal_address"),
        ("Юридический адрес", "legal_address"),
        ("Место нахождения:", "legal_address"),
        ("Legal address:", "legal_address"),
        ("Почт. адрес:", "postal_address"),
        ("Почтовый адрес", "postal_address"),
        ("Адрес для корреспонденции:", "postal_address"),
        ("Postal address:", "postal_address"),
    ] {
        assert_reads(&format!("{label} г. Примерск, ул. Новая, д. 1"), &[(field, "г. Примерск, ул. Новая, д. 1")]);
    }
    for phone in ["Тел.", "тел:", "Телефон:", "Тел./факс:", "т.", "Моб.", "Phone:", "Tel.", ""]
    {
        assert_reads(&format!("{phone} 8 (999) 000-42-42"), &[("phone", "+79990004242")]);
    }
    for email in ["E-mail:", "email", "Эл. почта:", "Электронная почта", "Почта:", ""] {
        let pasted = read(&format!("{email} Info@Example.test."), &Known::default());
        assert_eq!(pasted.proposals, [good("email", "Info@Example.test")], "{email}");
        assert_eq!(pasted.rest, [""; 0], "{email}");
    }
}

#[test]
fn a_value_may_stand_in_the_next_line_or_the_next_cell() {
    let text =
        "Наименование\nООО «Ромашка»\nИНН\n0017000016\n\nКПП:\n001701001\nБИК\t040613746\tр/с\t40702810100000000017";
    assert_reads(
        text,
        &[
            ("name", "ООО «Ромашка»"),
            ("inn", "0017000016"),
            ("kpp", "001701001"),
            ("bic", "040613746"),
            ("account", "40702810100000000017"),
        ],
    );
}

#[test]
fn the_head_of_an_invoice_is_read() {
    let text = "АО \"ТЕСТБАНК\" г. Примерск БИК 040613746\nБанк получателя Сч. № 30101810300000000746\nИНН 0017000016 КПП 001701001 Сч. № 40702810100000000017\nООО \"Ромашка-Тест\"\nПолучатель\n\nСчет на оплату № 17 от 23 ноября 2026 г.";
    assert_reads(
        text,
        &[
            ("name", "ООО \"Ромашка-Тест\""),
            ("inn", "0017000016"),
            ("kpp", "001701001"),
            ("bic", "040613746"),
            ("bank", "АО \"ТЕСТБАНК\" г. Примерск"),
            ("correspondent_account", "30101810300000000746"),
            ("account", "40702810100000000017"),
        ],
    );
    let pasted = read(text, &Known::default());
    assert_eq!(pasted.rest, ["Счет на оплату № 17 от 23 ноября 2026 г."]);
}

#[test]
fn numbers_may_cling_to_their_labels_and_be_grouped_in_any_way() {
    let expected =
        [("inn", "0017000016"), ("kpp", "001701001"), ("bic", "040613746"), ("account", "40702810100000000017")];
    assert_reads("ИНН0017000016КПП001701001р/с40702810100000000017БИК040613746", &expected);
    assert_reads("ИНН 001 700 00 16, КПП 0017-01-001, БИК 04-06-13-746, р/с 40702.810.1.00000000017", &expected);
}
