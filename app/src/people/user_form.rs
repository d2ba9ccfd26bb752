//! One user as the page that changes them is given.

use serde::{Deserialize, Serialize};

use super::{Employee, UserField};
use crate::fields::{self, Fields};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserForm {
    pub person: Employee,
    /// The stored values, by the wire names of [`UserField`].
    pub fields: Fields,
    /// The company's default of the most dialogs at once.
    pub default_max_dialogs: u32,
    /// The zone of the times shown, that of the user's company, and its offset now in minutes east of UTC.
    pub zone: String,
    pub zone_offset_minutes: i16,
}

impl UserForm {
    pub fn text(&self, field: UserField) -> &str {
        fields::text(&self.fields, field.wire())
    }
}
