//! A device with one passkey, as far as the server can tell: an ES256 key, no attestation, a counter of its uses
//! (`WebAuthn` Level 3, 6.1 and 6.5; CBOR by hand).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::browser::MAIN_HOST;

const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const CREDENTIAL_INCLUDED: u8 = 0x40;

/// A clone is a copy that was made of the key.
#[derive(Clone)]
pub struct Authenticator {
    key: SigningKey,
    credential_id: [u8; 16],
    /// The page that the browser believes to be on.
    pub origin: String,
    /// The name that keys are bound to.
    pub relying_party: String,
    pub counter: u32,
    /// Whether it asks for a finger or a PIN.
    pub verifies_user: bool,
}

impl Authenticator {
    /// Different for each seed.
    pub fn new(seed: u8) -> Self {
        Self {
            key: SigningKey::from_slice(&[seed; 32]).unwrap(),
            credential_id: [seed; 16],
            origin: format!("http://{MAIN_HOST}"),
            relying_party: "localhost".to_owned(),
            counter: 0,
            verifies_user: true,
        }
    }

    /// What the browser makes of the question for a new key.
    pub fn create(&self, question: &Value) -> String {
        let client_data = self.client_data("webauthn.create", question);
        let mut data = self.data(CREDENTIAL_INCLUDED);
        // No particular make of device.
        data.extend([0; 16]);
        data.extend(u16::try_from(self.credential_id.len()).unwrap().to_be_bytes());
        data.extend(self.credential_id);
        data.extend(self.public_key());
        let mut attestation = vec![0xa3];
        attestation.extend(b"\x63fmt\x64none\x67attStmt\xa0\x68authData\x58");
        attestation.push(u8::try_from(data.len()).unwrap());
        attestation.extend(data);
        self.answer(json!({"clientDataJSON": encoded(client_data), "attestationObject": encoded(attestation)}))
    }

    /// What it makes of the question for this key.
    pub fn get(&mut self, question: &Value) -> String {
        self.counter += 1;
        let client_data = self.client_data("webauthn.get", question);
        let data = self.data(0);
        let signed = [data.as_slice(), &Sha256::digest(&client_data)].concat();
        let signature: Signature = self.key.sign(&signed);
        self.answer(json!({
            "clientDataJSON": encoded(client_data),
            "authenticatorData": encoded(data),
            "signature": encoded(signature.to_der().as_bytes()),
            "userHandle": null,
        }))
    }

    fn client_data(&self, kind: &str, question: &Value) -> String {
        let question: Value = serde_json::from_str(question.as_str().unwrap()).unwrap();
        let data = json!({
            "type": kind, "challenge": question["challenge"], "origin": self.origin, "crossOrigin": false,
        });
        data.to_string()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let verified = if self.verifies_user { USER_VERIFIED } else { 0 };
        let mut data = Sha256::digest(self.relying_party.as_bytes()).to_vec();
        data.push(USER_PRESENT | verified | flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// COSE: an elliptic curve's key for ES256 on P-256.
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let point = point.as_bytes();
        [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", &point[1..33], b"\x22\x58\x20", &point[33..]].concat()
    }

    fn answer(&self, response: Value) -> String {
        let id = encoded(self.credential_id);
        json!({"id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {}})
            .to_string()
    }
}

fn encoded(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
