//! Invented companies for the tests.

use crate::requisites::{Bank, BankAccount, BankRecord, Bic, CardFields};

/// A supplier that lacks nothing.
pub(super) fn romashka() -> CardFields {
    let typed = |text: &str| text.to_owned();
    CardFields {
        name: typed("ООО «Ромашка-Тест»"),
        inn: typed("0017000016"),
        kpp: typed("001701001"),
        account: typed("40702810100000000017"),
        bank: typed("АО \"ТЕСТБАНК\", г Примерск"),
        bic: typed("040613746"),
        correspondent_account: typed("30101810300000000746"),
        legal_address: typed("000001, г. Примерск\nул. Новая, д. 1"),
        ..CardFields::default()
    }
}

/// A buyer.
pub(super) fn sever() -> CardFields {
    CardFields {
        name: "ООО «Север»".to_owned(),
        inn: "0017000023".to_owned(),
        kpp: "001701002".to_owned(),
        legal_address: "000002, г. Примерск, пр. Лесной, д. 9".to_owned(),
        ..CardFields::default()
    }
}

/// What a loaded directory says of the supplier's bank.
pub(super) fn record() -> BankRecord {
    let bic = |text| Bic::parse(text).unwrap();
    let account = BankAccount {
        number: "30101810300000000746".to_owned(),
        kind: "CRSA".to_owned(),
        unit: Some(bic("040613001")),
        is_open: true,
        restrictions: Vec::new(),
    };
    let bank = Bank {
        bic: bic("040613746"),
        name: "АО \"ТЕСТБАНК\"".to_owned(),
        city: "г Примерск".to_owned(),
        participant_type: "20".to_owned(),
        head_office: None,
        date_out: None,
        restrictions: Vec::new(),
        accounts: vec![account],
    };
    BankRecord {
        business_day: Some("2026-11-23".to_owned()),
        bank: Some(bank),
        elsewhere: None,
        today: "2026-11-24".to_owned(),
    }
}
