//! May a company use the services now?

use app::money::Access;
use app::values::CompanyId;

use super::super::Engine;
use super::super::actor::CompanyAdmin;
use super::books::Books;
use crate::failure::Outcome;

/// By the same rule as everything else, at this very instant: the end of a temporary limit counts before any worker has
/// seen it.
pub(in super::super) async fn access(engine: &Engine, admin: CompanyAdmin<'_>, id: CompanyId) -> Outcome<Access> {
    let books = Books::find(engine, admin.reach(), id).await?;
    Ok(books.account.access(engine.house.now()))
}
