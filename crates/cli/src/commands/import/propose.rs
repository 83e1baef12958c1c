//! `cordee import propose OBJECT FILE`: a mapping to look at, to change and to keep.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use cordee_base::Fault;
use cordee_kit::Look;

use super::mapping::{self, Wished};
use crate::desk::{Desk, plain};
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// For which file.
#[derive(Args)]
pub struct Propose {
    /// The object whose records the rows are
    object: String,
    /// The file
    file: PathBuf,
    /// The mapping to write; it must not be there yet [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    wishes: Wished,
}

impl Propose {
    /// Does it.
    pub fn run(&self, desk: &Desk, out: &Out) -> Result<(), Trouble> {
        let object = desk.object(&self.object)?;
        let look = mapping::look(desk, object, &self.file, &self.wishes)?;
        let mapping = mapping::settled(desk, &look.mapping, &look, &self.wishes)?;
        if look.unsure {
            mapping::unsure(&look, out);
        }
        let Some(path) = &self.output else { return out.line(mapping.trim_end()) };
        keep(path, &mapping)?;
        if out.json {
            return out.line(mapping.trim_end());
        }
        show(&look, out)?;
        out.say("command-written", &[("file", path.display().to_string().into())])
    }
}

fn keep(path: &Path, mapping: &str) -> Result<(), Trouble> {
    let written = std::fs::File::create_new(path).and_then(|mut file| {
        file.write_all(mapping.as_bytes())?;
        file.write_all(b"\n")
    });
    written.map_err(|why| match why.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Trouble::Usage(Fault::whole("error-file-there").with("file", path.display()))
        }
        _ => Trouble::file(path, &why),
    })
}

/// The columns, what each is proposed to be brought into, and some of what stands there.
fn show(look: &Look, out: &Out) -> Result<(), Trouble> {
    let say = |key: &str| (cordee_i18n::say(out.language, key, &[]), Side::Left);
    let head = [say("command-column"), say("command-target"), say("command-samples")];
    let rows: Vec<Vec<String>> = look
        .columns
        .iter()
        .map(|column| {
            let target = if column.target.is_empty() { "–" } else { &column.target };
            let samples = column.samples.iter().take(3).cloned().collect::<Vec<_>>().join(" · ");
            vec![plain(&column.name), target.to_owned(), plain(&samples)]
        })
        .collect();
    out.table(&head, &rows)
}
