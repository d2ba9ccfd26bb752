//! The operator makes a company that stands alone a reseller, or a reseller without affiliates an ordinary company.

use app::audit::AuditKind;
use app::companies::{Kind, KindObstacle};
use app::error::ApiError;
use app::fields::{self, Fields};
use app::people::Right;
use app::values::{CompanyId, Invalid, Problem, Slug};

use super::actor::{CompanyAdmin, Operator};
use super::audit::Event;
use super::company_row::{self, CompanyRow};
use super::new_company::{slug_is_taken, standing};
use super::{Engine, Tx, company_list, money};
use crate::failure::{Failure, Outcome};
use crate::store::Visit;

/// What the company is to be.
struct Wish {
    kind: Kind,
    /// Of a reseller, and of nobody else.
    slug: Option<Slug>,
}

/// Changes the kind. Fields: `kind`, and `slug` of a reseller. Asking for what it is already changes nothing.
///
/// # Errors
/// [`ApiError::Missing`] out of reach, [`ApiError::Refused`] to anybody but an operator, [`ApiError::Taken`] for a
/// slug in use; what stands in the way is [`Problem::CannotChangeKind`] at `form`.
pub(super) async fn change(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    id: CompanyId,
    fields: Fields,
) -> Outcome<()> {
    company_row::find(&engine.db.reads, admin.reach(), id).await?.ok_or(ApiError::Missing)?;
    let operator = admin.actor().operator_with(Right::AddCompanies)?;
    let wish = Wish::parse(&fields)?;
    match try_change(engine, operator, visit, id, &wish).await {
        // Somebody took the slug at the same moment: now it is seen.
        Err(failure) if failure.is_duplicate() => try_change(engine, operator, visit, id, &wish).await,
        outcome => outcome,
    }
}

/// The row stays locked: whatever else would make it a parent or a child meanwhile waits, and then sees what it is.
async fn try_change(engine: &Engine, operator: Operator<'_>, visit: &Visit, id: CompanyId, wish: &Wish) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    let row = company_row::lock(&mut tx, operator.reach(), id).await?.ok_or(ApiError::Missing)?;
    let slug: Option<String> =
        sqlx::query_scalar("SELECT slug FROM company WHERE id = $1").bind(row.id).fetch_one(&mut *tx).await?;
    let wanted = wish.slug.as_ref().map(Slug::as_str);
    if row.kind()? == wish.kind && slug.as_deref() == wanted {
        return Ok(());
    }
    if let Some(obstacle) =
        obstacle(&mut tx, &row).await?.or((row.kind()? == wish.kind).then_some(KindObstacle::AlreadyReseller))
    {
        return Err(Failure::field("form", Problem::CannotChangeKind(obstacle)));
    }
    if let Some(slug) = &wish.slug
        && slug_is_taken(&mut tx, slug).await?
    {
        let mut taken = Invalid::default();
        taken.add("slug", Problem::SlugTaken);
        return Err(ApiError::Taken(taken).into());
    }
    write(&mut tx, row.id, wish).await?;
    if wish.kind != Kind::Reseller {
        money::remove_pool(&mut tx, row.id).await?;
    }
    let event = Event::new(AuditKind::KindChanged, operator.actor().person_id).of_company(row.id);
    event.change(row.kind()?.as_str(), wish.kind.as_str()).record(&mut tx, &engine.house, visit).await?;
    tx.commit().await?;
    Ok(())
}

/// What keeps the company as it is, whatever it is to become.
async fn obstacle(tx: &mut Tx, row: &CompanyRow) -> Outcome<Option<KindObstacle>> {
    match row.kind()? {
        Kind::Platform => Ok(Some(KindObstacle::PlatformCompany)),
        Kind::Affiliate => Ok(Some(KindObstacle::Affiliate)),
        Kind::StandAlone => Ok(None),
        Kind::Reseller => {
            let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM company WHERE reseller_id = $1")
                .bind(row.id)
                .fetch_one(&mut **tx)
                .await?;
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            Ok((count > 0).then_some(KindObstacle::HasAffiliates(count)))
        }
    }
}

async fn write(tx: &mut Tx, id: i64, wish: &Wish) -> Outcome<()> {
    sqlx::query("UPDATE company SET kind = $1, slug = $2, version = version + 1 WHERE id = $3")
        .bind(wish.kind.as_str())
        .bind(wish.slug.as_ref().map(Slug::as_str))
        .bind(id)
        .execute(&mut **tx)
        .await?;
    company_list::touch(tx, id).await
}

impl Wish {
    fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut invalid = fields::unknown(fields, &["kind", "slug"]);
        match standing(fields, &mut invalid) {
            Some((kind, slug)) if invalid.is_empty() => Ok(Self { kind, slug }),
            _ => Err(invalid),
        }
    }
}
