//! The notices in English.

use crate::requisites::NoticeKind as N;
use crate::requisites::shown_day;
use crate::values::Lang;

pub(super) fn message(kind: &N) -> String {
    let day = |day: &str| shown_day(day, Lang::En);
    match kind {
        N::KppMissing => "An organization has a KPP: no invoice can be made without it".to_owned(),
        N::OtherRegion { inn, kpp } => format!("The KPP begins with {kpp}, the INN with {inn}: usual after a move"),
        N::AddressElsewhere { inn, address } => {
            format!("The address is in region {address}, the INN begins with {inn}: usual after a move")
        }
        N::BankUnchecked => "No directory of BICs is loaded: the bank is not checked".to_owned(),
        N::BicNotInDirectory { day: of } => {
            format!("The Bank of Russia's directory of {} has no such BIC: please check it", day(of))
        }
        N::LicenceRevoked => "The bank's licence is revoked: no invoice can be made with it".to_owned(),
        N::InLiquidation => "A liquidator or an insolvency administrator runs the bank, the directory says".to_owned(),
        N::OutsidePaymentSystem => {
            "A client outside the Bank of Russia's payment system, the directory says".to_owned()
        }
        N::EntryEnded { day: on } => format!("The bank's entry in the directory was good until {}", day(on)),
        N::Restricted { codes } => {
            format!("Restrictions in the Bank of Russia's directory: {}", codes.join(", "))
        }
        N::KeyUnchecked => "The account's key is not checked: fill in the BIC".to_owned(),
        N::KeyDoubtful { expected, position } => {
            format!(
                "The account's key does not fit this BIC: {expected} expected at position {position}, if the other digits are right"
            )
        }
        N::OtherBankEnding { expected } => {
            format!("This bank's correspondent account usually ends in {expected}: check the account and the BIC")
        }
        N::OtherThanDirectory { accounts } => {
            format!("The directory has another correspondent account of this bank: {}", accounts.join(", "))
        }
        N::NoDirectoryAccount => "The directory has no correspondent account of this bank".to_owned(),
        N::TreasuryAccount { account } => {
            format!("The treasury has a single treasury account in place of a correspondent one: {account}")
        }
        N::AccountClosed => "The directory says that this account is closed".to_owned(),
        N::OrganizationAccountOfPerson => {
            "This account is an organization's, an INN of 12 digits a sole proprietor's: check both".to_owned()
        }
        N::PersonAccountOfOrganization => {
            "This account is a sole proprietor's, an INN of 10 digits an organization's: check both".to_owned()
        }
        N::ForeignCurrency { code } => format!("Not a rouble account: its currency code is {code}"),
    }
}
