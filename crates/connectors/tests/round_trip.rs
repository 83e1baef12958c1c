//! What is written comes back as it was.

use std::io::Cursor;

use cordee_connectors::sheets::read::{Delimiter, Layout, Limits, Reader};
use cordee_connectors::sheets::write::{Cell, Form, Writer, unprotect};
use proptest::prelude::*;

proptest! {
    #[test]
    fn an_import_of_an_export_gives_the_same_cells(
        rows in proptest::collection::vec(proptest::collection::vec("[=+@'\",;\t\r\n\0 a-]{0,5}|\\PC{0,10}", 3), 0..20),
        delimiter in 0usize..9,
        bom in any::<bool>(),
    ) {
        let form = Form { delimiter: Delimiter::USUAL[delimiter], bom };
        let mut writer = Writer::new(Vec::new(), form).expect("in memory");
        writer.texts(&["id", "a", "b", "c"]).expect("in memory");
        for (number, row) in rows.iter().enumerate() {
            let id = number.to_string();
            let cells = std::iter::once(Cell::Number(&id)).chain(row.iter().map(|cell| Cell::Text(cell)));
            writer.row(cells).expect("in memory");
        }
        let written = writer.finish().expect("in memory");
        let layout = Layout { delimiter: form.delimiter, ..Layout::default() };
        let mut reader = Reader::open(Cursor::new(written), &layout, Limits::default()).expect("a table");
        let mut read = Vec::new();
        while let Some(row) = reader.next_row().expect("whole") {
            read.push(row.cells().skip(1).map(|cell| unprotect(cell).to_owned()).collect::<Vec<_>>());
        }
        prop_assert_eq!(read, rows);
    }
}
