//! A company that registered itself is confirmed once its first administrator has opened the letter's link.

use app::values::Lang;

use super::super::{Tx, company_list, outbox};
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;

#[derive(sqlx::FromRow)]
struct Confirmed {
    name: String,
    reseller_id: Option<i64>,
}

/// Marks the company as confirmed and tells the reseller's administrators. Once: later calls change nothing.
pub(super) async fn confirm_registration(tx: &mut Tx, house: &House, company_id: i64, page: Lang) -> Outcome<()> {
    let confirmed: Option<Confirmed> = sqlx::query_as(
        "UPDATE company \
         SET confirmed_at = $1 \
         WHERE id = $2 \
           AND confirmed_at IS NULL \
         RETURNING name, reseller_id",
    )
    .bind(house.now())
    .bind(company_id)
    .fetch_optional(&mut **tx)
    .await?;
    let Some(company) = confirmed else { return Ok(()) };
    company_list::touch(tx, company_id).await?;
    let Some(reseller_id) = company.reseller_id else { return Ok(()) };
    let letter = Letter::AffiliateConfirmed { company: company.name, company_id };
    let administrators = outbox::administrators(tx, reseller_id, page).await?;
    outbox::enqueue_for(tx, house, administrators, &letter).await
}
