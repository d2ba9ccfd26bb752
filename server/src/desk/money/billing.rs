//! A company's money, read for its page.

use std::collections::BTreeMap;

use app::companies::{Field, Kind};
use app::error::ApiError;
use app::fields::Fields;
use app::history::Author;
use app::money::{Billing, BillingRights, CHART_DAYS, Cause, Entry, EntryNumber, Slot};
use app::people::Right;
use app::values::{CompanyId, DAY_MS, Kopecks, Lang, MINUTE_MS};

use super::super::actor::CompanyAdmin;
use super::super::company_row::CompanyRow;
use super::super::history::AuthorRow;
use super::super::{Connection, Engine, history, invoices, outbox};
use super::books::{self, Books};
use super::burn::burn;
use super::filter::Filter;
use super::ground::ground;
use super::ledger::EntryRow;
use super::past::past;
use super::{pool, thresholds};
use crate::failure::Outcome;
use crate::zones::{day, day_start, offsets};

/// Entries a part.
const PART: usize = 50;

/// The company within reach, or one's own; [`ApiError::Missing`] otherwise.
pub(in super::super) async fn billing(
    engine: &Engine,
    (admin, page): (CompanyAdmin<'_>, Lang),
    id: Option<CompanyId>,
    filter: Fields,
    before: Option<EntryNumber>,
) -> Outcome<Billing> {
    let own = CompanyId::new(admin.actor().company_id);
    let id = id.or(own).ok_or(ApiError::Missing)?;
    let books = Books::find(engine, admin.reach(), id).await?;
    let mut filter = Filter::parse(&filter, &books.company.time_zone)?;
    let since = admin.sees_since(books.company.id, books.company.attached_at);
    filter.period = filter.period.since(since)?;
    let mut reader = engine.db.reads.acquire().await?;
    let ground = if admin.edits_credit_of(books.company.id, books.company.kind()?) {
        Some(ground(engine, &mut reader, admin, page, &books).await?)
    } else {
        None
    };
    let Books { company, account, since: suspended_since } = books;
    let (now, kind) = (engine.house.now(), company.kind()?);
    let mut entries = entries(&mut reader, admin, company.id, &filter, before).await?;
    let burn = burn(&mut reader, &company, now).await?;
    let threshold = account.watches.iter().find(|watch| watch.slot == Slot::MAIN);
    let threshold = threshold.map(|watch| watch.level.balance(account.effective_limit(now)));
    let is_more = entries.len() > PART;
    entries.truncate(PART);
    let (events, postponements) = past(&mut reader, admin, &company).await?;
    let opening = match since {
        i64::MIN => None,
        since => Some((since, balance_before(&mut reader, company.id, since).await?)),
    };
    let chart = chart(&mut reader, &company, since, now).await?;
    let suspended = books::suspended(&company, &suspended_since, now);
    let limit_set = match suspended.filter(|suspended| suspended.cause == Cause::Credit) {
        Some(suspended) => limit_set(&mut reader, admin, (company.id, kind), suspended.since).await?,
        None => None,
    };
    let limit_set = limit_set.filter(|(_, at)| *at >= since);
    let undelivered = outbox::undelivered_to(&mut reader, company.id, since, now).await?;
    let pool = if kind == Kind::Reseller { pool::of(&mut reader, company.id, now).await? } else { None };
    let told = (entries.iter().flat_map(|entry| [entry.occurred_at, entry.recorded_at]))
        .chain(events.iter().map(|event| event.at))
        .chain(postponements.iter().map(|postponement| postponement.at))
        .chain(chart.iter().map(|(at, _)| *at))
        .chain(opening.map(|(at, _)| at))
        .chain(account.temporary.map(|temporary| temporary.until))
        .chain(account.postponed_until)
        .chain(limit_set.iter().map(|(_, at)| *at))
        .chain(undelivered.iter().map(|letter| letter.at))
        .chain([now]);
    Ok(Billing {
        company: id,
        offsets: offsets(&company.time_zone, told),
        kind,
        is_own: company.id == admin.actor().company_id,
        at: now,
        suspended,
        limit_set,
        undelivered,
        runway: burn.runway(account.balance, threshold, account.effective_limit(now)),
        burn,
        events,
        postponements,
        chart,
        next: entries.last().filter(|_| is_more).map(|entry| entry.number),
        entries,
        opening,
        pool_used: if pool.is_some() { pool::used(&mut reader, company.id).await? } else { Kopecks::ZERO },
        pool,
        repeats_notices: thresholds::are_repeated(&mut reader, company.id).await?,
        invoices: invoices::list(&mut reader, admin, &company).await?,
        vat: invoices::shown_vat(&mut reader, admin, &company).await?,
        ground,
        may: rights(admin, company.id, kind, account.is_confirmed),
        account,
        company_name: company.name,
        zone: company.time_zone,
    })
}

/// Who had set the limit that was in force at an instant; nobody where it is the one that the company began with. The
/// person is for those to know who see the history of the limit.
async fn limit_set(
    reader: &mut Connection,
    admin: CompanyAdmin<'_>,
    (company_id, kind): (i64, Kind),
    at: i64,
) -> Outcome<Option<(Author, i64)>> {
    let Some(edit) = history::last_edit(reader, company_id, Field::CreditLimit, at).await? else { return Ok(None) };
    let by = edit.by(admin, company_id)?;
    let is_told = admin.edits_credit_of(company_id, kind);
    Ok(Some((if is_told { by } else { by.without_name() }, edit.edited_at)))
}

fn rights(admin: CompanyAdmin<'_>, company_id: i64, kind: Kind, is_confirmed: bool) -> BillingRights {
    let has = |right| admin.has(right, company_id, kind);
    let own_cause = if admin.actor().is_operator() { Cause::Operator } else { Cause::Reseller };
    BillingRights {
        write: is_confirmed && has(Right::WriteLedger),
        hold: has(Right::HoldCompanies).then_some(own_cause),
        grant: has(Right::SetCredit),
        cap: kind == Kind::Reseller && has(Right::SetPool),
    }
}

/// An entry with who wrote it.
#[derive(sqlx::FromRow)]
struct ListedEntry {
    #[sqlx(flatten)]
    entry: EntryRow,
    reversed_by: Option<i64>,
    token: String,
    #[sqlx(flatten)]
    author: MaybeAuthor,
}

/// Nobody where the platform itself wrote it.
#[derive(sqlx::FromRow)]
pub(super) struct MaybeAuthor {
    side: Option<String>,
    person_id: Option<i64>,
    full_name: Option<String>,
    author_company_id: Option<i64>,
    author_company: Option<String>,
    author_kind: Option<String>,
}

impl MaybeAuthor {
    pub(super) fn known(self) -> Option<AuthorRow> {
        Some(AuthorRow {
            side: self.side,
            person_id: self.person_id?,
            full_name: self.full_name?,
            author_company_id: self.author_company_id?,
            author_company: self.author_company?,
            author_kind: self.author_kind?,
        })
    }
}

async fn entries(
    reader: &mut Connection,
    admin: CompanyAdmin<'_>,
    company_id: i64,
    filter: &Filter,
    before: Option<EntryNumber>,
) -> Outcome<Vec<Entry>> {
    let rows: Vec<ListedEntry> = sqlx::query_as(
        "SELECT entry.number, entry.kind, entry.amount, entry.balance_after, entry.occurred_at, entry.recorded_at, \
                entry.description, entry.service, entry.reference, entry.reverses, entry.request_hash, entry.token, \
                (SELECT later.number \
                 FROM ledger_entry AS later \
                 WHERE later.company_id = entry.company_id \
                   AND later.reverses = entry.number) AS reversed_by, \
                entry.side, entry.person_id, person.full_name, person.company_id AS author_company_id, \
                office.name AS author_company, office.kind AS author_kind \
         FROM ledger_entry AS entry \
         LEFT JOIN person ON person.id = entry.person_id \
         LEFT JOIN company AS office ON office.id = person.company_id \
         WHERE entry.company_id = $1 \
           AND entry.number < $2 \
           AND entry.recorded_at >= $3 \
           AND entry.recorded_at < $4 \
           AND ($5 = '' OR entry.kind = $5) \
           AND ($6 = '' OR entry.service = $6) \
         ORDER BY entry.number DESC \
         LIMIT $7",
    )
    .bind(company_id)
    .bind(before.map_or(i64::MAX, EntryNumber::value))
    .bind(filter.period.from)
    .bind(filter.period.until)
    .bind(filter.kind())
    .bind(filter.service())
    .bind(i64::try_from(PART + 1).unwrap_or(i64::MAX))
    .fetch_all(reader)
    .await?;
    rows.into_iter().map(|row| row.entry(admin, company_id)).collect()
}

impl ListedEntry {
    fn entry(self, admin: CompanyAdmin<'_>, company_id: i64) -> Outcome<Entry> {
        let by = self.author.known().map(|author| author.of(admin, company_id)).transpose()?;
        let token = Some(self.token.as_str()).filter(|token| !token.is_empty());
        Ok(Entry {
            by: by.map(|by| by.with_token(token)),
            reversed_by: self.reversed_by.and_then(EntryNumber::new),
            ..self.entry.entry(company_id)?
        })
    }
}

/// The balance that the period began with, then that at the end of each day of the zone on which it changed. Nothing of
/// before `since`.
async fn chart(reader: &mut Connection, company: &CompanyRow, since: i64, now: i64) -> Outcome<Vec<(i64, Kopecks)>> {
    let (zone, earliest) = (&company.time_zone, now - CHART_DAYS * DAY_MS);
    let from = day_start(zone, &day(zone, earliest)).unwrap_or(earliest).max(since);
    let opening = balance_before(reader, company.id, from).await?;
    let mut days: BTreeMap<i64, (i64, Kopecks)> = BTreeMap::new();
    // Between two changes of the zone's clock every day is of 24 hours; one that has a change in it ends after it.
    let stretches = offsets(zone, [from, now].into_iter());
    for (at, (begins, offset)) in stretches.iter().enumerate() {
        let ends = stretches.get(at + 1).map_or(i64::MAX, |(ends, _)| *ends);
        let ahead = i64::from(*offset) * MINUTE_MS;
        let last: Vec<(i64, i64)> = sqlx::query_as(
            "SELECT entry.recorded_at, entry.balance_after \
             FROM ledger_entry AS entry \
             JOIN (SELECT MAX(number) AS number \
                   FROM ledger_entry \
                   WHERE company_id = $1 \
                     AND recorded_at >= $2 \
                     AND recorded_at < $3 \
                   GROUP BY (recorded_at + $4) / $5) AS last \
               ON last.number = entry.number \
             WHERE entry.company_id = $1 \
             ORDER BY entry.number",
        )
        .bind(company.id)
        .bind(begins)
        .bind(ends)
        .bind(ahead)
        .bind(DAY_MS)
        .fetch_all(&mut *reader)
        .await?;
        days.extend(last.into_iter().map(|(at, balance)| ((at + ahead) / DAY_MS, (at, Kopecks::new(balance)))));
    }
    Ok([(from, opening)].into_iter().chain(days.into_values()).collect())
}

/// What all entries recorded before an instant have left.
async fn balance_before(reader: &mut Connection, company_id: i64, at: i64) -> Outcome<Kopecks> {
    let balance: Option<i64> = sqlx::query_scalar(
        "SELECT balance_after \
         FROM ledger_entry \
         WHERE company_id = $1 \
           AND recorded_at < $2 \
         ORDER BY number DESC \
         LIMIT 1",
    )
    .bind(company_id)
    .bind(at)
    .fetch_optional(reader)
    .await?;
    Ok(Kopecks::new(balance.unwrap_or(0)))
}
