//! Texts as people paste them, with exactly what each must give.

use super::tests::{bad, good, known, picked, proposals};
use super::{Known, read};
use crate::requisites::Proposal;
use crate::values::Problem;

#[test]
fn a_card_with_a_field_in_each_line() {
    let text = "Полное наименование: ООО «Ромашка-Тест»\nИНН 0017000016\nКПП 001701001\nОГРН 1260000000017\nР/с 40702810100000000017\nБанк: АО \"ТЕСТБАНК\" г. Примерск\nБИК 040613746\nК/с 30101810300000000746\nЮр. адрес: г. Примерск, ул. Новая, д. 1";
    let pasted = read(text, &known());
    assert_eq!(
        pasted.proposals,
        [
            good("name", "ООО «Ромашка-Тест»"),
            good("inn", "0017000016"),
            good("kpp", "001701001"),
            good("ogrn", "1260000000017"),
            good("bic", "040613746"),
            good("bank", "АО \"ТЕСТБАНК\", г Примерск"),
            good("correspondent_account", "30101810300000000746"),
            good("account", "40702810100000000017"),
            good("legal_address", "г. Примерск, ул. Новая, д. 1"),
        ]
    );
    assert_eq!(pasted.rest, [""; 0]);
    let unknown_bank = proposals(text, &Known::default());
    assert!(unknown_bank.contains(&good("bank", "АО \"ТЕСТБАНК\" г. Примерск")));
}

#[test]
fn everything_in_one_line() {
    let text = "ИНН/КПП: 0017000023/001701002, р/с 40702810400000000025 в ПАО \"ПРИМЕР-БАНК\", БИК 040613748, к/с 30101810900000000748";
    let expected = |bank: &str| {
        [
            good("inn", "0017000023"),
            good("kpp", "001701002"),
            good("bic", "040613748"),
            good("bank", bank),
            good("correspondent_account", "30101810900000000748"),
            good("account", "40702810400000000025"),
        ]
    };
    assert_eq!(proposals(text, &known()), expected("ПАО \"ПРИМЕР-БАНК\", г Примерск"));
    let pasted = read(text, &Known::default());
    assert_eq!(pasted.proposals, expected("ПАО \"ПРИМЕР-БАНК\""));
    assert_eq!(pasted.rest, [""; 0]);
}

#[test]
fn a_sole_proprietor_with_grouped_numbers_and_contacts() {
    let text = "ИП Примеров Пример Примерович\nИНН: 001700000150\nОГРНИП: 326000000000015\nРасчётный счёт: 4080 2810 5000 0000 0041\nАО «ТЕСТБАНК», БИК 040 613 746\nКорр. счёт: 3010 1810 3000 0000 0746\nтел. 8 (999) 000-42-42\nip@example.test";
    let expected = |bank: &str| {
        [
            good("name", "ИП Примеров Пример Примерович"),
            good("email", "ip@example.test"),
            good("phone", "+79990004242"),
            good("inn", "001700000150"),
            good("ogrn", "326000000000015"),
            good("bic", "040613746"),
            good("bank", bank),
            good("correspondent_account", "30101810300000000746"),
            good("account", "40802810500000000041"),
        ]
    };
    assert_eq!(proposals(text, &known()), expected("АО \"ТЕСТБАНК\", г Примерск"));
    let pasted = read(text, &Known::default());
    assert_eq!(pasted.proposals, expected("АО «ТЕСТБАНК»"));
    assert_eq!(pasted.rest, [""; 0]);
}

#[test]
fn bare_numbers() {
    let text = "0017000016 001701001 40702810100000000017 040613746 30101810300000000746";
    let expected = [
        good("inn", "0017000016"),
        good("kpp", "001701001"),
        good("bic", "040613746"),
        good("correspondent_account", "30101810300000000746"),
        good("account", "40702810100000000017"),
    ];
    assert_eq!(proposals(text, &known()), expected, "by the directory");
    assert_eq!(proposals(text, &Known::default()), expected, "by the keys");
}

