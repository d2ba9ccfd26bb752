//! Recovery codes: ten, each good once. 120 random bits each, so that a plain hash keeps them (OWASP ASVS 5.0, 6.5.2).

use app::audit::AuditKind;
use app::people::RecoveryCodes;
use data_encoding::BASE32_NOPAD;

use super::super::audit::Event;
use super::super::own_access::Addressee;
use super::super::{Tx, outbox};
use crate::clock::{Chance, hash};
use crate::failure::Outcome;
use crate::house::House;
use crate::mail::Letter;
use crate::store::Visit;

const COUNT: usize = 10;
/// 24 characters of Base32.
const BYTES: usize = 15;
/// Characters between two dashes.
const GROUP: usize = 4;

/// New codes; the old ones are void.
pub(super) async fn issue(tx: &mut Tx, house: &House, person_id: i64) -> Outcome<RecoveryCodes> {
    void(tx, person_id).await?;
    let codes: RecoveryCodes = (0..COUNT).map(|_| new_code(&*house.chance)).collect();
    for code in &codes {
        sqlx::query("INSERT INTO recovery_code (code_hash, person_id) VALUES ($1, $2)")
            .bind(hash(&bare(code)))
            .bind(person_id)
            .execute(&mut **tx)
            .await?;
    }
    Ok(codes)
}

pub(super) async fn void(tx: &mut Tx, person_id: i64) -> Outcome<()> {
    sqlx::query("DELETE FROM recovery_code WHERE person_id = $1").bind(person_id).execute(&mut **tx).await?;
    Ok(())
}

/// Uses the code up, if it is one of the person's, and tells the person how many are left.
pub(super) async fn take(tx: &mut Tx, house: &House, visit: &Visit, person_id: i64, typed: &str) -> Outcome<bool> {
    let taken = sqlx::query("DELETE FROM recovery_code WHERE person_id = $1 AND code_hash = $2")
        .bind(person_id)
        .bind(hash(&bare(typed)))
        .execute(&mut **tx)
        .await?;
    if taken.rows_affected() == 0 {
        return Ok(false);
    }
    let left: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM recovery_code WHERE person_id = $1")
        .bind(person_id)
        .fetch_one(&mut **tx)
        .await?;
    Event::new(AuditKind::RecoveryCodeUsed, person_id).record(tx, house, visit).await?;
    let person = Addressee::find(tx, person_id).await?;
    let circumstances = person.circumstances(house, visit);
    let letter = Letter::RecoveryCodeUsed { login: person.email.clone(), left, circumstances };
    outbox::enqueue(tx, house, &person.email, person.lang(visit.lang), &letter).await?;
    Ok(true)
}

fn new_code(chance: &dyn Chance) -> String {
    let mut bytes = [0; BYTES];
    chance.fill(&mut bytes);
    let letters: Vec<char> = BASE32_NOPAD.encode(&bytes).to_lowercase().chars().collect();
    letters.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// The code as it is compared: without spaces and dashes, and with what the alphabet has in place of `0`, `1` and `8`,
/// which people read into it.
fn bare(typed: &str) -> String {
    let letters = typed.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase);
    let meant = |ch| match ch {
        '0' => 'o',
        '1' => 'l',
        '8' => 'b',
        other => other,
    };
    // `l` and `i` look alike too, and both are letters of the alphabet: they count as one.
    letters.map(meant).map(|ch| if ch == 'l' { 'i' } else { ch }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Same;

    impl Chance for Same {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(0b1010_1010);
        }
    }

    #[test]
    fn a_code_is_six_groups_of_four() {
        let code = new_code(&Same);
        assert_eq!(code, "vkvk-vkvk-vkvk-vkvk-vkvk-vkvk");
        assert_eq!(bare(&code.to_uppercase().replace('-', " ")), bare(&code));
    }

    #[test]
    fn look_alikes_are_read_as_they_were_meant() {
        assert_eq!(bare("0I1l-8b"), "oiiibb");
    }
}
