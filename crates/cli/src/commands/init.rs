//! `cordee init`: makes the database and the first workspace.

use clap::Args;
use cordee_base::{Currency, Fault, Problem, Zone};
use cordee_i18n::Language;
use cordee_records::Founding;
use serde_json::json;

use crate::arguments::Global;
use crate::config::Config;
use crate::open;
use crate::output::Out;
use crate::trouble::Trouble;

/// What a new workspace is to be.
#[derive(Args)]
pub struct Init {
    /// The company's name
    #[arg(long, default_value = "My company")]
    name: String,
    /// The currency in which sums are made (ISO 4217); it can't be changed once there are amounts
    #[arg(long, default_value = "EUR", value_name = "CODE")]
    currency: String,
    /// The time zone in which the company's days begin, such as Europe/Paris
    #[arg(long, default_value = "UTC", value_name = "ZONE")]
    time_zone: String,
    /// Make one more workspace beside those that are there
    #[arg(long)]
    add: bool,
}

impl Init {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let config = Config::read(global)?;
        out.language = config.language;
        let founding = founding(&self.name, &self.currency, &self.time_zone, config.language)?;
        let registry = cordee_features::registry();
        let records = open::or_make(&config, &registry, 1, out)?;
        let there = records.workspaces()?;
        if let Some((_, name)) = there.first().filter(|_| !self.add) {
            return Err(Problem::Conflict(Fault::whole("error-workspace-there").with("name", name)).into());
        }
        if there.iter().any(|(_, name)| *name == founding.name) {
            return Err(
                Problem::Conflict(Fault::at("name", "error-unique").with("value", &founding.name)).into()
            );
        }
        let id = open::found(&records, &registry, &founding, out)?;
        if out.json {
            let workspace = json!({
                "id": id.to_string(), "name": founding.name,
                "currency": founding.currency.code(), "time_zone": founding.zone,
            });
            return out.json(&json!({ "workspace": workspace, "database": open::shown(&config.database) }));
        }
        out.say("command-next", &[])
    }
}

/// What a workspace is to be, checked.
pub fn founding(name: &str, currency: &str, zone: &str, language: Language) -> Result<Founding, Trouble> {
    let currency: Currency =
        currency.parse().map_err(|_| Fault::at("currency", "error-currency").with("value", currency))?;
    Zone::named(zone).map_err(|_| Fault::at("time-zone", "error-zone").with("value", zone))?;
    if name.trim().is_empty() {
        return Err(Fault::at("name", "error-required").into());
    }
    Ok(Founding {
        name: name.trim().to_owned(),
        currency,
        zone: zone.to_owned(),
        language: language.code().to_owned(),
    })
}
