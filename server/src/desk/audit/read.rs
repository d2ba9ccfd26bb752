//! Reading the log: an administrator sees what happened within reach, the operator everything.

use app::audit::{AuditEvent, AuditKind, AuditLog, AuditMark};
use app::fields::Fields;
use app::history::{Author, PLATFORM, Side};
use app::values::UserId;

use super::super::Engine;
use super::super::actor::{CompanyAdmin, Reach};
use super::filter::{Filter, Person};
use crate::failure::{Failure, Outcome};
use crate::zones::offset_minutes;

/// So many entries a part.
const PART: usize = 100;

/// The entries that fit the filter, the newest first, after a mark.
pub(in super::super) async fn read(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    filter: Fields,
    after: Option<AuditMark>,
) -> Outcome<AuditLog> {
    let reach = admin.reach();
    let zone = engine.zone_of(reach.root).await?;
    let filter = Filter::parse(&filter, &zone)?;
    let mut rows = rows(engine, reach, &filter, after).await?;
    let is_more = rows.len() > PART;
    rows.truncate(PART);
    let next = rows.last().filter(|_| is_more).map(|row| AuditMark { at: row.at, id: row.id.clone() });
    let events: Outcome<Vec<AuditEvent>> = rows.into_iter().map(|row| row.event(reach, &zone)).collect();
    Ok(AuditLog { events: events?, next, zone })
}

#[derive(sqlx::FromRow)]
struct EventRow {
    id: String,
    at: i64,
    kind: String,
    actor_id: i64,
    actor_name: String,
    actor_company_id: i64,
    token: Option<String>,
    company_id: i64,
    object: String,
    old_value: String,
    new_value: String,
    reason: String,
    address: String,
    request_id: String,
    company: Option<String>,
    office: Option<String>,
    office_kind: Option<String>,
    office_reseller_id: Option<i64>,
}

impl EventRow {
    fn event(self, reach: Reach, zone: &str) -> Outcome<AuditEvent> {
        let corrupt = || Failure::Corrupt { table: "audit_event", column: "kind", id: self.id.clone() };
        Ok(AuditEvent {
            kind: AuditKind::parse(&self.kind).ok_or_else(corrupt)?,
            by: self.author(reach),
            address: self.is_by_colleague(reach).then(|| self.address.clone()),
            offset: offset_minutes(zone, self.at),
            at: self.at,
            id: self.id,
            company_id: self.company_id,
            company: self.company,
            object: self.object,
            old: self.old_value,
            new: self.new_value,
            reason: self.reason,
            request_id: self.request_id,
        })
    }

    /// An operator of the platform is a person to colleagues only.
    fn author(&self, reach: Reach) -> Author {
        let side = if self.actor_company_id == self.company_id {
            Side::Company
        } else if self.office_kind.as_deref() == Some("platform") {
            Side::Platform
        } else {
            Side::Reseller
        };
        let is_told = side != Side::Platform || reach.everything;
        Author {
            key: if is_told { self.actor_id.to_string() } else { PLATFORM.to_owned() },
            name: is_told.then(|| self.actor_name.clone()),
            token: None,
            side,
            company: self.office.clone().unwrap_or_default(),
        }
        .with_token(self.token.as_deref())
    }

    fn is_by_colleague(&self, reach: Reach) -> bool {
        reach.everything || self.actor_company_id == reach.root || self.office_reseller_id == Some(reach.root)
    }
}

async fn rows(engine: &Engine, reach: Reach, filter: &Filter, after: Option<AuditMark>) -> Outcome<Vec<EventRow>> {
    let (person, email) = match &filter.person {
        None => (0, String::new()),
        Some(Person::Id(id)) => (id.value(), String::new()),
        Some(Person::Email(email)) => (0, email.normalized()),
    };
    let (at, id) = after.map_or((i64::MAX, String::new()), |mark| (mark.at, mark.id));
    let rows = sqlx::query_as(
        "SELECT audit_event.id, audit_event.at, audit_event.kind, audit_event.actor_id, audit_event.actor_name, \
                audit_event.actor_company_id, audit_event.token, audit_event.company_id, audit_event.object, \
                audit_event.old_value, audit_event.new_value, audit_event.reason, audit_event.address, audit_event.request_id, \
                company.name AS company, office.name AS office, office.kind AS office_kind, \
                office.reseller_id AS office_reseller_id \
         FROM audit_event \
         LEFT JOIN company ON company.id = audit_event.company_id \
         LEFT JOIN company AS office ON office.id = audit_event.actor_company_id \
         WHERE ($1 OR company.id = $2 \
                OR company.reseller_id = $2 \
                   AND (audit_event.at >= COALESCE(company.attached_at, audit_event.at) \
                        OR audit_event.kind = 'company_attached')) \
           AND ($3 = '' OR audit_event.kind = $3) \
           AND ($4 = 0 OR audit_event.actor_id = $4 AND ($1 OR office.kind <> 'platform' OR office.id = $2)) \
           AND ($5 = '' OR audit_event.actor_id IN (SELECT person.id FROM person WHERE person.email_key = $5) \
                           AND ($1 OR office.kind <> 'platform' OR office.id = $2)) \
           AND ($6 = 0 OR audit_event.company_id = $6) \
           AND ($12 = 0 OR audit_event.user_id = $12 \
                OR audit_event.user_id IS NULL \
                   AND audit_event.object IN (SELECT person.email \
                                              FROM person \
                                              WHERE person.id = $12 \
                                                AND person.company_id = audit_event.company_id)) \
           AND audit_event.at >= $7 \
           AND audit_event.at < $8 \
           AND (audit_event.at < $9 OR audit_event.at = $9 AND audit_event.id < $10) \
         ORDER BY audit_event.at DESC, audit_event.id DESC \
         LIMIT $11",
    )
    .bind(reach.everything)
    .bind(reach.root)
    .bind(filter.kind.map_or("", AuditKind::as_str))
    .bind(person)
    .bind(email)
    .bind(filter.company.map_or(0, |company| company.value()))
    .bind(filter.period.from)
    .bind(filter.period.until)
    .bind(at)
    .bind(id)
    .bind(i64::try_from(PART + 1).unwrap_or(i64::MAX))
    .bind(filter.user.map_or(0, UserId::value))
    .fetch_all(&engine.db.reads)
    .await?;
    Ok(rows)
}
