//! A sheet of invented rows as a file, with the mapping by which it is brought in.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde_json::{Value as Json, json};

use super::SOURCE;

/// A sheet on its way into a file.
pub struct Sheet<'a> {
    /// The object whose records the rows are.
    pub object: &'static str,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Box<dyn Iterator<Item = Vec<String>> + Send + 'a>,
    /// How many of the columns are fields of the object; the others tell its history.
    pub fields: usize,
    /// The steps of the history, as a mapping has them.
    pub history: Vec<Json>,
}

impl Sheet<'_> {
    /// The mapping: each column goes into the field of its name, and links find their record by what stands there. Of
    /// what was long ago nobody has written down all that stages ask for today.
    pub fn mapping(&self) -> String {
        let fields = &self.header[..self.fields];
        let key =
            ["foreign_id", "email", "name"].into_iter().find(|key| fields.iter().any(|name| name == key));
        let columns: Vec<Json> = fields.iter().map(|name| json!({ "column": name, "field": name })).collect();
        let mapping = json!({
            "object": self.object, "source": SOURCE, "mode": "create_and_update", "match": [key],
            "columns": columns, "history": self.history, "incomplete": true,
        });
        mapping.to_string()
    }

    /// Writes the file.
    pub fn write(self, path: &Path) -> io::Result<()> {
        let mut file = BufWriter::new(File::create(path)?);
        line(&mut file, &self.header)?;
        for row in self.rows {
            line(&mut file, &row)?;
        }
        file.flush()
    }
}

/// A line of CSV (RFC 4180), every cell in quotes.
fn line(file: &mut impl Write, cells: &[String]) -> io::Result<()> {
    for (place, cell) in cells.iter().enumerate() {
        let comma = if place > 0 { "," } else { "" };
        write!(file, "{comma}\"{}\"", cell.replace('"', "\"\""))?;
    }
    file.write_all(b"\r\n")
}
