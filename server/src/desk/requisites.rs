//! Requisites beyond the form: read from any text, and shown as a card with a payment code.

use app::companies::RequisitesCard;
use app::error::ApiError;
use app::requisites::paste::{self, MAX_PASTED};
use app::requisites::{Bank, BankRecord, Bic, CardFields, Known, NoCode, Pasted, card};
use app::values::{CompanyId, MINUTE_MS, Problem};

use super::actor::CompanyAdmin;
use super::attempts::Limit;
use super::company_row::CompanyRow;
use super::{Engine, banks, company_row, parties};
use crate::failure::{Failure, Outcome};
use crate::qr;

/// Questions to the look-up service about banks, beside those about organizations.
const BANKS_ASKED: Limit = Limit { action: "ask_bank", most: 30, window_ms: MINUTE_MS };

/// What the loaded directory says of a BIC, and where it has no entry for one that was just typed, the look-up service.
///
/// # Errors
/// A malformed BIC at `bic`.
pub(super) async fn bank_record(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    bic: &str,
    is_typed: bool,
) -> Outcome<BankRecord> {
    let bic = Bic::parse(bic).map_err(|problem| Failure::field("bic", problem))?;
    let mut record = banks::record(engine, &mut *engine.db.reads.acquire().await?, &bic).await?;
    if is_typed && record.bank.is_none() && engine.house.dadata.is_set() {
        record.elsewhere = elsewhere(engine, admin, bic).await?;
    }
    Ok(record)
}

/// Nobody pressed a button for it: over the limit, and where the service fails, the directory's word is enough.
async fn elsewhere(engine: &Engine, admin: CompanyAdmin<'_>, bic: Bic) -> Outcome<Option<Bank>> {
    let now = engine.house.now();
    if let Some(answer) = engine.house.recent_banks.find(&bic, now) {
        return Ok(answer);
    }
    match parties::ration(engine, admin, BANKS_ASKED, now).await {
        Err(Failure::Refused(ApiError::TooMany(_))) => return Ok(None),
        counted => counted?,
    }
    let Ok(found) = engine.house.dadata.bank(&bic).await else { return Ok(None) };
    let bank = found.map(|found| found.bank);
    engine.house.recent_banks.keep(bic, bank.clone(), now);
    Ok(bank)
}

/// What a pasted text says, in the light of the local directories.
pub(super) async fn read_text(engine: &Engine, _: CompanyAdmin<'_>, text: &str) -> Outcome<Pasted> {
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > MAX_PASTED {
        return Err(Failure::field("text", Problem::TooLong { max: MAX_PASTED, actual: length }));
    }
    let mentioned = paste::mentioned(text);
    let known_inns = parties::local::known(&engine.db.reads, &mentioned.inns).await?;
    let inns = mentioned.inns.into_iter().filter(|inn| known_inns.contains(inn.as_str())).collect();
    let mut known = Known { inns, ..Known::default() };
    let mut connection = engine.db.reads.acquire().await?;
    for bic in mentioned.bics {
        if let Some(bank) = banks::record(engine, &mut connection, &bic).await?.bank {
            known.banks.insert(bic, bank);
        }
    }
    Ok(paste::read(text, &known))
}

/// The card of a company within reach.
pub(super) async fn card(engine: &Engine, admin: CompanyAdmin<'_>, id: CompanyId) -> Outcome<RequisitesCard> {
    let row = company_row::find(&engine.db.reads, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    let record = banks::record_of(engine, &mut *engine.db.reads.acquire().await?, &row.bic).await?;
    let fields = fields(row);
    let code = card::payment_code(&fields, &record);
    let code = code.and_then(|text| qr::draw(&text).ok_or(NoCode::ReadsOtherwise));
    Ok(RequisitesCard { company: id, fields, code })
}

/// What a card, and an invoice, says of a company.
pub(super) fn fields(row: CompanyRow) -> CardFields {
    CardFields {
        name: row.name,
        inn: row.inn,
        kpp: row.kpp,
        ogrn: row.ogrn,
        account: row.account,
        bank: row.bank,
        bic: row.bic,
        correspondent_account: row.correspondent_account,
        legal_address: row.legal_address,
        postal_address: row.postal_address,
        phone: row.phone,
        email: row.email,
    }
}
