//! The door of the companies desk: what pages may ask the server.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{CompanyForm, FirstRows, RequisitesCard, Saved, Sort};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::money::Impact;
use crate::requisites::{Bank, BankRecord, LookUp, Pasted, ToFix};
use crate::values::{CompanyId, Version, Zones};
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::{desk, entrance};

/// The beginning of the list for a query and an order.
#[server(prefix = "/api", endpoint = "companies_view", protocol = JsonPost)]
pub async fn companies_view(query: String, sort: Option<Sort>) -> Result<FirstRows, ApiError> {
    let (version, book) = desk().await?.companies().await?;
    Ok(FirstRows::of(&book, version, query, sort))
}

/// What the edit dialog opens with.
#[server(prefix = "/api", endpoint = "company", protocol = JsonPost)]
pub async fn company(id: CompanyId) -> Result<CompanyForm, ApiError> {
    desk().await?.company(id).await
}

/// Saves the changed fields by wire name, based on the version that the dialog opened with. Where the person has seen what
/// an edit of the credit would bring about, it is saved with that outcome only.
#[server(prefix = "/api", endpoint = "save_company", protocol = JsonPost)]
pub async fn save_company(
    id: CompanyId,
    version: Version,
    changes: Fields,
    seen: Option<Impact>,
) -> Result<Saved, ApiError> {
    desk().await?.save_company(id, version, changes, seen).await
}

/// The operator's way to a new reseller or stand-alone company.
#[server(prefix = "/api", endpoint = "add_company", protocol = JsonPost)]
pub async fn add_company(fields: Fields) -> Result<CompanyId, ApiError> {
    desk().await?.add_company(fields).await
}

/// The operator changes what a company is in the tree. Fields: `kind`, and `slug` of a reseller.
#[server(prefix = "/api", endpoint = "change_kind", protocol = JsonPost)]
pub async fn change_kind(id: CompanyId, fields: Fields) -> Result<(), ApiError> {
    desk().await?.change_kind(id, fields).await
}

/// Looks an organization up by its INN.
#[server(prefix = "/api", endpoint = "look_up_inn", protocol = JsonPost)]
pub async fn look_up_inn(inn: String) -> Result<LookUp, ApiError> {
    desk().await?.look_up_inn(inn).await
}

/// Which of at most 100 INNs belong to somebody, as far as the platform's own directory knows.
#[server(prefix = "/api", endpoint = "known_inns", protocol = JsonPost)]
pub async fn known_inns(inns: Vec<String>) -> Result<BTreeSet<String>, ApiError> {
    desk().await?.known_inns(inns).await
}

/// What the loaded directory of banks says of a BIC of nine digits. Where it has no entry, the look-up service is asked
/// of a BIC that somebody just typed, and of no other.
#[server(name = AskBankRecord, prefix = "/api", endpoint = "bank_record", protocol = JsonPost)]
pub async fn bank_record(bic: String, #[server(default)] is_typed: bool) -> Result<BankRecord, ApiError> {
    desk().await?.bank_record(bic, is_typed).await
}

/// Banks by the beginning of their BIC or by words of their name, the likeliest first; at most 20.
#[server(prefix = "/api", endpoint = "find_banks", protocol = JsonPost)]
pub async fn find_banks(text: String) -> Result<Vec<Bank>, ApiError> {
    desk().await?.find_banks(text).await
}

/// Companies within reach whose stored bank or correspondent account is not valid by the loaded directory.
#[server(prefix = "/api", endpoint = "banks_to_fix", protocol = JsonPost)]
pub async fn banks_to_fix() -> Result<Vec<ToFix>, ApiError> {
    desk().await?.banks_to_fix().await
}

/// Every time zone with its offset now. Needs no session: the registration page asks too.
#[server(prefix = "/api", endpoint = "time_zones", protocol = JsonPost)]
pub async fn time_zones() -> Result<Zones, ApiError> {
    Ok((*entrance()?.zones()).clone())
}

/// Requisites in any text.
#[server(prefix = "/api", endpoint = "read_requisites", protocol = JsonPost)]
pub async fn read_requisites(text: String) -> Result<Pasted, ApiError> {
    desk().await?.read_requisites(text).await
}

/// A company's requisites to print and to pay by.
#[server(prefix = "/api", endpoint = "requisites_card", protocol = JsonPost)]
pub async fn card(id: CompanyId) -> Result<RequisitesCard, ApiError> {
    desk().await?.requisites_card(id).await
}
