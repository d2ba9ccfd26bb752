//! Cards in both languages, and their payment codes.

use super::*;
use crate::requisites::sample::record;
use crate::requisites::{Known, paste};

fn organization() -> CardFields {
    let typed = |text: &str| text.to_owned();
    CardFields {
        name: typed("ООО «Ромашка-Тест»"),
        inn: typed("0017000016"),
        kpp: typed("001701001"),
        ogrn: typed("1260000000017"),
        account: typed("40702810100000000017"),
        bank: typed("АО \"ТЕСТБАНК\", г Примерск"),
        bic: typed("040613746"),
        correspondent_account: typed("30101810300000000746"),
        legal_address: typed("000001, г. Примерск\nул. Новая, д. 1"),
        postal_address: typed("000001, г. Примерск, а/я 5"),
        phone: typed("+79990004242"),
        email: typed("info@romashka.test"),
    }
}

/// What a card was read back as.
pub(crate) fn read_back(card: &str) -> CardFields {
    let pasted = paste::read(card, &Known::default());
    assert_eq!(pasted.rest, [""; 0], "{card}");
    let value = |field: &str| {
        let proposals: Vec<_> = pasted.proposals.iter().filter(|proposal| proposal.field == field).collect();
        assert!(proposals.len() < 2 && proposals.iter().all(|one| !one.is_ambiguous), "{card}");
        proposals.first().map(|proposal| proposal.value.clone()).unwrap_or_default()
    };
    CardFields {
        name: value("name"),
        inn: value("inn"),
        kpp: value("kpp"),
        ogrn: value("ogrn"),
        account: value("account"),
        bank: value("bank"),
        bic: value("bic"),
        correspondent_account: value("correspondent_account"),
        legal_address: value("legal_address"),
        postal_address: value("postal_address"),
        phone: value("phone"),
        email: value("email"),
    }
}

#[test]
fn a_card_names_what_is_filled_in_either_language() {
    let ru = "Карточка реквизитов\nНаименование: ООО «Ромашка-Тест»\nИНН: 0017000016\nКПП: 001701001\nОГРН: 1260000000017\nРасчетный счет: 40702810100000000017\nБанк: АО \"ТЕСТБАНК\", г Примерск\nБИК: 040613746\nКорр. счет: 30101810300000000746\nЮридический адрес: 000001, г. Примерск\n  ул. Новая, д. 1\nПочтовый адрес: 000001, г. Примерск, а/я 5\nТелефон: +7 999 000-42-42\nEmail: info@romashka.test\n";
    assert_eq!(text(&organization(), Lang::Ru), ru);
    let proprietor = CardFields {
        name: "IP Primerov".to_owned(),
        inn: "001700000150".to_owned(),
        ogrn: "326000000000015".to_owned(),
        account: "40802810500000000041".to_owned(),
        bic: "040613746".to_owned(),
        ..CardFields::default()
    };
    let en = "Requisites card\nName: IP Primerov\nINN: 001700000150\nOGRN: 326000000000015\nAccount: 40802810500000000041\nBIC: 040613746\n";
    assert_eq!(text(&proprietor, Lang::En), en);
}

#[test]
fn a_card_is_read_back_whole_with_its_heading_or_without() {
    for lang in [Lang::Ru, Lang::En] {
        let card = text(&organization(), lang);
        assert_eq!(read_back(&card), organization());
        let one_line = CardFields {
            legal_address: "000001, г. Примерск, ул. Новая, д. 1".to_owned(),
            ..organization()
        };
        let card = text(&one_line, lang);
        let (_, lines) = card.split_once('\n').unwrap();
        assert_eq!(read_back(lines), one_line);
    }
}

#[test]
fn words_in_a_name_do_not_mislead() {
    let name = "ООО «ИНН: 0017000023, БИК 040613748», тел. 8 999 000-42-42;";
    let fields =
        CardFields { name: name.to_owned(), legal_address: "Email: а@б\nКПП: 1".to_owned(), ..organization() };
    for lang in [Lang::Ru, Lang::En] {
        assert_eq!(read_back(&text(&fields, lang)), fields);
    }
}

#[test]
fn a_card_that_somebody_added_to_is_read_as_any_text() {
    let card = format!("{}Директор: Примерова Анна\nИНН 0017000016", text(&organization(), Lang::Ru));
    let pasted = paste::read(&card, &Known::default());
    assert_eq!(pasted.rest, ["Карточка реквизитов", "ул. Новая, д. 1", "Директор: Примерова Анна"]);
    assert_eq!(pasted.proposals.len(), 12);
}

#[test]
fn its_payment_code_has_no_sum_and_the_directorys_name_of_the_bank() {
    let fields = CardFields {
        name: "ИП Примеров Пример Примерович".to_owned(),
        inn: "001700000150".to_owned(),
        kpp: String::new(),
        account: "40802810500000000041".to_owned(),
        ..organization()
    };
    let p2 = "ST00012|Name=ИП Примеров Пример Примерович|PersonalAcc=40802810500000000041|BankName=АО \"ТЕСТБАНК\"|BIC=040613746|CorrespAcc=30101810300000000746|PayeeINN=001700000150";
    assert_eq!(payment_code(&fields, &record("040613746")).unwrap(), p2);
    let without_entry = payment_code(&fields, &record("")).unwrap();
    assert_eq!(without_entry, p2.replace("ТЕСТБАНК\"", "ТЕСТБАНК\", г Примерск"));
}

#[test]
fn without_a_correspondent_account_there_is_a_reason_in_place_of_the_code() {
    let fields = CardFields { correspondent_account: String::new(), ..organization() };
    let reason = payment_code(&fields, &record("040613746")).unwrap_err();
    assert_eq!(reason.words(Lang::Ru), "Платежного кода нет: не указано «Корр. счет»");
    assert_eq!(reason.words(Lang::En), "No payment code: the correspondent account is missing");
    let wrong = CardFields { bic: "04061374".to_owned(), ..organization() };
    let reason = payment_code(&wrong, &record("")).unwrap_err();
    assert_eq!(reason.words(Lang::Ru), "Платежного кода нет, проверьте «БИК». В БИК 8 цифр: нужно 9");
    assert_eq!(reason.words(Lang::En), "No payment code, check the BIC. The BIC has 8 digits: 9 are needed");
}
