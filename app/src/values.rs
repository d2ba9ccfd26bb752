//! Values of the product: each is parsed once, at the edge, and trusted from then on.
//! The same code runs in the browser while a person types and on the server when the form is saved.

pub mod address;
pub mod amount;
pub mod bank_name;
pub mod common_passwords;
pub mod company_name;
pub mod credit;
pub mod email;
pub mod full_name;
mod grouping;
pub mod id;
pub mod invalid;
pub mod kopecks;
pub mod lang;
pub mod max_dialogs;
pub mod network;
pub mod password;
mod password_strength;
pub mod phone;
mod plain_text;
pub mod problem;
pub mod problem_words;
#[cfg(test)]
mod properties;
pub mod qr_drawing;
mod remark;
pub mod shown_amount;
pub mod slug;
mod span;
pub(crate) mod text_value;
pub mod zone;
mod zone_cities;
pub mod zones;

pub use address::Address;
pub use amount::{CreditLimit, Threshold};
pub use bank_name::BankName;
pub use company_name::CompanyName;
pub use credit::{CreditState, credit_state};
pub use email::Email;
pub use full_name::FullName;
pub use id::{CompanyId, RequestId, UserId, Version};
pub use invalid::Invalid;
pub use kopecks::Kopecks;
pub use lang::Lang;
pub use max_dialogs::MaxDialogs;
pub use network::{Network, networks};
pub use password::NewPassword;
pub use password_strength::Strength;
pub use phone::Phone;
pub use problem::{Problem, Wanted};
pub use problem_words::message;
pub use qr_drawing::QrDrawing;
pub use remark::Remark;
pub use shown_amount::ShownAmount;
pub use slug::Slug;
pub use span::{DAY_MS, HOUR_MS, MINUTE_MS};
pub use zone::{Zone, ZoneName, utc_offset};
pub use zone_cities::city;
pub use zones::Zones;

/// Parses a field that may be left empty: blank text is `None`, anything else must parse.
///
/// ```
/// use app::values::{Phone, optional};
/// assert_eq!(optional("  ", Phone::parse), Ok(None));
/// assert!(optional("+7 912", Phone::parse).is_err());
/// ```
pub fn optional<T>(raw: &str, parse: impl FnOnce(&str) -> Result<T, Problem>) -> Result<Option<T>, Problem> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    parse(raw).map(Some)
}
