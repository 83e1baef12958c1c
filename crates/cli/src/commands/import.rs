//! `cordee import …`: files into records, by a mapping; broken off, it can be resumed; done, it can be undone.

mod dry_run;
mod files;
mod mapping;
mod propose;
mod run;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use cordee_base::Fault;

use super::get;
use super::restore::Restore;
use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::Out;
use crate::trouble::Trouble;

/// What to bring in, or what to do with an import.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Import {
    #[command(subcommand)]
    other: Option<Other>,
    #[command(flatten)]
    bring: Bring,
}

/// What to bring in.
#[derive(Args)]
struct Bring {
    /// The object whose records the rows are: account, opportunity, …; or all, for a full archive into an empty place
    #[arg(required = true)]
    object: Option<String>,
    /// The files: CSV with any delimiter and encoding, Excel, JSON, contacts
    #[arg(required = true)]
    file: Vec<PathBuf>,
    /// The mapping, as cordee import propose writes it [default: what is proposed for the file]
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Only say what would become of each row, and what is wrong
    #[arg(long)]
    dry_run: bool,
    /// Where rejected rows go, each with the reason [default: FILE.rejected.csv in this folder]
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    #[command(flatten)]
    wishes: mapping::Wished,
}

/// What else can be done.
#[derive(Subcommand)]
enum Other {
    /// Write a mapping for a file, to be looked at and changed
    Propose(propose::Propose),
    /// Bring in several files that belong together, in the order that their links ask for
    Files(files::Files),
    /// Go on with an import that was stopped, however it was stopped
    Resume {
        /// The import's id
        id: String,
    },
    /// Take an import back: what it created goes, what it changed is as before
    Undo {
        /// The import's id; of several the latest is taken back first
        #[arg(required = true)]
        id: Vec<String>,
    },
    /// Show the imports, the latest first
    List,
}

impl Import {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        if let (None, Some("all"), [file]) =
            (&self.other, self.bring.object.as_deref(), self.bring.file.as_slice())
        {
            return Restore { file: file.clone(), new_key: false }.run(global, out);
        }
        let desk = Desk::open(global, out)?;
        match self.other {
            None => bring(&desk, self.bring, out),
            Some(Other::Propose(propose)) => propose.run(&desk, out),
            Some(Other::Files(files)) => files.run(&desk, out),
            Some(Other::Resume { id }) => run::resume(&desk, get::id(&id)?, out),
            Some(Other::Undo { id }) => {
                let mut ids = id.iter().map(|id| get::id(id)).collect::<Result<Vec<_>, _>>()?;
                ids.sort_unstable_by(|one, other| other.cmp(one));
                ids.into_iter().try_for_each(|id| run::undo(&desk, id, out))
            }
            Some(Other::List) => run::list(&desk, out),
        }
    }
}

fn bring(desk: &Desk, bring: Bring, out: &Out) -> Result<(), Trouble> {
    let object = desk.object(bring.object.as_deref().unwrap_or_default())?;
    if bring.rejects.is_some() && bring.file.len() > 1 {
        return Err(Trouble::Usage(Fault::at("rejects", "error-one-file")));
    }
    let mut results = Vec::new();
    for file in &bring.file {
        let file = file.canonicalize().map_err(|why| Trouble::file(file, &why))?;
        let mapping = mapping::of(desk, object, &file, bring.mapping.as_deref(), &bring.wishes, out)?;
        if bring.dry_run {
            results.push(dry_run::run(desk, &file, &mapping, out)?);
        } else {
            let rejects = bring.rejects.clone().unwrap_or_else(|| run::rejects_of(&file));
            results.push(run::start(desk, &file, &mapping, &rejects, out)?);
        }
    }
    run::ended(&results)
}
