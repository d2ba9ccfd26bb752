//! An entry on its way into the ledger, as typed and as proven.

use std::ops::RangeInclusive;

use super::{EntryKind, EntryNumber, Service};
use crate::fields::{self, Fields, text};
use crate::values::{Invalid, Kopecks, Problem, Remark};

/// A balance stays within ±9 999 999 999 999.99.
pub const MAX_BALANCE: Kopecks = Kopecks::new(999_999_999_999_999);
/// One entry moves 0.01 … 999 999 999.99.
const AMOUNTS: RangeInclusive<Kopecks> = Kopecks::new(1)..=Kopecks::new(99_999_999_999);
/// Characters of a reference.
const MAX_REFERENCE: u32 = 100;

/// An entry that may be written, but for whose rights and for the balance that it meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    kind: EntryKind,
    amount: Kopecks,
    occurred_at: Option<i64>,
    description: String,
    service: Option<Service>,
    reference: String,
}

/// The texts of an entry, as they came. Amounts of charges and payments have no sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryDraft<'a> {
    pub amount: Option<Kopecks>,
    pub description: &'a str,
    pub service: &'a str,
    pub reference: &'a str,
}

/// A wish to take an entry back. Fields: `number`, `description` (the reason), `key`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReversalDraft {
    pub number: EntryNumber,
    pub reason: Remark,
    pub key: IdempotencyKey,
}

/// What a sender calls a request by, so that sending it again does nothing twice: 1–255 printable ASCII characters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct IdempotencyKey(String);

impl NewEntry {
    /// The fields that a person's form brings: `kind` (`payment`, `correction` or `charge`), `amount`, `description`,
    /// `service`, `reference`, `key`. A correction's amount has a sign, and its description is the reason.
    pub fn read(fields: &Fields) -> Result<(Self, IdempotencyKey), Invalid> {
        let mut invalid = fields::unknown(fields, &["kind", "amount", "description", "service", "reference", "key"]);
        let kind = EntryKind::parse(text(fields, "kind")).filter(|kind| *kind != EntryKind::Reversal);
        let kind = invalid.check("kind", kind.ok_or(Problem::UnknownChoice));
        let amount = invalid.check("amount", Kopecks::parse_amount(text(fields, "amount")));
        let key = invalid.check("key", IdempotencyKey::parse(text(fields, "key")));
        let draft = EntryDraft {
            amount,
            description: text(fields, "description"),
            service: text(fields, "service"),
            reference: text(fields, "reference"),
        };
        let entry = draft.check(kind.unwrap_or(EntryKind::Correction), &mut invalid);
        match (entry, key) {
            (Some(entry), Some(key)) if invalid.is_empty() => Ok((entry, key)),
            _ => Err(invalid),
        }
    }

    /// The exact opposite of an entry's signed amount.
    pub fn reversal(amount: Kopecks, reason: &Remark) -> Self {
        Self {
            kind: EntryKind::Reversal,
            amount: Kopecks::new(-amount.value()),
            occurred_at: None,
            description: reason.as_str().to_owned(),
            service: None,
            reference: String::new(),
        }
    }

    /// When it happened, Unix milliseconds; when it is recorded without one.
    #[must_use]
    pub fn occurring_at(self, occurred_at: Option<i64>) -> Self {
        Self { occurred_at, ..self }
    }

    pub fn occurred_at(&self) -> Option<i64> {
        self.occurred_at
    }

    pub fn kind(&self) -> EntryKind {
        self.kind
    }

    /// Signed.
    pub fn amount(&self) -> Kopecks {
        self.amount
    }

    pub fn description(&self) -> &str {
        &self.description
    }

    pub fn service(&self) -> Option<&Service> {
        self.service.as_ref()
    }

    pub fn reference(&self) -> &str {
        &self.reference
    }
}

impl EntryDraft<'_> {
    /// The entry, or its problems among `invalid`. An amount of `None` has been complained about already.
    pub fn check(&self, kind: EntryKind, invalid: &mut Invalid) -> Option<NewEntry> {
        let amount = self.amount.and_then(|amount| invalid.check("amount", signed(kind, amount)));
        let description = invalid.check("description", self.description(kind));
        let service = crate::values::optional(self.service, Service::parse);
        let service = invalid.check("service", service);
        let reference = invalid.check("reference", reference(self.reference));
        Some(NewEntry {
            kind,
            amount: amount?,
            occurred_at: None,
            description: description?,
            service: service?,
            reference: reference?,
        })
    }

    fn description(&self, kind: EntryKind) -> Result<String, Problem> {
        let is_reason = kind == EntryKind::Correction;
        if !is_reason && self.description.trim().is_empty() {
            return Ok(String::new());
        }
        Remark::parse(self.description).map(|remark| remark.as_str().to_owned())
    }
}

