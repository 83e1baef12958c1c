//! Passwords: Argon2id (RFC 9106), with the rules of OWASP ASVS 6.2: length, no composition, nothing common.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use cordee_base::{Fault, Outcome, Problem};
use tokio::sync::Semaphore;

/// How short and how long a password may be, in characters.
pub const PASSWORD_LENGTH: std::ops::RangeInclusive<usize> = 8..=256;

/// What everybody tries first: words of many languages, names, rows of keys; see [`is_common`] for what is made of them.
const COMMON: &str = include_str!("common.txt");

/// From how many letters on a word of the person's or the company's name counts.
const SHORTEST_WORD: usize = 3;
/// How many letters of its own a password has that holds such a word.
const SHORTEST_OWN: usize = 5;

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
        if is_common(&text.to_lowercase()) {
            return Err(Fault::at("password", "error-password-common"));
        }
        Ok(Password(text))
    }

    /// A password that is made of little more than what everybody knows of its owner is refused: names of the person
    /// and the company, the parts of the e-mail, our own.
    pub(crate) fn fits_nobody_knows(&self, known: &[&str]) -> Result<(), Fault> {
        let mut rest = self.0.to_lowercase();
        let mut words: Vec<String> = known
            .iter()
            .chain(&["cordee"])
            .flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()))
            .map(str::to_lowercase)
            .filter(|word| word.chars().count() >= SHORTEST_WORD)
            .collect();
        // The longest first, so that a part of one does not leave its remains.
        words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        for word in words {
            rest = rest.replace(&word, "");
        }
        let own = rest.chars().filter(|letter| letter.is_alphabetic()).count();
        let had = self.0.chars().filter(|letter| letter.is_alphabetic()).count();
        if own < had && own < SHORTEST_OWN {
            return Err(Fault::at("password", "error-password-context"));
        }
        Ok(())
    }

    /// What was typed, for looking it up.
    pub(super) fn text(&self) -> &str {
        &self.0
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

/// How many digits and signs around a word that everybody tries are still tried with it: a date, an exclamation.
const AROUND: usize = 8;

/// Whether everybody tries it: a word of the list, also said twice, with other signs for its letters, or with digits
/// and signs around it; or letters in a row.
fn is_common(lower: &str) -> bool {
    let listed = |text: &str| COMMON.lines().any(|common| common == text);
    let twice = |text: &str| text.split_at_checked(text.len() / 2).is_some_and(|(a, b)| a == b && listed(a));
    let tried = |text: &str| {
        let word = text.trim_matches(|letter: char| !letter.is_alphabetic());
        let around = text.chars().count() - word.chars().count();
        around <= AROUND && (listed(word) || twice(word))
    };
    listed(lower) || twice(lower) || in_a_row(lower) || tried(lower) || tried(&plain(lower))
}

/// The letters that signs stand for in a word: p@$$w0rd.
fn plain(text: &str) -> String {
    let end = text.trim_end_matches(|letter: char| !letter.is_alphabetic()).len();
    let (word, rest) = text.split_at(end);
    let letter = |sign| match sign {
        '@' | '4' => 'a',
        '3' => 'e',
        '1' | '!' => 'i',
        '0' => 'o',
        '$' | '5' => 's',
        '7' => 't',
        other => other,
    };
    word.chars().map(letter).chain(rest.chars()).collect()
}

/// Whether each letter follows from the one before in the same way: aaaaaaaa, 12345678, hgfedcba.
fn in_a_row(text: &str) -> bool {
    let codes: Vec<i64> = text.chars().map(|letter| i64::from(u32::from(letter))).collect();
    let steps: Vec<i64> = codes.windows(2).map(|pair| pair[1] - pair[0]).collect();
    steps.iter().all(|step| Some(step) == steps.first() && (-1..=1).contains(step))
}

/// How many passwords are hashed at once at the most: each takes 19 MiB, and strangers may ask for it.
static HASHING: Semaphore = Semaphore::const_new(4);

/// Runs what takes long and much memory on a thread of its own, when it is its turn.
pub(super) async fn costly<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Outcome<T> {
    let _turn = HASHING.acquire().await.map_err(Problem::internal)?;
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)
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
            ("password2031!", "error-password-common"),
            ("P@$$w0rd!", "error-password-common"),
            ("dragondragon", "error-password-common"),
            ("1!Motdepasse", "error-password-common"),
            ("пароль2026", "error-password-common"),
            ("woaini5201314", "error-password-common"),
            ("23456789", "error-password-common"),
            ("zyxwvutsr", "error-password-common"),
        ];
        for (text, key) in table {
            assert_eq!(Password::chosen(text).map_err(|fault| fault.key).err(), Some(key), "{text}");
        }
        for good in ["пароль из многих слов", "dragon of the staple", "73920184ab", "summer84720193751"]
        {
            assert!(Password::chosen(good).is_ok(), "{good}");
        }
        assert!(Password::chosen("x".repeat(300)).is_err());
    }

    #[test]
    fn what_everybody_knows_of_one_is_no_password() {
        let known = ["Ann Lee-Martin", "ann@northwind.example", "Northwind Rope Works"];
        let refused = ["northwind", "Northwind2026!", "AnnMartin-99", "cordee2026", "ropeworks1"];
        for text in refused {
            let key = Password::typed(text).fits_nobody_knows(&known).map_err(|fault| fault.key);
            assert_eq!(key, Err("error-password-context"), "{text}");
        }
        for text in ["northwind staple horse", "a staple of horses", "84512079364158", "пароль из слов"]
        {
            assert_eq!(Password::typed(text).fits_nobody_knows(&known), Ok(()), "{text}");
        }
    }
}
