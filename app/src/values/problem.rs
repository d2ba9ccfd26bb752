//! Everything that can be wrong with a typed value, as facts. The words for a person are in
//! [`problem_words`](super::problem_words); positions count characters from 1.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Kopecks, Lang, message};
use crate::affiliates::Obstacle;
use crate::companies::KindObstacle;
use crate::directories::ImportRefusal;
use crate::invoices::NoInvoice;
use crate::people::PersonObstacle;

/// What a field expected where an unfit character stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// A digit 0–9.
    Digit,
    /// A digit or a Latin letter (KPP, positions 5–6).
    DigitOrLatin,
    /// A digit or a letter of a clearing currency: A B C E H K M P T X (account, position 6).
    DigitOrClearingLetter,
    /// A sum: digits, spaces, one comma or point, a minus.
    Amount,
    /// A phone number: digits, `+`, spaces, brackets, dashes, points.
    Phone,
    /// The part of an e-mail address before `@`.
    EmailName,
    /// The part of an e-mail address after `@`.
    EmailDomain,
    /// A part of an internet address: a–z, digits, dash.
    Slug,
}

/// Why a value is refused: one fact, rich enough to say what is expected instead.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", remote = "Self")]
pub enum Problem {
    // Any text
    Required,
    TooShort {
        min: u32,
        actual: u32,
    },
    TooLong {
        max: u32,
        actual: u32,
    },
    OnlyPunctuation,
    BadCharacter {
        ch: char,
        position: u32,
        wanted: Wanted,
    },
    CyrillicLetters {
        letters: String,
    },
    ControlCharacter {
        ch: char,
        position: u32,
    },
    /// A mark that turns the direction of text and can make it read as something else.
    DirectionMark {
        ch: char,
        position: u32,
    },
    InvisibleCharacter {
        ch: char,
        position: u32,
    },
    /// A required box is not ticked.
    ConsentRequired,
    /// A form brings a field that the operation does not know.
    UnknownField,
    /// The same stands in another field of the form.
    GivenAlready,
    /// None of the values to choose from.
    UnknownChoice,
    /// Wrong password or unknown, blocked or invited account: never told apart.
    SignInFailed,
    /// Not the password of the account that is signed in.
    WrongPassword,
    /// Neither a code of now nor an unused recovery code.
    WrongCode,
    /// The passkey's answer does not fit the question, or came too late.
    PasskeyRefused,
    /// The account has no passkey.
    NoPasskey,
    /// Neither this browser nor this address knows passkeys.
    PasskeysUnsupported,
    /// The person or the browser gave up. Made in the browser only.
    PasskeyCancelled,
    /// No sign-in awaits a code any more.
    SignInTooLate,
    /// The key of an app was shown too long ago for its first code.
    SetUpTooLate,
    /// Why a request to attach a company cannot be completed.
    CannotAttach(Obstacle),
    /// A file of organizations has so many faults, which are listed beside it.
    FileFaults {
        count: u32,
    },
    /// Why a file does not become the directory.
    ImportRefused(ImportRefusal),
    /// Why a company stays of the kind that it is.
    CannotChangeKind(KindObstacle),
    /// Why something cannot be done about a person's account.
    CannotAct(PersonObstacle),
    /// A save is undone within a day, not later.
    UndoTooLate,
    /// Somebody else has changed the field since it was read; what it is now, empty where it says nothing.
    ChangedMeanwhile {
        now: String,
    },
    /// A user has one role at least.
    RoleNeeded,
    /// Not a day such as `2026-11-23`.
    NotADate,
    /// The last day of a period lies before its first.
    EndsBeforeItBegins,
    /// What was before a company was attached is not its reseller's to see.
    BeforeAttachment,
    /// A period of which nothing has passed yet.
    InTheFuture,
    /// The link in a letter is no more: used, replaced by a newer letter's, or long expired.
    LetterOutdated,
    /// Somebody has settled the request meanwhile, the other way.
    RequestCompleted,
    RequestDeclined,
    RequestWithdrawn,

