//! The messages in English.

use super::super::grouping::grouped;
use super::super::plain_text::is_unseen;
use super::super::{Kopecks, Lang, Problem, Wanted};
use super::{code_point, digit_look_alike};
use crate::words::invoices;

#[expect(clippy::too_many_lines, reason = "a table of sentences, written as a match to be complete")]
pub(super) fn message(problem: &Problem) -> String {
    use Problem as P;
    match problem {
        P::Required => "Please fill in this field".to_owned(),
        P::TooShort { min, actual } => {
            format!("Too short: at least {min} characters needed, {actual} now")
        }
        P::TooLong { max, actual } => {
            format!("Too long: at most {max} characters allowed, {actual} now")
        }
        P::OnlyPunctuation => "Only punctuation: at least one letter or digit is needed".to_owned(),
        P::BadCharacter { ch, position, wanted } => bad_character(*ch, *position, *wanted),
        P::CyrillicLetters { letters } => {
            format!("Cyrillic letters do not fit here: type “{letters}” in Latin letters")
        }
        P::ControlCharacter { ch, position } => {
            format!("Control character {} at position {position}: please remove it", code_point(*ch))
        }
        P::DirectionMark { ch, position } => {
            format!(
                "Invisible mark {} at position {position} turns the direction of the text: please remove it",
                code_point(*ch)
            )
        }
        P::InvisibleCharacter { ch, position } => {
            format!("Invisible character {} at position {position}: remove it or type the text again", code_point(*ch))
        }
        P::ConsentRequired => "This consent is needed to go on: please tick the box".to_owned(),
        P::UnknownField => "There is no such field here: reload the page".to_owned(),
        P::UnknownChoice => "There is no such value: choose one of those offered".to_owned(),
        P::SignInFailed => "Wrong email or password".to_owned(),
        P::WrongPassword => "This is not your present password".to_owned(),
        P::WrongCode => "Wrong code, or one that was used already: wait for the next one".to_owned(),
        P::PasskeyRefused => "The passkey was not accepted: please try again".to_owned(),
        P::NoPasskey => "This account has no passkey: enter a code".to_owned(),
        P::PasskeysUnsupported => {
            "Passkeys do not work here: update your browser, or use a code from an app".to_owned()
        }
        P::PasskeyCancelled => "No passkey was used: the time ran out, or you cancelled".to_owned(),
        P::SetUpTooLate => "The key was shown more than half an hour ago: please begin again".to_owned(),
        P::SignInTooLate => "It took too long to enter the code: please sign in again".to_owned(),
        P::CannotAttach(obstacle) => obstacle.words(Lang::En),
        P::FileFaults { count: 1 } => "Nothing was stored, the file has a fault:".to_owned(),
        P::FileFaults { count } => format!("Nothing was stored, the file has {count} faults:"),
        P::ImportRefused(refusal) => refusal.words(Lang::En),
        P::CannotChangeKind(obstacle) => obstacle.words(Lang::En),
        P::CannotAct(obstacle) => obstacle.words(Lang::En).to_owned(),
        P::UndoTooLate => {
            "A save can be undone within 24 hours. Earlier values can still be restored one by one".to_owned()
        }
        P::ChangedMeanwhile { now } if now.is_empty() => {
            "Somebody else has cleared this meanwhile. Save again to put yours in its place".to_owned()
        }
        P::ChangedMeanwhile { now } => {
            format!("Somebody else has changed this meanwhile, to “{now}”. Save again to put yours in its place")
        }
        P::RoleNeeded => "At least one role is needed".to_owned(),
        P::NotADate => "A date is needed".to_owned(),
        P::BeforeAttachment => "The company was not attached to you by then".to_owned(),
        P::EndsBeforeItBegins => "The last day is before the first".to_owned(),
        P::InTheFuture => "This period has not begun yet".to_owned(),
        P::LetterOutdated => {
            "The link in this letter is used, replaced or long expired: the letter is no longer kept".to_owned()
        }
        P::RequestCompleted => "The request has been completed already".to_owned(),
        P::RequestDeclined => "The request has been declined already".to_owned(),
        P::RequestWithdrawn => "The request has been withdrawn already".to_owned(),
        P::NotAnId => "A number is needed: whole and above zero, such as 42".to_owned(),
        P::WholeNumberNeeded => "A whole number is needed, without decimals or letters".to_owned(),
        P::OutOfRange { min, max } => format!("A number from {} to {} is needed", number(*min), number(*max)),
        P::NotAnAmount => "Not an amount: type a number such as 1250.00".to_owned(),
        P::SeveralDecimalMarks => "One decimal point or comma at most, as in 1250.00".to_owned(),
        P::MoreThanTwoDecimals => {
            "More than two decimals: amounts are not rounded, please give it to the kopeck".to_owned()
        }
        P::ExactAmountNeeded => "Digits, a point and at most two decimals are needed, such as 1250.00".to_owned(),
        P::CurrencyMismatch { currency } => format!("This company’s ledger is kept in {currency}"),
        P::NotAService => "One word of small Latin letters is needed, such as voice".to_owned(),
        P::NotPrintable => "Only printable Latin characters are allowed".to_owned(),
        P::NotAnInstant => "An instant with its offset is needed, such as 2026-11-23T14:05:00+03:00".to_owned(),
        P::NotALocalTime => "A date with a time is needed, such as 2026-11-30T18:00".to_owned(),
        P::InFuture => "This is more than five minutes ahead".to_owned(),
        P::BalanceOutOfRange => "The balance would leave the range that a ledger holds".to_owned(),
        P::IdempotencyKeyReused => "This key was used for another request: choose a new one".to_owned(),
        P::NoSuchEntry => "There is no entry of this number".to_owned(),
        P::CannotReverseReversal => "A reversal cannot be reversed: write a correction".to_owned(),
        P::AlreadyReversed => "This entry has been reversed already".to_owned(),
        P::NotInFuture => "Choose an instant in the future".to_owned(),
        P::TooFarAhead { days } => format!("At most {days} days ahead are allowed"),
        P::PoolExceeded { free } => {
            format!("The limits would exceed your cap: {} are free", free.shown(Lang::En).in_roubles())
        }
        P::AwaitsConfirmation => {
            "The company’s registration is not confirmed yet: until it is, there are no entries and no invoices"
                .to_owned()
        }
        P::NotSuspended => "There is no suspension here that you could end".to_owned(),
        P::GivenAlready => "The same value stands above".to_owned(),
        P::AlreadySuspended => "It is suspended already".to_owned(),
        P::NoInvoice(reason) => invoices::refusal(reason, Lang::En),
        P::SupplierLacksRequisites => invoices::supplier_lacks(Lang::En).to_owned(),
        P::NoSupplier => "Nobody issues invoices to the platform".to_owned(),
        P::CannotCancelInvoice => "The invoice is paid or cancelled already".to_owned(),
        P::AmountOutOfRange { min, max } => format!("An amount from {} to {} is needed", amount(*min), amount(*max)),
        P::EmailNoAt => "There is no @: an address such as name@example.com is needed".to_owned(),
        P::EmailSeveralAt => "More than one @: an address such as name@example.com is needed".to_owned(),
        P::EmailSeveralAddresses => "Several addresses: exactly one is needed".to_owned(),
        P::EmailSpace { position } => {
            format!("Space at position {position}: an address has no spaces")
        }
        P::EmailNoName => "Nothing before @: an address such as name@example.com is needed".to_owned(),
        P::EmailNameTooLong { max, actual } => {
            format!("The part before @ is too long: at most {max} characters allowed, {actual} now")
        }
        P::EmailDots => "Stray dot: it cannot stand at an edge or beside another dot".to_owned(),
        P::EmailNoDomain => "Nothing after @: a domain such as example.com is needed".to_owned(),
        P::EmailNoDomainDot { domain } => {
            format!("The domain “{domain}” has no dot: something like example.com is expected")
        }
        P::EmailDomainPart { part } => {
            format!("The part “{part}” does not fit a domain: up to 63 characters, a hyphen only inside")
        }
        P::EmailDomainNumeric { part } => {
            format!("A domain cannot end in “.{part}”: something like example.com is expected")
        }
        P::EmailTaken { company: Some(company) } => format!("This address is already registered at “{company}”"),
        P::EmailTaken { company: None } => "This address cannot be used: please give another".to_owned(),
        P::PhoneNoCountryCode => "No country code: start with +, as in +7 912 345-67-89".to_owned(),
        P::PhoneLeadingZero => "A country code does not start with zero: +7 912 345-67-89, for example".to_owned(),
        P::PhoneLength { digits: count, min, max } => {
            format!("The number has {}: {min} to {max} are needed, country code included", digits(*count))
        }
        P::PhoneRussianLength { digits } => {
            format!("After +7 there must be 10 digits, {digits} now")
        }
        P::UnknownZone => "No such time zone: please choose one from the list".to_owned(),
        P::SlugEdgeHyphen => "A hyphen cannot stand at the beginning or the end".to_owned(),
        P::SlugReserved { word } => {
            format!("“{word}” is reserved for the platform: please choose another name")
        }
        P::SlugTaken => "This name is taken: please choose another".to_owned(),
        P::NotANetwork { text } => {
            format!("“{text}” is no address: 192.0.2.7 or a network such as 192.0.2.0/24 is needed")
        }
        P::PasswordCommon => "This password is so common that it is guessed first: please choose another".to_owned(),
        P::PasswordFromContext { word } => {
            format!("Easy to guess: it is made of what is known about you (“{word}”) and digits")
        }
        P::AllZeros => "Only zeros: there is no such number".to_owned(),
        P::InnLength { digits: count } => {
            format!("The INN has {}: 10 (organization) or 12 (sole proprietor, person) are needed", digits(*count))
        }
        P::InnControl { expected } if expected.len() > 1 => {
            format!("Control digits do not match: …{expected} expected, if the other digits are right")
        }
        P::InnControl { expected } | P::OgrnControl { expected } => {
            format!("Control digit does not match: {expected} expected, if the other digits are right")
        }
        P::KppLength { characters: count } => {
            format!("The KPP has {}: 9 are needed", characters(*count))
        }
        P::KppForPerson => "Only organizations have a KPP: leave it empty with an INN of 12 digits".to_owned(),
        P::OgrnLength { digits: count } => {
            format!("The number has {}: 13 (OGRN) or 15 (OGRNIP) are needed", digits(*count))
        }
        P::BicLength { digits: count } => format!("The BIC has {}: 9 are needed", digits(*count)),
        P::AccountLength { characters: count } => {
            format!("The account has {}: 20 are needed", characters(*count))
        }
        P::AccountKey { expected, position } => {
            format!(
                "The account does not fit this BIC: {expected} expected at position {position}, if the other digits are right; or the BIC is wrong"
            )
        }
    }
}

