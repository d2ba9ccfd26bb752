//! Bank and tax requisites of a Russian company: each number with its own check, then all together.
//!
//! A number that passes may still be wrong: a ten-digit INN misses about 2 % of single wrong digits,
//! an account 7 % of swapped neighbours, a KPP or BIC all of them. Texts must not claim more.

mod account;
mod account_key;
mod bank;
mod bank_fault;
mod bic;
pub mod card;
mod check;
pub mod doctor;
mod held_at;
mod inn;
mod kpp;
mod normalise;
mod notice;
mod ogrn;
mod parties_report;
mod party;
pub mod paste;
pub mod payment_code;
mod promise;
#[cfg(test)]
mod promises;
mod proposal;
mod region;
#[cfg(test)]
mod sample;
mod shown_day;
mod slot;
mod typed;
#[cfg(test)]
mod vectors;

pub use account::{CorrespondentAccount, SettlementAccount};
pub use account_key::expected_key;
pub use bank::{Bank, BankAccount, BankRecord};
pub use bank_fault::{BankFault, ToFix};
pub use bic::{AccountPrefix, Bic};
pub use card::CardFields;
pub use check::{Requisites, RequisitesDraft};
pub use inn::Inn;
pub use kpp::Kpp;
pub use normalise::normalise;
pub use notice::{Level, Notice, NoticeKind, address_notice};
pub use ogrn::Ogrn;
pub use parties_report::{FaultKind, PartiesReport, PartyFault};
pub use party::{LookUp, LookUpTrouble, Party, PartySource};
pub use paste::{Known, Mentioned};
pub use payment_code::{NoCode, PaymentCode};
pub use promise::promise;
pub use proposal::{Pasted, Proposal};
pub use shown_day::shown_day;
