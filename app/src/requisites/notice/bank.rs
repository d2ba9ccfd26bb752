//! What the directory of BICs says of the bank itself.

use super::{Notice, NoticeKind};
use crate::requisites::{Bank, BankRecord, Bic};

/// The licence is revoked.
const REVOKED: &str = "LWRS";

/// A record of another BIC says nothing of this one.
pub(super) fn note(bic: &Bic, record: &BankRecord, notices: &mut Vec<Notice>) {
    let Some(day) = &record.business_day else {
        return notices.push(Notice::neutral("bic", NoticeKind::BankUnchecked));
    };
    match (record.entry(bic), &record.bank) {
        (Some(bank), _) => note_entry(bank, &record.today, notices),
        (None, None) => notices.push(Notice::warning("bic", NoticeKind::BicNotInDirectory { day: day.clone() })),
        (None, Some(_)) => {}
    }
}

fn note_entry(bank: &Bank, today: &str, notices: &mut Vec<Notice>) {
    let mut alarm = |kind| notices.push(Notice::alarm("bic", kind));
    if bank.restrictions.iter().any(|code| code == REVOKED) {
        alarm(NoticeKind::LicenceRevoked);
    }
    match bank.participant_type.as_str() {
        "90" => alarm(NoticeKind::InLiquidation),
        "99" => alarm(NoticeKind::OutsidePaymentSystem),
        _ => {}
    }
    // Days of one form, the year first, come in the order of their texts.
    if let Some(day) = bank.date_out.as_ref().filter(|day| day.as_str() < today) {
        alarm(NoticeKind::EntryEnded { day: day.clone() });
    }
    let codes: Vec<_> = bank.restrictions.iter().filter(|code| *code != REVOKED).cloned().collect();
    if !codes.is_empty() {
        notices.push(Notice::warning("bic", NoticeKind::Restricted { codes }));
    }
}
