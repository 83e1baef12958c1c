//! Reading tables row by row, whole and broken ones.

use std::io::{self, Cursor, Read};

use cordee_base::Problem;
use cordee_connectors::sheets::read::{
    Delimiter, Hints, Layout, Limits, Position, Quote, Reader, RowProblem, SheetError, detect, sample,
};
use proptest::prelude::*;

fn open(text: &[u8]) -> Result<Reader<Cursor<&[u8]>>, SheetError> {
    let layout = detect(text, &Hints::default())?;
    Reader::open(Cursor::new(text), &layout, Limits::default())
}

/// Every row as `line: cells`, and how it ended.
fn rows(text: &[u8]) -> (Vec<String>, Option<SheetError>) {
    let mut shown = Vec::new();
    let mut reader = match open(text) {
        Ok(reader) => reader,
        Err(error) => return (shown, Some(error)),
    };
    loop {
        match reader.next_row() {
            Ok(Some(row)) => {
                shown.push(format!("{}: {}", row.line, row.cells().collect::<Vec<_>>().join("|")))
            }
            Ok(None) => return (shown, None),
            Err(error) => return (shown, Some(error)),
        }
    }
}

#[test]
fn rows_come_with_their_line_and_empty_ones_are_passed_over() {
    let (shown, end) = rows(b"id,note\r\n1,\"two\r\nlines\"\r\n\r\n,\r\n2,x\0y\r\n , \r\n\r\n");
    assert_eq!(shown, ["2: 1|two\r\nlines", "6: 2|x\0y"]);
    assert!(end.is_none());
}

#[test]
fn ragged_rows_are_told_and_not_dropped() {
    let mut reader = open(b"a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n").expect("a table");
    let mut problems = Vec::new();
    while let Some(row) = reader.next_row().expect("whole") {
        assert_eq!(row.get(1), Some("2"));
        problems.push(row.problems().to_vec());
        if row.number == 2 {
            assert_eq!(row.get(2), None);
            assert_eq!(row.faults()[0].to_string(), "error-row-short count=\"2\" expected=\"3\"");
        }
    }
    let (short, long) =
        (RowProblem::Short { cells: 2, expected: 3 }, RowProblem::Long { cells: 4, expected: 3 });
    assert_eq!(problems, [vec![], vec![short], vec![long], vec![]]);
}

#[test]
fn rows_that_a_lone_quote_ran_together_are_told() {
    let text = b"id,name\n1,\"a\"\n2,\"oops\n3,b\n4,\"c\"\n5,\"Big\" Bob\n";
    let mut reader = Reader::open(&text[..], &Layout::default(), Limits::default()).expect("a table");
    let mut told = Vec::new();
    while let Some(row) = reader.next_row().expect("whole") {
        told.push((row.line, row.faults().iter().map(ToString::to_string).collect::<Vec<_>>()));
    }
    assert_eq!(told, [(2, vec![]), (3, vec!["name: error-row-quotes".to_owned()]), (6, vec![])]);
}

#[test]
fn the_header_is_made_unique_or_numbered() {
    let reader = open(b"name,,name\nAnn,1,x\n").expect("a table");
    assert_eq!(reader.header(), ["name", "Column 2", "name (2)"]);
    assert_eq!(reader.renamed().len(), 2);
    let mut bare = open(b"1,Ann\n2,Bob\n").expect("a table");
    assert_eq!(bare.header(), ["Column 1", "Column 2"]);
    assert_eq!(bare.next_row().expect("whole").expect("kept").get(1), Some("Ann"));
    let only_header = rows(b"name,mail\n");
    assert!(only_header.0.is_empty() && only_header.1.is_none());
}

#[test]
fn excel_says_its_delimiter_in_a_line_of_its_own() {
    let text = b"sep=;\r\na;b\r\n1,5;2\r\n";
    let layout = detect(text, &Hints::default()).expect("a table");
    assert_eq!((layout.preamble, layout.delimiter), (1, Delimiter::SEMICOLON));
    assert_eq!(rows(text).0, ["3: 1,5|2"]);
}

