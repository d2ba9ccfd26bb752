//! A row of the table `report`, and its way into what the page shows.

use app::reports::{Month, Report, ReportState};
use app::values::{Kopecks, ZoneName};

use super::super::actor::{Actor, Reach};
use super::super::invoices::BilledMonth;
use super::super::{Connection, Tx};
use crate::failure::{Failure, Outcome};
use crate::reports::{Period, Subject};
use crate::zones::{day, offset_minutes};

/// As stored.
#[derive(sqlx::FromRow, Clone, Debug)]
pub(super) struct ReportRow {
    pub(super) id: String,
    pub(super) company_id: i64,
    month: Option<String>,
    begins_at: i64,
    pub(super) ends_at: i64,
    pub(super) after_number: i64,
    pub(super) last_number: i64,
    pub(super) company: String,
    pub(super) time_zone: String,
    currency: String,
    state: String,
    added_at: i64,
    pub(super) made_at: Option<i64>,
    services: String,
    opening: Option<i64>,
    pub(super) has_file: bool,
    reseller_id: Option<i64>,
}

/// The columns of [`ReportRow`].
macro_rules! report_columns {
    () => {
        "report.id, report.company_id, report.month, report.begins_at, report.ends_at, report.after_number, \
         report.last_number, report.company, report.time_zone, report.currency, report.state, report.added_at, \
         report.made_at, report.services, report.opening, report.has_file, report.reseller_id"
    };
}
pub(super) use report_columns;

/// A report within reach, for reading.
pub(super) async fn find(reader: &mut Connection, reach: Reach, id: &str) -> Outcome<Option<ReportRow>> {
    let row = sqlx::query_as(concat!(
        "SELECT ",
        report_columns!(),
        " FROM report \
         JOIN company ON company.id = report.company_id \
         WHERE report.id = $1 \
           AND ($2 OR company.id = $3 \
                OR company.reseller_id = $3 AND report.begins_at >= COALESCE(company.attached_at, report.begins_at))"
    ))
    .bind(id)
    .bind(reach.everything)
    .bind(reach.root)
    .fetch_optional(reader)
    .await?;
    Ok(row)
}

/// A report that waits to be made, locked until the transaction ends.
pub(super) async fn lock_waiting(tx: &mut Tx, id: &str) -> Outcome<Option<ReportRow>> {
    let row = sqlx::query_as(concat!(
        "SELECT ",
        report_columns!(),
        " FROM report \
         WHERE report.id = $1 \
           AND report.state = 'generating'",
        for_update!()
    ))
    .bind(id)
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row)
}

impl ReportRow {
    /// Times in a zone that is told beside them.
    pub(super) fn report(self, zone: &str) -> Outcome<Report> {
        let offset = |at| offset_minutes(zone, at);
        Ok(Report {
            month: self.month()?,
            state: ReportState::parse(&self.state).ok_or_else(|| self.corrupt("state"))?,
            services: self.services.split_whitespace().map(str::to_owned).collect(),
            begins: (self.begins_at, offset_minutes(&self.time_zone, self.begins_at)),
            // Its last day, not the midnight after it.
            ends: (self.ends_at - 1, offset_minutes(&self.time_zone, self.ends_at - 1)),
            added: (self.added_at, offset(self.added_at)),
            made: self.made_at.map(|at| (at, offset(at))),
            has_file: self.has_file,
            id: self.id,
        })
    }

    pub(super) fn month(&self) -> Outcome<Option<Month>> {
        let month = self.month.as_deref().map(|month| Month::parse(month).ok_or_else(|| self.corrupt("month")));
        month.transpose()
    }

    pub(super) fn period(&self) -> Period {
        Period { from: self.begins_at, to: self.ends_at }
    }

    /// `2026-10-01`, in the company's zone.
    pub(super) fn first_day(&self) -> String {
        day(&self.time_zone, self.begins_at)
    }

    pub(super) fn last_day(&self) -> String {
        day(&self.time_zone, self.ends_at - 1)
    }

    pub(super) fn subject(&self) -> Outcome<Subject> {
        Ok(Subject {
            company: self.company.clone(),
            company_id: self.company_id,
            currency: self.currency.clone(),
            zone: ZoneName::parse(&self.time_zone).map_err(|_| self.corrupt("time_zone"))?,
        })
    }

    /// Known once it is made.
    pub(super) fn opening(&self) -> Option<Kopecks> {
        self.opening.map(Kopecks::new)
    }

    /// Whether this is somebody of whoever sold to the company when the report was begun.
    pub(super) fn is_sold_by(&self, actor: &Actor) -> bool {
        actor.is_operator() || self.reseller_id == Some(actor.company_id)
    }

    /// What an invoice is issued for.
    pub(super) fn billed(&self, month: Month) -> BilledMonth {
        BilledMonth {
            company_id: self.company_id,
            reseller_id: self.reseller_id,
            month,
            after_number: self.after_number,
            last_number: self.last_number,
        }
    }

    pub(super) fn corrupt(&self, column: &'static str) -> Failure {
        Failure::Corrupt { table: "report", column, id: self.id.clone() }
    }
}
