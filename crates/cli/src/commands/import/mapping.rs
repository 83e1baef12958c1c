//! The mapping of a file: one that was kept, or what is proposed, with what the options wish.

use std::path::{Path, PathBuf};

use clap::Args;
use cordee_kit::{Look, ReadAs, Wishes};
use cordee_schema::Object;

use crate::desk::Desk;
use crate::output::Out;
use crate::trouble::Trouble;

/// What the options wish of a mapping.
#[derive(Args, Clone, Debug, Default)]
pub struct Wished {
    /// The name of the system that the file comes from; foreign ids are of this system
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// Find the records that are there already by this field: foreign_id, email, name, …
    #[arg(long = "match", value_name = "FIELD")]
    match_by: Option<String>,
    /// create, create_and_update or update [default: create_and_update with --match, else create]
    #[arg(long, value_name = "MODE")]
    mode: Option<String>,
    /// Create linked records that are missing
    #[arg(long)]
    create_missing: bool,
    /// Take rows that lack what is required only under a condition: they tell of the past
    #[arg(long)]
    incomplete: bool,
    /// The file's encoding [default: found out]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// The file's delimiter: comma, semicolon, tab or the character [default: found out]
    #[arg(long, value_name = "NAME")]
    delimiter: Option<String>,
    /// The sheet of a workbook [default: the first]
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
}

impl Wished {
    /// As the importer takes them.
    pub fn wishes(&self) -> Wishes {
        let updating = self.match_by.as_ref().map(|_| "create_and_update".to_owned());
        Wishes {
            match_by: self.match_by.clone(),
            mode: self.mode.clone().or(updating),
            create_missing: self.create_missing.then_some(true),
            incomplete: self.incomplete.then_some(true),
            source: self.source.clone(),
            ..Wishes::default()
        }
    }

    fn wishes_nothing(&self) -> bool {
        let flags = self.create_missing || self.incomplete;
        self.source.is_none() && self.match_by.is_none() && self.mode.is_none() && !flags
    }

    /// How a file is to be read.
    pub fn read_as(&self) -> ReadAs {
        ReadAs {
            encoding: self.encoding.clone(),
            delimiter: self.delimiter.clone(),
            header: None,
            sheet: self.sheet.clone(),
        }
    }
}

/// The mapping for `file`: the one kept in `kept`, else what is proposed; with what is wished.
pub fn of(
    desk: &Desk,
    object: &'static Object,
    file: &Path,
    kept: Option<&Path>,
    wished: &Wished,
    out: &Out,
) -> Result<String, Trouble> {
    if let Some(path) = kept {
        let text = std::fs::read_to_string(path).map_err(|why| Trouble::file(path, &why))?;
        if wished.wishes_nothing() {
            return Ok(text);
        }
        let look = look(desk, object, file, wished)?;
        return settled(desk, &text, &look, wished);
    }
    let look = look(desk, object, file, wished)?;
    if look.unsure {
        unsure(&look, out);
    }
    settled(desk, &look.mapping, &look, wished)
}

/// What a file looks like.
pub fn look(desk: &Desk, object: &'static Object, file: &Path, wished: &Wished) -> Result<Look, Trouble> {
    let path: PathBuf = file.to_owned();
    std::fs::File::open(&path).map_err(|why| Trouble::file(&path, &why))?;
    Ok(desk.registry.imports.look(&desk.records, &desk.actor, object, file, &wished.read_as())?)
}

/// A mapping with what is wished.
pub fn settled(desk: &Desk, mapping: &str, look: &Look, wished: &Wished) -> Result<String, Trouble> {
    let header: Vec<String> = look.columns.iter().map(|column| column.name.clone()).collect();
    Ok(desk.registry.imports.settle(desk.catalog()?, mapping, &header, &wished.wishes())?)
}

/// That the layout of a file was partly a guess.
pub fn unsure(look: &Look, out: &Out) {
    let args = [("encoding", look.encoding.as_str().into()), ("delimiter", look.delimiter.as_str().into())];
    out.note("command-import-unsure", &args);
}
