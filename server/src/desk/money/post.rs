//! Writing to the ledger: by another system with a token, or by a person on the page.

use app::audit::AuditKind;
use app::error::ApiError;
use app::fields::Fields;
use app::money::{Entry, EntryKind, EntryNumber, IdempotencyKey, NewEntry, ReversalDraft};
use app::people::Right;
use app::values::{CompanyId, Invalid, Kopecks, Problem};

use super::super::actor::CompanyAdmin;
use super::super::audit::Event;
use super::super::company_row::{self, CompanyRow};
use super::super::{Engine, Tx, company_list};
use super::books::Books;
use super::burn;
use super::ledger::{self, EntryRow, Sender};
use super::settle::{self, Trigger};
use crate::failure::Outcome;
use crate::store::Visit;

/// What a request to write an entry has come to.
struct Posted {
    entry: EntryRow,
    /// Whether an earlier request with the same key had written it.
    is_replayed: bool,
}

/// An entry that other systems bring. A charge is a fact that has happened: it is taken from a suspended company too.
///
/// # Errors
/// [`ApiError::Missing`] out of reach, [`ApiError::Refused`] where the token's company may not write,
/// [`Problem::AwaitsConfirmation`] before the company has confirmed its registration,
/// [`Problem::IdempotencyKeyReused`] for another request under the same key.
pub(in super::super) async fn post_by_token(
    engine: &Engine,
    mut tx: Tx,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    request: (&NewEntry, &IdempotencyKey, &str),
) -> Outcome<(Entry, bool)> {
    let (entry, key, hash) = request;
    let books = Books::lock(engine, &mut tx, admin.reach(), id).await?;
    admin.need(Right::WriteLedger, books.company.id, books.company.kind()?)?;
    let sender = Sender { actor: admin.actor(), key, hash };
    let posted = write(engine, &mut tx, visit, books, entry, None, sender).await?;
    tx.commit().await?;
    Ok((posted.entry.entry(id.value())?, posted.is_replayed))
}

/// Refuses whoever may not write, before anything else is looked at.
pub(in super::super) async fn may_post(engine: &Engine, admin: CompanyAdmin<'_>, id: CompanyId) -> Outcome<()> {
    let found = company_row::find(&engine.db.reads, admin.reach(), id).await?;
    let company = found.ok_or(ApiError::Missing)?;
    Ok(admin.need(Right::WriteLedger, company.id, company.kind()?)?)
}

/// An entry that a person makes. Fields as [`NewEntry::read`] reads them.
pub(in super::super) async fn post(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    fields: Fields,
) -> Outcome<EntryNumber> {
    let (mut tx, books) = Books::open(engine, admin, Right::WriteLedger, id).await?;
    let (entry, key) = NewEntry::read(&fields)?;
    let sender = Sender { actor: admin.actor(), key: &key, hash: &request_hash(&fields) };
    let posted = write(engine, &mut tx, visit, books, &entry, None, sender).await?;
    tx.commit().await?;
    posted.entry.number(id.value())
}

/// The exact opposite of an earlier entry, with the reason. Fields as [`ReversalDraft::read`] reads them.
pub(in super::super) async fn reverse(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    fields: Fields,
) -> Outcome<EntryNumber> {
    let (mut tx, books) = Books::open(engine, admin, Right::WriteLedger, id).await?;
    let draft = ReversalDraft::read(&fields)?;
    let hash = request_hash(&fields);
    let sender = Sender { actor: admin.actor(), key: &draft.key, hash: &hash };
    if let Some(entry) = replayed(&mut tx, &books.company, EntryKind::Reversal, sender).await? {
        return entry.number(books.company.id);
    }
    let since = admin.sees_since(books.company.id, books.company.attached_at);
    let found = ledger::find(&mut tx, books.company.id, draft.number).await?;
    let found = found.filter(|(entry, _)| entry.recorded_at >= since);
    let (entry, reversed_by) = found.ok_or_else(|| Invalid::at("form", Problem::NoSuchEntry))?;
    if entry.kind(books.company.id)? == EntryKind::Reversal {
        return Err(Invalid::at("form", Problem::CannotReverseReversal).into());
    }
    if reversed_by.is_some() {
        return Err(Invalid::at("form", Problem::AlreadyReversed).into());
    }
    let opposite = NewEntry::reversal(Kopecks::new(entry.amount), &draft.reason);
    let posted = write(engine, &mut tx, visit, books, &opposite, Some(draft.number), sender).await?;
    tx.commit().await?;
    posted.entry.number(id.value())
}

/// The entry, its consequences, and the letters, in the caller's transaction.
async fn write(
    engine: &Engine,
    tx: &mut Tx,
    visit: &Visit,
    books: Books,
    entry: &NewEntry,
    reverses: Option<EntryNumber>,
    sender: Sender<'_>,
) -> Outcome<Posted> {
    let Books { company, mut account, .. } = books;
    if let Some(entry) = replayed(tx, &company, entry.kind(), sender).await? {
        return Ok(Posted { entry, is_replayed: true });
    }
    if company.confirmed_at.is_none() {
        return Err(Invalid::at("company", Problem::AwaitsConfirmation).into());
    }
    let now = engine.house.now();
    let row = ledger::append(tx, company.id, entry, reverses, sender, now).await?;
    burn::count(tx, &company, &row).await?;
    account.balance = Kopecks::new(row.balance_after);
    let trigger = Trigger::entry(sender.actor, &row, visit.lang);
    settle::settle(engine, tx, &company, &mut account, &trigger).await?;
    company_list::touch(tx, company.id).await?;
    if sender.actor.token.is_none() {
        note(engine, tx, visit, &company, &row, sender).await?;
    }
    Ok(Posted { entry: row, is_replayed: false })
}

/// The entry of an earlier request with this key.
async fn replayed(tx: &mut Tx, company: &CompanyRow, kind: EntryKind, sender: Sender<'_>) -> Outcome<Option<EntryRow>> {
    let Some(entry) = ledger::made_by(tx, company.id, kind, sender.actor, sender.key).await? else {
        return Ok(None);
    };
    if entry.request_hash.as_deref() == Some(sender.hash) {
        return Ok(Some(entry));
    }
    Err(Invalid::at("form", Problem::IdempotencyKeyReused).into())
}

/// What people do to a ledger is in the audit log too; what other systems bring is in the ledger alone.
async fn note(
    engine: &Engine,
    tx: &mut Tx,
    visit: &Visit,
    company: &CompanyRow,
    row: &EntryRow,
    sender: Sender<'_>,
) -> Outcome<()> {
    let (amount, number) = (Kopecks::new(row.amount).to_string(), row.number.to_string());
    let event = Event::new(AuditKind::EntryWritten, sender.actor.person_id).of_company(company.id).about(&number);
    event.change("", &amount).because(&row.description).record(tx, &engine.house, visit).await
}

/// Names what a form asks for, whatever it is called by.
fn request_hash(fields: &Fields) -> String {
    let asked: Fields = fields.iter().filter(|(name, _)| *name != "key").map(|(n, v)| (n.clone(), v.clone())).collect();
    crate::clock::hash(&app::fields::query(&asked))
}
