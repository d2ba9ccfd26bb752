//! Numbers that name things in addresses, and the version that guards a save.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Problem;

fn positive(raw: &str) -> Result<i64, Problem> {
    let digits = raw.trim();
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Problem::NotAnId);
    }
    let number = digits.parse().map_err(|_| Problem::NotAnId)?;
    if number > 0 { Ok(number) } else { Err(Problem::NotAnId) }
}

/// A positive whole number; digits only, so that a path segment is either an id or no address at all.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "i64", into = "i64")]
        pub struct $name(i64);

        impl $name {
            /// Refuses anything but the digits of a positive number that fits.
            pub fn parse(raw: &str) -> Result<Self, Problem> {
                positive(raw).map(Self)
            }

            /// A number from the database; `None` when it is not positive.
            pub fn new(number: i64) -> Option<Self> {
                Self::try_from(number).ok()
            }

            /// The number, for the database.
            pub fn value(self) -> i64 {
                self.0
            }
        }

        impl TryFrom<i64> for $name {
            type Error = Problem;

            fn try_from(number: i64) -> Result<Self, Problem> {
                if number > 0 { Ok(Self(number)) } else { Err(Problem::NotAnId) }
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> i64 {
                id.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = Problem;

            fn from_str(raw: &str) -> Result<Self, Problem> {
                Self::parse(raw)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id! {
    /// A company: 1 is the platform's own.
    CompanyId
}
id! {
    /// A person with a sign-in.
    UserId
}
id! {
    /// A request in support.
    RequestId
}
/// How often a record was written: a save names the version it started from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(i64);

impl CompanyId {
    /// The operator's own company.
    pub const PLATFORM: Self = Self(1);
}

impl Version {
    /// The version of a record just created.
    pub const FIRST: Self = Self(1);

    pub const fn new(number: i64) -> Self {
        Self(number)
    }

    /// Reads the digits of a version.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        positive(raw).map(Self)
    }

    pub const fn value(self) -> i64 {
        self.0
    }

    /// The version after one more save.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_positive_whole_numbers_name_a_company() {
        assert_eq!(CompanyId::parse("1").unwrap(), CompanyId::PLATFORM);
        assert_eq!(CompanyId::parse(" 42 ").unwrap().value(), 42);
        assert_eq!(CompanyId::parse(&i64::MAX.to_string()).unwrap().value(), i64::MAX);
        for raw in ["", " ", "0", "-1", "+5", "4.2", "1e3", "abc", "٣", "１", "9223372036854775808", "1 000"] {
            assert_eq!(CompanyId::parse(raw), Err(Problem::NotAnId), "{raw}");
        }
    }

    #[test]
    fn an_id_travels_as_a_number_and_is_checked_on_arrival() {
        let id = UserId::parse("7").unwrap();
        assert_eq!(serde_json::to_string(&id).unwrap(), "7");
        assert_eq!(serde_json::from_str::<UserId>("7").unwrap(), id);
        for json in ["0", "-1", "1.5", "\"7\"", "null"] {
            assert!(serde_json::from_str::<UserId>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn versions_only_grow() {
        assert_eq!(Version::FIRST.next().value(), 2);
        assert_eq!(Version(i64::MAX).next(), Version(i64::MAX));
    }
}