#[test]
fn what_is_no_table_is_refused_in_words() {
    let commas = vec![b','; 1_000_000];
    let wide = [b"a", &commas[..], b"\n1,2\n"].concat();
    let binary: Vec<u8> = (0..4000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let table: [(&[u8], &str); 11] = [
        (b"", "error-file-empty"),
        (b"\xef\xbb\xbf", "error-file-empty"),
        (b"\r\n \n\n", "error-file-empty"),
        (b",,,\n,,,\n", "error-file-empty"),
        (b"%PDF-1.4 ...", "error-file-not-table kind=\"pdf\""),
        (b"\x89PNG\r\n\x1a\n....", "error-file-not-table kind=\"image\""),
        (&binary, "error-file-not-table kind=\"binary\""),
        (&[0; 500], "error-file-not-table kind=\"binary\""),
        (&wide, "error-file-columns count=\"1000001\" limit=\"1000\""),
        (b"\"name\",\"mail\nAnn,a@b.example\n", "error-file-truncated line=\"1\""),
        (b"\xff\xfe\0\0x\0\0\0", "error-file-encoding value=\"UTF-32\""),
    ];
    for (bytes, expected) in table {
        let error = rows(bytes).1.expect("refused");
        assert_eq!(error.to_string(), expected);
        assert!(!matches!(Problem::from(error), Problem::Internal(_)));
    }
}

#[test]
fn a_file_cut_off_is_told_after_its_whole_rows() {
    let table: [(&[u8], &[&str], u64); 3] = [
        (b"a,b\n1,\"x\ny\"\n2,\"unfinished\nand more", &["2: 1|x\ny"], 4),
        ("a,b\n1,é\n2,\u{e9}".as_bytes().split_last().expect("some").1, &["2: 1|é"], 3),
        (b"\xff\xfea\0,\0b\0\n\0\x31\0,\0\x32\0\n\0\x33\0,\0\x34", &["2: 1|2"], 3),
    ];
    for (bytes, expected, line) in table {
        let (shown, end) = rows(bytes);
        assert_eq!(shown, expected);
        assert!(matches!(end, Some(SheetError::Truncated { line: told }) if told == line), "{end:?}");
    }
}

#[test]
fn bytes_that_make_no_sense_are_a_problem_of_their_row() {
    let mut text = "name,place\n".to_owned().into_bytes();
    text.extend_from_slice("Zoë,Besançon\n".repeat(50).as_bytes());
    let layout = detect(&text, &Hints::default()).expect("a table");
    text.extend_from_slice(b"Ann,Orl\xe9ans\nA\xc3,\xa9B\nBob,Lyon\n");
    let mut reader = Reader::open(Cursor::new(&text[..]), &layout, Limits::default()).expect("a table");
    let mut told = Vec::new();
    while let Some(row) = reader.next_row().expect("whole") {
        for fault in row.faults() {
            told.push((row.line, row.cells().collect::<Vec<_>>().join("|"), fault.to_string()));
        }
    }
    let fault = |column: &str| format!("{column}: error-row-encoding value=\"UTF-8\"");
    assert_eq!(
        told,
        [
            (52, "Ann|Orl\u{fffd}ans".to_owned(), fault("place")),
            // Two halves of a character in two cells are not one character.
            (53, "A\u{fffd}|\u{fffd}B".to_owned(), fault("name")),
        ]
    );
}

#[test]
fn an_endless_cell_takes_no_memory_and_is_told() {
    // A cell of 100 MB, made as it is read.
    let endless = b"a,b\n1,\"".chain(io::repeat(b'x').take(100 << 20)).chain(&b"\"\n2,y\n"[..]);
    let mut reader = Reader::open(endless, &Layout::default(), Limits::default()).expect("a table");
    let row = reader.next_row().expect("read").expect("there");
    assert_eq!(row.get(1).map(str::len), Some(1 << 20));
    assert_eq!(row.problems(), [RowProblem::CellTooLarge { column: 1, limit: 1 << 20 }]);
    assert_eq!(reader.next_row().expect("read").expect("there").get(1), Some("y"));
    assert!(reader.next_row().expect("read").is_none());
}

#[test]
fn a_row_of_a_million_cells_is_counted_and_told() {
    let text = [b"a,b\n1,2".to_vec(), b",x".repeat(1_000_000), b"\n3,4\n".to_vec()].concat();
    let mut reader = open(&text).expect("a table");
    let row = reader.next_row().expect("read").expect("there");
    assert_eq!(row.problems(), [RowProblem::Long { cells: 1_000_002, expected: 2 }]);
    assert_eq!(row.len(), 1000);
    assert_eq!(reader.next_row().expect("read").expect("there").get(0), Some("3"));
}

#[test]
fn a_failing_disk_is_our_own_failure() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("unplugged"))
        }
    }
    let source = (&b"a,b\n1,2\n"[..]).chain(Failing);
    let mut reader =
        Reader::open(source, &Layout::default(), Limits::default()).expect("the header is there");
    assert!(reader.next_row().expect("read").is_some());
    let error = reader.next_row().expect_err("the disk fails");
    assert!(matches!(Problem::from(error), Problem::Internal(_)));
}