#[test]
fn a_payment_code() {
    let text = "ST00012|Name=ООО «Ромашка-Тест»|PersonalAcc=40702810100000000017|BankName=АО \"ТЕСТБАНК\"|BIC=040613746|CorrespAcc=30101810300000000746|Sum=125050|Purpose=Оплата по счету № 2-2026-000017 от 23.11.2026|PayeeINN=0017000016|KPP=001701001";
    let pasted = read(text, &known());
    assert_eq!(
        pasted.proposals,
        [
            good("name", "ООО «Ромашка-Тест»"),
            good("inn", "0017000016"),
            good("kpp", "001701001"),
            good("bic", "040613746"),
            good("bank", "АО \"ТЕСТБАНК\", г Примерск"),
            good("correspondent_account", "30101810300000000746"),
            good("account", "40702810100000000017"),
        ]
    );
    let other = [("Sum", "125050"), ("Purpose", "Оплата по счету № 2-2026-000017 от 23.11.2026")];
    assert_eq!(pasted.other, other.map(|(key, value)| (key.to_owned(), value.to_owned())));
    assert_eq!(pasted.rest, [""; 0]);
}

#[test]
fn english_labels() {
    let text = "Supplier: New ways company. INN 0017000016, KPP 001701001. Account 40702810600000000025, TESTBANK, BIC 040613746, Corr. account 30101810300000000746";
    let expected = |bank: &str| {
        [
            good("name", "New ways company"),
            good("inn", "0017000016"),
            good("kpp", "001701001"),
            good("bic", "040613746"),
            good("bank", bank),
            good("correspondent_account", "30101810300000000746"),
            good("account", "40702810600000000025"),
        ]
    };
    assert_eq!(proposals(text, &known()), expected("АО \"ТЕСТБАНК\", г Примерск"));
    assert_eq!(proposals(text, &Known::default()), expected("TESTBANK"));
}

#[test]
fn wrong_numbers_say_why_and_what_may_be_meant() {
    let text = "ИНН 0017000061 КПП 001701001 р/с 40702810200000000017 БИК 040613746";
    let inn = bad("inn", "0017000061", Problem::InnControl { expected: "2".to_owned() });
    let instead = ["0017000016", "0017000601"].map(str::to_owned).to_vec();
    assert_eq!(
        proposals(text, &known()),
        [
            Proposal { instead, ..inn },
            good("kpp", "001701001"),
            good("bic", "040613746"),
            bad("account", "40702810200000000017", Problem::AccountKey { expected: 1, position: 9 }),
        ]
    );
}

#[test]
fn of_two_accounts_the_rouble_one_is_proposed() {
    let roubles = good("account", "40702810100000000017");
    let dollars = picked("account", "40702840900000000041");
    for text in [
        "р/с (руб.) 40702810100000000017\nр/с (USD) 40702840900000000041\nБИК 040613746",
        "р/с (USD) 40702840900000000041\nр/с (руб.) 40702810100000000017\nБИК 040613746",
    ] {
        assert_eq!(proposals(text, &known()), [good("bic", "040613746"), roubles.clone(), dollars.clone()]);
    }
}

#[test]
fn a_signature_has_no_requisites() {
    let pasted = read("С уважением, Анна\n+7 912 345-67-89\ninfo@newways.test", &known());
    assert_eq!(pasted.proposals, [good("email", "info@newways.test"), good("phone", "+79123456789")]);
    assert_eq!(pasted.rest, ["С уважением, Анна"]);
}

#[test]
fn dates_sums_and_numbers_of_documents_are_no_requisites() {
    let text = "Счет на оплату № 40702 от 01.10.2026 на сумму 1 250,50";
    let pasted = read(text, &known());
    assert_eq!(pasted.proposals, []);
    assert_eq!(pasted.rest, [text]);
}

#[test]
fn of_two_inns_none_is_ticked() {
    let text = "ИНН 0017000016\nИНН 0017000023";
    assert_eq!(proposals(text, &known()), [picked("inn", "0017000016"), picked("inn", "0017000023")]);
}