    // Numbers and money
    NotAnId,
    WholeNumberNeeded,
    OutOfRange {
        min: i64,
        max: i64,
    },
    NotAnAmount,
    SeveralDecimalMarks,
    MoreThanTwoDecimals,
    AmountOutOfRange {
        min: Kopecks,
        max: Kopecks,
    },
    /// Other systems send digits, a point and at most two decimals, nothing else.
    ExactAmountNeeded,

    // The ledger
    /// Every company keeps to the currency of its first entry.
    CurrencyMismatch {
        currency: String,
    },
    NotAService,
    NotPrintable,
    /// Not an instant such as `2026-11-23T14:05:00+03:00`.
    NotAnInstant,
    /// Not a time such as `2026-11-30T18:00`.
    NotALocalTime,
    /// More than five minutes ahead.
    InFuture,
    /// The balance would leave what a ledger holds.
    BalanceOutOfRange,
    /// The same key came with another body.
    IdempotencyKeyReused,
    NoSuchEntry,
    CannotReverseReversal,
    AlreadyReversed,

    // Credit
    /// A temporary limit, a postponement end in the future.
    NotInFuture,
    /// At most so many days ahead.
    TooFarAhead {
        days: u32,
    },
    /// More than the reseller has to grant; what is left.
    PoolExceeded {
        free: Kopecks,
    },
    /// Nothing suspends the company by hand that this person could lift.
    NotSuspended,
    /// Whoever has registered the company has not answered the letter yet.
    AwaitsConfirmation,
    AlreadySuspended,

    // Invoices
    /// Why there is none, as its supplier reads it.
    NoInvoice(NoInvoice),
    /// The same as the buyer reads it.
    SupplierLacksRequisites,
    /// The platform buys from nobody.
    NoSupplier,
    /// It is paid, or cancelled already.
    CannotCancelInvoice,

    // E-mail
    EmailNoAt,
    EmailSeveralAt,
    EmailSeveralAddresses,
    EmailSpace {
        position: u32,
    },
    EmailNoName,
    EmailNameTooLong {
        max: u32,
        actual: u32,
    },
    EmailDots,
    EmailNoDomain,
    EmailNoDomainDot {
        domain: String,
    },
    /// A part of the domain between dots that begins or ends with a dash, or is over 63 characters.
    EmailDomainPart {
        part: String,
    },
    EmailDomainNumeric {
        part: String,
    },
    /// `company` is named only where the person may know it.
    EmailTaken {
        company: Option<String>,
    },

    // Phone
    PhoneNoCountryCode,
    PhoneLeadingZero,
    PhoneLength {
        digits: u32,
        min: u32,
        max: u32,
    },
    /// +7 is followed by exactly ten digits; `digits` follow here.
    PhoneRussianLength {
        digits: u32,
    },

    // Time zone, address of a reseller
    UnknownZone,
    SlugEdgeHyphen,
    SlugReserved {
        word: String,
    },
    SlugTaken,

    // Where a token of the API is accepted from
    NotANetwork {
        text: String,
    },

    // Password
    PasswordCommon,
    PasswordFromContext {
        word: String,
    },

    // Requisites
    AllZeros,
    InnLength {
        digits: u32,
    },
    /// The control digit (ten-digit INN) or both of them (twelve-digit INN).
    InnControl {
        expected: String,
    },
    KppLength {
        characters: u32,
    },
    KppForPerson,
    OgrnLength {
        digits: u32,
    },
    OgrnControl {
        expected: String,
    },
    BicLength {
        digits: u32,
    },
    AccountLength {
        characters: u32,
    },
    /// The key fails for the given BIC: the account is wrong, or the BIC is.
    AccountKey {
        expected: u8,
        position: u32,
    },
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

/// By way of a JSON value: what reads so many shapes is large, and this way the page carries it once, not once for
/// each kind of answer that a problem arrives in.
impl<'de> Deserialize<'de> for Problem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(serde_json::Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&message(self, Lang::En))
    }
}

impl std::error::Error for Problem {}
