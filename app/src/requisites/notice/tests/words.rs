//! The notices, read as a person reads them.

use super::*;

#[test]
fn every_notice_says_the_same_in_both_languages() {
    let account = || "30101810900000000748".to_owned();
    for (kind, russian, english) in [
        (
            N::KppMissing,
            "У организации есть КПП: без него счет на оплату не выставить",
            "An organization has a KPP: no invoice can be made without it",
        ),
        (
            N::OtherRegion { inn: "00".to_owned(), kpp: "77".to_owned() },
            "КПП начинается с 77, ИНН с 00: так бывает после переезда",
            "The KPP begins with 77, the INN with 00: usual after a move",
        ),
        (
            N::AddressElsewhere { inn: "50".to_owned(), address: "77" },
            "Адрес в регионе 77, ИНН начинается с 50: так бывает после переезда",
            "The address is in region 77, the INN begins with 50: usual after a move",
        ),
        (
            N::BankUnchecked,
            "Справочник БИК не загружен: банк не проверен",
            "No directory of BICs is loaded: the bank is not checked",
        ),
        (
            N::BicNotInDirectory { day: DAY.to_owned() },
            "В справочнике Банка России от 23.11.2026 такого БИК нет: проверьте его",
            "The Bank of Russia's directory of 23 Nov 2026 has no such BIC: please check it",
        ),
        (
            N::LicenceRevoked,
            "У банка отозвана лицензия: счет на оплату с ним не выставить",
            "The bank's licence is revoked: no invoice can be made with it",
        ),
        (
            N::InLiquidation,
            "По справочнику в банке ликвидатор или конкурсный управляющий",
            "A liquidator or an insolvency administrator runs the bank, the directory says",
        ),
        (
            N::OutsidePaymentSystem,
            "По справочнику это клиент вне платежной системы Банка России",
            "A client outside the Bank of Russia's payment system, the directory says",
        ),
        (
            N::EntryEnded { day: "2019-12-31".to_owned() },
            "Запись о банке в справочнике действовала до 31.12.2019",
            "The bank's entry in the directory was good until 31 Dec 2019",
        ),
        (
            N::Restricted { codes: vec!["URRS".to_owned(), "FOCL".to_owned()] },
            "Ограничения по справочнику Банка России: URRS, FOCL",
            "Restrictions in the Bank of Russia's directory: URRS, FOCL",
        ),
        (N::KeyUnchecked, "Ключ счета не проверен: укажите БИК", "The account's key is not checked: fill in the BIC"),
        (
            N::KeyDoubtful { expected: 8, position: 9 },
            "Ключ счета не сходится с этим БИК: на 9-м месте ожидается 8, если остальные цифры верны",
            "The account's key does not fit this BIC: 8 expected at position 9, if the other digits are right",
        ),
        (
            N::OtherBankEnding { expected: "747".to_owned() },
            "Корр. счет этого банка обычно кончается на 747: проверьте счет и БИК",
            "This bank's correspondent account usually ends in 747: check the account and the BIC",
        ),
        (
            N::OtherThanDirectory { accounts: vec![account()] },
            "По справочнику у банка другой корр. счет: 30101810900000000748",
            "The directory has another correspondent account of this bank: 30101810900000000748",
        ),
        (
            N::NoDirectoryAccount,
            "Корр. счет в справочнике отсутствует",
            "The directory has no correspondent account of this bank",
        ),
        (
            N::TreasuryAccount { account: account() },
            "У казначейства вместо корр. счета единый казначейский счет: 30101810900000000748",
            "The treasury has a single treasury account in place of a correspondent one: 30101810900000000748",
        ),
        (N::AccountClosed, "По справочнику этот счет закрыт", "The directory says that this account is closed"),
        (
            N::OrganizationAccountOfPerson,
            "Это счет организации, а ИНН из 12 цифр бывает у предпринимателя: проверьте оба",
            "This account is an organization's, an INN of 12 digits a sole proprietor's: check both",
        ),
        (
            N::PersonAccountOfOrganization,
            "Это счет предпринимателя, а ИНН из 10 цифр бывает у организации: проверьте оба",
            "This account is a sole proprietor's, an INN of 10 digits an organization's: check both",
        ),
        (
            N::ForeignCurrency { code: "840".to_owned() },
            "Счет не рублевый: код валюты 840",
            "Not a rouble account: its currency code is 840",
        ),
    ] {
        let notice = Notice::warning("bic", kind);
        assert_eq!(notice.message(Lang::Ru), russian);
        assert_eq!(notice.message(Lang::En), english);
    }
}
