//! Codes byte for byte, and the reasons for none.

use super::*;
use crate::requisites::sample::{record, record_with};
use crate::values::Lang;

const P1: &str = "ST00012|Name=ООО «Ромашка-Тест»|PersonalAcc=40702810100000000017|BankName=АО \"ТЕСТБАНК\"|BIC=040613746|CorrespAcc=30101810300000000746|Sum=125050|Purpose=Оплата по счету № 2-2026-000017 от 23.11.2026|PayeeINN=0017000016|KPP=001701001";
const P2: &str = "ST00012|Name=ИП Примеров Пример Примерович|PersonalAcc=40802810500000000041|BankName=АО \"ТЕСТБАНК\"|BIC=040613746|CorrespAcc=30101810300000000746|PayeeINN=001700000150";
const P3: &str = "ST00012~Name=ООО «А|Б Тест»~PersonalAcc=40702810100000000017~BankName=АО \"ТЕСТБАНК\"~BIC=040613746~CorrespAcc=30101810300000000746~Sum=1~Purpose=Пополнение баланса~PayeeINN=0017000016~KPP=001701001";

fn invoice() -> PaymentCode {
    PaymentCode {
        name: "ООО «Ромашка-Тест»".to_owned(),
        account: "40702810100000000017".to_owned(),
        bank_name: "АО \"ТЕСТБАНК\"".to_owned(),
        bic: "040613746".to_owned(),
        correspondent_account: "30101810300000000746".to_owned(),
        sum: Some(125_050),
        purpose: Some("Оплата по счету № 2-2026-000017 от 23.11.2026".to_owned()),
        inn: "0017000016".to_owned(),
        kpp: "001701001".to_owned(),
    }
}

fn clash() -> PaymentCode {
    let purpose = Some("Пополнение баланса".to_owned());
    PaymentCode { name: "ООО «А|Б Тест»".to_owned(), sum: Some(1), purpose, ..invoice() }
}

#[test]
fn known_codes_come_out_byte_for_byte() {
    let proprietor = PaymentCode {
        name: "ИП Примеров Пример Примерович".to_owned(),
        account: "40802810500000000041".to_owned(),
        sum: None,
        purpose: None,
        inn: "001700000150".to_owned(),
        kpp: String::new(),
        ..invoice()
    };
    for (code, text, characters, bytes) in
        [(invoice(), P1, 232, 275), (proprietor, P2, 166, 202), (clash(), P3, 196, 234)]
    {
        let composed = code.compose(&record("")).unwrap();
        assert_eq!(composed, text);
        assert_eq!((composed.chars().count(), composed.len()), (characters, bytes));
    }
}

#[test]
fn long_texts_are_cut_and_line_breaks_become_spaces() {
    let code = PaymentCode {
        name: "ж".repeat(161),
        bank_name: format!("{}|", "б".repeat(45)),
        purpose: Some(format!("a\r\nb\nc{}", "ц".repeat(300))),
        ..invoice()
    };
    let fields = read_text(&code.compose(&record("")).unwrap()).unwrap();
    assert_eq!(fields.value("Name"), Some("ж".repeat(160).as_str()));
    assert_eq!(fields.value("BankName"), Some("б".repeat(45).as_str()), "what is cut off clashes with nothing");
    assert_eq!(fields.value("Purpose"), Some(format!("a b c{}", "ц".repeat(205)).as_str()));
}

#[test]
fn the_first_separator_that_stands_in_no_value_is_taken() {
    for (name, separator) in [("a", "|"), ("a|", "~"), ("a|~", "^"), ("a|~^", "#"), ("a|~^#", ";")] {
        let code = PaymentCode { name: name.to_owned(), ..invoice() }.compose(&record("")).unwrap();
        assert!(code.starts_with(&format!("ST00012{separator}Name={name}{separator}PersonalAcc=")), "{code}");
    }
}

