//! The answer of `findById/bank`: what stands in for an entry that the loaded directory of BICs does not have.

use app::requisites::{Bank, BankAccount, Bic, CorrespondentAccount, LookUpTrouble};
use app::values::{BankName, Problem};
use serde_json::Value;

use super::reading::{day, first, suggestions, text, word};

/// The longest city, in characters: with the longest name it still fits the field Bank.
const LONGEST_CITY: usize = 38;

/// A bank as the service describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundBank {
    /// The service tells neither the units that hold the accounts nor restrictions.
    pub bank: Bank,
    /// ACTIVE, LIQUIDATING, LIQUIDATED, or a word not known yet; empty where not told.
    pub status: String,
}

/// The bank of this very BIC; the service finds banks by other numbers too.
pub(super) fn read(answer: &Value, bic: &Bic) -> Result<Option<FoundBank>, LookUpTrouble> {
    let mut banks = suggestions(answer)?.filter(|suggestion| text(suggestion, "/data/bic").trim() == bic.as_str());
    Ok(banks.next().map(|suggestion| found(suggestion, bic)))
}

fn found(suggestion: &Value, bic: &Bic) -> FoundBank {
    let data = &suggestion["data"];
    let names = ["/name/payment", "/name/short", "/name/full"].map(|pointer| text(data, pointer));
    let status = word(data, "/state/status");
    let closed_on = day(data, "/state/liquidation_date");
    let bank = Bank {
        bic: bic.clone(),
        name: first(&[names[0], names[1], names[2], text(suggestion, "/value")], name),
        city: first(&[text(data, "/payment_city")], city),
        participant_type: participant_type(text(data, "/opf/type")).to_owned(),
        head_office: None,
        date_out: Some(closed_on).filter(|day| status == "LIQUIDATED" && !day.is_empty()),
        restrictions: Vec::new(),
        accounts: accounts(data),
    };
    FoundBank { bank, status }
}

/// At most 160 characters, as in the directory of BICs.
fn name(raw: &str) -> Result<BankName, Problem> {
    let name = BankName::parse(raw)?;
    let actual = u32::try_from(name.as_str().chars().count()).unwrap_or(u32::MAX);
    if actual > 160 { Err(Problem::TooLong { max: 160, actual }) } else { Ok(name) }
}

fn city(raw: &str) -> Result<BankName, Problem> {
    if raw.chars().count() > LONGEST_CITY { Err(Problem::Required) } else { BankName::parse(raw) }
}

/// The service's kinds as the nearest `PtType` of the directory of BICs; empty for what has none.
fn participant_type(kind: &str) -> &'static str {
    match kind {
        "BANK" | "NKO" => "20",
        "BANK_BRANCH" | "NKO_BRANCH" => "30",
        "CBR" => "00",
        "RKC" => "10",
        "TREASURY" => "52",
        _ => "",
    }
}

fn accounts(data: &Value) -> Vec<BankAccount> {
    let treasury = data["treasury_accounts"].as_array().map(Vec::as_slice).unwrap_or_default();
    let treasury = treasury.iter().filter_map(|number| account(number.as_str()?, "UTRA"));
    account(text(data, "/correspondent_account"), "CRSA").into_iter().chain(treasury).collect()
}

fn account(number: &str, kind: &str) -> Option<BankAccount> {
    let number = CorrespondentAccount::parse(number).ok()?.to_string();
    Some(BankAccount { number, kind: kind.to_owned(), unit: None, is_open: true, restrictions: Vec::new() })
}
