//! The brake on guessing: by account and by address, longer with each failure, never for good.
//!
//! Whoever has signed in from an address before is not locked out by strangers who guess from elsewhere: the
//! account's brake only counts for addresses that have failed themselves.

use cordee_base::{Fault, Moment, Problem};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Fail, Insert, Select, Session, Update};

use crate::tables::THROTTLE;

/// How many failures are free.
const FREE: i64 = 5;
/// How long the brake holds at the most.
const LONGEST_SECONDS: i64 = 900;

/// The problem, if this address has to wait before it tries this account again.
pub(super) fn check(session: &mut dyn Session, names: &[String], now: Moment) -> Result<(), CheckError> {
    for name in names {
        let select = Select::from(THROTTLE, "t")
            .column("until", ColumnType::Moment)
            .having("name", name.as_str())
            .filter(Expr::column("t", "until").compare(Comparison::Greater, now))
            .filter(Expr::column("t", "failures").compare(Comparison::Greater, FREE));
        if let Some(until) = session.rows(&select)?.first().and_then(|row| row[0].as_moment()) {
            let seconds = (until.micros() - now.micros()) / 1_000_000 + 1;
            return Err(CheckError::Problem(Fault::whole("error-throttled").with("seconds", seconds).into()));
        }
    }
    Ok(())
}

/// Why a check did not let through.
pub(super) enum CheckError {
    Fail(Fail),
    Problem(Problem),
}

impl From<Fail> for CheckError {
    fn from(fail: Fail) -> CheckError {
        CheckError::Fail(fail)
    }
}

/// Counts a failure: each doubles the wait.
pub(super) fn failed(session: &mut dyn Session, names: &[String], now: Moment) -> Result<(), Fail> {
    for name in names {
        let select =
            Select::from(THROTTLE, "t").column("failures", ColumnType::Int).having("name", name.as_str());
        let before = session.rows(&select)?.first().and_then(|row| row[0].as_int());
        let failures = before.unwrap_or(0) + 1;
        let wait = (1i64 << (failures - FREE).clamp(0, 10)).min(LONGEST_SECONDS);
        let until = now.plus_seconds(wait);
        if before.is_none() {
            let cells =
                vec![("name", name.as_str().into()), ("failures", Cell::Int(0)), ("until", until.into())];
            session.insert(&Insert { unless_there: Some(vec!["name"]), ..Insert::row(THROTTLE, cells) })?;
        }
        session.update(
            &Update::of(THROTTLE).set("failures", failures).set("until", until).having("name", name.as_str()),
        )?;
    }
    Ok(())
}

/// Forgets the failures, now that somebody signed in.
pub(super) fn succeeded(session: &mut dyn Session, names: &[String]) -> Result<(), Fail> {
    for name in names {
        session.delete(&Delete::from(THROTTLE).having("name", name.as_str()))?;
    }
    Ok(())
}

/// The names under which failures are counted: the address alone (many accounts from one place), and the two together.
pub(super) fn names(email: &str, address: &str) -> Vec<String> {
    vec![format!("address {address}"), format!("{email} from {address}")]
}
