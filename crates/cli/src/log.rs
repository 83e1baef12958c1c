//! Structured logs on standard error, in UTC: text for people, JSON lines for programs.

use clap::ValueEnum;
use cordee_base::Fault;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::time::SystemTime;

use crate::trouble::Trouble;

/// The form of logs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// A line of text for each event.
    #[default]
    Text,
    /// A JSON object for each event.
    Json,
}

/// Begins to log; `level` is `info`, or finer as `warn,cordee_http=debug`.
pub fn start(form: Form, level: &str) -> Result<(), Trouble> {
    let filter = EnvFilter::try_new(level)
        .map_err(|_| Trouble::Usage(Fault::at("log-level", "error-log-level").with("value", level)))?;
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // SystemTime writes RFC 3339 in UTC.
        .with_timer(SystemTime)
        .with_ansi(false);
    let begun = match form {
        Form::Text => logs.try_init(),
        Form::Json => logs.json().flatten_event(true).try_init(),
    };
    begun.map_err(|why| Trouble::Problem(cordee_base::Problem::internal(why)))
}
