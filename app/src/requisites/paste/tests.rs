//! Ways of writing, one by one.

use super::*;
use crate::requisites::{BankAccount, Proposal};
use crate::values::{Lang, Problem, message};

pub(super) fn good(field: &str, value: &str) -> Proposal {
    Proposal {
        field: field.to_owned(),
        value: value.to_owned(),
        problem: None,
        is_ambiguous: false,
        instead: Vec::new(),
    }
}

pub(super) fn bad(field: &str, value: &str, problem: Problem) -> Proposal {
    Proposal { problem: Some(problem), ..good(field, value) }
}

pub(super) fn picked(field: &str, value: &str) -> Proposal {
    Proposal { is_ambiguous: true, ..good(field, value) }
}

pub(super) fn proposals(text: &str, known: &Known) -> Vec<Proposal> {
    read(text, known).proposals
}

/// Directories that know three invented banks and one company.
pub(super) fn known() -> Known {
    let banks = [
        bank("040613746", "АО \"ТЕСТБАНК\"", "г Примерск", "30101810300000000746"),
        bank("040613748", "ПАО \"ПРИМЕР-БАНК\"", "г Примерск", "30101810900000000748"),
        bank("040613752", "НКО \"БЕЗ СЧЕТА\"", "", ""),
    ];
    let inns = ["0017000016"].into_iter().map(|inn| Inn::parse(inn).unwrap()).collect();
    Known { banks: banks.into_iter().map(|bank| (bank.bic.clone(), bank)).collect(), inns }
}

fn bank(bic: &str, name: &str, city: &str, account: &str) -> Bank {
    let account = BankAccount {
        number: account.to_owned(),
        kind: "CRSA".to_owned(),
        unit: Bic::parse("040613001").ok(),
        is_open: true,
        restrictions: Vec::new(),
    };
    Bank {
        bic: Bic::parse(bic).unwrap(),
        name: name.to_owned(),
        city: city.to_owned(),
        participant_type: "20".to_owned(),
        head_office: None,
        date_out: None,
        restrictions: Vec::new(),
        accounts: Some(account).filter(|account| !account.number.is_empty()).into_iter().collect(),
    }
}

fn fields(text: &str) -> Vec<(String, String)> {
    let pasted = proposals(text, &Known::default());
    pasted.into_iter().map(|proposal| (proposal.field, proposal.value)).collect()
}

fn assert_reads(text: &str, expected: &[(&str, &str)]) {
    let read = fields(text);
    let read: Vec<(&str, &str)> = read.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
    assert_eq!(read, expected, "{text}");
}

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
fn malformed_numbers_after_a_label_say_what_is_wrong() {
    for (text, field, value, ru, en) in [
        (
            "ИНН 07151408877",
            "inn",
            "07151408877",
            "В ИНН 11 цифр: нужно 10 (организация) или 12 (предприниматель, физическое лицо)",
            "The INN has 11 digits: 10 (organization) or 12 (sole proprietor, person) are needed",
        ),
        (
            "ИНН 77O7083893",
            "inn",
            "77O7083893",
            "Символ «O» на месте 3 не подходит: нужны только цифры, возможно, это 0",
            "Character “O” at position 3 does not fit: only digits are allowed, perhaps it is 0",
        ),
        (
            "ИНН 0000000000",
            "inn",
            "0000000000",
            "Одни нули: такого номера не бывает",
            "Only zeros: there is no such number",
        ),
        (
            "ИНН 5001 0073 2258",
            "inn",
            "500100732258",
            "Контрольные цифры не сходятся: ожидается …59, если остальные цифры верны",
            "Control digits do not match: …59 expected, if the other digits are right",
        ),
        (
            "КПП 0017010011",
            "kpp",
            "0017010011",
            "В КПП 10 символов: нужно 9",
            "The KPP has 10 characters: 9 are needed",
        ),
        (
            "КПП 0017АВ001",
            "kpp",
            "0017АВ001",
            "Кириллица здесь не подходит: введите «АВ» латинскими буквами",
            "Cyrillic letters do not fit here: type “АВ” in Latin letters",
        ),
        (
            "КПП A01701001",
            "kpp",
            "A01701001",
            "Символ «A» на месте 1 не подходит: буквы бывают только на 5-м и 6-м местах, латинские",
            "Character “A” at position 1 does not fit: letters stand only at positions 5 and 6, in Latin",
        ),
        (
            "ИНН 001700000150",
            "kpp",
            "001701001",
            "КПП бывает только у организаций: при ИНН из 12 цифр оставьте поле пустым",
            "Only organizations have a KPP: leave it empty with an INN of 12 digits",
        ),
        (
            "ОГРН 1027812400869",
            "ogrn",
            "1027812400869",
            "Контрольная цифра не сходится: ожидается 8, если остальные цифры верны",
            "Control digit does not match: 8 expected, if the other digits are right",
        ),
        (
            "ОГРН 12345678901234",
            "ogrn",
            "12345678901234",
            "В номере 14 цифр: нужно 13 (ОГРН) или 15 (ОГРНИП)",
            "The number has 14 digits: 13 (OGRN) or 15 (OGRNIP) are needed",
        ),
        ("БИК 04061374", "bic", "04061374", "В БИК 8 цифр: нужно 9", "The BIC has 8 digits: 9 are needed"),
        (
            "р/с 4070 2810 1382 5012 301",
            "account",
            "4070281013825012301",
            "В номере счета 19 символов: нужно 20",
            "The account has 19 characters: 20 are needed",
        ),
        (
            "к/с 30101810400000000225 БИК 044030225",
            "correspondent_account",
            "30101810400000000225",
            "Счет не подходит к этому БИК: на 9-м месте ожидается 2, если остальные цифры верны; либо неверен БИК",
            "The account does not fit this BIC: 2 expected at position 9, if the other digits are right; or the BIC is wrong",
        ),
        (
            "тел. 345-67-89",
            "phone",
            "345-67-89",
            "Нет кода страны: начните с +, например +7 912 345-67-89",
            "No country code: start with +, as in +7 912 345-67-89",
        ),
        (
            "тел. +7 912 345-67-890",
            "phone",
            "+7 912 345-67-890",
            "После +7 нужно 10 цифр, сейчас 11",
            "After +7 there must be 10 digits, 11 now",
        ),
        (
            "E-mail: info(at)romashka",
            "email",
            "info(at)romashka",
            "Нет знака @: нужен адрес вида name@example.ru",
            "There is no @: an address such as name@example.com is needed",
        ),
    ] {
        let text = if field == "kpp" { format!("{text} КПП 001701001") } else { text.to_owned() };
        let read = proposals(&text, &Known::default());
        let proposal = read.iter().find(|proposal| proposal.field == field && proposal.problem.is_some());
        let proposal = proposal.unwrap_or_else(|| panic!("{text}: {read:?}"));
        assert_eq!(proposal.value, value);
        let problem = proposal.problem.as_ref().unwrap();
        assert_eq!((message(problem, Lang::Ru).as_str(), message(problem, Lang::En).as_str()), (ru, en));
    }
}

