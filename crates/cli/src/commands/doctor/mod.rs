//! `cordee doctor`: whether what Cordee stands on is sound, and what to do where it is not.

mod check;
mod inside;
mod outside;
mod server;

use std::time::Duration;

use clap::Args;
use cordee_base::{Clock, SystemClock};
use cordee_http::Tls;
use cordee_kit::Registry;
use cordee_records::{Records, missing_migrations};
use serde_json::{Map, Value as Json, json};

use super::serve::Listening;
use crate::arguments::Global;
use crate::config::Config;
use crate::desk::Desk;
use crate::files::Settled;
use crate::open;
use crate::output::Out;
use crate::trouble::{Exit, Trouble};

pub use check::{Check, State};

/// For how long one look at a large database may take.
const PATIENCE: Duration = Duration::from_secs(3600);

/// As what it is served.
#[derive(Args)]
pub struct Doctor {
    #[command(flatten)]
    listening: Listening,
}

impl Doctor {
    /// Does it: first what stands around the database, then the database itself, if it can be opened as it is.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let config = Config::read(global)?;
        out.language = config.language;
        let (now, files) = (SystemClock.now(), Settled::of(&config)?);
        let tls = self.listening.tls(&config)?;
        let checks = match missing_migrations(Some(&config.database)) {
            Ok((_, missing)) if missing.is_empty() => {
                let desk = desk(config.clone(), global, out)?;
                look(&config, &files, tls.as_ref(), &desk.records)?
            }
            Ok((_, missing)) => {
                let mut checks = outside::checks(&config, &files, tls.as_ref(), now);
                let names = missing.join(", ");
                checks.push(Check::fault("migrations", "missing").with("names", names));
                checks
            }
            Err(problem) => return Err(open::as_usage(problem)),
        };
        tell(&checks, &config, out)?;
        let ill = checks.iter().any(|check| check.state == State::Fault);
        if ill { Err(Trouble::Found(Exit::Failed)) } else { Ok(()) }
    }
}

/// Looks at all there is, over records that are open.
pub fn look(
    config: &Config,
    files: &Settled,
    tls: Option<&Tls>,
    records: &Records,
) -> Result<Vec<Check>, Trouble> {
    let now = SystemClock.now();
    let mut checks = outside::checks(config, files, tls, now);
    checks.push(Check::sound("migrations"));
    checks.extend(inside::checks(records, files, now)?);
    Ok(checks)
}

fn desk(config: Config, global: &Global, out: &Out) -> Result<Desk, Trouble> {
    let registry: Registry = cordee_features::registry();
    let records = open::existing(&config, &registry, 1, out)?;
    records.limit_reads(PATIENCE);
    Desk::at(config, registry, records, global.acting_as.as_deref())
}

fn tell(checks: &[Check], config: &Config, out: &Out) -> Result<(), Trouble> {
    if out.json {
        let told: Map<String, Json> =
            checks.iter().map(|check| (check.name.to_owned(), check.json(out.language))).collect();
        let worst = checks.iter().map(|check| check.state).max().unwrap_or(State::Sound);
        return out.json(&json!({
            "database": open::shown(&config.database), "state": worst.name(), "checks": told,
        }));
    }
    for check in checks {
        out.line(&format!("{} {}", check.state.mark(), check.said(out.language)))?;
        if let Some(advice) = check.advice(out.language) {
            out.line(&format!("  → {advice}"))?;
        }
    }
    Ok(())
}
