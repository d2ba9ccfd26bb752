//! Rate limits: how often one subject may try something. Counted in the database, so that they hold across
//! restarts and servers; subjects are kept hashed.

use std::net::{IpAddr, Ipv6Addr};

use app::error::ApiError;

use super::Tx;
use crate::clock::hash;
use crate::failure::Outcome;

/// At most `most` tries within a sliding window. Limits with the same action count the same tries.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limit {
    pub(super) action: &'static str,
    pub(super) most: i64,
    pub(super) window_ms: i64,
}

/// A try that was noted and can be taken back.
pub(super) struct Noted {
    action: &'static str,
    subject: String,
    at: i64,
}

/// A network address as it is limited: whoever has one IPv6 address has its whole /64.
pub(super) fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

/// Refuses with [`ApiError::TooMany`] while the limit is reached.
///
/// From here to the end of the transaction nobody else counts: checking and [`record`]ing are one step, however
/// many requests race. Therefore first in a transaction, before it locks anything else.
pub(super) async fn check(tx: &mut Tx, limit: Limit, subject: &str, now: i64) -> Outcome<()> {
    match wait(tx, limit, subject, now).await? {
        Some(seconds) => Err(ApiError::TooMany(seconds).into()),
        None => Ok(()),
    }
}

/// Seconds until the subject may try again, if it may not now. Locks like [`check`].
pub(super) async fn wait(tx: &mut Tx, limit: Limit, subject: &str, now: i64) -> Outcome<Option<u32>> {
    take_turn(tx).await?;
    let oldest_that_counts: Option<i64> = sqlx::query_scalar(
        "SELECT at \
         FROM attempt \
         WHERE action = $1 \
           AND subject = $2 \
           AND at > $3 \
         ORDER BY at DESC \
         LIMIT 1 OFFSET $4",
    )
    .bind(limit.action)
    .bind(hash(subject))
    .bind(now - limit.window_ms)
    .bind(limit.most - 1)
    .fetch_optional(&mut **tx)
    .await?;
    Ok(oldest_that_counts.map(|at| seconds(at + limit.window_ms - now)))
}

/// Notes a try. The instants of one subject differ, so that exactly this one can be taken back.
pub(super) async fn record(tx: &mut Tx, limit: Limit, subject: &str, now: i64) -> Outcome<Noted> {
    let (action, subject) = (limit.action, hash(subject));
    let last: Option<i64> = sqlx::query_scalar(
        "SELECT MAX(at) \
         FROM attempt \
         WHERE action = $1 \
           AND subject = $2",
    )
    .bind(action)
    .bind(&subject)
    .fetch_one(&mut **tx)
    .await?;
    let at = last.map_or(now, |last| now.max(last + 1));
    sqlx::query("INSERT INTO attempt (action, subject, at) VALUES ($1, $2, $3)")
        .bind(action)
        .bind(&subject)
        .bind(at)
        .execute(&mut **tx)
        .await?;
    Ok(Noted { action, subject, at })
}

/// Forgets a try that turned out well.
pub(super) async fn take_back(tx: &mut Tx, noted: &Noted) -> Outcome<()> {
    sqlx::query(
        "DELETE FROM attempt \
         WHERE action = $1 \
           AND subject = $2 \
           AND at = $3",
    )
    .bind(noted.action)
    .bind(&noted.subject)
    .bind(noted.at)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The first that looks at attempts makes the others wait for its commit.
async fn take_turn(tx: &mut Tx) -> Outcome<()> {
    let _: i64 = sqlx::query_scalar(concat!("SELECT value FROM counter WHERE name = 'attempt'", for_update!()))
        .fetch_one(&mut **tx)
        .await?;
    Ok(())
}

/// Rounded up: who waits as told is let in.
fn seconds(ms: i64) -> u32 {
    u32::try_from(ms.max(1).saturating_add(999) / 1000).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_in_one_ipv6_network_are_one_subject() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.7"), of("192.0.2.7"));
        assert_ne!(of("192.0.2.7"), of("192.0.2.8"));
    }

    #[test]
    fn the_wait_is_whole_seconds_and_never_too_short() {
        assert_eq!(seconds(0), 1);
        assert_eq!(seconds(1000), 1);
        assert_eq!(seconds(1001), 2);
        assert_eq!(seconds(15 * 60 * 1000), 900);
    }
}
