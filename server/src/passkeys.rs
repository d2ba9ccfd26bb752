//! What we are to a passkey (`WebAuthn`): the relying party that the public address names. No other origin counts.

use webauthn_rs::prelude::{Url, Webauthn, WebauthnBuilder};

use crate::config::PublicUrl;

/// Nothing where the public address is a bare network address: keys are bound to names (`WebAuthn` Level 3, 5.1.3).
pub fn relying_party(public_url: &PublicUrl) -> Option<Webauthn> {
    let origin = Url::parse(&public_url.origin()).ok()?;
    WebauthnBuilder::new(origin.domain()?, &origin).ok()?.rp_name("Kontora").build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_bound_to_a_name() {
        let of = |url| relying_party(&PublicUrl::parse(url).unwrap());
        for url in ["http://localhost:3000", "https://kontora.example", "https://kontora.example:8443"] {
            assert!(of(url).is_some(), "{url}");
        }
        for url in ["http://127.0.0.1:3000", "https://[2001:db8::1]"] {
            assert!(of(url).is_none(), "{url}");
        }
    }
}
