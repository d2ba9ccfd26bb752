//! Saving the edit dialog: rights first, then the merge with what others saved, then the check, then one write.

use std::collections::{BTreeMap, BTreeSet};

use app::audit::AuditKind;
use app::companies::{
    Checked, Conflict, Draft, Field, Kind, Merge, OthersEdit, REASON, Saved, Theirs, check, merge, with_ogrn,
};
use app::error::ApiError;
use app::fields::Fields;
use app::money::Impact;
use app::values::{CompanyId, Invalid, Problem, Remark, Version, optional};

use super::actor::CompanyAdmin;
use super::audit::Event;
use super::company_edit::{self, Edit};
use super::company_row::{self, CompanyRow};
use super::money::{CreditEdit, Seen};
use super::{Engine, Tx, banks, companies, company_list, outbox};
use crate::failure::{Failure, Outcome};
use crate::mail::Letter;
use crate::store::Visit;

/// Saves the changed fields, based on the version that the dialog opened with.
pub(super) async fn save(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    wish: Wish,
) -> Outcome<Saved> {
    let mut tx = engine.db.begin().await?;
    let row = company_row::lock(&mut tx, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    apply(engine, tx, admin, visit, &row, wish).await
}

/// The same where nothing may be merged: `None` when the company is of another version by now. Ends the transaction
/// that the caller began.
pub(super) async fn save_unchanged(
    engine: &Engine,
    mut tx: Tx,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    wish: Wish,
) -> Outcome<Option<Saved>> {
    let Some(row) = lock_as_of(&mut tx, admin, id, wish.base).await? else { return Ok(None) };
    apply(engine, tx, admin, visit, &row, wish).await.map(Some)
}

/// What such a save would bring about: it is done, and taken back.
pub(super) async fn try_out(
    engine: &Engine,
    mut tx: Tx,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    base: Option<Version>,
    changes: Fields,
) -> Outcome<Option<Impact>> {
    let Some(row) = lock_as_of(&mut tx, admin, id, base).await? else { return Ok(None) };
    let (yours, reason) = permitted(admin, &row, changes)?;
    let checked = stored_form(engine, &mut tx, &row.draft(), yours).await?;
    let edit = Edit { admin, visit, row: &row, at: engine.house.now(), undoes: None, reason: &reason };
    let impact = write(engine, &mut tx, &edit, &checked, None).await?;
    tx.rollback().await?;
    Ok(Some(impact))
}

/// The company, locked, if it is still of that version; of whichever where none is named.
async fn lock_as_of(
    tx: &mut Tx,
    admin: CompanyAdmin<'_>,
    id: CompanyId,
    version: Option<Version>,
) -> Outcome<Option<CompanyRow>> {
    let row = company_row::lock(tx, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    Ok(Some(row).filter(|row| version.is_none_or(|version| row.version() == version)))
}

/// What somebody wants of a company, and what they had before their eyes.
pub(super) struct Wish {
    /// The version that the changes are based on; whatever stands there where none is named.
    pub(super) base: Option<Version>,
    /// By wire name; with [`REASON`], where it is told why.
    pub(super) changes: Fields,
    /// The save that is taken back by this one.
    pub(super) undoes: Option<Version>,
    /// What they were shown that it would bring about.
    pub(super) seen: Option<Seen>,
}

/// Saves the changes of a company that the transaction has locked.
pub(super) async fn apply(
    engine: &Engine,
    mut tx: Tx,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    row: &CompanyRow,
    wish: Wish,
) -> Outcome<Saved> {
    let (yours, reason) = permitted(admin, row, wish.changes)?;
    let base = wish.base.unwrap_or_else(|| row.version());
    let (current, theirs) = (row.draft(), company_edit::since(&mut tx, admin, visit.lang, row, base).await?);
    // Against what this person had before their eyes: halves of two people's requisites are no mistake of theirs.
    let yours = stored_form(engine, &mut tx, &as_opened(&current, &theirs), yours).await?;
    let merge = merge(&current, &theirs, yours.fields());
    if !merge.conflicts.is_empty() {
        drop(tx);
        return Err(Failure::Refused(conflict(engine, admin, row, merge).await?));
    }
    let is_written = !merge.apply.is_empty();
    if is_written {
        let merged = stored_form(engine, &mut tx, &current, merge.apply.clone()).await?;
        let edit = Edit { admin, visit, row, at: engine.house.now(), undoes: wish.undoes, reason: &reason };
        write(engine, &mut tx, &edit, &merged, wish.seen.as_ref()).await?;
        tx.commit().await?;
    } else {
        tx.rollback().await?;
    }
    let form = companies::open(engine, admin, row.id()?).await?;
    let merged = visible(merge.kept, &form.fields);
    Ok(Saved { form, merged, written: is_written.then(|| row.version().next()) })
}

/// The record as it was before others saved.
fn as_opened(current: &Draft, theirs: &BTreeMap<Field, Theirs>) -> Draft {
    let mut opened = current.clone();
    opened.extend(theirs.iter().map(|(field, edit)| (*field, edit.original.clone())));
    opened
}

/// The changes by field, if this person may make every one of them, and why they are made, where that is told. A known
/// field that is not theirs refuses the whole request before anything is parsed; an unknown one does too.
fn permitted(admin: CompanyAdmin<'_>, row: &CompanyRow, mut changes: Fields) -> Outcome<(Draft, String)> {
    let reason = changes.remove(REASON).unwrap_or_default();
    let edits_credit = admin.edits_credit_of(row.id, row.kind()?);
    let mut yours = Draft::new();
    let mut invalid = Invalid::default();
    for (wire, value) in changes {
        match Field::parse(&wire) {
            Some(field) if field.is_credit() && !edits_credit => return Err(ApiError::Refused(wire).into()),
            Some(field) => {
                yours.insert(field, value);
            }
            None => invalid.add(&wire, Problem::UnknownField),
        }
    }
    if !reason.is_empty() && !yours.contains_key(&Field::CreditLimit) {
        invalid.add(REASON, Problem::UnknownField);
    }
    let reason = invalid.check(REASON, optional(&reason, Remark::parse)).flatten();
    invalid.into_result()?;
    Ok((yours, reason.map_or_else(String::new, |reason| reason.as_str().to_owned())))
}

/// Checks the changes as they would stand in the record.
async fn stored_form(engine: &Engine, tx: &mut Tx, current: &Draft, changes: Draft) -> Outcome<Checked> {
    let changes = with_ogrn(current, changes);
    let changed: BTreeSet<Field> = changes.keys().copied().collect();
    let mut draft = current.clone();
    draft.extend(changes);
    let bank = banks::record_of(engine, tx, draft.get(&Field::Bic).map_or("", String::as_str)).await?;
    Ok(check(&draft, &changed, &engine.house.zones(), &bank)?)
}

/// The record as it stands, with the fields to choose between. Credit fields are in it only for those who see them.
async fn conflict(engine: &Engine, admin: CompanyAdmin<'_>, row: &CompanyRow, merge: Merge) -> Outcome<ApiError> {
    let current = companies::form(engine, admin, row).await?;
    Ok(ApiError::Stale(Box::new(Conflict {
        merged: visible(merge.kept, &current.fields),
        fields: merge.conflicts,
        current,
    })))
}

/// Who does not see a field does not learn that it changed.
fn visible(edits: Vec<OthersEdit>, shown: &Draft) -> Vec<OthersEdit> {
    edits.into_iter().filter(|edit| shown.contains_key(&edit.field)).collect()
}

async fn write(
    engine: &Engine,
    tx: &mut Tx,
    edit: &Edit<'_>,
    changes: &Checked,
    seen: Option<&Seen>,
) -> Outcome<Impact> {
    let Edit { admin, visit, row, .. } = *edit;
    let before = row.draft();
    let mut after = before.clone();
    after.extend(changes.fields().clone());
    let credit = CreditEdit::of(engine, tx, admin, visit.lang, row, changes.fields()).await?;
    credit.hold_to(seen)?;
    let impact = credit.impact();
    update(tx, row, &after).await?;
    for (field, new) in changes.fields() {
        edit.record(tx, *field, &before[field], new).await?;
    }
    let version = row.version().next().to_string();
    let event = Event::by(AuditKind::CompanySaved, admin.actor()).of_company(row.id).about(&version);
    // Where others have set the same limit meanwhile, there is nothing left to give a reason for.
    let reason = if changes.fields().contains_key(&Field::CreditLimit) { edit.reason } else { "" };
    event.because(reason).record(tx, &engine.house, visit).await?;
    company_list::touch(tx, row.id).await?;
    credit.follow(engine, tx, admin, reason).await?;
    if changes.fields().get(&Field::Comply230Fz).is_some_and(|value| value == "false") {
        tell_of_compliance_off(engine, tx, admin, visit, row).await?;
    }
    Ok(impact)
}

async fn update(tx: &mut Tx, row: &CompanyRow, after: &Draft) -> Outcome<()> {
    let text = |field: Field| after[&field].as_str();
    let written = sqlx::query(
        "UPDATE company \
         SET version = version + 1, name = $3, email = $4, phone = $5, credit_limit = $6, \
             notification_threshold = $7, time_zone = $8, max_dialogs = $9, comply_230fz = $10, inn = $11, kpp = $12, \
             bic = $13, bank = $14, correspondent_account = $15, account = $16, legal_address = $17, \
             postal_address = $18, ogrn = $19, require_second_factor = $20 \
         WHERE id = $1 \
           AND version = $2",
    )
    .bind(row.id)
    .bind(row.version)
    .bind(text(Field::Name))
    .bind(text(Field::Email))
    .bind(text(Field::Phone))
    .bind(kopecks(row, text(Field::CreditLimit))?)
    .bind(optional_kopecks(row, text(Field::NotificationThreshold))?)
    .bind(text(Field::TimeZone))
    .bind(number(row, "max_dialogs", text(Field::MaxDialogs))?)
    .bind(text(Field::Comply230Fz) == "true")
    .bind(text(Field::Inn))
    .bind(text(Field::Kpp))
    .bind(text(Field::Bic))
    .bind(text(Field::Bank))
    .bind(text(Field::CorrespondentAccount))
    .bind(text(Field::Account))
    .bind(text(Field::LegalAddress))
    .bind(text(Field::PostalAddress))
    .bind(text(Field::Ogrn))
    .bind(text(Field::RequireSecondFactor) == "true")
    .execute(&mut **tx)
    .await?;
    match written.rows_affected() {
        1 => Ok(()),
        _ => Err(Failure::Broken(format!("company {} changed under its lock", row.id))),
    }
}

/// An affiliate that switches compliance off answers for it to its reseller.
async fn tell_of_compliance_off(
    engine: &Engine,
    tx: &mut Tx,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    row: &CompanyRow,
) -> Outcome<()> {
    let is_by_affiliate = row.kind()? == Kind::Affiliate && admin.actor().company_id == row.id;
    let Some(reseller_id) = row.reseller_id.filter(|_| is_by_affiliate) else { return Ok(()) };
    let letter = Letter::ComplianceSwitchedOff {
        company: row.name.clone(),
        company_id: row.id,
        by: admin.actor().full_name.clone(),
        at: engine.house.now(),
        zone: row.time_zone.clone(),
    };
    let administrators = outbox::administrators(tx, reseller_id, visit.lang).await?;
    outbox::enqueue_for(tx, &engine.house, administrators, &letter).await
}

fn kopecks(row: &CompanyRow, text: &str) -> Outcome<i64> {
    let parsed = app::values::Kopecks::parse_amount(text);
    parsed.map(app::values::Kopecks::value).map_err(|_| corrupt(row, "credit_limit"))
}

fn optional_kopecks(row: &CompanyRow, text: &str) -> Outcome<Option<i64>> {
    if text.is_empty() { Ok(None) } else { kopecks(row, text).map(Some) }
}

fn number(row: &CompanyRow, column: &'static str, text: &str) -> Outcome<i64> {
    text.parse().map_err(|_| corrupt(row, column))
}

fn corrupt(row: &CompanyRow, column: &'static str) -> Failure {
    Failure::Corrupt { table: "company", column, id: row.id.to_string() }
}
