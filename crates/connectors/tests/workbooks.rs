//! Workbooks as other programs write them, workbooks as we write them, and files that only look like workbooks.

use std::io::{Cursor, Write};

use cordee_base::{Decimal, Moment, Zone};
use cordee_connectors::sheets::read::{Hints, Kind, Layout, Limits, SheetError};
use cordee_connectors::tables::{Table, lay_out};
use cordee_connectors::workbook::{Book, Typed};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A workbook whose one sheet has this XML for its rows.
fn workbook(rows: &str) -> Vec<u8> {
    packed(&parts(rows, "", "Sheet1"))
}

fn parts(rows: &str, texts: &str, sheet: &str) -> Vec<(&'static str, String)> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    vec![
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".into(),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"{sheet}\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/sharedStrings.xml",
            format!(
                "<?xml version=\"1.0\"?>{texts}<sst xmlns=\"{main}\"><si><t>first</t></si><si><r><t>ric</t></r><r><t>h</t></r></si></sst>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ]
}

fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("in memory");
    }
    zip.finish().expect("a zip").into_inner()
}

fn laid(bytes: &[u8]) -> Result<(Layout, Vec<String>), SheetError> {
    lay_out(|| Ok(Cursor::new(bytes.to_vec())), &Hints::default())
}

/// The names of the columns, then each row; or why not.
fn read(bytes: &[u8]) -> Result<Vec<Vec<String>>, SheetError> {
    let (layout, _) = laid(bytes)?;
    let mut table = Table::open(Cursor::new(bytes.to_vec()), &layout, Limits::default())?;
    let mut rows = vec![table.header().to_vec()];
    while let Some(row) = table.next_row()? {
        rows.push(row.cells().map(str::to_owned).collect());
    }
    Ok(rows)
}

#[test]
fn what_is_written_reads_back_with_its_types() {
    let zone = Zone::named("Europe/Kyiv").expect("known");
    let header = ["name", "n", "share", "sum", "day", "at", "time", "yes", "note"].map(str::to_owned);
    let mut book = Book::new("Deals: [2026]/*?", &header).expect("a book");
    let number = |text: &str| text.parse::<Decimal>().expect("a number");
    book.row([
        Typed::Text("=1+1"),
        Typed::Number(number("-12.5")),
        Typed::Percent(number("12.5")),
        Typed::Money(number("1200.50"), "UAH".parse().expect("known")),
        Typed::Date("2026-02-28".parse().expect("a date")),
        Typed::Moment("2026-07-01T09:30:00Z".parse::<Moment>().expect("a moment"), &zone),
        Typed::Time("23:05:00".parse().expect("a time")),
        Typed::YesNo(true),
        Typed::Text("two\nlines, 中文 & <tags>"),
    ])
    .expect("a row");
    book.row([
        Typed::Text("'=1"),
        Typed::Number(number("12345678901234567890")),
        Typed::Empty,
        Typed::Money(number("7"), "JPY".parse().expect("known")),
        Typed::Date("1812-09-07".parse().expect("a date")),
    ])
    .expect("a row");
    let mut file = Cursor::new(Vec::new());
    book.finish(&mut file).expect("a file");
    let bytes = file.into_inner();
    let (layout, sheets) = laid(&bytes).expect("a workbook");
    assert_eq!((layout.kind, layout.header, sheets.len()), (Kind::Xlsx, true, 1));
    let rows = read(&bytes).expect("rows");
    assert_eq!(rows[0], header);
    let first = [
        "=1+1",
        "-12.5",
        "12.5%",
        "1200.5 UAH",
        "2026-02-28",
        "2026-07-01 12:30:00",
        "23:05:00",
        "true",
        "two\nlines, 中文 & <tags>",
    ];
    assert_eq!(rows[1], first);
    assert_eq!(rows[2], ["'=1", "12345678901234567890", "", "7 JPY", "1812-09-07"]);
}

#[test]
fn cells_of_every_writing_are_read() {
    let rows = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>third</t></is></c></row>\
        <row r=\"3\"><c r=\"A3\"><v>1.5</v></c><c r=\"B3\" t=\"str\"><f>A3&amp;1</f><v>shown</v></c><c r=\"C3\" t=\"b\"><v>1</v></c>\
        <c r=\"E3\" t=\"e\"><v>#REF!</v></c></row><row r=\"9\"><c r=\"A9\" t=\"s\"><v>1</v></c></row><row r=\"12\"/>";
    let rows = read(&workbook(rows)).expect("rows");
    assert_eq!(
        rows,
        [vec!["first", "Column 2", "third"], vec!["1.5", "shown", "true", "", "#REF!"], vec!["rich"]]
    );
}

#[test]
fn hostile_workbooks_are_refused_clearly() {
    let refused = |bytes: &[u8]| match read(bytes) {
        Err(error) => error,
        Ok(rows) => panic!("read as {rows:?}"),
    };
    let good = workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
    assert!(read(&good).is_ok());

    // Cut off anywhere, it is broken.
    for length in [30, good.len() / 3, good.len() / 2, good.len() - 30] {
        let error = refused(&good[..length]);
        assert!(
            matches!(error, SheetError::Broken { .. } | SheetError::NotTable { .. }),
            "{length}: {error}"
        );
    }
    // A few kilobytes that unpack to gigabytes.
    let cells = "<row><c><v>0</v></c></row>".repeat(1_400_000);
    let error = refused(&workbook(&cells));
    assert!(matches!(error, SheetError::Unpacks { .. }), "{error}");
    // One text that never ends.
    let text = format!("<row><c t=\"inlineStr\"><is><t>{}</t></is></c></row>", "x".repeat(5 << 20));
    let error = refused(&workbook(&text));
    assert!(matches!(error, SheetError::Unpacks { .. }), "{error}");
    // Entities that would grow beyond measure are not known.
    let entities =
        "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;\">]>";
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a&lol2;b</t></is></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>";
    match read(&packed(&parts(rows, entities, "Sheet1"))) {
        Err(error) => assert!(matches!(error, SheetError::Broken { .. }), "{error}"),
        Ok(rows) => assert!(!rows.concat().concat().contains("lol"), "{rows:?}"),
    }
    // A row that does not end is read for what it holds: nothing of it is lost.
    assert_eq!(read(&workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c>")).expect("rows"), [["1"]]);
    // More columns than there are letters for, a row that is nowhere, a text that is not there.
    for row in [
        "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>77</v></c></row>",
        "",
    ] {
        let error = refused(&workbook(row));
        let told =
            matches!(error, SheetError::Broken { .. } | SheetError::Columns { .. } | SheetError::Empty);
        assert!(told, "{row}: {error}");
    }
    // A row beyond all counting is read as some row or refused: it takes nobody down.
    drop(read(&workbook("<row r=\"99999999999\"><c><v>1</v></c></row>")));
    // A zip with the name of a sheet and nothing else.
    let error = refused(&packed(&[("xl/worksheets/sheet1.xml", String::new())]));
    assert!(matches!(error, SheetError::Broken { .. }), "{error}");
}

#[test]
fn a_locked_workbook_says_so() {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bytes = [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 1024], &name].concat();
    assert!(matches!(laid(&bytes), Err(SheetError::Locked)));
}
