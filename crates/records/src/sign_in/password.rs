//! Passwords: Argon2id (RFC 9106), with the rules of OWASP ASVS 6.2: length, no composition, nothing common.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use cordee_base::{Fault, Problem};

/// How short and how long a password may be, in characters.
pub const PASSWORD_LENGTH: std::ops::RangeInclusive<usize> = 8..=256;

/// The passwords that everybody tries first.
const COMMON: &str = include_str!("common.txt");

/// A password as typed.
#[derive(Clone)]
pub struct Password(String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

impl Password {
    /// The password as typed to sign in.
    pub fn typed(text: impl Into<String>) -> Password {
        Password(text.into())
    }

    /// A password that is to be set: long enough, and not one that everybody tries.
    pub fn chosen(text: impl Into<String>) -> Result<Password, Fault> {
        let text = text.into();
        let length = text.chars().count();
        if length < *PASSWORD_LENGTH.start() {
            return Err(Fault::at("password", "error-password-short").with("min", PASSWORD_LENGTH.start()));
        }
        if length > *PASSWORD_LENGTH.end() {
            return Err(Fault::at("password", "error-password-long").with("max", PASSWORD_LENGTH.end()));
        }
        let lower = text.to_lowercase();
        if COMMON.lines().any(|common| common == lower) || lower.chars().all(|c| lower.starts_with(c)) {
            return Err(Fault::at("password", "error-password-common"));
        }
        Ok(Password(text))
    }

    /// The digest to keep, in PHC form.
    pub(crate) fn digest(&self, salt: &[u8; 16]) -> Result<String, Problem> {
        let hash = argon2().hash_password_with_salt(self.0.as_bytes(), salt).map_err(Problem::internal)?;
        Ok(hash.to_string())
    }

    /// Whether this is the password with the digest. Takes as long for a digest that nothing fits.
    pub(crate) fn fits(&self, digest: Option<&str>) -> bool {
        let known = digest.and_then(|digest| PasswordHash::new(digest).ok());
        match known {
            Some(hash) => argon2().verify_password(self.0.as_bytes(), &hash).is_ok(),
            None => {
                // Nobody is told by the time it takes that there is no such user.
                let _ = argon2().hash_password_with_salt(self.0.as_bytes(), &[0; 16]);
                false
            }
        }
    }
}

/// 19 MiB, two passes, one lane: OWASP's first recommendation for Argon2id.
fn argon2() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_digest_only() {
        let password = Password::chosen("correct horse battery").expect("good");
        let digest = password.digest(&[7; 16]).expect("hashed");
        assert!(digest.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{digest}");
        assert!(password.fits(Some(&digest)));
        assert!(!Password::typed("correct horse batterY").fits(Some(&digest)));
        assert!(!password.fits(None));
        assert!(!password.fits(Some("not a digest")));
    }

    #[test]
    fn short_and_common_passwords_are_refused() {
        let table = [
            ("short", "error-password-short"),
            ("Password1", "error-password-common"),
            ("aaaaaaaaaa", "error-password-common"),
        ];
        for (text, key) in table {
            assert_eq!(Password::chosen(text).map_err(|fault| fault.key).err(), Some(key), "{text}");
        }
        assert!(Password::chosen("пароль из многих слов").is_ok());
        assert!(Password::chosen("x".repeat(300)).is_err());
    }
}
