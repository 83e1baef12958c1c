//! The brake on guessing: longer with each failure, never for good.
//!
//! An attempt is counted before the password is looked at and given back if it was right, so that guesses sent all at
//! once are braked like those sent one after another. Whoever has signed in from an address before is not locked out by
//! strangers who guess from elsewhere: the login's own brake does not hold for addresses that it knows.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cordee_base::{Fault, Moment, Problem};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Fail, Halt, Insert, Select, Session, Update};
use sha2::{Digest, Sha256};

use crate::tables::THROTTLE;

/// How long a brake holds at the most.
const LONGEST_SECONDS: i64 = 900;
/// How long after its end a brake is forgotten.
const KEPT_SECONDS: i64 = 3600;
/// How many failures are free for one login from one address.
const FREE_OF_PAIR: i64 = 5;
/// How many are free for one address, behind which a whole office may sit.
const FREE_OF_ADDRESS: i64 = 30;
/// How many are free for one login from all addresses that it does not know.
const FREE_OF_LOGIN: i64 = 100;

/// One thing that failures are counted for.
#[derive(Clone, Debug)]
pub(super) struct Brake {
    name: String,
    free: i64,
    /// Whether it is of one person alone, so that a success shows that all the failures were theirs.
    personal: bool,
}

impl Brake {
    /// One login from one address.
    pub(super) fn pair(login: &str, address: &str) -> Brake {
        let name = named("pair", &[login, &network(address)]);
        Brake { name, free: FREE_OF_PAIR, personal: true }
    }

    /// An address, whatever the login.
    pub(super) fn address(address: &str) -> Brake {
        Brake { name: named("address", &[&network(address)]), free: FREE_OF_ADDRESS, personal: false }
    }

    /// A login, from whatever address.
    pub(super) fn login(login: &str) -> Brake {
        Brake { name: named("login", &[login]), free: FREE_OF_LOGIN, personal: false }
    }

    /// What somebody is asked who has shown a password already; only those who know it can brake it.
    pub(super) fn person(what: &str, user: cordee_base::Id) -> Brake {
        Brake { name: named(what, &[&user.to_string()]), free: FREE_OF_PAIR, personal: true }
    }
}

/// Counts an attempt before it is made; the problem, if one has to wait first. [`succeeded`] gives it back.
pub(super) fn reserve(session: &mut dyn Session, brakes: &[Brake], now: Moment) -> Result<(), Halt> {
    sweep(session, now)?;
    for brake in brakes {
        let fresh =
            vec![("name", brake.name.as_str().into()), ("failures", Cell::Int(0)), ("until", now.into())];
        session.insert(&Insert { unless_there: Some(vec!["name"]), ..Insert::row(THROTTLE, fresh) })?;
        let (failures, until) = count(session, brake)?.unwrap_or((0, now));
        if failures > brake.free && until > now {
            let seconds = (until.micros() - now.micros()) / 1_000_000 + 1;
            return Err(Problem::from(Fault::whole("error-throttled").with("seconds", seconds)).into());
        }
        keep(session, brake, failures + 1, now)?;
    }
    Ok(())
}

/// It was right: what one person failed at is forgotten, what is shared with others gets this attempt back.
pub(super) fn succeeded(session: &mut dyn Session, brakes: &[Brake], now: Moment) -> Result<(), Fail> {
    for brake in brakes {
        if brake.personal {
            session.delete(&Delete::from(THROTTLE).having("name", brake.name.as_str()))?;
        } else if let Some((failures, _)) = count(session, brake)? {
            // The wait stays: whoever can sign in themselves must not free the address with it.
            keep(session, brake, (failures - 1).max(0), now)?;
        }
    }
    Ok(())
}

/// Keeps what is counted already once more.
pub(super) fn again(session: &mut dyn Session, brakes: &[Brake], now: Moment) -> Result<(), Fail> {
    for brake in brakes {
        if let Some((failures, _)) = count(session, brake)? {
            keep(session, brake, failures, now)?;
        }
    }
    Ok(())
}

/// The failures of a brake and until when it holds, kept from other servers until the end of the transaction.
fn count(session: &mut dyn Session, brake: &Brake) -> Result<Option<(i64, Moment)>, Fail> {
    let select = Select::from(THROTTLE, "t")
        .column("failures", ColumnType::Int)
        .column("until", ColumnType::Moment)
        .having("name", brake.name.as_str());
    let rows = session.rows(&Select { for_update: true, ..select })?;
    Ok(rows.first().and_then(|row| Some((row[0].as_int()?, row[1].as_moment()?))))
}

/// Keeps the count; each failure beyond the free ones doubles the wait.
fn keep(session: &mut dyn Session, brake: &Brake, failures: i64, now: Moment) -> Result<(), Fail> {
    let wait = (1i64 << (failures - brake.free).clamp(0, 10)).min(LONGEST_SECONDS);
    let update = Update::of(THROTTLE).set("failures", failures).set("until", now.plus_seconds(wait));
    session.update(&update.having("name", brake.name.as_str()))?;
    Ok(())
}

/// Takes out what has been over for long; gives how many.
pub(super) fn sweep(session: &mut dyn Session, now: Moment) -> Result<u64, Fail> {
    let over = Expr::column(THROTTLE, "until").compare(Comparison::Less, now.plus_seconds(-KEPT_SECONDS));
    session.delete(&Delete::from(THROTTLE).filter(over))
}

/// A name of one length, however long what was typed, that tells nobody what it was.
fn named(what: &str, parts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part.as_bytes());
    }
    format!("{what} {}", URL_SAFE_NO_PAD.encode(digest.finalize()))
}

/// Whoever has one address of IPv6 has the 64 bits below it too.
fn network(address: &str) -> String {
    match address.parse::<std::net::IpAddr>() {
        Ok(std::net::IpAddr::V6(six)) => {
            let [first, second, third, fourth, ..] = six.segments();
            format!("{first:x}:{second:x}:{third:x}:{fourth:x}")
        }
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brake_has_a_name_of_one_length_that_tells_nothing() {
        let long = Brake::pair(&"x".repeat(10_000), "10.0.0.1").name;
        assert_eq!(long.len(), Brake::pair("ann@acme.example", "10.0.0.1").name.len());
        assert!(!Brake::login("ann@acme.example").name.contains("ann"));
        assert_ne!(Brake::pair("ab", "c").name, Brake::pair("a", "bc").name);
    }

    #[test]
    fn a_network_of_ipv6_is_one_place() {
        assert_eq!(network("2001:db8:1:2:aaaa::1"), network("2001:db8:1:2:bbbb::2"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("10.0.0.1"), "10.0.0.1");
    }
}