#[test]
fn reading_goes_on_where_it_stopped() {
    let mut text = "id,name\r\n".to_owned();
    for id in 0..5000 {
        text.push_str(&format!("{id},\"Émile\r\n{id}\"\r\n"));
    }
    for (encoding, bytes) in [
        ("UTF-8", text.clone().into_bytes()),
        ("windows-1252", encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()),
        ("UTF-16LE", text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ] {
        let layout = detect(&bytes, &Hints::default()).expect("a table");
        assert_eq!(layout.encoding.name(), encoding);
        let open = || Reader::open(Cursor::new(&bytes[..]), &layout, Limits::default()).expect("a table");
        for stop in [0, 1, 2999, 4999, 5000] {
            let mut first = open();
            for _ in 0..stop {
                first.next_row().expect("whole").expect("there");
            }
            let position: Position =
                serde_json::from_str(&serde_json::to_string(&first.position()).expect("plain"))
                    .expect("reads back");
            let mut second = open();
            second.skip_to(position).expect("in the file");
            let mut rest = 0;
            loop {
                let (one, other) = (first.next_row().expect("whole"), second.next_row().expect("whole"));
                let shown = |row: &Option<cordee_connectors::sheets::read::Row<'_>>| {
                    row.as_ref().map(|row| (row.number, row.line, row.cells().collect::<Vec<_>>().join("|")))
                };
                assert_eq!(shown(&one), shown(&other), "{encoding} after {stop}");
                if one.is_none() {
                    break;
                }
                rest += 1;
            }
            assert_eq!(rest, 5000 - stop);
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000), language in "(ru|zh|fr)?") {
        read_through(&bytes, &Hints { language: Some(language), ..Hints::default() });
    }

    #[test]
    fn no_text_of_quotes_and_delimiters_makes_it_panic(
        text in "[\"',;\t\r\n|a1é=\u{feff}\0 ]{0,300}",
        delimiter in 0usize..9,
        quote in 0usize..3,
        cut in 0usize..4,
    ) {
        let hints = Hints {
            delimiter: Some(Delimiter::USUAL[delimiter]),
            quote: Some([Quote::Double, Quote::Single, Quote::None][quote]),
            ..Hints::default()
        };
        let bytes = text.as_bytes();
        read_through(&bytes[..bytes.len().saturating_sub(cut)], &hints);
        read_through(bytes, &Hints::default());
    }
}

/// Reads all there is, as an importer would, by its detected layout and by some others.
fn read_through(bytes: &[u8], hints: &Hints) {
    let mut source = Cursor::new(bytes);
    let head = sample(&mut source).expect("in memory");
    let found = detect(&head, hints).unwrap_or_default();
    for encoding in ["UTF-8", "UTF-16LE", "GB18030", "Shift_JIS"] {
        let layout = Layout { encoding: encoding.parse().expect("known"), ..found.clone() };
        for layout in [&found, &layout] {
            let limits = Limits { columns: 20, cell: 50, row: 200 };
            let Ok(mut reader) = Reader::open(Cursor::new(bytes), layout, limits) else { continue };
            let (mut count, mut line) = (0, 0);
            let ended = loop {
                match reader.next_row() {
                    Ok(Some(row)) => {
                        assert!(row.line > line && row.number == count + 1);
                        (count, line) = (row.number, row.line);
                        assert!(row.cells().count() == row.len() && row.len() <= 20);
                    }
                    other => break other.is_err(),
                }
            };
            if !ended {
                reader.skip_to(Position { row: count, ..Position::default() }).expect("read once already");
                assert!(reader.next_row().expect("read once already").is_none());
            }
        }
    }
}
