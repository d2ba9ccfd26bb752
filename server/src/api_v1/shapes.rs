//! Companies and money as the API writes them. Part of the contract with other systems: fields may come, none go.

use app::companies::list::{Column, Row, Status};
use app::companies::{CompanyForm, Field, Kind};
use app::money::{self, Cause, Entry, EntryKind, Granted, Impact, Receiver, Tidings, Until};
use app::values::{CompanyId, Kopecks, Lang, MaxDialogs};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The currency of every company.
pub(super) const CURRENCY: &str = "RUB";

/// A sum of money, to the kopeck.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Money {
    /// Decimal with two places; a debt is negative.
    #[schema(example = "-1250.00")]
    pub(super) amount: String,
    #[schema(example = "RUB")]
    pub(super) currency: String,
}

/// A company as a list has it.
#[derive(Serialize, ToSchema)]
pub(super) struct CompanySummary {
    id: i64,
    name: String,
    #[schema(value_type = String, example = "affiliate")]
    kind: Kind,
    status: CompanyStatus,
    email: String,
    phone: String,
    inn: String,
    kpp: String,
    /// IANA name.
    #[schema(example = "Europe/Moscow")]
    time_zone: String,
    balance: Money,
    credit_limit: Money,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum CompanyStatus {
    Active,
    AwaitingConfirmation,
    LowBalance,
    Suspended,
}

/// A page of a list, by ascending ID.
#[derive(Serialize, ToSchema)]
pub(super) struct CompanyPage {
    pub(super) items: Vec<CompanySummary>,
    /// Found altogether.
    pub(super) total: usize,
    /// Brought back as `cursor`, it gives the next page; null on the last.
    pub(super) next_cursor: Option<String>,
}

/// A company with all its fields. Texts that are not known are empty.
#[derive(Serialize, ToSchema)]
pub(super) struct Company {
    id: i64,
    /// Grows with each save; also the `ETag`.
    version: i64,
    #[schema(value_type = String, example = "affiliate")]
    kind: Kind,
    is_confirmed: bool,
    name: String,
    email: String,
    phone: String,
    /// Whether administrators have to have a second factor.
    require_second_factor: bool,
    balance: Money,
    credit_limit: Money,
    /// Null where there is none, and of a company whose credit the token's company does not grant.
    notification_threshold: Option<Money>,
    /// IANA name.
    #[schema(example = "Europe/Moscow")]
    time_zone: String,
    max_dialogs: u32,
    comply_230fz: bool,
    inn: String,
    kpp: String,
    ogrn: String,
    bic: String,
    bank: String,
    correspondent_account: String,
    account: String,
    legal_address: String,
    postal_address: String,
}

/// Whether a company may use the services now.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Access {
    allowed: bool,
    /// Null while it may.
    reason: Option<Obstacle>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Obstacle {
    /// The debt exceeds the credit limit.
    CreditLimit,
    SuspendedByReseller,
    SuspendedByOperator,
    /// Its reseller is suspended, and its affiliates with it.
    ResellerSuspended,
    /// The registration awaits confirmation.
    Unconfirmed,
}

/// What a change of the credit would bring about.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Preview {
    /// Names the access after it and the letters; brought back with the change itself it is that which must come of it.
    outcome: String,
    before: Access,
    after: Access,
    available_before: Money,
    available_after: Money,
    letters: Vec<PlannedLetter>,
    /// Counted in what is available; null where none runs.
    temporary_limit: Option<TemporaryLimit>,
    /// RFC 3339: until then the company is not suspended though its debt exceeds the limit; null where that plays no part.
    postponed_until: Option<String>,
    /// What the reseller could still grant; null where it has no cap.
    pool_free: Option<Money>,
    /// The threshold lies below the suspension: its letter would come after that.
    warns_too_late: bool,
}

/// What is granted on top of the credit limit for a time.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct TemporaryLimit {
    on_top: Money,
    /// RFC 3339; at that instant it is over.
    until: String,
}

/// A letter that would be sent.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct PlannedLetter {
    #[schema(value_type = String, example = "suspended")]
    kind: Tidings,
    email: String,
    #[schema(value_type = String, example = "ru")]
    language: Lang,
}

impl Preview {
    pub(super) fn new(impact: Impact, outcome: String) -> Self {
        let letter = |(kind, to): (Tidings, Receiver)| PlannedLetter { kind, email: to.email, language: to.lang };
        let end = |until: Option<Until>| until.map(|until| instant(until.at));
        let lent = impact.granted.iter().find_map(|granted| match granted {
            Granted::TemporaryLimit(amount, until) => {
                Some(TemporaryLimit { on_top: Money::from(*amount), until: end(*until)? })
            }
            Granted::Postponement(_) => None,
        });
        let postponed = impact.granted.iter().find_map(|granted| match granted {
            Granted::Postponement(until) => end(*until),
            Granted::TemporaryLimit(..) => None,
        });
        Self {
            outcome,
            before: impact.access_before.into(),
            after: impact.access_after.into(),
            available_before: impact.available_before.into(),
            available_after: impact.available_after.into(),
            letters: impact.letters.into_iter().map(letter).collect(),
            temporary_limit: lent,
            postponed_until: postponed,
            pool_free: impact.pool_free.map(Money::from),
            warns_too_late: impact.warns_too_late,
        }
    }
}

