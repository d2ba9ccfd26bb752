//! The correspondent account against the BIC and against the directory.

use super::account::restricted;
use super::{Notice, NoticeKind};
use crate::requisites::{Bank, BankRecord, CorrespondentAccount, Requisites};

const FIELD: &str = "correspondent_account";

pub(super) fn note(requisites: &Requisites, record: &BankRecord, notices: &mut Vec<Notice>) {
    let typed = requisites.correspondent_account();
    let Some(bic) = requisites.bic() else {
        notices.extend(typed.map(|_| Notice::warning(FIELD, NoticeKind::KeyUnchecked)));
        return;
    };
    let by_directory = record.entry(bic).and_then(|bank| against_directory(typed, bank));
    // What the directory says of the account says more than its last digits do.
    if let Some(notice) = by_directory {
        notices.push(notice);
    } else if typed.is_some_and(|account| !account.ends_as(bic)) {
        let kind = NoticeKind::OtherBankEnding { expected: bic.organization().to_owned() };
        notices.push(Notice::warning(FIELD, kind));
    }
    notices.extend(typed.and_then(|account| restricted(FIELD, account.as_str(), record.entry(bic)?)));
}

/// An empty field is told of what cannot be filled in by itself, and of nothing else.
fn against_directory(typed: Option<&CorrespondentAccount>, bank: &Bank) -> Option<Notice> {
    let open: Vec<String> = bank.correspondent_accounts().map(str::to_owned).collect();
    let listed = typed.and_then(|account| bank.account(account.as_str()));
    if listed.is_some_and(|account| account.is_open) {
        return None;
    }
    if !open.is_empty() {
        return typed.map(|_| Notice::warning(FIELD, NoticeKind::OtherThanDirectory { accounts: open }));
    }
    if listed.is_some() {
        return Some(Notice::warning(FIELD, NoticeKind::AccountClosed));
    }
    let kind = match bank.treasury_account() {
        Some(account) => NoticeKind::TreasuryAccount { account: account.to_owned() },
        None => NoticeKind::NoDirectoryAccount,
    };
    Some(Notice::neutral(FIELD, kind))
}
