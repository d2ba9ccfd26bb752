//! Sessions: who a cookie stands for, from sign-in to sign-out. The database keeps hashes of the tokens alone.

#[path = "sessions/own.rs"]
mod own;

use app::audit::AuditKind;
use app::companies::Kind;
use app::error::ApiError;
use app::people::Role;
use app::values::{DAY_MS, HOUR_MS, MINUTE_MS};

pub(super) use own::{end_one, end_others, of_person};

use super::actor::Actor;
use super::audit::Event;
use super::second_factor::has_second_factor;
use super::{Engine, Tx};
use crate::clock::{Token, random_id};
use crate::cookies::Cookies;
use crate::failure::{Failure, Outcome};
use crate::house::House;
use crate::store::Visit;

/// A session unused for so long is over, milliseconds.
pub(super) const IDLE_MS: i64 = 12 * HOUR_MS;
/// No session lives longer, used or not, milliseconds.
pub(super) const ABSOLUTE_MS: i64 = 30 * DAY_MS;
/// Use is noted at most so often, so that reading pages does not keep the database writing.
const NOTED_EVERY_MS: i64 = MINUTE_MS;
/// Of what a browser calls itself, so many characters are kept.
const USER_AGENT_LENGTH: usize = 255;

/// The cookies of a new session, to be set once its transaction has committed.
#[must_use]
pub(super) struct Pass {
    session: Token,
    device: Token,
}

impl Pass {
    pub(super) fn hand_over(&self, cookies: &Cookies) {
        cookies.set_session(self.session.as_str());
        cookies.set_device(self.device.as_str());
    }
}

/// The new token of a session that goes on.
#[must_use]
pub(super) struct Renewed(Token);

impl Renewed {
    pub(super) fn hand_over(&self, cookies: &Cookies) {
        cookies.set_session(self.0.as_str());
    }
}

/// One row a role.
#[derive(sqlx::FromRow)]
pub(super) struct SessionRow {
    session_id: String,
    token_hash: String,
    seen_at: i64,
    viewing_id: Option<String>,
    person_id: i64,
    full_name: String,
    email: String,
    language: Option<String>,
    company_id: i64,
    company_kind: String,
    role: String,
    /// The company asks for it of its administrators.
    is_required: bool,
    /// Has one; or the session was opened by accepting the invitation: the demand begins with the next sign-in.
    is_settled: bool,
    is_demo: bool,
}

/// Whose live session the visit carries, with the rights that the person has now.
pub(super) async fn find(engine: &Engine, visit: &Visit) -> Outcome<Option<Actor>> {
    let Some(token) = visit.cookies.session() else { return Ok(None) };
    let now = engine.house.now();
    let rows: Vec<SessionRow> = sqlx::query_as(concat!(
        "SELECT session.id AS session_id, session.token_hash, session.seen_at, session.viewing_id, \
                person.id AS person_id, person.full_name, person.email, person.language, person.company_id, \
                company.kind AS company_kind, person_role.role, company.require_second_factor AS is_required, \
                (session.is_first OR ",
        has_second_factor!(),
        ") AS is_settled, \
                EXISTS (SELECT 1 FROM counter WHERE name = 'demo') AS is_demo \
         FROM session \
         JOIN person ON person.id = session.person_id \
         JOIN company ON company.id = person.company_id \
         JOIN person_role ON person_role.person_id = person.id \
         WHERE session.token_hash = $1 \
           AND session.created_at > $2 \
           AND session.seen_at > $3 \
           AND person.state = 'active'"
    ))
    .bind(Token::presented(token).hash())
    .bind(now - ABSOLUTE_MS)
    .bind(now - IDLE_MS)
    .fetch_all(&engine.db.reads)
    .await?;
    let Some(actor) = actor(&rows)? else { return Ok(None) };
    if rows.iter().all(|row| row.seen_at <= now - NOTED_EVERY_MS) {
        note_use(engine, &actor.session_id, now).await;
    }
    Ok(Some(actor))
}

