//! The commands, one file each: what it can be told, then what it does.

pub mod attach;
pub mod attachment;
pub mod audit;
pub mod backup;
pub mod config;
pub mod copy;
pub mod create;
pub mod demo;
pub mod do_action;
pub mod doctor;
pub mod duplicates;
pub mod export;
pub mod get;
pub mod history;
pub mod import;
pub mod init;
pub mod jobs;
pub mod list;
pub mod metric;
pub mod migrate;
pub mod openapi;
pub mod report;
pub mod restore;
pub mod search;
pub mod serve;
pub mod share;
pub mod today;
pub mod token;
pub mod transfer;
pub mod trash;
pub mod update;
pub mod user;
pub mod webhook;
pub mod worker;

use crate::arguments::{Command, Cordee};
use crate::log;
use crate::output::Out;
use crate::trouble::Trouble;

/// Does what the command line says.
pub fn run(arguments: Cordee, out: &mut Out) -> Result<(), Trouble> {
    let global = &arguments.global;
    if !matches!(arguments.command, Command::Serve(_) | Command::Worker(_)) && !out.json {
        log::start(log::Form::Text, "error")?;
    }
    match arguments.command {
        Command::Init(command) => command.run(global, out),
        Command::Serve(command) => command.run(global, out),
        Command::List(command) => command.run(global, out),
        Command::History(command) => command.run(global, out),
        Command::Search(command) => command.run(global, out),
        Command::Today(command) => command.run(global, out),
        Command::Duplicates(command) => command.run(global, out),
        Command::Get(command) => command.run(global, out),
        Command::Create(command) => command.run(global, out),
        Command::Update(command) => command.run(global, out),
        Command::Do(command) => command.run(global, out),
        Command::Attach(command) => command.run(global, out),
        Command::Attachment(command) => command.run(global, out),
        Command::Metric(command) => command.run(global, out),
        Command::Report(command) => command.run(global, out),
        Command::Import(command) => command.run(global, out),
        Command::Export(command) => command.run(global, out),
        Command::Backup(command) => command.run(global, out),
        Command::Restore(command) => command.run(global, out),
        Command::Copy(command) => command.run(global, out),
        Command::User(command) => command.run(global, out),
        Command::Share(command) => command.run(global, out),
        Command::Access(command) => command.run(global, out),
        Command::Token(command) => command.run(global, out),
        Command::Webhook(command) => command.run(global, out),
        Command::Jobs(command) => command.run(global, out),
        Command::Worker(command) => command.run(global, out),
        Command::Trash(command) => command.run(global, out),
        Command::Audit(command) => command.run(global, out),
        Command::Migrate(command) => command.run(global, out),
        Command::Config(command) => command.run(global, out),
        Command::Demo(command) => command.run(global, out),
        Command::Openapi(command) => command.run(global, out),
        Command::Doctor(command) => command.run(global, out),
    }
}
