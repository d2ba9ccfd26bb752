//! How an answer is read. Derived, the reading of everything that an error may carry would be in the module three times,
//! since a tag need not come before what it tags; so the detail is kept as it came and read once the tag is known.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Error, from_str};

use super::ApiError;

#[derive(Deserialize)]
struct Told {
    error: String,
    detail: Option<Box<RawValue>>,
}

/// From JSON only.
impl<'de> Deserialize<'de> for ApiError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Told { error, detail } = Told::deserialize(deserializer)?;
        read(&error, detail.as_deref().map_or("null", RawValue::get)).map_err(D::Error::custom)
    }
}

fn read(error: &str, detail: &str) -> Result<ApiError, Error> {
    Ok(match error {
        "malformed" => ApiError::Malformed,
        "unauthenticated" => ApiError::Unauthenticated,
        "refused" => ApiError::Refused(from_str(detail)?),
        "missing" => ApiError::Missing,
        "stale" => ApiError::Stale(from_str(detail)?),
        "preview_changed" => ApiError::PreviewChanged(from_str(detail)?),
        "taken" => ApiError::Taken(from_str(detail)?),
        "gone" => ApiError::Gone,
        "too_large" => ApiError::TooLarge,
        "unsupported" => ApiError::Unsupported,
        "invalid" => ApiError::Invalid(from_str(detail)?),
        "too_many" => ApiError::TooMany(from_str(detail)?),
        "busy" => ApiError::Busy,
        "internal" => ApiError::Internal(from_str(detail)?),
        "offline" => ApiError::Offline,
        _ => return Err(Error::custom("no error of that name")),
    })
}

#[cfg(test)]
mod tests {
    use super::ApiError;
    use crate::companies::{CompanyForm, Conflict, Field, Kind};
    use crate::money::{Account, Ground, Receiver, Until};
    use crate::values::{CompanyId, Invalid, Kopecks, Lang, Problem, Version};

    #[test]
    fn what_is_written_is_read_again() {
        let invalid = Invalid::at("name", Problem::Required);
        let ground = Ground {
            account: Account::default(),
            told_of_thresholds: Vec::new(),
            told_of_suspensions: vec![Receiver { email: "info@company.test".to_owned(), lang: Lang::Ru }],
            is_by_another: true,
            pool: None,
            told_of_pool: Vec::new(),
            at: 1,
            ends: vec![Until { at: 2, offset_minutes: 180 }],
        };
        let current = CompanyForm {
            id: CompanyId::PLATFORM,
            version: Version::new(1),
            kind: Kind::Platform,
            is_own: true,
            is_confirmed: true,
            balance: Kopecks::ZERO,
            credit_limit: Kopecks::ZERO,
            effective_limit: Kopecks::ZERO,
            suspended: None,
            ground: Some(ground.clone()),
            fields: [(Field::Name, "New ways".to_owned())].into(),
            administrators: Vec::new(),
        };
        let conflict = Conflict { current, fields: Vec::new(), merged: Vec::new() };
        for error in [
            ApiError::Stale(Box::new(conflict)),
            ApiError::PreviewChanged(Box::new(ground)),
            ApiError::Malformed,
            ApiError::Unauthenticated,
            ApiError::Refused("money".to_owned()),
            ApiError::Missing,
            ApiError::Taken(invalid.clone()),
            ApiError::Gone,
            ApiError::TooLarge,
            ApiError::Unsupported,
            ApiError::Invalid(invalid),
            ApiError::TooMany(60),
            ApiError::Busy,
            ApiError::Internal("7".to_owned()),
            ApiError::Offline,
        ] {
            let written = serde_json::to_string(&error).unwrap();
            assert_eq!(serde_json::from_str::<ApiError>(&written).unwrap(), error, "{written}");
        }
    }

    #[test]
    fn the_detail_may_come_first() {
        let read: ApiError = serde_json::from_str(r#"{"detail":60,"error":"too_many"}"#).unwrap();
        assert_eq!(read, ApiError::TooMany(60));
        assert!(serde_json::from_str::<ApiError>(r#"{"error":"new"}"#).is_err());
    }
}
