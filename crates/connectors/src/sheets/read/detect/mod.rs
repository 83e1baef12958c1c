//! Finding out how a table is laid out, from the beginning of its file.

mod columns;
mod encoding;
mod foreign;
mod heading;
mod mac;

pub(crate) use heading::find as heading;

use super::{Certainty, Confidence, Hints, Kind, Layout, LineEnd, SheetError};

/// Finds the layout of the file that begins with `sample` (see [`super::sample`]), or says why it is no table.
/// What a person said in `hints` is taken as given. Of a workbook it only says that it is one.
pub fn detect(sample: &[u8], hints: &Hints) -> Result<Layout, SheetError> {
    match foreign::kind_by_bytes(sample) {
        None => {}
        Some("xlsx") => return Ok(Layout { kind: Kind::Xlsx, ..Layout::default() }),
        Some("locked") => return Err(SheetError::Locked),
        Some(kind) => return Err(SheetError::NotTable { kind }),
    }
    let found = encoding::find(sample, hints)?;
    let (text, _) = found.encoding.decode(sample);
    if text.trim().is_empty() {
        return Err(SheetError::Empty);
    }
    let records = |kind: Kind| Layout {
        kind,
        encoding: found.encoding,
        bom: found.bom,
        confidence: Confidence { encoding: found.certainty, ..Confidence::default() },
        ..Layout::default()
    };
    match foreign::kind_by_text(&text) {
        None => {}
        Some("json") => return Ok(records(Kind::Json)),
        Some("vcard") => return Ok(records(Kind::Vcard)),
        Some(kind) => return Err(SheetError::NotTable { kind }),
    }
    let preamble = separator_line(&text);
    let table = preamble.map_or(text.as_str(), |(_, rest)| rest);
    let said = hints.delimiter.or(preamble.map(|(delimiter, _)| delimiter));
    let columns = columns::find(table, said, hints.quote);
    let (header, header_certainty) = heading(&columns.rows, hints.header);
    Ok(Layout {
        kind: Kind::Csv,
        sheet: None,
        encoding: found.encoding,
        bom: found.bom,
        preamble: u64::from(preamble.is_some()),
        delimiter: columns.delimiter,
        quote: columns.quote,
        header,
        line_end: line_end(table),
        confidence: Confidence {
            encoding: found.certainty,
            delimiter: columns.certainty,
            header: header_certainty,
        },
    })
}

/// Excel's own way to say it: a first line `sep=;`. The delimiter, and the text after that line.
fn separator_line(text: &str) -> Option<(super::Delimiter, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let line = line.trim_end_matches('\r').trim_matches('"');
    let delimiter = line.strip_prefix("sep=").or_else(|| line.strip_prefix("SEP="))?;
    Some((delimiter.parse().ok()?, rest))
}

fn line_end(text: &str) -> LineEnd {
    match text.find(['\n', '\r']).map(|at| &text.as_bytes()[at..]) {
        Some([b'\r', b'\n', ..]) => LineEnd::Crlf,
        Some([b'\r', ..]) => LineEnd::Cr,
        _ => LineEnd::Lf,
    }
}

fn certain_if(said: bool, otherwise: Certainty) -> Certainty {
    if said { Certainty::Sure } else { otherwise }
}
