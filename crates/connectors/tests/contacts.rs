//! Contacts as phones and mail programs write them, and as we write them.

use std::io::Cursor;
use std::path::PathBuf;

use cordee_connectors::cards::write_card;
use cordee_connectors::sheets::read::{Hints, Kind, Limits, SheetError};
use cordee_connectors::tables::{Table, lay_out};

/// The contacts, each as its columns and texts.
fn read(bytes: &[u8]) -> Result<Vec<Vec<(String, String)>>, SheetError> {
    let (layout, _) = lay_out(|| Ok(Cursor::new(bytes.to_vec())), &Hints::default())?;
    assert_eq!(layout.kind, Kind::Vcard);
    let mut table = Table::open(Cursor::new(bytes.to_vec()), &layout, Limits::default())?;
    let (header, mut contacts) = (table.header().to_vec(), Vec::new());
    while let Some(row) = table.next_row()? {
        let texts = header.iter().cloned().zip(row.cells().map(str::to_owned));
        contacts.push(texts.filter(|(_, text)| !text.is_empty()).collect());
    }
    Ok(contacts)
}

fn of<'c>(contact: &'c [(String, String)], column: &str) -> &'c str {
    contact.iter().find(|(known, _)| known == column).map_or("", |(_, text)| text)
}

#[test]
fn three_versions_are_read() {
    let file = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=95=D0=BB=D0=BA=D0=B8=\r\n=D0=BD=D0=B0;=D0=97=D0=BE=D1=8F\r\n\
        FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=97=D0=BE=D1=8F\r\nTEL;CELL:+380 44 123 45 67\r\nEND:VCARD\r\n\
        BEGIN:VCARD\nVERSION:3.0\nFN:Ann B\\, Berg\nN:Berg;Ann;B;Dr.;\nORG:Acme\\; Sons;Sales\nEMAIL;TYPE=INTERNET,WORK:a@berg.example\n\
        EMAIL;TYPE=HOME:ann@home.example\nTEL;TYPE=WORK,VOICE:+1 512 555 0100\nTEL;TYPE=FAX:+1 512 555 0101\n\
        ADR;TYPE=WORK:;Suite 5;1 Main St;Austin;TX;78701;USA\nBDAY:1980-02-01\nNOTE:one\\ntwo\nPHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=\nX-SKYPE:annb\nEND:VCARD\n\n\
        BEGIN:VCARD\nVERSION:4.0\nFN:Li Wei\nTEL;VALUE=uri;TYPE=cell:tel:+86-10-5555-0100\nBDAY:19850412\nLANG:zh\nEND:VCARD\n";
    let contacts = read(file.as_bytes()).expect("contacts");
    let [zoe, ann, li] = contacts.as_slice() else { panic!("{contacts:?}") };
    assert_eq!(
        (of(zoe, "N.family"), of(zoe, "N.given"), of(zoe, "TEL.cell")),
        ("Елкина", "Зоя", "+380 44 123 45 67")
    );
    let expected = [
        ("FN", "Ann B, Berg"),
        ("N.family", "Berg"),
        ("N.prefix", "Dr."),
        ("ORG", "Acme; Sons"),
        ("ORG.unit", "Sales"),
        ("EMAIL", "a@berg.example"),
        ("EMAIL 2", "ann@home.example"),
        ("TEL.work", "+1 512 555 0100"),
        ("TEL.fax", "+1 512 555 0101"),
        ("ADR.street", "1 Main St\nSuite 5"),
        ("ADR.city", "Austin"),
        ("ADR.country", "USA"),
        ("BDAY", "1980-02-01"),
        ("NOTE", "one\ntwo"),
        ("X-SKYPE", "annb"),
        ("PHOTO", ""),
    ];
    for (column, text) in expected {
        assert_eq!(of(ann, column), text, "{column}");
    }
    assert_eq!(
        (of(li, "TEL.cell"), of(li, "BDAY"), of(li, "LANG")),
        ("+86-10-5555-0100", "1985-04-12", "zh")
    );
}

#[test]
fn what_is_written_reads_back() {
    let texts = [
        ("FN", "Зоя Ёлкина, мл.".to_owned()),
        ("N.family", "Ёлкина; мл.".to_owned()),
        ("N.given", "Зоя".to_owned()),
        ("ORG", "ООО \"Ромашка\"; и Ко, Лтд\\".to_owned()),
        ("TITLE", "директор".to_owned()),
        ("EMAIL", "z@romashka.example".to_owned()),
        ("TEL.work", "+74951234567".to_owned()),
        ("TEL.cell", "+79161234567".to_owned()),
        ("ADR.street", "ул. Ленина, 1\nкв. 2".to_owned()),
        ("ADR.city", "Москва".to_owned()),
        ("BDAY", "1980-02-01".to_owned()),
        ("NOTE", format!("a long line {}\nand another", "слово ".repeat(60)).trim().to_owned()),
        ("UID", "crm-17".to_owned()),
    ];
    let mut file = Vec::new();
    write_card(&texts, &mut file);
    write_card(&[("FN", "Only Name".to_owned())], &mut file);
    assert!(file.split(|byte| *byte == b'\n').all(|line| line.len() <= 76), "long lines are folded");
    let contacts = read(&file).expect("contacts");
    for (column, text) in &texts {
        assert_eq!(of(&contacts[0], column), text, "{column}");
    }
    assert_eq!((of(&contacts[1], "FN"), of(&contacts[1], "N.family")), ("Only Name", "Only Name"));
}

#[test]
fn what_breaks_off_is_refused() {
    let cut = read(b"BEGIN:VCARD\nVERSION:3.0\nFN:Ann\n");
    assert!(matches!(cut, Err(SheetError::Truncated { line: 1 })), "{cut:?}");
    let endless = format!("BEGIN:VCARD\nFN:{}\nEND:VCARD\n", "x".repeat(9 << 20));
    assert!(matches!(read(endless.as_bytes()), Err(SheetError::Broken { .. })));
    assert!(matches!(read(b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"), Err(SheetError::Empty)));
}

/// The cards of other people's programs; skipped where there are none.
#[test]
fn real_cards_are_read() {
    let here = env!("CARGO_MANIFEST_DIR");
    let places = ["/../../../shared/data/vcard", "/../../../../shared/data/vcard"]
        .map(|up| PathBuf::from(format!("{here}{up}")));
    let Some(folder) = places.into_iter().find(|place| place.is_dir()) else {
        eprintln!("SKIPPED: there is no ../shared/data/vcard beside the repository");
        return;
    };
    let table = [
        ("John_Doe_IPHONE.vcf", "N.family", "Doe"),
        ("John_Doe_GMAIL.vcf", "N.family", "Doe"),
        ("outlook-2003.vcf", "N.family", "Doe"),
        ("rfc2426-example.vcf", "FN", "Frank Dawson"),
        ("rfc6350-example.vcf", "FN", "Simon Perreault"),
    ];
    for (name, column, text) in table {
        let bytes = std::fs::read(folder.join(name)).expect("a file");
        let contacts = read(&bytes).expect(name);
        assert_eq!(of(&contacts[0], column), text, "{name}: {:?}", contacts[0]);
    }
}
