//! Messages signed by the Standard Webhooks specification, symmetrically (`v1`).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The header with the name of the message: the same however often it is sent.
pub const ID: &str = "webhook-id";
/// The header with the moment at which it is sent, in seconds since 1970.
pub const TIMESTAMP: &str = "webhook-timestamp";
/// The header with its signatures, one for each secret that is valid.
pub const SIGNATURE: &str = "webhook-signature";

/// How long a message stays believable: five minutes to either side.
const TOLERANCE_SECONDS: i64 = 300;
/// What a secret begins with.
const PREFIX: &str = "whsec_";

/// A secret that sender and receiver share.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Vec<u8>);

impl Secret {
    /// A secret of these bytes; 24 to 64 of them.
    pub fn of(bytes: &[u8]) -> Option<Secret> {
        (24..=64).contains(&bytes.len()).then(|| Secret(bytes.to_vec()))
    }

    /// Reads `whsec_…`.
    pub fn read(text: &str) -> Option<Secret> {
        Secret::of(&STANDARD.decode(text.trim().strip_prefix(PREFIX)?).ok()?)
    }

    /// The text that [`Secret::read`] reads.
    pub fn text(&self) -> String {
        format!("{PREFIX}{}", STANDARD.encode(&self.0))
    }

    fn sign(&self, id: &str, timestamp: i64, body: &[u8]) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(format!("{id}.{timestamp}.").as_bytes());
        mac.update(body);
        format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The value of [`SIGNATURE`]: the message signed with each of the secrets.
pub fn signatures(secrets: &[Secret], id: &str, timestamp: i64, body: &[u8]) -> String {
    secrets.iter().map(|secret| secret.sign(id, timestamp, body)).collect::<Vec<_>>().join(" ")
}

/// Whether a message comes from somebody who has the secret, and is not an old one sent anew.
pub fn verify(secret: &Secret, id: &str, timestamp: &str, signature: &str, body: &[u8], now: i64) -> bool {
    let Ok(at) = timestamp.parse::<i64>() else { return false };
    let expected = secret.sign(id, at, body);
    let fits = |one: &str| bool::from(one.as_bytes().ct_eq(expected.as_bytes()));
    (now - at).abs() <= TOLERANCE_SECONDS && signature.split(' ').any(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification's own libraries.
    #[test]
    fn the_example_of_the_specification_is_signed_as_there() {
        let secret = Secret::read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").expect("a secret");
        let (id, body) = ("msg_p5jXN8AQM9LWM0D4loKWxJek", br#"{"test": 2432232314}"#);
        let signed = signatures(std::slice::from_ref(&secret), id, 1_614_265_330, body);
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assert_eq!(secret.text(), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    #[test]
    fn what_was_changed_is_old_or_signed_by_others_does_not_verify() {
        let secret = Secret::of(&[7; 32]).expect("long enough");
        let other = Secret::of(&[8; 32]).expect("long enough");
        let both = signatures(&[other.clone(), secret.clone()], "msg_1", 1_000, b"{}");
        assert!(verify(&secret, "msg_1", "1000", &both, b"{}", 1_200), "one of two signatures is enough");
        assert!(!verify(&secret, "msg_1", "1000", &both, b"{ }", 1_200));
        assert!(!verify(&secret, "msg_2", "1000", &both, b"{}", 1_200));
        assert!(!verify(&secret, "msg_1", "1001", &both, b"{}", 1_200));
        assert!(!verify(&secret, "msg_1", "1000", &both, b"{}", 1_301));
        assert!(!verify(&secret, "msg_1", "x", &both, b"{}", 1_000));
        let third = signatures(&[other], "msg_1", 1_000, b"{}");
        assert!(!verify(&secret, "msg_1", "1000", &third, b"{}", 1_000));
    }

    #[test]
    fn a_secret_is_neither_short_nor_shown() {
        assert_eq!(Secret::of(&[1; 23]), None);
        for wrong in ["", "whsec_", "whsec_AAAA", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_%%%%"] {
            assert_eq!(Secret::read(wrong), None, "{wrong}");
        }
        assert_eq!(format!("{:?}", Secret::of(&[1; 32])), "Some(Secret(…))");
    }
}
