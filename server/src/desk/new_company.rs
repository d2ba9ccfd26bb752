//! The operator's way to a new reseller or stand-alone company, with its first administrator invited.

#[path = "new_company/application.rs"]
mod application;
#[path = "new_company/founding.rs"]
mod founding;

use app::audit::AuditKind;
use app::error::ApiError;
use app::fields::Fields;
use app::people::Role;
use app::values::{CompanyId, Invalid, Lang, Problem, Slug, ZoneName};

pub(super) use application::standing;
pub(super) use founding::{FirstPerson, NewCompany};

use super::actor::Operator;
use super::audit::Event;
use super::links::{self, Purpose};
use super::own_access::CANCELLED_WITHIN_MS;
use super::people::taken::holds_address;
use super::{Engine, Tx, outbox};
use crate::clock::random_id;
use crate::failure::{Failure, Outcome};
use crate::mail::Letter;
use crate::store::Visit;
use application::Application;

/// Makes the company. Every problem at its field; a slug or an address in use is [`ApiError::Taken`].
pub(super) async fn add(engine: &Engine, operator: Operator<'_>, visit: &Visit, fields: Fields) -> Outcome<CompanyId> {
    let application = Application::parse(&fields)?;
    match try_add(engine, operator, visit, &application).await {
        // Somebody took the slug or the address at the same moment: now it is seen.
        Err(failure) if failure.is_duplicate() => try_add(engine, operator, visit, &application).await,
        outcome => outcome,
    }
}

async fn try_add(
    engine: &Engine,
    operator: Operator<'_>,
    visit: &Visit,
    application: &Application,
) -> Outcome<CompanyId> {
    let now = engine.house.now();
    let mut tx = engine.db.begin().await?;
    refuse_taken(&mut tx, application, engine.house.now()).await?;
    let company_id = application.company(now).found(&mut tx).await?;
    let person_id = application.administrator(operator, company_id, now).join(&mut tx).await?;
    invite(&mut tx, engine, operator, visit, application, person_id).await?;
    let event = Event::new(AuditKind::CompanyAdded, operator.actor().person_id).of_company(company_id);
    let event = event.about(application.name.as_str()).change("", application.kind.as_str());
    event.record(&mut tx, &engine.house, visit).await?;
    tx.commit().await?;
    CompanyId::try_from(company_id).map_err(|_| Failure::Broken(format!("the counter gave company {company_id}")))
}

async fn refuse_taken(tx: &mut Tx, application: &Application, now: i64) -> Outcome<()> {
    let mut taken = Invalid::default();
    if let Some(slug) = &application.slug
        && slug_is_taken(tx, slug).await?
    {
        taken.add("slug", Problem::SlugTaken);
    }
    let company: Option<String> = sqlx::query_scalar(concat!(
        "SELECT company.name \
         FROM person \
         JOIN company ON company.id = person.company_id \
         WHERE ",
        holds_address!("$1", "$2")
    ))
    .bind(application.admin_email.normalized())
    .bind(now - CANCELLED_WITHIN_MS)
    .fetch_optional(&mut **tx)
    .await?;
    if company.is_some() {
        taken.add("admin_email", Problem::EmailTaken { company });
    }
    if taken.is_empty() { Ok(()) } else { Err(ApiError::Taken(taken).into()) }
}

/// Whether a reseller has the address already.
pub(super) async fn slug_is_taken(tx: &mut Tx, slug: &Slug) -> Outcome<bool> {
    let is_taken = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM company WHERE slug = $1)")
        .bind(slug.as_str())
        .fetch_one(&mut **tx)
        .await?;
    Ok(is_taken)
}

async fn invite(
    tx: &mut Tx,
    engine: &Engine,
    operator: Operator<'_>,
    visit: &Visit,
    application: &Application,
    person_id: i64,
) -> Outcome<()> {
    let house = &*engine.house;
    let (now, letter_id) = (house.now(), random_id(&*house.chance));
    let token = links::issue(tx, house, person_id, Purpose::Invitation, now, &letter_id).await?;
    let letter = Letter::Invitation {
        company: application.name.to_string(),
        registered_by: operator.actor().full_name.clone(),
        login: application.admin_email.to_string(),
        token: token.as_str().to_owned(),
        valid_until: Purpose::Invitation.valid_until(now),
        zone: ZoneName::default().to_string(),
    };
    // A company's address has no reader whose language is known yet.
    let lang = if application.is_told_to_company() { Lang::Ru } else { visit.lang };
    outbox::enqueue_as(tx, house, &letter_id, application.letter_to().as_str(), lang, &letter).await
}

impl Application {
    fn company(&self, now: i64) -> NewCompany<'_> {
        NewCompany {
            kind: self.kind,
            reseller_id: None,
            slug: self.slug.as_ref(),
            name: self.name.as_str(),
            email: &self.email,
            phone: "",
            inn: "",
            time_zone: ZoneName::default(),
            created_at: now,
            confirmed_at: Some(now),
            terms_version: None,
        }
    }

    fn administrator(&self, operator: Operator<'_>, company_id: i64, now: i64) -> FirstPerson<'_> {
        FirstPerson {
            company_id,
            email: &self.admin_email,
            full_name: self.admin_name.as_str(),
            language: None,
            roles: &[Role::Administrator],
            invited_by: Some(operator.actor().person_id),
            created_at: now,
        }
    }
}
