//! The columns that the table of companies sorts by.

use serde::{Deserialize, Serialize};

use crate::ui::SortColumn;

/// Without one the table stands in its default order: one's own company, then names.
pub type Sort = crate::ui::Sort<SortKey>;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SortKey {
    Id,
    Company,
    Inn,
    Balance,
    Limit,
    Runway,
    Status,
    Zone,
    Employees,
}

impl SortColumn for SortKey {
    const ALL: &'static [Self] = &[
        Self::Id,
        Self::Company,
        Self::Inn,
        Self::Balance,
        Self::Limit,
        Self::Runway,
        Self::Status,
        Self::Zone,
        Self::Employees,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Company => "company",
            Self::Inn => "inn",
            Self::Balance => "balance",
            Self::Limit => "limit",
            Self::Runway => "runway",
            Self::Status => "status",
            Self::Zone => "zone",
            Self::Employees => "employees",
        }
    }
}