/// An entry of a company's ledger.
#[derive(Serialize, ToSchema)]
pub(super) struct LedgerEntry {
    company: i64,
    /// 1, 2, 3 … within the company, without gaps.
    number: i64,
    #[schema(value_type = String, example = "charge")]
    kind: EntryKind,
    /// What it adds to the balance: negative for a charge.
    amount: Money,
    balance_after: Money,
    /// RFC 3339.
    occurred_at: String,
    /// RFC 3339; never earlier than that of the entry before.
    recorded_at: String,
    description: String,
    /// Null where it is for none.
    service: Option<String>,
    reference: String,
}

impl LedgerEntry {
    pub(super) fn new(company: CompanyId, entry: Entry) -> Self {
        Self {
            company: company.value(),
            number: entry.number.value(),
            kind: entry.kind,
            amount: entry.amount.into(),
            balance_after: entry.balance_after.into(),
            occurred_at: instant(entry.occurred_at),
            recorded_at: instant(entry.recorded_at),
            description: entry.description,
            service: entry.service.map(|service| service.as_str().to_owned()),
            reference: entry.reference,
        }
    }
}

/// RFC 3339 in UTC, to the millisecond.
fn instant(unix_ms: i64) -> String {
    let instant = Timestamp::from_millisecond(unix_ms).unwrap_or(Timestamp::UNIX_EPOCH);
    format!("{instant:.3}")
}

impl From<Kopecks> for Money {
    fn from(kopecks: Kopecks) -> Self {
        Self { amount: kopecks.to_string(), currency: CURRENCY.to_owned() }
    }
}

impl From<Row<'_>> for CompanySummary {
    fn from(row: Row<'_>) -> Self {
        let numbers = row.numbers();
        let text = |column| row.text(column).to_owned();
        Self {
            id: numbers.id.value(),
            name: text(Column::Name),
            kind: numbers.kind,
            status: numbers.status().into(),
            email: text(Column::Email),
            phone: text(Column::Phone),
            inn: text(Column::Inn),
            kpp: text(Column::Kpp),
            time_zone: row.zone().name.clone(),
            balance: numbers.balance.into(),
            credit_limit: numbers.credit_limit.into(),
        }
    }
}

impl From<Status> for CompanyStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::Active => Self::Active,
            Status::AwaitingConfirmation => Self::AwaitingConfirmation,
            Status::LowBalance => Self::LowBalance,
            Status::Suspended => Self::Suspended,
        }
    }
}

impl From<CompanyForm> for Company {
    fn from(form: CompanyForm) -> Self {
        let text = |field| form.fields.get(&field).cloned().unwrap_or_default();
        let threshold = Kopecks::parse_amount(&text(Field::NotificationThreshold)).ok();
        Self {
            id: form.id.value(),
            version: form.version.value(),
            kind: form.kind,
            is_confirmed: form.is_confirmed,
            name: text(Field::Name),
            email: text(Field::Email),
            phone: text(Field::Phone),
            require_second_factor: text(Field::RequireSecondFactor) == "true",
            balance: form.balance.into(),
            credit_limit: form.credit_limit.into(),
            notification_threshold: threshold.map(Money::from),
            time_zone: text(Field::TimeZone),
            max_dialogs: MaxDialogs::parse(&text(Field::MaxDialogs)).unwrap_or_default().value(),
            comply_230fz: text(Field::Comply230Fz) == "true",
            inn: text(Field::Inn),
            kpp: text(Field::Kpp),
            ogrn: text(Field::Ogrn),
            bic: text(Field::Bic),
            bank: text(Field::Bank),
            correspondent_account: text(Field::CorrespondentAccount),
            account: text(Field::Account),
            legal_address: text(Field::LegalAddress),
            postal_address: text(Field::PostalAddress),
        }
    }
}

impl From<money::Access> for Access {
    fn from(access: money::Access) -> Self {
        let reason = match access {
            money::Access::Allowed => None,
            money::Access::Unconfirmed => Some(Obstacle::Unconfirmed),
            money::Access::Suspended(Cause::Credit) => Some(Obstacle::CreditLimit),
            money::Access::Suspended(Cause::Operator) => Some(Obstacle::SuspendedByOperator),
            money::Access::Suspended(Cause::Reseller) => Some(Obstacle::SuspendedByReseller),
            money::Access::Suspended(Cause::Cascade) => Some(Obstacle::ResellerSuspended),
        };
        Self { allowed: access.is_allowed(), reason }
    }
}
