//! Taking records out: any list as a file that the importer reads back to the same records. Only what the actor may
//! take out, with the fields the actor may see.

mod card;
mod columns;
mod sheet;
mod text;

use cordee_base::{Fault, Outcome, Problem};
use cordee_kit::{Export, Format};
use cordee_records::{Gate, Page, Query};

use columns::columns;

/// How one format is written.
trait Form: Send {
    /// Takes the records of a page.
    fn put(&mut self, page: &Page, out: &mut Vec<u8>) -> std::io::Result<()>;

    /// After the last page: a stretch of what is left; whether there is more.
    fn rest(&mut self, out: &mut Vec<u8>) -> std::io::Result<bool>;
}

/// A file on its way out.
struct Leaving {
    query: Query,
    more: bool,
    form: Box<dyn Form>,
}

/// Begins a file.
pub(super) fn begin(gate: &mut Gate<'_>, query: &Query, format: Format) -> Outcome<Box<dyn Export>> {
    let object = gate.object(query.object.name)?;
    let fields = query.fields.clone();
    let columns = columns(gate, query);
    let form: Box<dyn Form> = match format {
        Format::Csv => Box::new(text::Csv::new(columns)),
        Format::Xlsx => {
            let name = cordee_i18n::objects(super::language(gate), object.name);
            Box::new(sheet::Sheet::new(&name, columns, gate.reading().zone.clone()).map_err(unwritten)?)
        }
        Format::Json => Box::new(text::Json::array(fields)),
        Format::JsonLines => Box::new(text::Json::lines(fields)),
        Format::Vcard if object.card.is_empty() => {
            let formats: Vec<&str> = Format::of(object).map(|(name, _)| name).collect();
            let fault = Fault::at("format", "error-choice").with("value", format.name());
            return Err(fault.with("options", formats.join(", ")).into());
        }
        Format::Vcard => Box::new(card::Cards::new(gate, object)),
    };
    let query = Query { export: true, limit: Query::MOST, ..query.clone() };
    Ok(Box::new(Leaving { query, more: true, form }))
}

impl Export for Leaving {
    fn query(&self) -> &Query {
        &self.query
    }

    fn put(&mut self, page: Page, out: &mut Vec<u8>) -> Outcome<()> {
        self.form.put(&page, out).map_err(unwritten)?;
        self.more = page.next.is_some();
        self.query.cursor = page.next;
        Ok(())
    }

    fn more(&self) -> bool {
        self.more
    }

    fn rest(&mut self, out: &mut Vec<u8>) -> Outcome<bool> {
        self.form.rest(out).map_err(unwritten)
    }
}

fn unwritten(error: std::io::Error) -> Problem {
    match error.kind() {
        std::io::ErrorKind::StorageFull => Problem::Full,
        std::io::ErrorKind::InvalidInput => Fault::at("format", "error-export-cell").into(),
        _ => Problem::internal(format!("write an export: {error}")),
    }
}
