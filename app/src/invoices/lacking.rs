//! What stands between a company and an invoice in its name, or to it.

use crate::companies::Field;
use crate::requisites::{BankRecord, CardFields, Inn, Level, RequisitesDraft};

/// The fields of a supplier that stand in the way: what is empty, what is refused by its check, and the BIC of a bank that
/// is no more. In the order of the dialog, each once. `bank` is what the directory says of its BIC.
pub fn lacking(supplier: &CardFields, bank: &BankRecord) -> Vec<Field> {
    let required = [
        (Field::Name, &supplier.name),
        (Field::Inn, &supplier.inn),
        (Field::Bic, &supplier.bic),
        (Field::Bank, &supplier.bank),
        (Field::CorrespondentAccount, &supplier.correspondent_account),
        (Field::Account, &supplier.account),
    ];
    let draft = requisites(supplier);
    let invalid = draft.check(bank).err().unwrap_or_default();
    let alarms = draft.notices(bank).into_iter().filter(|notice| notice.level == Level::Alarm);
    let mut lacking: Vec<Field> =
        required.into_iter().filter(|(_, text)| is_blank(text)).map(|(field, _)| field).collect();
    lacking.extend(invalid.fields().filter_map(Field::parse));
    lacking.extend(alarms.filter_map(|notice| Field::parse(notice.field)));
    lacking.sort_unstable();
    lacking.dedup();
    lacking
}

/// What an invoice to this company will miss: it is issued all the same, with a warning. An organization has a KPP, a
/// person has none.
pub fn missing_of_buyer(buyer: &CardFields) -> Vec<Field> {
    let is_person = Inn::parse(&buyer.inn).is_ok_and(|inn| inn.is_person());
    let wanted = [
        (Field::Name, &buyer.name),
        (Field::Inn, &buyer.inn),
        (Field::Kpp, &buyer.kpp),
        (Field::LegalAddress, &buyer.legal_address),
    ];
    let misses = |field: Field, text: &str| is_blank(text) && !(field == Field::Kpp && is_person);
    wanted.into_iter().filter(|(field, text)| misses(*field, text)).map(|(field, _)| field).collect()
}

fn requisites(fields: &CardFields) -> RequisitesDraft {
    RequisitesDraft {
        inn: fields.inn.clone(),
        kpp: fields.kpp.clone(),
        correspondent_account: fields.correspondent_account.clone(),
        bic: fields.bic.clone(),
        account: fields.account.clone(),
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{record, romashka};
    use super::*;

    fn without(change: impl FnOnce(&mut CardFields)) -> Vec<Field> {
        let mut fields = romashka();
        change(&mut fields);
        lacking(&fields, &record())
    }

    #[test]
    fn a_complete_supplier_lacks_nothing() {
        assert_eq!(lacking(&romashka(), &record()), []);
        assert_eq!(lacking(&romashka(), &BankRecord::default()), [], "no directory is loaded");
        assert_eq!(without(|fields| fields.legal_address.clear()), [], "an address is not needed to pay");
        assert_eq!(without(|fields| fields.kpp.clear()), [], "a KPP neither");
    }

    #[test]
    fn what_is_empty_is_listed_in_the_order_of_the_dialog() {
        let all = [Field::Name, Field::Inn, Field::Bic, Field::Bank, Field::CorrespondentAccount, Field::Account];
        assert_eq!(lacking(&CardFields::default(), &record()), all);
        assert_eq!(without(|fields| fields.correspondent_account = " ".to_owned()), [Field::CorrespondentAccount]);
    }

    #[test]
    fn what_its_check_refuses_is_listed() {
        assert_eq!(without(|fields| fields.inn = "0017000061".to_owned()), [Field::Inn]);
        assert_eq!(without(|fields| fields.kpp = "1".to_owned()), [Field::Kpp]);
        assert_eq!(without(|fields| fields.account = "40702810200000000017".to_owned()), [Field::Account]);
        assert_eq!(without(|fields| fields.bic = "04061374".to_owned()), [Field::Bic]);
    }

    #[test]
    fn a_bank_without_licence_or_at_its_end_is_listed() {
        for change in [
            (|bank: &mut crate::requisites::Bank| bank.restrictions = vec!["LWRS".to_owned()]) as fn(&mut _),
            |bank| bank.participant_type = "90".to_owned(),
            |bank| bank.participant_type = "99".to_owned(),
            |bank| bank.date_out = Some("2026-11-22".to_owned()),
        ] {
            let mut record = record();
            record.bank.as_mut().map(change).unwrap();
            assert_eq!(lacking(&romashka(), &record), [Field::Bic]);
        }
        let mut restricted = record();
        restricted.bank.as_mut().unwrap().restrictions = vec!["URRS".to_owned()];
        assert_eq!(lacking(&romashka(), &restricted), [], "worth a warning, no more");
    }

    #[test]
    fn a_buyer_without_requisites_is_a_warning() {
        assert_eq!(missing_of_buyer(&romashka()), []);
        let named = CardFields { name: "Север".to_owned(), ..CardFields::default() };
        assert_eq!(missing_of_buyer(&named), [Field::Inn, Field::Kpp, Field::LegalAddress]);
        let person = CardFields { inn: "001700000150".to_owned(), kpp: String::new(), ..romashka() };
        assert_eq!(missing_of_buyer(&person), []);
    }
}
