//! `cordee worker`: works off the queue beside the servers, until it is told to stop.

use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use cordee_jobs::{Options, Workers};

use super::serve::files_in;
use crate::arguments::Global;
use crate::config::Config;
use crate::log::{self, Logs};
use crate::output::Out;
use crate::outward::Outward;
use crate::trouble::Trouble;
use crate::{open, stop};

/// How it works.
#[derive(Args)]
pub struct Worker {
    #[command(flatten)]
    outward: Outward,
    #[command(flatten)]
    logs: Logs,
}

/// How long jobs may go on once it is to stop.
const STOP_WITHIN: Duration = Duration::from_secs(30);
/// How often it looks whether it is to stop.
const LOOK: Duration = Duration::from_millis(100);

impl Worker {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let config = Config::read(global)?;
        out.language = config.language;
        let (form, level) = self.logs.settled(&config)?;
        log::start(form, &level)?;
        let registry = cordee_features::registry();
        let records = open::existing(&config, &registry, 2, out)?;
        let outside = self.outward.settled(&config).way_out()?;
        let files = files_in(&config.data)?;
        let stop = stop::wished();
        let workers = Workers::start(Options { records, registry: Arc::new(registry), outside, files });
        out.say("command-working", &[])?;
        while !stop.is_wished() {
            std::thread::sleep(LOOK);
        }
        match workers.stop(STOP_WITHIN) {
            true => tracing::info!("stopped"),
            false => tracing::warn!("stopped; some jobs took too long and were put back"),
        }
        Ok(())
    }
}
