//! The binary `cordee`: commands and configuration. Only here are environment, files, clock and chance read;
//! everything below gets them handed in.

mod arguments;
mod bucket;
mod commands;
mod config;
mod demo;
mod desk;
mod files;
mod keeper;
mod key;
mod last_backup;
mod log;
mod open;
mod output;
mod outward;
mod progress;
mod stop;
mod trouble;

use std::process::ExitCode;

use clap::Parser;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = match arguments::Cordee::try_parse() {
        Ok(arguments) => arguments,
        Err(wrong) => return trouble::wrong_usage(&wrong),
    };
    let mut out = output::Out::of(&arguments.global);
    match commands::run(arguments, &mut out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => trouble.tell(&out),
    }
}
