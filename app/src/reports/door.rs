//! The doors of the reports. They are downloaded at `/api/reports/ID/report.xlsx` and `.csv`, the ledger of any period at
//! `/api/companies/ID/ledger.xlsx` and `.csv`.

use leptos::prelude::*;

use super::{Report, ReportList};
use crate::error::ApiError;
use crate::fields::Fields;
use crate::values::CompanyId;
use crate::wire::JsonPost;

#[cfg(feature = "ssr")]
use crate::desk::desk;

/// The reports of a company within reach; of one's own where none is named.
#[server(prefix = "/api", endpoint = "reports", protocol = JsonPost)]
pub async fn reports(company: Option<CompanyId>) -> Result<ReportList, ApiError> {
    desk().await?.reports(company).await
}

/// A report of any period. Fields: `from`, `until` (days of the company's zone, both included).
#[server(prefix = "/api", endpoint = "order_report", protocol = JsonPost)]
pub async fn order_report(company: Option<CompanyId>, fields: Fields) -> Result<Report, ApiError> {
    desk().await?.order_report(company, fields).await
}

/// The same figures once more, and the file.
#[server(prefix = "/api", endpoint = "make_report_again", protocol = JsonPost)]
pub async fn make_report_again(id: String) -> Result<Report, ApiError> {
    desk().await?.make_report_again(id).await
}

/// The report stays on the list.
#[server(prefix = "/api", endpoint = "delete_report_file", protocol = JsonPost)]
pub async fn delete_report_file(id: String) -> Result<Report, ApiError> {
    desk().await?.delete_report_file(id).await
}
