//! Structured logs on standard error, in UTC: text for people, JSON lines for programs.

use clap::{Args, ValueEnum};
use cordee_base::Fault;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::time::SystemTime;

use crate::config::Config;
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

/// How it is logged.
#[derive(Args, Clone, Debug, Default)]
pub struct Logs {
    /// The form of logs [default: text]
    #[arg(long, env = "CORDEE_LOG", value_enum, value_name = "FORM")]
    log: Option<Form>,
    /// How much is logged: error, warn, info, debug [default: info]
    #[arg(long, env = "CORDEE_LOG_LEVEL", value_name = "LEVEL")]
    log_level: Option<String>,
}

impl Logs {
    /// With what the configuration file says and what is usual.
    pub fn settled(&self, config: &Config) -> Result<(Form, String), Trouble> {
        let file = &config.file;
        let form = match file.log.as_deref() {
            None | Some("text") => Form::Text,
            Some("json") => Form::Json,
            Some(other) => {
                let fault =
                    Fault::at("log", "error-choice").with("value", other).with("options", "text, json");
                return Err(Trouble::Usage(fault));
            }
        };
        let level = self.log_level.clone().or(file.log_level.clone()).unwrap_or("info".to_owned());
        Ok((self.log.unwrap_or(form), level))
    }
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
