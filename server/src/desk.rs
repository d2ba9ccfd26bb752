//! What people may do: one operation, one transaction. This text compiles once for each engine.

#[path = "desk/access.rs"]
mod access;
#[path = "desk/actor.rs"]
mod actor;
#[path = "desk/attachment.rs"]
mod attachment;
#[path = "desk/attempts.rs"]
mod attempts;
#[path = "desk/audit.rs"]
mod audit;
#[path = "desk/banks.rs"]
mod banks;
#[path = "desk/companies.rs"]
mod companies;
#[path = "desk/company_edit.rs"]
mod company_edit;
#[path = "desk/company_list.rs"]
mod company_list;
#[path = "desk/company_row.rs"]
mod company_row;
#[path = "desk/company_save.rs"]
mod company_save;
#[path = "desk/counter.rs"]
mod counter;
#[path = "desk/demo.rs"]
mod demo;
#[path = "desk/history.rs"]
mod history;
#[path = "desk/invoices.rs"]
mod invoices;
#[path = "desk/kind_change.rs"]
mod kind_change;
#[path = "desk/links.rs"]
mod links;
#[path = "desk/money.rs"]
mod money;
#[path = "desk/new_company.rs"]
mod new_company;
#[path = "desk/operator.rs"]
mod operator;
#[path = "desk/outbox.rs"]
mod outbox;
#[path = "desk/own_access.rs"]
mod own_access;
#[path = "desk/parties.rs"]
mod parties;
#[path = "desk/people.rs"]
mod people;
#[path = "desk/period.rs"]
mod period;
#[path = "desk/port.rs"]
mod port;
#[path = "desk/profile.rs"]
mod profile;
#[path = "desk/registration.rs"]
mod registration;
#[path = "desk/reports.rs"]
mod reports;
#[path = "desk/requisites.rs"]
mod requisites;
#[path = "desk/second_factor.rs"]
mod second_factor;
#[path = "desk/sessions.rs"]
mod sessions;
#[path = "desk/tidy.rs"]
mod tidy;
#[path = "desk/tokens.rs"]
mod tokens;
#[path = "desk/viewing.rs"]
mod viewing;

use std::sync::Arc;

use super::{Database, Db};
use crate::failure::Outcome;
use crate::house::House;

/// One of a pool, or the one that a transaction holds (`&mut *tx`).
type Connection = <Database as sqlx::Database>::Connection;
/// A transaction that will write.
type Tx = sqlx::Transaction<'static, Database>;

/// The desk on one database.
pub struct Engine {
    db: Db,
    house: Arc<House>,
}

impl Engine {
    pub fn new(db: Db, house: Arc<House>) -> Self {
        Self { db, house }
    }

    /// The zone whose days and hours a company's times are told in.
    async fn zone_of(&self, company: i64) -> Outcome<String> {
        let zone = sqlx::query_scalar("SELECT time_zone FROM company WHERE id = $1");
        Ok(zone.bind(company).fetch_one(&self.db.reads).await?)
    }

    /// The same desk, on which no operation changes anything: each is refused where it would begin to write.
    fn for_looking(&self) -> Self {
        Self { db: self.db.for_looking(), house: Arc::clone(&self.house) }
    }
}
