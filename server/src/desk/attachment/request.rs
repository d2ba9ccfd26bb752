//! Making a request. The requester learns its number and nothing about the other side.

use app::audit::AuditKind;
use app::companies::Kind;
use app::error::ApiError;
use app::fields::{self, Fields};
use app::people::Right;
use app::values::{CompanyId, HOUR_MS, Invalid, Remark, RequestId, optional};

use super::super::actor::{Actor, CompanyAdmin};
use super::super::attempts::{self, Limit};
use super::super::audit::Event;
use super::super::{Engine, Tx, counter};
use super::letters;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::store::Visit;

/// Every new request writes to the operators.
const REQUESTS: Limit = Limit { action: "request", most: 50, window_ms: HOUR_MS };

/// Both IDs as typed: neither need exist.
pub(super) struct Wish {
    pub(super) reseller_id: CompanyId,
    pub(super) company_id: CompanyId,
    pub(super) comment: String,
}

/// Notes the request and writes to the requester and the operators. The same pair, still open, is the same request.
///
/// # Errors
/// [`ApiError::Refused`] with the field that must hold one's own company's ID and does not.
pub(in super::super) async fn request(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    fields: Fields,
) -> Outcome<RequestId> {
    let (house, actor) = (&*engine.house, admin.actor());
    let wish = Wish::parse(&fields)?;
    wish.refuse_on_behalf_of_others(actor)?;
    let (mut tx, company) = (engine.db.begin().await?, actor.company_id.to_string());
    attempts::check(&mut tx, REQUESTS, &company, house.now()).await?;
    // Taken before looking: it makes everybody else who asks at this moment wait.
    let id = counter::next(&mut tx, "support_request").await?;
    if let Some(open) = open_one(&mut tx, &wish, actor).await? {
        return number(open);
    }
    attempts::record(&mut tx, REQUESTS, &company, house.now()).await?;
    insert(&mut tx, house, id, &wish, actor).await?;
    let event = Event::new(AuditKind::RequestMade, actor.person_id);
    event.about(&id.to_string()).record(&mut tx, house, visit).await?;
    letters::received(&mut tx, house, visit, id, &wish, actor).await?;
    letters::needs_operators(&mut tx, house, visit, id, &wish, actor).await?;
    tx.commit().await?;
    number(id)
}

impl Wish {
    fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut invalid = fields::unknown(fields, &["reseller_id", "company_id", "comment"]);
        let id = |invalid: &mut Invalid, name| invalid.check(name, CompanyId::parse(fields::text(fields, name)));
        let reseller_id = id(&mut invalid, "reseller_id");
        let company_id = id(&mut invalid, "company_id");
        let comment = invalid.check("comment", optional(fields::text(fields, "comment"), Remark::parse));
        match (reseller_id, company_id, comment) {
            (Some(reseller_id), Some(company_id), Some(comment)) if invalid.is_empty() => {
                let comment = comment.map(|comment| comment.to_string()).unwrap_or_default();
                Ok(Self { reseller_id, company_id, comment })
            }
            _ => Err(invalid),
        }
    }

    /// A reseller asks for itself as the reseller, any other company for itself as the affiliate to be.
    fn refuse_on_behalf_of_others(&self, actor: &Actor) -> Result<(), ApiError> {
        let (own, field) = match actor.company_kind {
            Kind::Reseller => (self.reseller_id, "reseller_id"),
            Kind::Affiliate | Kind::StandAlone => (self.company_id, "company_id"),
            Kind::Platform => return Err(Right::SendRequests.into()),
        };
        if i64::from(own) == actor.company_id { Ok(()) } else { Err(ApiError::Refused(field.to_owned())) }
    }
}

async fn open_one(tx: &mut Tx, wish: &Wish, actor: &Actor) -> Outcome<Option<i64>> {
    let id = sqlx::query_scalar(
        "SELECT id \
         FROM support_request \
         WHERE reseller_id = $1 \
           AND company_id = $2 \
           AND state = 'new' \
           AND requester_company_id = $3",
    )
    .bind(i64::from(wish.reseller_id))
    .bind(i64::from(wish.company_id))
    .bind(actor.company_id)
    .fetch_optional(&mut **tx)
    .await?;
    Ok(id)
}

async fn insert(tx: &mut Tx, house: &House, id: i64, wish: &Wish, actor: &Actor) -> Outcome<()> {
    sqlx::query(
        "INSERT INTO support_request (id, reseller_id, company_id, comment, state, reason, requested_by, \
                                      requester_company_id, created_at) \
         VALUES ($1, $2, $3, $4, 'new', '', $5, $6, $7)",
    )
    .bind(id)
    .bind(i64::from(wish.reseller_id))
    .bind(i64::from(wish.company_id))
    .bind(&wish.comment)
    .bind(actor.person_id)
    .bind(actor.company_id)
    .bind(house.now())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

fn number(id: i64) -> Outcome<RequestId> {
    RequestId::try_from(id).map_err(|_| Failure::Broken(format!("the counter gave request {id}")))
}
