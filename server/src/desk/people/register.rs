//! Registering a user: the account, its roles and the letter with its link, at once or not at all.

use std::collections::BTreeMap;

use app::audit::AuditKind;
use app::error::ApiError;
use app::fields::{self, Fields};
use app::people::{Employee, Role, UserField};
use app::values::{CompanyId, Email, HOUR_MS, Invalid, MINUTE_MS, UserId};

use super::super::actor::CompanyAdmin;
use super::super::attempts::{self, Limit};
use super::super::audit::Event;
use super::super::company_row::{self, CompanyRow};
use super::super::links::{self, Purpose};
use super::super::{Engine, Tx, company_list, counter, outbox};
use super::taken::{self, Holder};
use super::{roles, user};
use crate::clock::random_id;
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;
use crate::store::Visit;

/// Letters to addresses of one's own choosing are rationed too.
const INVITATIONS: Limit = Limit { action: "invite", most: 200, window_ms: HOUR_MS };
/// The same form sent again within this time is the same wish.
const REPEAT_MS: i64 = MINUTE_MS;

struct NewUser {
    email: Email,
    /// Every field but the language, as it is stored.
    fields: BTreeMap<UserField, String>,
}

/// A new user of a company within reach, invited by letter; an administrator unless the form brings other roles. The
/// same form sent twice makes one.
pub(in super::super) async fn register_user(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    visit: &Visit,
    company: CompanyId,
    fields: Fields,
) -> Outcome<Employee> {
    let within = company_row::find(&engine.db.reads, admin.reach(), company).await?;
    let row = within.ok_or(ApiError::Missing)?;
    let user = NewUser::parse(&fields)?;
    roles::may_give(admin, row.id, user.text(UserField::Roles))?;
    match try_register(engine, admin, company, &user, visit).await {
        // Somebody took the address at the same moment: now it is seen.
        Err(failure) if failure.is_duplicate() => try_register(engine, admin, company, &user, visit).await,
        outcome => outcome,
    }
}

impl NewUser {
    fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let known = UserField::ALL.into_iter().filter(|field| *field != UserField::Language);
        let names: Vec<&str> = known.clone().map(UserField::wire).chain(["email"]).collect();
        let mut invalid = fields::unknown(fields, &names);
        let mut parsed = BTreeMap::new();
        for field in known {
            let typed = fields.get(field.wire()).map(String::as_str);
            let typed = typed.unwrap_or(if field == UserField::Roles { Role::Administrator.as_str() } else { "" });
            parsed.extend(invalid.check(field.wire(), field.parse(typed)).map(|text| (field, text)));
        }
        match invalid.check("email", Email::parse(fields::text(fields, "email"))) {
            Some(email) if invalid.is_empty() => Ok(Self { email, fields: parsed }),
            _ => Err(invalid),
        }
    }

    /// Whether a person is on record just so.
    async fn is_stored(&self, tx: &mut Tx, admin: CompanyAdmin<'_>, person_id: i64) -> Outcome<bool> {
        let Some(id) = UserId::new(person_id) else { return Ok(false) };
        let Some((row, roles)) = user::lock(tx, admin.reach(), id).await? else { return Ok(false) };
        let stored = row.fields(&roles);
        Ok(self.fields.iter().all(|(field, text)| fields::text(&stored, field.wire()) == text))
    }

    fn text(&self, field: UserField) -> &str {
        self.fields.get(&field).map_or("", String::as_str)
    }
}

async fn try_register(
    engine: &Engine,
    admin: CompanyAdmin<'_>,
    company: CompanyId,
    user: &NewUser,
    visit: &Visit,
) -> Outcome<Employee> {
    let now = engine.house.now();
    let mut tx = engine.db.begin().await?;
    // Once the ration is used up, free addresses are refused too: a refusal of the taken ones alone would tell.
    taken::check(&mut tx, admin.actor(), now).await?;
    let row = company_row::find(&mut *tx, admin.reach(), company).await?.ok_or(ApiError::Missing)?;
    let holder = taken::holder(&mut tx, &user.email, now).await?;
    let repeated = match holder.as_ref().filter(|holder| holder.is_recent(admin, company, now)) {
        Some(holder) => user.is_stored(&mut tx, admin, holder.id).await?,
        None => false,
    };
    let person_id = match holder {
        Some(holder) if repeated => holder.id,
        Some(holder) => return Err(taken::refusal(tx, admin.actor(), holder, now).await?),
        None => {
            attempts::check(&mut tx, INVITATIONS, &administrator(admin), now).await?;
            attempts::record(&mut tx, INVITATIONS, &administrator(admin), now).await?;
            let id = create(&mut tx, admin, row.id, user, now).await?;
            invite(&mut tx, &engine.house, admin, &row, user, id, visit).await?;
            company_list::touch(&mut tx, row.id).await?;
            let event = Event::new(AuditKind::UserRegistered, admin.actor().person_id);
            let event = event.of_company(row.id).about_user(id, user.email.as_str());
            let event = event.change("", user.text(UserField::Roles));
            event.record(&mut tx, &engine.house, visit).await?;
            id
        }
    };
    let registered = super::one(&mut *tx, person_id).await?;
    tx.commit().await?;
    Ok(registered.ok_or(ApiError::Missing)?)
}

impl Holder {
    /// Invited there by this very person a moment ago.
    fn is_recent(&self, admin: CompanyAdmin<'_>, company: CompanyId, now: i64) -> bool {
        self.company_id == i64::from(company)
            && self.state == "invited"
            && self.invited_by == Some(admin.actor().person_id)
            && now - self.created_at < REPEAT_MS
    }
}

/// The subject of the limits on one administrator.
fn administrator(admin: CompanyAdmin<'_>) -> String {
    admin.actor().person_id.to_string()
}

async fn create(tx: &mut Tx, admin: CompanyAdmin<'_>, company_id: i64, user: &NewUser, now: i64) -> Outcome<i64> {
    let id = counter::next(tx, "person").await?;
    sqlx::query(
        "INSERT INTO person (id, company_id, email, email_key, full_name, last_name, first_name, middle_name, \
                             max_dialogs, state, invited_by, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'invited', $10, $11)",
    )
    .bind(id)
    .bind(company_id)
    .bind(user.email.as_str())
    .bind(user.email.normalized())
    .bind(user.text(UserField::FullName))
    .bind(user.text(UserField::LastName))
    .bind(user.text(UserField::FirstName))
    .bind(user.text(UserField::MiddleName))
    .bind(user.text(UserField::MaxDialogs).parse::<i64>().ok())
    .bind(admin.actor().person_id)
    .bind(now)
    .execute(&mut **tx)
    .await?;
    for role in Role::parse_list(user.text(UserField::Roles)).unwrap_or_default() {
        roles::give(tx, id, role).await?;
    }
    Ok(id)
}

async fn invite(
    tx: &mut Tx,
    house: &House,
    admin: CompanyAdmin<'_>,
    company: &CompanyRow,
    user: &NewUser,
    person_id: i64,
    visit: &Visit,
) -> Outcome<()> {
    let (now, letter_id) = (house.now(), random_id(&*house.chance));
    let token = links::issue(tx, house, person_id, Purpose::Invitation, now, &letter_id).await?;
    let letter = Letter::Invitation {
        company: company.name.clone(),
        registered_by: admin.actor().full_name.clone(),
        login: user.email.as_str().to_owned(),
        token: token.as_str().to_owned(),
        valid_until: Purpose::Invitation.valid_until(now),
        zone: company.time_zone.clone(),
    };
    outbox::enqueue_as(tx, house, &letter_id, user.email.as_str(), visit.lang, &letter).await
}
