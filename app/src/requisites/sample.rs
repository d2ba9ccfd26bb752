//! An invented directory for the tests: what it says of each of its BICs.

use super::{Bank, BankAccount, BankRecord, Bic};

/// The business day of the sample.
pub(super) const DAY: &str = "2026-11-23";

/// What a loaded directory says of this BIC; of one that is not in it, nothing.
pub(super) fn record(bic: &str) -> BankRecord {
    let known = ["040613746", "040613747", "040613748", "040613749", "040613752", "010613900", "040613001"];
    let bank = known.contains(&bic).then(|| bank(bic));
    BankRecord { business_day: Some(DAY.to_owned()), bank, elsewhere: None, today: "2026-11-24".to_owned() }
}

/// The record with the bank changed.
pub(super) fn record_with(bic: &str, change: impl FnOnce(&mut Bank)) -> BankRecord {
    let mut bank = bank(bic);
    change(&mut bank);
    BankRecord { bank: Some(bank), ..record("") }
}

fn bank(bic: &str) -> Bank {
    let (name, participant_type, accounts) = match bic {
        "040613746" => ("АО \"ТЕСТБАНК\"", "20", vec![account("30101810300000000746", "CRSA")]),
        "040613747" => {
            let held_elsewhere =
                BankAccount { unit: Some(parsed("040627001")), ..account("40503810800000000750", "BANA") };
            ("ФИЛИАЛ \"ОБРАЗЦОВЫЙ\"", "30", vec![account("30101810600000000747", "CRSA"), held_elsewhere])
        }
        "040613748" => {
            let closed = BankAccount { is_open: false, ..account("30101810500002000748", "CRSA") };
            ("ПАО \"ПРИМЕР-БАНК\"", "20", vec![account("30101810900000000748", "CRSA"), closed])
        }
        "040613749" => ("ООО КБ \"БЫВШИЙ\"", "90", vec![account("30101810200000000749", "CRSA")]),
        "040613752" => ("НКО \"БЕЗ СЧЕТА\"", "71", Vec::new()),
        "010613900" => ("УФК по Примерской области", "52", vec![account("40102810500000000001", "UTRA")]),
        _ => ("ОТДЕЛЕНИЕ ПРИМЕРСК БАНКА РОССИИ", "12", Vec::new()),
    };
    let restrictions = if bic == "040613749" { vec!["LWRS".to_owned()] } else { Vec::new() };
    Bank {
        bic: parsed(bic),
        name: name.to_owned(),
        city: "г Примерск".to_owned(),
        participant_type: participant_type.to_owned(),
        head_office: None,
        date_out: None,
        restrictions,
        accounts,
    }
}

fn account(number: &str, kind: &str) -> BankAccount {
    BankAccount {
        number: number.to_owned(),
        kind: kind.to_owned(),
        unit: Some(parsed("040613001")),
        is_open: true,
        restrictions: Vec::new(),
    }
}

fn parsed(bic: &str) -> Bic {
    Bic::parse(bic).unwrap()
}