#[test]
fn a_code_that_could_pay_wrongly_is_not_written_and_the_reason_is_said() {
    let without = |change: fn(&mut PaymentCode)| {
        let mut code = invoice();
        change(&mut code);
        code.compose(&record("")).unwrap_err()
    };
    for (reason, ru, en) in [
        (
            without(|code| code.name = " ".to_owned()),
            "Платежного кода нет: не указано «Наименование»",
            "No payment code: the name is missing",
        ),
        (
            without(|code| code.account.clear()),
            "Платежного кода нет: не указано «Расчетный счет»",
            "No payment code: the account is missing",
        ),
        (
            without(|code| code.bank_name.clear()),
            "Платежного кода нет: не указано «Банк»",
            "No payment code: the bank is missing",
        ),
        (
            without(|code| code.bic.clear()),
            "Платежного кода нет: не указано «БИК»",
            "No payment code: the BIC is missing",
        ),
        (
            without(|code| code.correspondent_account.clear()),
            "Платежного кода нет: не указано «Корр. счет»",
            "No payment code: the correspondent account is missing",
        ),
        (
            without(|code| code.account = "40702810200000000017".to_owned()),
            "Платежного кода нет, проверьте «Расчетный счет». Счет не подходит к этому БИК: на 9-м месте ожидается 1, если остальные цифры верны; либо неверен БИК",
            "No payment code, check the account. The account does not fit this BIC: 1 expected at position 9, if the other digits are right; or the BIC is wrong",
        ),
        (
            without(|code| code.correspondent_account = "3010181".to_owned()),
            "Платежного кода нет, проверьте «Корр. счет». В номере счета 7 символов: нужно 20",
            "No payment code, check the correspondent account. The account has 7 characters: 20 are needed",
        ),
        (
            without(|code| code.inn = "0017000061".to_owned()),
            "Платежного кода нет, проверьте «ИНН». Контрольная цифра не сходится: ожидается 2, если остальные цифры верны",
            "No payment code, check the INN. Control digit does not match: 2 expected, if the other digits are right",
        ),
        (
            without(|code| code.inn = "001700000150".to_owned()),
            "Платежного кода нет, проверьте «КПП». КПП бывает только у организаций: при ИНН из 12 цифр оставьте поле пустым",
            "No payment code, check the KPP. Only organizations have a KPP: leave it empty with an INN of 12 digits",
        ),
        (
            without(|code| code.sum = Some(1_000_000_000_000_000_000)),
            "Платежного кода нет: сумма больше, чем в него помещается",
            "No payment code: the sum is larger than it can hold",
        ),
        (
            without(|code| code.name = "a|~^#;".to_owned()),
            "Платежного кода нет: в названиях есть все знаки, которыми он делит поля (| ~ ^ # ;)",
            "No payment code: the names hold every character that could separate its fields (| ~ ^ # ;)",
        ),
        (
            NoCode::ReadsOtherwise,
            "Платежного кода нет: записанное читается иначе",
            "No payment code: what was written reads otherwise",
        ),
    ] {
        assert_eq!(reason.words(Lang::Ru), ru);
        assert_eq!(reason.words(Lang::En), en);
    }
}

#[test]
fn what_refuses_no_save_stands_in_the_way_of_no_code() {
    let at_unit = PaymentCode {
        bic: "040613747".to_owned(),
        account: "40503810800000000750".to_owned(),
        correspondent_account: "30101810600000000747".to_owned(),
        ..invoice()
    };
    let wrong = NoCode::Refused { field: "account".into(), problem: Problem::AccountKey { expected: 1, position: 9 } };
    assert!(at_unit.compose(&record("040613747")).is_ok(), "the directory ties the account to its unit");
    assert_eq!(at_unit.compose(&record("")), Err(wrong.clone()));
    assert_eq!(at_unit.compose(&record_with("040613748", |_| ())), Err(wrong), "a record of another BIC says nothing");
    let of_treasury = record_with("040613747", |bank| {
        bank.participant_type = "52".to_owned();
        bank.accounts.clear();
    });
    assert!(at_unit.compose(&of_treasury).is_ok(), "there a key is worth a warning, no more");
}

