//! One-time codes of an authenticator app (RFC 6238): SHA-1, six digits, steps of 30 seconds.

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;

use crate::clock::Chance;
use crate::failure::{Failure, Outcome};

const STEP_MS: i64 = 30_000;
/// 160 bits, as RFC 4226, 4, R6 recommends.
const SECRET_BYTES: usize = 20;
const DIGITS: usize = 6;
const MODULUS: u32 = 1_000_000;

/// What the server and the person's device share.
pub struct Secret(Vec<u8>);

impl Secret {
    pub fn new(chance: &dyn Chance) -> Self {
        let mut bytes = vec![0; SECRET_BYTES];
        chance.fill(&mut bytes);
        Self(bytes)
    }

    pub fn parse(base32: &str) -> Option<Self> {
        BASE32_NOPAD.decode(base32.as_bytes()).ok().map(Self)
    }

    pub fn as_base32(&self) -> String {
        BASE32_NOPAD.encode(&self.0)
    }

    /// The address that an authenticator app takes the secret from, as a picture.
    pub fn address(&self, login: &str) -> String {
        let login: String = login.bytes().map(escaped).collect();
        format!("otpauth://totp/Kontora:{login}?secret={}&issuer=Kontora", self.as_base32())
    }

    /// The step that a code belongs to: the present one or a neighbour, for clocks that differ. None up to and with
    /// `used` counts: a code is accepted once. `now` is in Unix milliseconds.
    pub fn step_of(&self, code: &str, now: i64, used: i64) -> Outcome<Option<i64>> {
        let code: String = code.chars().filter(|ch| !ch.is_whitespace()).collect();
        let present = now.div_euclid(STEP_MS);
        for step in present - 1..=present + 1 {
            if step > used && self.code(step * STEP_MS)? == code {
                return Ok(Some(step));
            }
        }
        Ok(None)
    }

    /// What a device shows at a moment, in Unix milliseconds; with its leading zeros (RFC 4226, 5.3).
    pub fn code(&self, at: i64) -> Outcome<String> {
        let broken = |_| Failure::Broken("a secret that is no key".to_owned());
        let mut mac = Hmac::<Sha1>::new_from_slice(&self.0).map_err(broken)?;
        mac.update(&at.div_euclid(STEP_MS).to_be_bytes());
        let digest = mac.finalize().into_bytes();
        let offset = usize::from(digest[digest.len() - 1] & 0x0f);
        let bytes = digest[offset..offset + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
        Ok(format!("{:0DIGITS$}", (bytes & 0x7fff_ffff) % MODULUS))
    }
}

fn escaped(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, the last six of its eight digits: Unix seconds and code.
    const VECTORS: [(i64, &str); 6] = [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ];

    fn secret() -> Secret {
        Secret(b"12345678901234567890".to_vec())
    }

    fn step_of(code: &str, now: i64, used: i64) -> Option<i64> {
        secret().step_of(code, now, used).unwrap()
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        for (at, code) in VECTORS {
            assert_eq!(secret().code(at * 1000).unwrap(), code);
            assert_eq!(step_of(code, at * 1000, 0), Some(at / 30));
        }
    }

    #[test]
    fn a_clock_may_be_one_step_off_and_no_more() {
        let (at, code) = (1_234_567_890_000, "005 924");
        let step = at / STEP_MS;
        for (now, found) in [(-2, None), (-1, Some(step)), (0, Some(step)), (1, Some(step)), (2, None)] {
            assert_eq!(step_of(code, at + now * STEP_MS, 0), found, "{now}");
        }
    }

    #[test]
    fn what_is_used_up_counts_no_more() {
        let at = 1_234_567_890_000;
        assert_eq!(step_of("005924", at, at / STEP_MS), None);
        assert_eq!(step_of("005924", at, at / STEP_MS - 1), Some(at / STEP_MS));
        for code in ["", "5924", "0005924", "005925", "abcdef"] {
            assert_eq!(step_of(code, at, 0), None, "{code}");
        }
    }

    #[test]
    fn the_secret_survives_its_text() {
        let text = secret().as_base32();
        assert_eq!(text, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(Secret::parse(&text).unwrap().as_base32(), text);
        assert!(Secret::parse("not base 32").is_none());
        assert_eq!(
            secret().address("анна@b.test"),
            format!("otpauth://totp/Kontora:%D0%B0%D0%BD%D0%BD%D0%B0@b.test?secret={text}&issuer=Kontora")
        );
    }
}