#[test]
fn texts_that_no_field_takes_say_why() {
    let long = "ж".repeat(501);
    for (text, field, max) in [
        (format!("Полное наименование: {long}"), "name", 255),
        (format!("Банк: {long}"), "bank", 200),
        (format!("Юр. адрес: {long}"), "legal_address", 500),
    ] {
        assert_eq!(proposals(&text, &Known::default()), [bad(field, &long, Problem::TooLong { max, actual: 501 })]);
    }
}

#[test]
fn an_inn_that_a_directory_knows_is_offered_first() {
    let offered = |inn: &str, known: &[&str]| {
        let inns = known.iter().map(|inn| Inn::parse(inn).unwrap()).collect();
        let read = proposals(&format!("ИНН {inn}"), &Known { inns, ..Known::default() });
        read.into_iter().next().unwrap().instead
    };
    assert_eq!(offered("0017000061", &["0017000601"]), ["0017000601", "0017000016"]);
    assert_eq!(offered("7707083983", &[]), ["7707083893"]);
    assert_eq!(offered("7707083983", &["7707083981"]), ["7707083981", "7707083893"]);
    assert_eq!(offered("860307073214", &[]), ["760307073214"]);
    assert_eq!(offered("500100723259", &[]), ["500100732259", "500100823259", "500100723279"]);
    assert_eq!(offered("07151408877", &[]), [""; 0]);
}

#[test]
fn the_directories_are_asked_for_what_may_be_meant() {
    let asked = mentioned("ИНН 0017000061 040613746, 001701001 БИК 04061374");
    let bics: Vec<&str> = asked.bics.iter().map(Bic::as_str).collect();
    assert_eq!(bics, ["001701001", "040613746"]);
    let inns: Vec<&str> = asked.inns.iter().map(Inn::as_str).collect();
    assert!(inns.contains(&"0017000016") && inns.contains(&"0017000601"), "{inns:?}");
    assert!(inns.iter().all(|inn| Inn::parse(inn).is_ok()));
    assert_eq!(mentioned("С уважением, Анна, +7 912 345-67-89"), Mentioned::default());
}

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

#[test]
fn the_banks_own_account_is_offered_for_another_one() {
    let text = "БИК 040613746 к/с 30101810600000000747";
    let read = proposals(text, &known());
    assert_eq!(read[1].instead, ["30101810300000000746"]);
    assert_eq!(read[1].problem, None, "its key fits: one unit serves both banks");
}

#[test]
fn the_unit_that_the_directory_names_decides_the_key() {
    let bic = Bic::parse("040613747").unwrap();
    let mut branch = bank("040613747", "ФИЛИАЛ", "", "40503810800000000750");
    branch.accounts[0].unit = Bic::parse("040627001").ok();
    let known = |bank: Bank| Known { banks: [(bic.clone(), bank)].into(), ..Known::default() };
    let text = "БИК 040613747 р/с 40503810800000000750";
    assert_eq!(proposals(text, &known(branch.clone()))[1].problem, None);
    branch.accounts.clear();
    let problem = Problem::AccountKey { expected: 1, position: 9 };
    assert_eq!(proposals(text, &known(branch.clone()))[1].problem, Some(problem));
    branch.participant_type = "52".to_owned();
    assert_eq!(proposals(text, &known(branch))[1].problem, None, "of a treasury body the key is not asked");
}
