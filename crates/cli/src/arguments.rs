//! What can be said on the command line: the options of all commands, and the list of commands.

use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::commands::{
    attach, attachment, audit, backup, config, copy, create, demo, do_action, doctor, duplicates, export,
    get, history, import, init, jobs, list, metric, migrate, openapi, report, restore, search, serve, share,
    today, token, trash, update, user, webhook, worker,
};
use crate::files::Storing;

/// Cordee, a CRM for sales that you run yourself.
#[derive(Parser)]
#[command(name = "cordee", version, max_term_width = 100)]
pub struct Cordee {
    /// What every command understands.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What every command understands.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Everywhere")]
pub struct Global {
    /// The folder with database, journal key and configuration [default: ./cordee-data]
    #[arg(long, global = true, env = "CORDEE_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The database: postgres://user@host/name or sqlite://path [default: cordee.db in the data folder]
    #[arg(long, global = true, env = "CORDEE_DATABASE", value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    /// A file that holds the database's URL
    #[arg(long, global = true, env = "CORDEE_DATABASE_FILE", value_name = "FILE", hide = true)]
    pub database_file: Option<PathBuf>,
    /// The configuration file [default: cordee.toml in the data folder]
    #[arg(long, global = true, env = "CORDEE_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The key of the journal, 64 hexadecimal digits
    #[arg(
        long,
        global = true,
        env = "CORDEE_JOURNAL_KEY",
        value_name = "KEY",
        hide = true,
        hide_env_values = true
    )]
    pub journal_key: Option<String>,
    /// A file that holds the key of the journal [default: journal.key in the data folder]
    #[arg(long, global = true, env = "CORDEE_JOURNAL_KEY_FILE", value_name = "FILE", hide = true)]
    pub journal_key_file: Option<PathBuf>,
    /// The workspace, by name or id, where there are several
    #[arg(long, global = true, env = "CORDEE_WORKSPACE", value_name = "NAME|ID")]
    pub workspace: Option<String>,
    /// Act as the user with this e-mail, with their rights [default: the system]
    #[arg(long = "as", global = true, value_name = "EMAIL")]
    pub acting_as: Option<String>,
    /// Answer in JSON, for programs; errors too, on standard error
    #[arg(long, global = true)]
    pub json: bool,
    /// The language of answers: en, fr, ru, uk or zh
    #[arg(long, global = true, env = "CORDEE_LANGUAGE", value_name = "CODE")]
    pub language: Option<String>,
    /// Passwords that no one may choose: SHA-1 digests as Have I Been Pwned gives them, a file in order or a folder
    #[arg(long, global = true, env = "CORDEE_BREACHED_PASSWORDS", value_name = "FILE|DIR", hide = true)]
    pub breached_passwords: Option<PathBuf>,
    /// Where files are kept, and how many.
    #[command(flatten)]
    pub storing: Storing,
}

/// What to do.
#[derive(Subcommand)]
#[allow(clippy::large_enum_variant, reason = "there is one of it, and it is taken apart at once")]
pub enum Command {
    /// Make the database and the first workspace
    Init(init::Init),
    /// Answer browsers and programs
    Serve(serve::Serve),
    /// Show records
    List(list::List),
    /// Show one record
    Get(get::Get),
    /// Show what happened to a record, or to one field of it
    History(history::History),
    /// Find records of any object by what stands in them
    Search(search::Search),
    /// What waits for somebody today: cordee today --as ann@example.com
    Today(today::Today),
    /// Find records that may be the same thing: cordee duplicates contact email=anna@acme.example
    Duplicates(duplicates::Duplicates),
    /// Create a record: cordee create account "name=Rope Works"
    Create(create::Create),
    /// Change fields of a record: cordee update account 01JC8V7N4QK2M phone=
    Update(update::Update),
    /// Do something to a record: cordee do opportunity win 01JC8V7N4QK2M actual_close_date=2026-11-21
    Do(do_action::Do),
    /// Add files to a record: cordee attach account 01JC8V7N4QK2M offer.pdf
    Attach(attach::Attach),
    /// The files of records
    #[command(subcommand)]
    Attachment(attachment::Attachment),
    /// Reckon a figure: cordee metric win_rate --by owner
    Metric(metric::Metric),
    /// Tell a report: cordee report pipeline_review from=2026-10-01
    Report(report::Report),
    /// Bring files in: cordee import account customers.csv
    Import(import::Import),
    /// Take records out: cordee export opportunity --filter 'stage.kind = won'
    Export(export::Export),
    /// Write all data into one archive, while others work
    Backup(backup::Backup),
    /// Take an archive into an empty place, on either database
    Restore(restore::Restore),
    /// Copy all data into another database, on either kind, with counts and hashes compared
    Copy(copy::Copy),
    /// People who work here
    #[command(subcommand)]
    User(user::User),
    /// Records given to people and teams beyond what their roles give
    #[command(subcommand)]
    Share(share::Share),
    /// Why somebody can see a record, or why not: cordee access account 01JC8V7N4QK2M ada@example.com
    Access(share::Access),
    /// Tokens, by which programs act for people over the API
    #[command(subcommand)]
    Token(token::Token),
    /// Servers that are told of changes
    #[command(subcommand)]
    Webhook(webhook::Webhook),
    /// What is done without anybody waiting: queues, schedules, what was given up
    #[command(subcommand)]
    Jobs(jobs::Jobs),
    /// Work off the queue beside the servers, until told to stop
    Worker(worker::Worker),
    /// What was deleted
    #[command(subcommand)]
    Trash(trash::Trash),
    /// The journal of all changes
    #[command(subcommand)]
    Audit(audit::Audit),
    /// The tables of the database
    #[command(subcommand)]
    Migrate(migrate::Migrate),
    /// The configuration
    #[command(subcommand)]
    Config(config::Config),
    /// Fill the workspace with an invented company
    Demo(demo::Demo),
    /// Show the description of the API (OpenAPI 3.1)
    Openapi(openapi::Openapi),
    /// Check that data folder, key, database and journal are sound
    Doctor(doctor::Doctor),
}

/// The names of all variables of the environment that some command reads.
pub fn environment() -> Vec<String> {
    let mut names = Vec::new();
    let mut commands = vec![Cordee::command()];
    while let Some(command) = commands.pop() {
        let variables = command.get_arguments().filter_map(|argument| argument.get_env());
        names.extend(variables.map(|name| name.to_string_lossy().into_owned()));
        commands.extend(command.get_subcommands().cloned());
    }
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// An argument of a command that is named like one of all commands would be taken for it.
    #[test]
    fn no_command_names_an_argument_like_one_of_all_commands() {
        let root = Cordee::command();
        let of_all: BTreeSet<String> =
            root.get_arguments().filter(|a| a.is_global_set()).map(|a| a.get_id().to_string()).collect();
        assert!(of_all.contains("files") && of_all.contains("data"), "{of_all:?}");
        let mut commands: Vec<clap::Command> = root.get_subcommands().cloned().collect();
        while let Some(command) = commands.pop() {
            for argument in command.get_arguments() {
                let id = argument.get_id().to_string();
                assert!(!of_all.contains(&id), "{} names an argument {id}", command.get_name());
            }
            commands.extend(command.get_subcommands().cloned());
        }
    }
}