/// Through which look's eyes a live session looks at present; nothing where there is none. No use of the session.
pub(super) async fn peek(engine: &Engine, visit: &Visit) -> Outcome<Option<Peek>> {
    let Some(token) = visit.cookies.session() else { return Ok(None) };
    let now = engine.house.now();
    let peek = sqlx::query_as(
        "SELECT viewing.id AS viewing_id \
         FROM session \
         JOIN person ON person.id = session.person_id \
         LEFT JOIN viewing ON viewing.id = session.viewing_id AND viewing.ended_at IS NULL AND viewing.ends_at > $4 \
         WHERE session.token_hash = $1 \
           AND session.created_at > $2 \
           AND session.seen_at > $3 \
           AND person.state = 'active'",
    )
    .bind(Token::presented(token).hash())
    .bind(now - ABSOLUTE_MS)
    .bind(now - IDLE_MS)
    .bind(now)
    .fetch_optional(&engine.db.reads)
    .await?;
    Ok(peek)
}

/// A live session.
#[derive(sqlx::FromRow)]
pub(super) struct Peek {
    pub(super) viewing_id: Option<String>,
}

/// Begins a session in the visitor's browser. The one it had ends, so that no token outlives a sign-in.
pub(super) async fn open(tx: &mut Tx, house: &House, visit: &Visit, person_id: i64) -> Outcome<Pass> {
    if let Some(old) = visit.cookies.session() {
        sqlx::query("DELETE FROM session WHERE token_hash = $1")
            .bind(Token::presented(old).hash())
            .execute(&mut **tx)
            .await?;
    }
    let (session, now) = (Token::new(&*house.chance), house.now());
    sqlx::query(
        "INSERT INTO session (id, token_hash, person_id, created_at, seen_at, address, user_agent) \
         VALUES ($1, $2, $3, $4, $4, $5, $6)",
    )
    .bind(random_id(&*house.chance))
    .bind(session.hash())
    .bind(person_id)
    .bind(now)
    .bind(visit.address.to_string())
    .bind(visit.user_agent.chars().take(USER_AGENT_LENGTH).collect::<String>())
    .execute(&mut **tx)
    .await?;
    let device = remember_device(tx, house, visit, person_id).await?;
    Ok(Pass { session, device })
}

/// The session goes on under a new token, which its browser is to get once the transaction has committed; the old one
/// lets nobody in any more. Refused where the session has ended, or has got another token, since the request came.
pub(super) async fn renew(tx: &mut Tx, house: &House, actor: &Actor) -> Outcome<Renewed> {
    let token = Token::new(&*house.chance);
    let renewed = sqlx::query("UPDATE session SET token_hash = $1 WHERE id = $2 AND token_hash = $3")
        .bind(token.hash())
        .bind(&actor.session_id)
        .bind(&actor.session_hash)
        .execute(&mut **tx)
        .await?;
    if renewed.rows_affected() == 0 {
        return Err(ApiError::Unauthenticated.into());
    }
    Ok(Renewed(token))
}

/// The person's session is the one in which they accepted the invitation.
pub(super) async fn mark_first(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    sqlx::query("UPDATE session SET is_first = TRUE WHERE person_id = $1").bind(person_id).execute(&mut **tx).await?;
    Ok(())
}

/// Whether the person has signed in before, but never in this browser.
pub(super) async fn is_strange(tx: &mut Tx, visit: &Visit, person_id: i64) -> Outcome<bool> {
    let device = visit.cookies.device().map(|device| Token::presented(device).hash()).unwrap_or_default();
    let is_strange = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM known_device WHERE person_id = $1) \
            AND NOT EXISTS (SELECT 1 FROM known_device WHERE person_id = $1 AND token_hash = $2)",
    )
    .bind(person_id)
    .bind(device)
    .fetch_one(&mut **tx)
    .await?;
    Ok(is_strange)
}

