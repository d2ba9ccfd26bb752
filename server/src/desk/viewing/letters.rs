//! What a company is told of somebody's look: at once where it was not asked, and afterwards always.

use app::values::Lang;

use super::super::Tx;
use super::super::outbox::{self, Recipient};
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;

#[derive(sqlx::FromRow)]
struct Look {
    company_id: i64,
    zone: String,
    viewer: String,
    is_platform: bool,
    email: String,
    language: Option<String>,
    is_open: bool,
    reason: String,
    begun_at: i64,
    ended_at: Option<i64>,
}

/// The platform has begun to look, without having been allowed to.
pub(super) async fn begun(tx: &mut Tx, house: &House, page: Lang, id: &str) -> Outcome<()> {
    let look = find(tx, id).await?;
    let letter = Letter::ViewingBegun {
        viewer: look.who(),
        reason: look.reason.clone(),
        begun_at: look.begun_at,
        zone: look.zone.clone(),
    };
    send(tx, house, page, &look, &letter).await
}

/// It is over.
pub(super) async fn ended(tx: &mut Tx, house: &House, page: Lang, id: &str) -> Outcome<()> {
    let look = find(tx, id).await?;
    let pages = sqlx::query_scalar("SELECT path FROM viewing_page WHERE viewing_id = $1 ORDER BY at, path")
        .bind(id)
        .fetch_all(&mut **tx)
        .await?;
    let letter = Letter::ViewingEnded {
        viewer: look.who(),
        through: look.email.clone(),
        reason: look.reason.clone(),
        begun_at: look.begun_at,
        ended_at: look.ended_at.unwrap_or(look.begun_at),
        pages,
        zone: look.zone.clone(),
    };
    send(tx, house, page, &look, &letter).await
}

async fn find(tx: &mut Tx, id: &str) -> Outcome<Look> {
    let look = sqlx::query_as(
        "SELECT viewing.company_id, company.time_zone AS zone, viewer.full_name AS viewer, \
                office.kind = 'platform' AS is_platform, person.email, person.language, \
                person.state = 'active' AS is_open, viewing.reason, viewing.begun_at, viewing.ended_at \
         FROM viewing \
         JOIN company ON company.id = viewing.company_id \
         JOIN person ON person.id = viewing.person_id \
         JOIN person AS viewer ON viewer.id = viewing.viewer_id \
         JOIN company AS office ON office.id = viewer.company_id \
         WHERE viewing.id = $1",
    )
    .bind(id)
    .fetch_one(&mut **tx)
    .await?;
    Ok(look)
}

impl Look {
    /// An operator of the platform is a person to colleagues only.
    fn who(&self) -> Option<String> {
        (!self.is_platform).then(|| self.viewer.clone())
    }
}

/// To the company's administrators, and to whose eyes they were.
async fn send(tx: &mut Tx, house: &House, page: Lang, look: &Look, letter: &Letter) -> Outcome<()> {
    let mut receivers = outbox::administrators(tx, look.company_id, page).await?;
    if look.is_open && receivers.iter().all(|receiver| receiver.email != look.email) {
        receivers.push(Recipient::of((look.email.clone(), look.language.clone()), page));
    }
    outbox::enqueue_for(tx, house, receivers, letter).await
}
