//! The generators and checks of the house; `cargo xtask` lists them.

mod docs;
mod migration;
mod rooms;
mod words;

use std::path::Path;
use std::process::ExitCode;

/// Gets the root of the repository and what was said after the name; an error is what a person should read.
type Run = fn(&Path, &[String]) -> Result<(), String>;

/// Name, what it does, and the function that does it.
const COMMANDS: &[(&str, &str, Run)] = &[
    ("docs", "writes the reference from the declarations", docs::run),
    ("migration", "writes the next migration from the declarations", migration::run),
    ("rooms", "checks that the crates keep to their rooms", rooms::run),
    ("words", "checks that all that is declared has its words", words::run),
];

fn main() -> ExitCode {
    let said: Vec<String> = std::env::args().skip(1).collect();
    let Some((_, _, run)) = COMMANDS.iter().find(|(name, _, _)| said.first().is_some_and(|it| it == name))
    else {
        eprintln!("cargo xtask …");
        COMMANDS.iter().for_each(|(name, what, _)| eprintln!("  {name:<12}{what}"));
        return ExitCode::from(2);
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the repository");
    match run(root, &said[1..]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
