//! Which entries of a ledger are looked for.

use app::fields::{self, Fields, text};
use app::money::{EntryKind, Service};
use app::values::{Invalid, Problem};

use super::super::period::Period;

/// Fields: `kind`, `service`, `from`, `until`; each may be empty.
pub(in super::super) struct Filter {
    kind: Option<EntryKind>,
    service: Option<Service>,
    pub(in super::super) period: Period,
}

impl Filter {
    /// Days are those of the zone.
    pub(in super::super) fn parse(fields: &Fields, zone: &str) -> Result<Self, Invalid> {
        let mut invalid = fields::unknown(fields, &["kind", "service", "from", "until"]);
        let kind =
            app::values::optional(text(fields, "kind"), |kind| EntryKind::parse(kind).ok_or(Problem::UnknownChoice));
        let kind = invalid.check("kind", kind);
        let service = invalid.check("service", app::values::optional(text(fields, "service"), Service::parse));
        let period = Period::read(fields, zone, &mut invalid);
        match (kind, service, period) {
            (Some(kind), Some(service), Some(period)) if invalid.is_empty() => Ok(Self { kind, service, period }),
            _ => Err(invalid),
        }
    }

    /// Empty for any.
    pub(in super::super) fn kind(&self) -> &'static str {
        self.kind.map_or("", EntryKind::as_str)
    }

    /// Empty for any.
    pub(in super::super) fn service(&self) -> &str {
        self.service.as_ref().map_or("", Service::as_str)
    }
}
