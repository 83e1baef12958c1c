//! Why a file as a whole can't be read as a table.

use std::fmt;
use std::io;

use cordee_base::{Fault, Problem};

/// Why a file can't be read as a table. What is wrong with single rows is a [`super::RowProblem`].
#[derive(Debug)]
pub enum SheetError {
    /// There is nothing in it but blank lines.
    Empty,
    /// It is something else: `kind` is `xlsx`, `pdf`, `image`, `binary` and the like.
    NotTable { kind: &'static str },
    /// More columns than we take.
    Columns { count: usize, limit: usize },
    /// The encoding is unknown, or the file is not written in it.
    Encoding { value: String },
    /// No single character that could stand between cells.
    Delimiter { value: String },
    /// It ends inside a quoted cell or a character; `line` is where that record begins.
    Truncated { line: u64 },
    /// It has the marks of what it claims to be and can't be read as that: `kind` is `xlsx`, `json` or `vcard`.
    Broken { kind: &'static str, detail: String },
    /// It unpacks to more than we take.
    Unpacks { limit: u64 },
    /// It is locked with a password.
    Locked,
    /// A workbook without this sheet.
    Sheet { value: String, sheets: Vec<String> },
    /// The disk or the network failed.
    Io(io::Error),
}

impl SheetError {
    /// What to tell the person who gave the file; nothing if the failure is ours.
    pub fn fault(&self) -> Option<Fault> {
        Some(match self {
            SheetError::Empty => Fault::whole("error-file-empty"),
            SheetError::NotTable { kind } => Fault::whole("error-file-not-table").with("kind", kind),
            SheetError::Columns { count, limit } => {
                Fault::whole("error-file-columns").with("count", count).with("limit", limit)
            }
            SheetError::Encoding { value } => Fault::whole("error-file-encoding").with("value", value),
            SheetError::Delimiter { value } => Fault::whole("error-file-delimiter").with("value", value),
            SheetError::Truncated { line } => Fault::whole("error-file-truncated").with("line", line),
            SheetError::Broken { kind, detail } => {
                Fault::whole("error-file-broken").with("kind", kind).with("detail", detail)
            }
            SheetError::Unpacks { limit } => Fault::whole("error-file-unpacks").with("limit", limit >> 20),
            SheetError::Locked => Fault::whole("error-file-locked"),
            SheetError::Sheet { value, sheets } => {
                Fault::at("sheet", "error-file-sheet").with("value", value).with("options", sheets.join(", "))
            }
            SheetError::Io(_) => return None,
        })
    }
}

impl From<SheetError> for Problem {
    fn from(error: SheetError) -> Problem {
        match (error.fault(), error) {
            (Some(fault), SheetError::Columns { .. } | SheetError::Unpacks { .. }) => {
                Problem::TooLarge(fault)
            }
            (Some(fault), _) => Problem::invalid(fault),
            (None, error) => Problem::internal(error),
        }
    }
}

impl From<io::Error> for SheetError {
    fn from(error: io::Error) -> SheetError {
        SheetError::Io(error)
    }
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, self.fault()) {
            (SheetError::Io(error), _) => write!(f, "reading a sheet: {error}"),
            (_, Some(fault)) => fault.fmt(f),
            (_, None) => f.write_str("reading a sheet"),
        }
    }
}

impl std::error::Error for SheetError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            SheetError::Io(error) => Some(error),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_can_mend_is_a_fault_and_the_rest_is_ours() {
        let columns = Problem::from(SheetError::Columns { count: 1_000_000, limit: 1000 });
        assert_eq!(columns.to_string(), "too large; error-file-columns count=\"1000000\" limit=\"1000\"");
        let cut = Problem::from(SheetError::Truncated { line: 12 });
        assert_eq!(cut, Problem::invalid(Fault::whole("error-file-truncated").with("line", 12)));
        let disk = Problem::from(SheetError::Io(io::Error::other("gone")));
        assert_eq!(disk.to_string(), "internal: reading a sheet: gone");
    }
}
