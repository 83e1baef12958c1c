//! `cordee export OBJECT`: records into a file.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use cordee_base::Fault;
use cordee_kit::Format;
use cordee_records::Query;
use serde_json::json;

use super::backup::Backup;
use super::list;
use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::Out;
use crate::progress::Progress;
use crate::trouble::Trouble;

/// Which records, in which form, where to.
#[derive(Args)]
pub struct Export {
    /// The object: account, opportunity, …; or all, for a full archive as cordee backup writes it
    object: String,
    /// What they must be like: 'stage.kind = won and amount >= 1000'
    #[arg(long, value_name = "FILTER")]
    filter: Option<String>,
    /// csv, xlsx, json, jsonl (one JSON object a line) or vcf [default: what the file's name says, else csv]
    #[arg(long)]
    format: Option<String>,
    /// The file to write; it must not be there yet [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// As they stood at this instant, or at the end of this day
    #[arg(long, value_name = "TIME")]
    as_of: Option<String>,
}

impl Export {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        if self.object == "all" {
            return self.everything()?.run(global, out);
        }
        let desk = Desk::open(global, out)?;
        let object = desk.object(&self.object)?;
        let format = self.format()?;
        let (filter, then) = (self.filter.clone(), self.as_of.clone());
        let query =
            desk.read(move |gate| list::query(gate, object, filter.as_deref(), &[], then.as_deref()))?;
        let Some(path) = &self.output else {
            return write(&desk, query, format, &mut std::io::stdout().lock(), Path::new("-"), out)
                .map(|_| ());
        };
        let file = File::create_new(path).map_err(|why| match why.kind() {
            std::io::ErrorKind::AlreadyExists => {
                Trouble::Usage(Fault::whole("error-file-there").with("file", path.display()))
            }
            _ => Trouble::file(path, &why),
        })?;
        let mut file = BufWriter::new(file);
        let count = write(&desk, query, format, &mut file, path, out)?;
        file.get_ref().sync_all().map_err(|why| Trouble::file(path, &why))?;
        if out.json {
            return out.json(&json!({ "file": path, "records": count }));
        }
        out.say("command-exported", &[("count", count.into())])?;
        out.say("command-written", &[("file", path.display().to_string().into())])
    }
}

impl Export {
    /// All there is goes into an archive, which nobody reads on a terminal.
    fn everything(self) -> Result<Backup, Fault> {
        let asked = [("filter", &self.filter), ("format", &self.format), ("as_of", &self.as_of)];
        if let Some((name, _)) = asked.iter().find(|(_, said)| said.is_some()) {
            return Err(Fault::at(*name, "error-export-all"));
        }
        let file = self.output.ok_or_else(|| Fault::at("output", "error-required"))?;
        Ok(Backup { file, with_key: false })
    }

    fn format(&self) -> Result<Format, Fault> {
        let ending =
            self.output.as_ref().and_then(|path| path.extension()).and_then(|ending| ending.to_str());
        let Some(said) = &self.format else {
            return Ok(ending.and_then(Format::named).unwrap_or(Format::Csv));
        };
        Format::named(said).ok_or_else(|| {
            let names = Format::ALL.map(|(name, _)| name).join(", ");
            Fault::at("format", "error-choice").with("value", said).with("options", names)
        })
    }
}

/// Writes page after page, each as it stands when it is read; gives how many records there were.
fn write(
    desk: &Desk,
    query: Query,
    format: Format,
    into: &mut impl Write,
    path: &Path,
    out: &Out,
) -> Result<u64, Trouble> {
    let imports = desk.registry.imports;
    let (total, mut export) =
        desk.read(move |gate| Ok((gate.count(&query)?, imports.export(gate, &query, format)?)))?;
    let progress = Progress::of(total, out);
    let mut put = |bytes: &mut Vec<u8>| {
        let written = into.write_all(bytes).map_err(|why| lost(path, &why));
        bytes.clear();
        written
    };
    let mut bytes = Vec::new();
    while export.more() {
        let asked = export.query().clone();
        export.put(desk.read(move |gate| gate.list(&asked))?, &mut bytes)?;
        put(&mut bytes)?;
        progress.add(u64::from(Query::MOST));
    }
    while export.rest(&mut bytes)? {
        put(&mut bytes)?;
    }
    put(&mut bytes)?;
    into.flush().map_err(|why| lost(path, &why))?;
    progress.end();
    Ok(total)
}

fn lost(path: &Path, why: &std::io::Error) -> Trouble {
    if why.kind() == std::io::ErrorKind::BrokenPipe { Trouble::Gone } else { Trouble::file(path, why) }
}
