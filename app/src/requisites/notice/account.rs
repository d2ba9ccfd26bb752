//! The settlement account against the BIC, the INN and the rouble.

use super::{Notice, NoticeKind};
use crate::requisites::{Bank, BankRecord, Inn, Requisites, SettlementAccount, held_at};
use crate::values::Problem;

const FIELD: &str = "account";
/// Accounts of organizations, by their first five digits (Bank of Russia, chart of accounts of banks).
const OF_ORGANIZATIONS: [&str; 9] = ["40501", "40502", "40503", "40601", "40602", "40603", "40701", "40702", "40703"];
/// The account of a sole proprietor.
const OF_PROPRIETOR: &str = "40802";
/// Roubles, in the digits of an account.
const ROUBLE: &str = "810";

pub(super) fn note(requisites: &Requisites, record: &BankRecord, notices: &mut Vec<Notice>) {
    let Some(account) = requisites.account() else { return };
    match requisites.bic() {
        None => notices.push(Notice::warning(FIELD, NoticeKind::KeyUnchecked)),
        Some(bic) => {
            let checked = held_at::check_settlement(account, bic, record.entry(bic));
            if let Err(Problem::AccountKey { expected, position }) = checked {
                notices.push(Notice::warning(FIELD, NoticeKind::KeyDoubtful { expected, position }));
            }
            notices.extend(record.entry(bic).and_then(|bank| restricted(FIELD, account.as_str(), bank)));
        }
    }
    notices.extend(holder(account, requisites.inn()).map(|kind| Notice::warning(FIELD, kind)));
    if account.currency() != ROUBLE {
        let kind = NoticeKind::ForeignCurrency { code: account.currency().to_owned() };
        notices.push(Notice::neutral(FIELD, kind));
    }
}

/// The restrictions that the directory puts on one account of the bank.
pub(super) fn restricted(field: &'static str, number: &str, bank: &Bank) -> Option<Notice> {
    let codes = &bank.account(number)?.restrictions;
    (!codes.is_empty()).then(|| Notice::warning(field, NoticeKind::Restricted { codes: codes.clone() }))
}

/// Whose account it is by its kind, where the INN says otherwise.
fn holder(account: &SettlementAccount, inn: Option<&Inn>) -> Option<NoticeKind> {
    let kind = account.balance_account();
    match inn?.is_person() {
        true if OF_ORGANIZATIONS.contains(&kind) => Some(NoticeKind::OrganizationAccountOfPerson),
        false if kind == OF_PROPRIETOR => Some(NoticeKind::PersonAccountOfOrganization),
        _ => None,
    }
}