/// What the entry adds to the balance.
fn signed(kind: EntryKind, amount: Kopecks) -> Result<Kopecks, Problem> {
    let magnitude = if kind == EntryKind::Correction { Kopecks::new(amount.value().saturating_abs()) } else { amount };
    if !AMOUNTS.contains(&magnitude) {
        return Err(Problem::AmountOutOfRange { min: *AMOUNTS.start(), max: *AMOUNTS.end() });
    }
    Ok(if kind == EntryKind::Charge { Kopecks::new(-amount.value()) } else { amount })
}

fn reference(raw: &str) -> Result<String, Problem> {
    let text = raw.trim();
    let actual = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if actual > MAX_REFERENCE {
        return Err(Problem::TooLong { max: MAX_REFERENCE, actual });
    }
    if text.is_empty() { Ok(String::new()) } else { Remark::parse(text).map(|remark| remark.as_str().to_owned()) }
}

impl ReversalDraft {
    pub fn read(fields: &Fields) -> Result<Self, Invalid> {
        let mut invalid = fields::unknown(fields, &["number", "description", "key"]);
        let number = EntryNumber::parse(text(fields, "number")).ok_or(Problem::WholeNumberNeeded);
        let number = invalid.check("number", number);
        let reason = invalid.check("description", Remark::parse(text(fields, "description")));
        let key = invalid.check("key", IdempotencyKey::parse(text(fields, "key")));
        match (number, reason, key) {
            (Some(number), Some(reason), Some(key)) if invalid.is_empty() => Ok(Self { number, reason, key }),
            _ => Err(invalid),
        }
    }
}

impl IdempotencyKey {
    const MAX: u32 = 255;

    pub fn parse(raw: &str) -> Result<Self, Problem> {
        if raw.is_empty() {
            return Err(Problem::Required);
        }
        let actual = u32::try_from(raw.chars().count()).unwrap_or(u32::MAX);
        if actual > Self::MAX {
            return Err(Problem::TooLong { max: Self::MAX, actual });
        }
        let is_printable = raw.bytes().all(|byte| (0x20..0x7f).contains(&byte));
        if is_printable { Ok(Self(raw.to_owned())) } else { Err(Problem::NotPrintable) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(kind: &str, amount: &str, description: &str) -> Fields {
        [("kind", kind), ("amount", amount), ("description", description), ("key", "k")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into()
    }

    fn problems(fields: &Fields) -> Vec<String> {
        NewEntry::read(fields).unwrap_err().fields().map(str::to_owned).collect()
    }

    #[test]
    fn the_kind_gives_the_sign() {
        for (kind, typed, kopecks) in
            [("charge", "250", -25_000), ("payment", "1 250,50", 125_050), ("correction", "−3", -300)]
        {
            let (entry, _) = NewEntry::read(&form(kind, typed, "Because")).unwrap();
            assert_eq!(entry.amount(), Kopecks::new(kopecks), "{kind}");
        }
    }

    #[test]
    fn nothing_below_a_kopeck_or_beyond_the_greatest_entry_is_taken() {
        for (kind, amount) in
            [("charge", "0"), ("charge", "-1"), ("payment", "0"), ("payment", "1000000000"), ("correction", "0")]
        {
            assert_eq!(problems(&form(kind, amount, "Because")), ["amount"], "{kind} {amount}");
        }
    }

    #[test]
    fn a_correction_needs_its_reason_and_a_reversal_is_no_entry_to_type() {
        assert_eq!(problems(&form("correction", "5", " ")), ["description"]);
        assert!(NewEntry::read(&form("payment", "5", "")).is_ok());
        assert_eq!(problems(&form("reversal", "5", "x")), ["kind"]);
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let mut fields = form("gift", "x", "");
        fields.extend([("service".to_owned(), "Voice!".to_owned()), ("colour".to_owned(), "red".to_owned())]);
        fields.remove("key");
        assert_eq!(problems(&fields), ["amount", "colour", "description", "key", "kind", "service"]);
    }

    #[test]
    fn a_key_is_printable_ascii_of_bounded_length() {
        assert_eq!(IdempotencyKey::parse("a b~!").unwrap().as_str(), "a b~!");
        assert_eq!(IdempotencyKey::parse(""), Err(Problem::Required));
        assert_eq!(IdempotencyKey::parse("ключ"), Err(Problem::NotPrintable));
        assert_eq!(IdempotencyKey::parse("a\tb"), Err(Problem::NotPrintable));
        assert!(IdempotencyKey::parse(&"k".repeat(255)).is_ok());
        assert_eq!(IdempotencyKey::parse(&"k".repeat(256)), Err(Problem::TooLong { max: 255, actual: 256 }));
    }
}
