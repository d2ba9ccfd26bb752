//! Whoever invited a person is told once the person has come.

use app::values::Lang;

use super::super::{Tx, outbox};
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;

#[derive(sqlx::FromRow)]
struct Invited {
    full_name: String,
    email: String,
    company: String,
    company_id: i64,
    inviter_email: String,
    inviter_language: Option<String>,
}

/// To be called before the account is in use: one that is already came some other time. An inviter who has no access any
/// more is told nothing.
pub(super) async fn tell_inviter(tx: &mut Tx, house: &House, person_id: i64, page: Lang) -> Outcome<()> {
    let invited: Option<Invited> = sqlx::query_as(
        "SELECT person.full_name, person.email, company.name AS company, company.id AS company_id, \
                inviter.email AS inviter_email, inviter.language AS inviter_language \
         FROM person \
         JOIN company ON company.id = person.company_id \
         JOIN person AS inviter ON inviter.id = person.invited_by \
         WHERE person.id = $1 \
           AND person.state = 'invited' \
           AND inviter.state = 'active'",
    )
    .bind(person_id)
    .fetch_optional(&mut **tx)
    .await?;
    let Some(invited) = invited else { return Ok(()) };
    let lang = Lang::chosen_or(invited.inviter_language.as_deref(), page);
    let letter = Letter::InvitationAccepted {
        full_name: invited.full_name,
        email: invited.email,
        company: invited.company,
        company_id: invited.company_id,
    };
    outbox::enqueue(tx, house, &invited.inviter_email, lang, &letter).await?;
    Ok(())
}