#[test]
fn a_code_that_reads_otherwise_is_none() {
    let written = [("Name", "ООО «А» ".to_owned()), ("BIC", "040613746".to_owned())];
    let read = |code: &str| read_back(code.to_owned(), &written).is_ok();
    assert!(read("ST00012|Name=ООО «А»|BIC=040613746"));
    for code in [
        "ST00012|Name=ООО «А»|BIC=040613747",
        "ST00012|Name=ООО «А»",
        "ST00012|Name=ООО «А»|BIC=040613746|x",
        "ST00012|Name=ООО «А»|BIC=040613746|Sum=1",
        "ST00012|BIC=040613746|Name=ООО «А»",
        "ST0001",
    ] {
        assert!(!read(code), "{code}");
    }
    let cut = PaymentCode { name: format!("{} б", "ж".repeat(159)), ..invoice() };
    assert!(cut.compose(&record("")).is_ok(), "the space before what was cut off");
}

#[test]
fn a_written_code_is_read_back() {
    for code in [invoice(), clash()] {
        let text = code.compose(&record("")).unwrap();
        let fields = read(text.as_bytes()).unwrap();
        assert_eq!(fields, read_text(&text).unwrap());
        let keys: Vec<&str> = fields.pairs.iter().map(|(key, _)| key.as_str()).collect();
        let order = ["Name", "PersonalAcc", "BankName", "BIC", "CorrespAcc", "Sum", "Purpose", "PayeeINN", "KPP"];
        assert_eq!(keys, order);
        assert_eq!(fields.value("Name"), Some(code.name.as_str()));
        assert!(fields.stray.is_empty());
    }
}

#[test]
fn every_encoding_any_separator_and_unknown_keys_are_read() {
    for bytes in [
        b"ST00011|Name=\xce\xce\xce \xab\xc0\xbb|Tariff=a=b||x|".as_slice(),
        "ST00012^Name=ООО «А»^Tariff=a=b^^x^".as_bytes(),
        "ST00012\nName=ООО «А»\nTariff=a=b\nx\n".as_bytes(),
    ] {
        let fields = read(bytes).unwrap();
        assert_eq!(fields.pairs, [("Name", "ООО «А»"), ("Tariff", "a=b")].map(|(k, v)| (k.to_owned(), v.to_owned())));
        assert_eq!(fields.stray, ["x"]);
    }
    let koi8_r = read(b"ST00013|name=\xef\xef\xef \xe1").unwrap();
    assert_eq!(koi8_r.value("Name"), Some("ООО А"));
    let copied = read_text("\u{feff} ST00011|Name=ООО А|").unwrap();
    assert_eq!(copied.value("Name"), Some("ООО А"), "what was copied is text, whatever it names");
}

#[test]
fn what_cannot_be_read_says_why() {
    for (bytes, reason, ru, en) in [
        (
            b"ST0002|Name=A".as_slice(),
            UnreadableCode::OtherBeginning,
            "Это не платежный код: он начинается с ST0001",
            "Not a payment code: one begins with ST0001",
        ),
        (
            b"ST00014|Name=A",
            UnreadableCode::UnknownEncoding(Some('4')),
            "Кодировка платежного кода неизвестна: после ST0001 бывает 1, 2 или 3, а здесь «4»",
            "The payment code's encoding is unknown: 1, 2 or 3 follows ST0001, “4” here",
        ),
        (
            b"ST0001",
            UnreadableCode::UnknownEncoding(None),
            "Платежный код обрывается после ST0001",
            "The payment code breaks off after ST0001",
        ),
        (
            b"ST00012|Name=\xce\xce",
            UnreadableCode::NotUtf8,
            "Платежный код назван записанным в UTF-8, но это не так: считайте его заново",
            "The payment code claims to be in UTF-8 and is not: scan it again",
        ),
        (
            b"ST00012Name=A",
            UnreadableCode::NoSeparator,
            "Платежный код не читается: после кодировки нет знака, делящего поля",
            "The payment code cannot be read: no separator follows its encoding",
        ),
        (
            b"ST00012",
            UnreadableCode::NoSeparator,
            "Платежный код не читается: после кодировки нет знака, делящего поля",
            "The payment code cannot be read: no separator follows its encoding",
        ),
    ] {
        assert_eq!(read(bytes), Err(reason));
        assert_eq!(reason.words(Lang::Ru), ru);
        assert_eq!(reason.words(Lang::En), en);
    }
    assert_eq!(read_text("ИНН 0017000016"), Err(UnreadableCode::OtherBeginning));
}