/// The session is over on the server, whatever becomes of the cookie.
pub(super) async fn sign_out(engine: &Engine, actor: &Actor, visit: &Visit) -> Outcome<()> {
    let mut tx = engine.db.begin().await?;
    sqlx::query("DELETE FROM session WHERE id = $1").bind(&actor.session_id).execute(&mut *tx).await?;
    Event::new(AuditKind::SignedOut, actor.person_id).record(&mut tx, &engine.house, visit).await?;
    tx.commit().await?;
    visit.cookies.clear_session();
    Ok(())
}

/// Every session of a person is over.
pub(super) async fn end_all(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    sqlx::query("DELETE FROM session WHERE person_id = $1").bind(person_id).execute(&mut **tx).await?;
    Ok(())
}

/// Reading neither fails nor waits for long because the writer is busy: the next request notes it.
async fn note_use(engine: &Engine, id: &str, now: i64) {
    let Some(mut writer) = engine.db.writer_soon().await else { return };
    let noted = sqlx::query(concat!(
        "UPDATE session \
         SET seen_at = $1 \
         WHERE id IN (SELECT id \
                      FROM session \
                      WHERE id = $2 \
                        AND seen_at < $1",
        skip_locked!(),
        ")"
    ))
    .bind(now)
    .bind(id)
    .execute(&mut *writer)
    .await;
    if let Err(error) = noted {
        tracing::warn!(%error, "use of a session not noted");
    }
}

/// A browser keeps its device token through sign-ins of several people; an invented one is replaced.
async fn remember_device(tx: &mut Tx, house: &House, visit: &Visit, person_id: i64) -> Outcome<Token> {
    let token = match visit.cookies.device().map(Token::presented) {
        Some(token) if is_device(tx, &token).await? => token,
        _ => Token::new(&*house.chance),
    };
    sqlx::query(
        "INSERT INTO known_device (token_hash, person_id, seen_at) \
         VALUES ($1, $2, $3) \
         ON CONFLICT (token_hash, person_id) DO UPDATE SET seen_at = excluded.seen_at",
    )
    .bind(token.hash())
    .bind(person_id)
    .bind(house.now())
    .execute(&mut **tx)
    .await?;
    Ok(token)
}

async fn is_device(tx: &mut Tx, token: &Token) -> Outcome<bool> {
    let is_known = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM known_device WHERE token_hash = $1)")
        .bind(token.hash())
        .fetch_one(&mut **tx)
        .await?;
    Ok(is_known)
}

impl SessionRow {
    /// A company may ask its administrators for a second factor; the platform asks its operators, but for those of the
    /// demo, whose password everybody knows.
    fn owes_second_factor(&self, roles: &[Role]) -> bool {
        let is_asked = self.is_required && roles.contains(&Role::Administrator)
            || !self.is_demo && roles.contains(&Role::Operator);
        is_asked && !self.is_settled
    }
}

/// Who the rows of one person's roles stand for.
pub(super) fn actor(rows: &[SessionRow]) -> Outcome<Option<Actor>> {
    let Some(row) = rows.first() else { return Ok(None) };
    let corrupt = |table, column, id: i64| Failure::Corrupt { table, column, id: id.to_string() };
    let roles =
        rows.iter().map(|row| Role::parse(&row.role).ok_or_else(|| corrupt("person_role", "role", row.person_id)));
    let roles = roles.collect::<Outcome<Vec<Role>>>()?;
    Ok(Some(Actor {
        owes_second_factor: row.owes_second_factor(&roles),
        person_id: row.person_id,
        full_name: row.full_name.clone(),
        email: row.email.clone(),
        language: row.language.clone(),
        company_id: row.company_id,
        company_kind: Kind::parse(&row.company_kind).ok_or_else(|| corrupt("company", "kind", row.company_id))?,
        roles,
        session_id: row.session_id.clone(),
        session_hash: row.token_hash.clone(),
        token: None,
        viewing_id: row.viewing_id.clone(),
    }))
}