fn bad_character(ch: char, position: u32, wanted: Wanted) -> String {
    let seen = if is_unseen(ch) { code_point(ch) } else { format!("“{ch}”") };
    let expected = match wanted {
        Wanted::Digit => "only digits are allowed",
        Wanted::DigitOrLatin => "letters stand only at positions 5 and 6, in Latin",
        Wanted::DigitOrClearingLetter => "a digit or one of the letters A B C E H K M P T X belongs here",
        Wanted::Amount => "an amount such as 1250.00 is needed",
        Wanted::Phone => "a number such as +7 912 345-67-89 is needed",
        Wanted::EmailName => "Latin letters, digits, dots and hyphens stand before @",
        Wanted::EmailDomain => "letters, digits, dots and hyphens stand after @",
        Wanted::Slug => "Latin letters, digits and hyphens are needed",
    };
    let guess = match digit_look_alike(ch).filter(|_| wanted == Wanted::Digit) {
        Some(digit) => format!(", perhaps it is {digit}"),
        None => String::new(),
    };
    format!("Character {seen} at position {position} does not fit: {expected}{guess}")
}

fn amount(kopecks: Kopecks) -> String {
    kopecks.shown(Lang::En).to_string()
}

fn number(number: i64) -> String {
    let minus = if number < 0 { "\u{2212}" } else { "" };
    format!("{minus}{}", grouped(number.unsigned_abs(), Lang::En))
}

fn characters(count: u32) -> String {
    format!("{count} {}", if count == 1 { "character" } else { "characters" })
}

fn digits(count: u32) -> String {
    format!("{count} {}", if count == 1 { "digit" } else { "digits" })
}
