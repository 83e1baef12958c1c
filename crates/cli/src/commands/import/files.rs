//! `cordee import files FILE…`: several files that belong together, in the order that their links ask for.

use std::path::PathBuf;

use clap::Args;
use cordee_base::Fault;
use cordee_kit::{Given, Leg};

use super::mapping::Wished;
use super::{dry_run, run};
use crate::desk::Desk;
use crate::output::Out;
use crate::trouble::Trouble;

/// Which files.
#[derive(Args)]
pub struct Files {
    /// The files, in any order; with the object in front where their names and columns do not tell: lead=people.csv
    #[arg(required = true, value_name = "[OBJECT=]FILE")]
    file: Vec<String>,
    /// Only say what would become of each row; links between the files are judged by the import alone
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    wishes: Wished,
}

impl Files {
    /// Does it.
    pub fn run(self, desk: &Desk, out: &Out) -> Result<(), Trouble> {
        let given = self.file.iter().map(|named| given(desk, named)).collect::<Result<Vec<_>, _>>()?;
        let (read, wishes) = (self.wishes.read_as(), self.wishes.wishes());
        let legs = desk.registry.imports.arrange(&desk.records, &desk.actor, &given, &read, &wishes)?;
        let mut results = Vec::new();
        for leg in legs.iter().filter(|leg| !(leg.again && self.dry_run)) {
            tell(leg, out);
            results.push(match self.dry_run {
                true => dry_run::run(desk, &leg.file, &leg.alone, out)?,
                false => {
                    let rejects = run::rejects_of(&leg.file);
                    let rejects = if leg.again { rejects.with_extension("links.csv") } else { rejects };
                    run::start(desk, &leg.file, &leg.mapping, &rejects, out)?
                }
            });
            if results.last().is_some_and(|ended: &run::Ended| ended.stopped) {
                break;
            }
        }
        run::ended(&results)
    }
}

fn given(desk: &Desk, named: &str) -> Result<Given, Trouble> {
    // A file may have an equals sign in its name.
    let (object, file) = match named.split_once('=') {
        Some((object, file)) if !PathBuf::from(named).exists() => (Some(desk.object(object)?), file),
        _ => (None, named),
    };
    let file = PathBuf::from(file).canonicalize().map_err(|why| Trouble::file(file.as_ref(), &why))?;
    if file.is_dir() {
        return Err(Trouble::Usage(Fault::at("file", "error-file-missing").with("value", file.display())));
    }
    Ok(Given { object, ..Given::of(file) })
}

fn tell(leg: &Leg, out: &Out) {
    let name = leg.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let object = cordee_i18n::objects(out.language, leg.object.name);
    let key = if leg.again { "command-import-leg-again" } else { "command-import-leg" };
    out.note(key, &[("file", name.into()), ("object", object.into())]);
}
