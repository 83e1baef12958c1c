//! The file of rejected rows: as they stood, with the reason in a last column, so that they can be mended and brought
//! in again.

use std::fs::OpenOptions;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use cordee_base::{Fault, Outcome, Problem};
use cordee_connectors::sheets::read::Layout;
use cordee_connectors::sheets::write::{Form, Writer};
use cordee_i18n::{Language, fault, say};
use cordee_kit::RowProblem;
use cordee_ui::names;

use super::plan::Plan;
use super::read::Line;

/// How the file of rejected rows is written.
#[derive(Clone, Debug)]
pub(super) struct Rejects {
    pub language: Language,
    pub layout: Layout,
    pub header: Vec<String>,
}

impl Rejects {
    /// The lines for these rows; the very first begin with the header.
    pub(super) fn text(&self, plan: &Plan, first: bool, rows: &[(&Line, &[RowProblem])]) -> Outcome<Vec<u8>> {
        let form = Form { delimiter: self.layout.delimiter, bom: false };
        let written = Writer::new(Vec::new(), form).and_then(|mut file| {
            if first && self.layout.header {
                let reason = say(self.language, "import-reason", &[]);
                file.texts(&self.header.iter().cloned().chain([reason]).collect::<Vec<_>>())?;
            }
            for (line, problems) in rows {
                let mut cells = line.cells.clone();
                cells.resize(cells.len().max(self.header.len()), String::new());
                cells.push(self.reason(plan, problems));
                file.texts(&cells)?;
            }
            file.finish()
        });
        written.map_err(|error| Problem::internal(format!("write the rejected rows: {error}")))
    }

    fn reason(&self, plan: &Plan, problems: &[RowProblem]) -> String {
        let said = problems.iter().map(|problem| said(self.language, plan, problem));
        said.collect::<Vec<_>>().join(" ")
    }
}

/// A problem as a sentence, beginning with its column.
pub(super) fn said(language: Language, plan: &Plan, problem: &RowProblem) -> String {
    let called = |name: &str| match plan.object.field(name) {
        Some(field) => names::field(language, plan.object, field),
        None => cordee_i18n::field(language, plan.object.name, name),
    };
    let named = || problem.fault.field.as_deref().map(called);
    let label = problem.column.clone().or_else(named);
    fault(language, &Fault { field: None, ..problem.fault.clone() }, label.as_deref())
}

/// Puts text into a file after its first `length` bytes, in place of whatever an import that was killed left there.
/// It can be repeated.
pub(super) fn put(path: &Path, length: u64, text: &[u8]) -> Outcome<()> {
    let write = || {
        let mut file = OpenOptions::new().create(true).write(true).truncate(false).open(path)?;
        file.set_len(length)?;
        file.seek(SeekFrom::Start(length))?;
        file.write_all(text)?;
        file.sync_data()
    };
    write().map_err(|error| match error.kind() {
        std::io::ErrorKind::StorageFull => Problem::Full,
        _ => Problem::internal(format!("write {}: {error}", path.display())),
    })
}
