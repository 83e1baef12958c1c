//! JSON in the forms in which programs write it, and what only looks like it.

use std::io::Cursor;

use cordee_connectors::sheets::read::{Hints, Kind, Layout, Limits, SheetError};
use cordee_connectors::tables::{Table, lay_out};

fn laid(text: &[u8]) -> Result<Layout, SheetError> {
    lay_out(|| Ok(Cursor::new(text.to_vec())), &Hints::default()).map(|(layout, _)| layout)
}

/// The names of the columns, and each row with its line.
type Read = (Vec<String>, Vec<(u64, Vec<String>)>);

/// What is read.
fn read(text: impl AsRef<[u8]>) -> Result<Read, SheetError> {
    let text = text.as_ref();
    let layout = laid(text)?;
    assert_eq!(layout.kind, Kind::Json);
    let mut table = Table::open(Cursor::new(text.to_vec()), &layout, Limits::default())?;
    let (header, mut rows) = (table.header().to_vec(), Vec::new());
    while let Some(row) = table.next_row()? {
        rows.push((row.line, row.cells().map(str::to_owned).collect()));
    }
    Ok((header, rows))
}

#[test]
fn arrays_lines_and_wrapped_arrays_are_the_same() {
    let one = "{\"name\": \"Ann, \\\"A\\\" {x}\", \"n\": 1.50}";
    let two = "{\"n\": 90071992547409931, \"city\": {\"name\": \"Київ\"}}";
    let files = [
        format!("[{one},\n {two}]"),
        format!("{one}\n{two}\n"),
        format!("{one}{two}"),
        format!("{{\"next\": {{\"records\": 1}}, \"total\": 2, \"records\": [{one}, {two}], \"more\": []}}"),
        format!("\u{feff}[\r\n{one},{two}\r\n]\r\n"),
    ];
    for file in &files {
        let (header, rows) = read(file).expect("rows");
        assert_eq!(header, ["name", "n", "city.name"], "{file}");
        let cells: Vec<&Vec<String>> = rows.iter().map(|(_, cells)| cells).collect();
        assert_eq!(cells[0], &["Ann, \"A\" {x}", "1.50"], "{file}");
        assert_eq!(cells[1], &["", "90071992547409931", "Київ"], "{file}");
    }
    assert_eq!(read(&files[1]).expect("rows").1[1].0, 2, "the second row is on the second line");
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(files[0].encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(read(utf16).expect("rows").1.len(), 2);
    // One record that has a list of its own is one record.
    let (header, rows) =
        read("{\"name\": \"Acme\", \"emails\": [{\"value\": \"a@b.example\"}]}").expect("rows");
    assert_eq!((header, rows.len()), (vec!["name".to_owned(), "emails.1.value".to_owned()], 1));
}

#[test]
fn what_is_broken_cut_off_or_monstrous_is_refused() {
    let many: String = (0..1_200).map(|n| format!("{{\"c{n}\": 1}}\n")).collect();
    type Told = fn(&SheetError) -> bool;
    let table: [(&str, Told); 9] = [
        ("[{\"a\": 1}, {\"a\": 2", |error| matches!(error, SheetError::Truncated { .. })),
        ("[{\"a\": 1}", |error| matches!(error, SheetError::Truncated { .. })),
        ("[{\"a\": 1} {\"a\": }]", |error| matches!(error, SheetError::Broken { .. })),
        ("{\"a\": 1}\n{\"a\": tru}\n", |error| matches!(error, SheetError::Broken { .. })),
        ("[{\"a\": 1}, 5]", |error| matches!(error, SheetError::Broken { .. })),
        ("[{}]", |error| matches!(error, SheetError::Empty)),
        ("{\"data\": [", |error| matches!(error, SheetError::Truncated { .. })),
        ("{\"data\": []}", |error| matches!(error, SheetError::Empty)),
        (&many, |error| matches!(error, SheetError::Columns { .. })),
    ];
    for (text, expected) in table {
        let error = read(text).expect_err("refused");
        assert!(expected(&error), "{}: {error}", &text[..text.len().min(60)]);
    }
    let deep = format!("{{\"a\": {}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(read(deep).expect("kept as it stands").1.len(), 1);
    let long = format!("{{\"a\": \"{}\"}}", "x".repeat(9 << 20));
    assert!(matches!(read(long), Err(SheetError::Broken { .. })));
}
