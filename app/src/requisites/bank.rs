//! A bank as the Bank of Russia's directory of BICs (message ED807) describes it, and what is known of a typed BIC.

use serde::{Deserialize, Serialize};

use super::Bic;

/// One entry of the directory. Codes are kept as they stand there, unknown ones too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bank {
    pub bic: Bic,
    /// `NameP`, at most 160 characters.
    pub name: String,
    /// `Tnp` and `Nnp` as one text, "г Примерск"; empty where the entry has none.
    pub city: String,
    /// `PtType`: 20 a credit organization, 30 its branch, 90 a liquidator, …
    pub participant_type: String,
    /// `PrntBIC`, the head office.
    pub head_office: Option<Bic>,
    /// `DateOut`, `YYYY-MM-DD`: the day after which the entry is no more.
    pub date_out: Option<String>,
    /// `Rstr` codes of the participant: LWRS, the licence is revoked, and others.
    pub restrictions: Vec<String>,
    pub accounts: Vec<BankAccount>,
}

/// An account that the directory names at a bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankAccount {
    /// Twenty characters, not checked: it is the directory's word.
    pub number: String,
    /// `RegulationAccountType`: CRSA correspondent, UTRA single treasury, BANA bank account, …
    pub kind: String,
    /// `AccountCBRBIC`: the unit of the Bank of Russia that holds it.
    pub unit: Option<Bic>,
    /// `AccountStatus` is ACAC.
    pub is_open: bool,
    /// `AccRstr` codes.
    pub restrictions: Vec<String>,
}

impl BankRecord {
    /// The directory's entry of this BIC. A record of another BIC, one typed before, has none.
    pub fn entry(&self, bic: &Bic) -> Option<&Bank> {
        self.bank.as_ref().filter(|bank| bank.bic == *bic)
    }
}

impl Bank {
    /// What the directory says of one account of this bank.
    pub fn account(&self, number: &str) -> Option<&BankAccount> {
        self.accounts.iter().find(|account| account.number == number)
    }

    /// A credit organization or its branch (`PtType` 20, 30).
    pub fn is_credit_organization(&self) -> bool {
        matches!(self.participant_type.as_str(), "20" | "30")
    }

    /// What the field Bank holds: the name and the city, `АО "ТЕСТБАНК", г Примерск`.
    pub fn title(&self) -> String {
        if self.city.is_empty() { self.name.clone() } else { format!("{}, {}", self.name, self.city) }
    }

    /// Open correspondent accounts (CRSA, ACAC): none, one, or several to choose from.
    pub fn correspondent_accounts(&self) -> impl Iterator<Item = &str> {
        self.accounts.iter().filter(|account| account.kind == "CRSA" && account.is_open).map(|one| one.number.as_str())
    }

    /// Of a treasury body (`PtType` 51, 52): its open single treasury account (UTRA), to be offered, never filled.
    pub fn treasury_account(&self) -> Option<&str> {
        let is_treasury = matches!(self.participant_type.as_str(), "51" | "52");
        let account = self.accounts.iter().find(|account| account.kind == "UTRA" && account.is_open);
        account.filter(|_| is_treasury).map(|account| account.number.as_str())
    }
}

/// What the loaded directory says of one BIC. The default: no directory was ever loaded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankRecord {
    /// `BusinessDay` of the loaded directory, `YYYY-MM-DD`; nothing while none is loaded.
    pub business_day: Option<String>,
    /// The entry; nothing where the directory has none, or none is loaded.
    pub bank: Option<Bank>,
    /// The same bank as a look-up service describes it, where the directory has no entry and such a service is set.
    #[serde(default)]
    pub elsewhere: Option<Bank>,
    /// The day of the question in Moscow, `YYYY-MM-DD`: what a `DateOut` is held against.
    pub today: String,
}
